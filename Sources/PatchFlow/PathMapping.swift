public import GitValues

/// Where files of one side are on the other: renames, as a comparison of the trees found them.
public struct PathMapping: Sendable {
  /// A file's or folder's move.
  public struct Move: Hashable, Sendable {
    /// Where it was, at the base.
    public let from: RepoPath
    /// Where it is.
    public let to: RepoPath

    /// A move of its ends.
    public init(from: RepoPath, to: RepoPath) {
      self.from = from
      self.to = to
    }

    /// Where a file of the folder ``from`` is then; nil for a file elsewhere.
    func moved(_ path: RepoPath) -> RepoPath? { PathMapping.moved(path, from: from, to: to) }
  }

  let forkFiles: [RepoPath: RepoPath]
  let upstreamFiles: [RepoPath: RepoPath]
  /// Where the fork has a file of the base or of upstream's head; a path that is not in it may still be there.
  let homes: [RepoPath: RepoPath]
  /// Where upstream's head has a file of the base.
  let upstreamHomes: [RepoPath: RepoPath]
  /// Where the fork's head has a file of the base.
  let forkHomes: [RepoPath: RepoPath]
  /// Order: deepest target first.
  let folders: [Move]
  /// Words that the fork exchanged.
  let words: RenamedWords

  /// A mapping of what moved since the base.
  ///
  /// - Parameter folders: folders that the fork moved as a whole.
  public init(forkFiles: [Move], upstreamFiles: [Move], folders: [Move], words: RenamedWords) {
    self.words = words
    self.forkFiles = Dictionary(forkFiles.map { ($0.to, $0.from) }) { first, _ in first }
    self.upstreamFiles = Dictionary(upstreamFiles.map { ($0.to, $0.from) }) { first, _ in first }
    var homes = Dictionary(forkFiles.map { ($0.from, $0.to) }) { first, _ in first }
    forkHomes = homes
    for move in upstreamFiles where homes[move.to] == nil { homes[move.to] = homes[move.from] ?? move.from }
    self.homes = homes
    upstreamHomes = Dictionary(upstreamFiles.map { ($0.from, $0.to) }) { first, _ in first }
    self.folders = folders.sorted {
      $0.to.bytes.count != $1.to.bytes.count ? $0.to.bytes.count > $1.to.bytes.count : $0.to < $1.to
    }
  }

  /// No moves.
  public static let none = PathMapping(forkFiles: [], upstreamFiles: [], folders: [], words: .none)

  /// The base's name for a path of the fork; the path itself where upstream uses it too.
  func shared(fork path: RepoPath, isUpstream: (RepoPath) -> Bool) -> RepoPath {
    if let origin = forkFiles[path] { return origin }
    if isUpstream(path) { return path }
    for folder in folders {
      if let origin = Self.moved(path, from: folder.to, to: folder.from), isUpstream(origin) { return origin }
    }
    return path
  }

  /// The base's name for a path of upstream.
  func shared(upstream path: RepoPath) -> RepoPath { upstreamFiles[path] ?? path }

  /// Where the fork would have a file of upstream. Order: likeliest first.
  func places(ofUpstream path: RepoPath) -> [RepoPath] {
    var places = [homes[path], path].compactMap { $0 }
    for folder in folders {
      if let place = Self.moved(path, from: folder.from, to: folder.to) { places.append(place) }
    }
    return places + places.flatMap { words.paths(for: $0) }
  }

  /// Where upstream would have a file of the fork. Order: likeliest first.
  func places(ofFork path: RepoPath) -> [RepoPath] {
    var places = [forkFiles[path].map(upstreamHome), path].compactMap { $0 }
    for folder in folders {
      if let place = Self.moved(path, from: folder.to, to: folder.from) { places.append(place) }
    }
    return places
  }

  /// Where the base would have a file of the fork. Order: likeliest first.
  func places(ofForkInBase path: RepoPath) -> [RepoPath] {
    [forkFiles[path], path].compactMap { $0 } + folders.compactMap { Self.moved(path, from: $0.to, to: $0.from) }
  }

  /// Where upstream's head has a file that its history has at `path`.
  func upstreamHome(_ path: RepoPath) -> RepoPath { upstreamHomes[path] ?? path }

  /// Where the fork's head has a file that its history has at `path`.
  func forkHome(_ path: RepoPath) -> RepoPath { forkHomes[path] ?? path }

  static func moved(_ path: RepoPath, from: RepoPath, to: RepoPath) -> RepoPath? {
    path.inside(from).map { to.appending($0) }
  }
}
