/// A month of the calendar, in UTC.
public struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since January of the year 0.
  public let index: Int

  /// The month with that number.
  public init(index: Int) { self.index = index }

  /// The month in which a time, in seconds since 1970, lies.
  public init(containing time: Int64) {
    let (year, month, _) = Month.civil(fromDays: Int(time.flooredQuotient(86_400)))
    index = year * 12 + month - 1
  }

  /// The last second of the month, in seconds since 1970.
  public var end: Int64 {
    let next = index + 1
    return Int64(Month.days(year: next.flooredQuotient(12), month: next - next.flooredQuotient(12) * 12 + 1, day: 1))
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

  /// Year, month and day of a day counted from 1970. Source: Howard Hinnant, "chrono-compatible low-level date
  /// algorithms".
  static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day, counted from 1970, of a date. Source: as ``civil(fromDays:)``.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.flooredQuotient(400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension BinaryInteger {
  /// The quotient rounded down, also below zero.
  fileprivate func flooredQuotient(_ divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
