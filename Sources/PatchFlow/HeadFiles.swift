import Git
import GitValues

/// The files of a tree, by path and by name.
struct HeadFiles: Sendable {
  let files: [RepoPath: FileState]
  /// Paths by their last part.
  private let pathsByName: [ArraySlice<UInt8>: [RepoPath]]
  /// Names by what ``PathWords/key(ofName:)`` makes of them. Order of a key's names: ascending.
  private let namesByKey: [[UInt8]: [ArraySlice<UInt8>]]

  /// The files of `tree`.
  ///
  /// - Throws: `GitError` where a folder cannot be read.
  init(_ tree: TreeID, stores: [String]) throws(GitError) {
    files = try Self.files(of: tree, stores: stores)
    pathsByName = Dictionary(grouping: files.keys) { $0.lastComponent }
    var namesByKey: [[UInt8]: [ArraySlice<UInt8>]] = [:]
    for name in pathsByName.keys {
      if let key = PathWords.key(ofName: name) { namesByKey[key, default: []].append(name) }
    }
    self.namesByKey = namesByKey.mapValues { $0.sorted { $0.lexicographicallyPrecedes($1) } }
  }

  /// The files of `tree` by path, for those who ask for no names.
  ///
  /// - Throws: `GitError` where a folder cannot be read.
  static func files(of tree: TreeID, stores: [String]) throws(GitError) -> [RepoPath: FileState] {
    let reader = TreeReader(try ObjectDatabase(objectFolders: stores))
    var files: [RepoPath: FileState] = [:]
    try reader.files(of: tree) { path, state in files[reader.paths.path(path)] = state }
    return files
  }

  /// How many files have this name.
  func count(named name: ArraySlice<UInt8>) -> Int { pathsByName[name]?.count ?? 0 }

  /// The only name of a file that is nearly the one of `path`; nil where it is the very name, or there are several.
  func similarName(to path: RepoPath) -> RepoPath? {
    guard let key = PathWords.key(ofName: path.lastComponent), let names = namesByKey[key], names.count == 1,
      !names[0].elementsEqual(path.lastComponent)
    else { return nil }
    return RepoPath(bytes: Array(path.directory)).appending(RepoPath(bytes: Array(names[0])))
  }

  /// The file of the same name whose folders are most like those of `path`; nil where there is none, or too many.
  func nearest(to path: RepoPath) -> RepoPath? {
    guard let paths = pathsByName[path.lastComponent], paths.count <= Thresholds.sameName else { return nil }
    let folders = Set(path.directory.split(separator: UInt8(ascii: "/")))
    func shared(_ other: RepoPath) -> Int {
      other.directory.split(separator: UInt8(ascii: "/")).count { folders.contains($0) }
    }
    return paths.max { left, right in
      let (one, two) = (shared(left), shared(right))
      return one != two ? one < two : right < left
    }
  }
}
