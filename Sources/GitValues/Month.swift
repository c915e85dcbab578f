/// A month of the calendar, in UTC.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since January of the year 0.
  public let index: Int

  /// The month with that number.
  public init(index: Int) { self.index = index }

  /// The month in which a time, in seconds since 1970, lies.
  public init(containing time: Int64) {
    let (year, month, _) = Calendar.date(ofDay: Int(time.flooredQuotient(86_400)))
    index = year * 12 + month - 1
  }

  /// The last second of the month, in seconds since 1970.
  public var end: Int64 {
    let next = index + 1
    return Int64(Calendar.day(year: next.flooredQuotient(12), month: next - next.flooredQuotient(12) * 12 + 1, day: 1))
      * 86_400 - 1
  }

  /// "2024-03".
  public var description: String {
    let year = index.flooredQuotient(12)
    let month = index - year * 12 + 1
    let text = String(year)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text + "-" + (month < 10 ? "0" : "") + String(month)
  }

  /// Earlier months first.
  public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
}
