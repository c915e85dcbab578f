/// Where the fork's own work lies, as shares of the lines it changed. The three add up to 1.
public struct Territory: Hashable, Sendable {
  /// Files that upstream has and changed on the line since the base; where it did nothing since, in its last two active
  /// years.
  public let home: Double
  /// Files that upstream has and left alone.
  public let quiet: Double
  /// Files that upstream never had.
  public let new: Double
  /// Whether ``home`` was measured on upstream's last two active years, because it did nothing since the base.
  public let usesLastActiveYears: Bool
}
