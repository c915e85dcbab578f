/// Lines between two trees, as `git diff --numstat` totals them.
public struct LineCountEntry: Hashable, Sendable, Codable {
  /// Lines added, text files only.
  public let added: Int
  /// Lines removed, text files only.
  public let removed: Int
  /// Changed files that git calls binary; their lines count nowhere.
  public let binaryFiles: Int

  /// Counts of their parts.
  public init(added: Int, removed: Int, binaryFiles: Int) {
    self.added = added
    self.removed = removed
    self.binaryFiles = binaryFiles
  }
}

/// How many lines lie between the three trees.
public struct LinesEntry: Hashable, Sendable, Codable {
  /// From the base to the fork's head.
  public let fork: LineCountEntry
  /// From the base to the line's head.
  public let upstream: LineCountEntry
  /// From the line's head to the fork's head.
  public let heads: LineCountEntry

  /// Counts of the three comparisons.
  public init(fork: LineCountEntry, upstream: LineCountEntry, heads: LineCountEntry) {
    self.fork = fork
    self.upstream = upstream
    self.heads = heads
  }
}
