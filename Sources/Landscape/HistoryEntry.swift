/// How far fork and line were apart at the end of a month.
public struct HistoryEntry: Hashable, Sendable, Codable {
  /// The month in UTC, `2024-03`.
  public let month: String
  /// Commits of the fork and not of the line, merges included.
  public let ahead: Int
  /// Commits of the line and not of the fork, merges included.
  public let behind: Int
  /// The age, at the month's end, of the oldest line commit that had not arrived. Unit: days. null: not known.
  @Nullable public internal(set) var lagDays: Int?

  /// A month of its parts.
  public init(month: String, ahead: Int, behind: Int, lagDays: Int?) {
    self.month = month
    self.ahead = ahead
    self.behind = behind
    _lagDays = Nullable(wrappedValue: lagDays)
  }
}
