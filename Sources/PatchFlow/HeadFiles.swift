import Divergence
import Git
import GitValues

/// The lines of a tree's files, as far as they are asked for.
struct HeadFiles: Sendable {
  /// A file of the tree.
  struct File: Sendable {
    let state: FileState
    /// Its lines' numbers. Order: ascending, each as often as it stands there. nil: binary, too large or not read.
    var lines: [UInt32]?
  }

  private(set) var files: [RepoPath: File] = [:]
  /// Paths by their last part.
  private var pathsByName: [ArraySlice<UInt8>: [RepoPath]] = [:]

  /// The files of `tree`, without their lines.
  init(_ tree: TreeID, stores: [String]) throws(GitError) {
    let reader = TreeReader(try ObjectDatabase(objectFolders: stores))
    var files: [RepoPath: File] = [:]
    try reader.files(of: tree) { path, state in files[reader.paths.path(path)] = File(state: state) }
    self.files = files
    pathsByName = Dictionary(grouping: files.keys) { $0.lastComponent }
  }

  /// The only file of this name; nil where there is none, or several.
  func onlyFile(named name: ArraySlice<UInt8>) -> RepoPath? {
    guard let paths = pathsByName[name], paths.count == 1 else { return nil }
    return paths[0]
  }

  /// Reads the lines of the files at `paths`.
  mutating func readLines(of paths: Set<RepoPath>, stores: [String], workers: Int) async throws {
    let wanted = paths.filter { files[$0].map { $0.lines == nil && !$0.state.mode.isSubmodule } ?? false }.sorted()
    let jobs = wanted.compactMap { path in files[path].map { (path: path, blob: $0.state.blob) } }
    let parts = try await inLots(of: 64, jobs, workers: workers) { next in
      let objects = try ObjectDatabase(objectFolders: stores)
      var results: [(path: RepoPath, lines: [UInt32]?)] = []
      while let lot = next() {
        for job in lot { results.append((job.path, Self.lines(of: job.blob, objects))) }
      }
      return results
    }
    for (path, lines) in parts.joined() { files[path]?.lines = lines }
  }

  private static func lines(of blob: BlobID, _ objects: ObjectDatabase) -> [UInt32]? {
    do throws(GitError) {
      return try objects.withBlob(blob, limit: ReadingLimit.fileBytes) { bytes in
        if LineCount.isBinary(bytes) { return nil }
        var lines: [UInt32] = []
        var start = 0
        while start < bytes.count {
          var end = start
          while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
          let number = LineWords.line(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
          if number != 0 { lines.append(UInt32(truncatingIfNeeded: number)) }
          start = end + 1
        }
        lines.sort()
        return lines
      }
    } catch {
      return nil
    }
  }
}

extension Array where Element == UInt32 {
  /// How often `number` stands in an ascending array.
  func count(of number: UInt32) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, self[end] == number { end += 1 }
    return end - low
  }
}
