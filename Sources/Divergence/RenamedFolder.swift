public import GitValues

/// A folder whose files moved to another folder.
public struct RenamedFolder: Hashable, Sendable {
  /// Where the files were; empty for the top.
  public let from: RepoPath
  /// Where they are; empty for the top.
  public let to: RepoPath
  /// How many files made the move.
  public let files: Int

  /// Folders that at least `count` of the renames agree on. Order: most files first, then by path.
  ///
  /// `old/a/x.c` that became `new/a/x.c` speaks for `old` to `new`: what the paths share at their end is left off.
  static func all(in renames: [(from: RepoPath, to: RepoPath)], atLeast count: Int) -> [RenamedFolder] {
    struct Move: Hashable {
      let from: RepoPath
      let to: RepoPath
    }
    var files: [Move: Int] = [:]
    for rename in renames {
      var from = rename.from.directory.split(separator: UInt8(ascii: "/"))
      var to = rename.to.directory.split(separator: UInt8(ascii: "/"))
      while let last = from.last, last == to.last {
        from.removeLast()
        to.removeLast()
      }
      if from.isEmpty, to.isEmpty { continue }
      files[Move(from: joined(from), to: joined(to)), default: 0] += 1
    }
    return files.filter { $0.value >= count }
      .map { RenamedFolder(from: $0.key.from, to: $0.key.to, files: $0.value) }
      .sorted { ($1.files, $0.from, $0.to) < ($0.files, $1.from, $1.to) }
  }

  /// Where the file at `path` was before the folder moved; nil where it is not in ``to``.
  func origin(of path: RepoPath) -> RepoPath? { path.inside(to).map { from.appending($0) } }

  private static func joined(_ parts: [ArraySlice<UInt8>]) -> RepoPath {
    RepoPath(bytes: Array(parts.joined(separator: [UInt8(ascii: "/")])))
  }
}
