import Evidence

/// Where a fork's own work lies, by lines changed. The three shares sum to 1, or are all 0 where there is none.
public struct TerritoryEntry: Hashable, Sendable, Codable {
  /// The share in files that upstream has and changed on the line since the base.
  public let home: Double
  /// The share in files that upstream has and left alone.
  public let quiet: Double
  /// The share in files that upstream never had.
  public let new: Double

  /// A territory of its shares, rounded to four decimals.
  public init(home: Double, quiet: Double, new: Double) {
    self.home = home.toFourDecimals
    self.quiet = quiet.toFourDecimals
    self.new = new.toFourDecimals
  }
}

/// A folder that holds a readable share of a fork's own work.
public struct AreaEntry: Hashable, Sendable, Codable {
  /// The folder, without a slash at its end; `.`: the top.
  public let path: String
  /// Whether ``path`` is percent-encoded because its bytes are not UTF-8.
  public let pathIsEncoded: Bool
  /// Lines that the fork added there since the base.
  public let linesAdded: Int
  /// Lines that the fork removed there since the base.
  public let linesRemoved: Int
  /// Commits of the fork's own work that touch it, merges left out.
  public let commits: Int

  /// Lines added and removed.
  public var lines: Int { linesAdded + linesRemoved }

  /// An area of its parts.
  public init(path: String, pathIsEncoded: Bool, linesAdded: Int, linesRemoved: Int, commits: Int) {
    self.path = path
    self.pathIsEncoded = pathIsEncoded
    self.linesAdded = linesAdded
    self.linesRemoved = linesRemoved
    self.commits = commits
  }
}
