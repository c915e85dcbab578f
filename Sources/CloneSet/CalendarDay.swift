import GitValues

/// Days as people write them.
enum CalendarDay {
  /// Midnight in UTC of `text`, `1995-01-31`, in seconds since 1970; nil where it is no day of the calendar.
  static func seconds(of text: String) -> Int64? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), day >= 1, day <= days(in: month, of: year)
    else { return nil }
    return Int64(Calendar.day(year: year, month: month, day: day)) * 86_400
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
