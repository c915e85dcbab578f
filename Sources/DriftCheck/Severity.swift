/// How much a finding matters.
public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Good to know.
  case info
  /// Should be looked at.
  case warning
  /// Must not stay.
  case error

  /// The next below; info stays.
  var lighter: Severity { self == .error ? .warning : .info }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The order of weight: info, warning, error.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
