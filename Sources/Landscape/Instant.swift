import GitValues

/// A moment, to the second, in UTC.
///
/// In JSON: `"2024-10-18T09:21:33Z"`, with four digits for the year. Calendar: the proleptic Gregorian one. Moments
/// outside the years 1 to 9999, which only broken commits have, are held at the nearer edge of that range.
public struct Instant: Hashable, Comparable, Sendable {
  /// 0001-01-01T00:00:00Z.
  public static let earliest = Instant(seconds: -62_135_596_800)
  /// 9999-12-31T23:59:59Z.
  public static let latest = Instant(seconds: 253_402_300_799)

  /// Seconds since 1970-01-01T00:00:00Z, leap seconds left out, as git counts.
  public let seconds: Int64

  /// The moment `seconds` after the start of 1970.
  public init(seconds: Int64) {
    self.seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
  }

  /// Whether the left moment is the earlier one.
  public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

  /// Seconds since midnight, 0 to 86399.
  private var secondOfDay: Int { Int(((seconds % 86_400) + 86_400) % 86_400) }

  /// Whole days from `other` to this moment, rounded towards zero; negative where `other` is later.
  public func days(since other: Instant) -> Int {
    Int((seconds - other.seconds) / 86_400)
  }
}

extension Instant {
  /// Year, month (1 to 12) and day of the month (1 to 31), in UTC.
  public var civil: (year: Int, month: Int, day: Int) {
    Calendar.date(ofDay: Int((seconds - Int64(secondOfDay)) / 86_400))
  }

  /// Midnight UTC at the start of a day; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.init(seconds: Int64(Calendar.day(year: year, month: month, day: day)) * 86_400)
    guard civil == (year, month, day) else { return nil }
  }

  /// The day, `2024-10-18`.
  public var day: String { String(iso8601.prefix(10)) }

  /// The month, `2024-10`.
  public var month: String { String(iso8601.prefix(7)) }
}

extension Instant {
  /// The moment as `2024-10-18T09:21:33Z`.
  public var iso8601: String {
    let date = civil
    let second = secondOfDay
    return String(unsafeUninitializedCapacity: 20) { buffer in
      var index = 0
      func put(_ number: Int, digits: Int, then separator: Character) {
        var divisor = digits == 4 ? 1000 : 10
        while divisor > 0 {
          buffer[index] = UInt8(48 + number / divisor % 10)
          index += 1
          divisor /= 10
        }
        buffer[index] = separator.asciiValue ?? 0
        index += 1
      }
      put(date.year, digits: 4, then: "-")
      put(date.month, digits: 2, then: "-")
      put(date.day, digits: 2, then: "T")
      put(second / 3600, digits: 2, then: ":")
      put(second / 60 % 60, digits: 2, then: ":")
      put(second % 60, digits: 2, then: "Z")
      return index
    }
  }

  /// The moment that `text`, of the form `2024-10-18T09:21:33Z` and no other, names; nil for anything else.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 else { return nil }
    let pattern = Array("0000-00-00T00:00:00Z".utf8)
    for (byte, expected) in zip(bytes, pattern) {
      guard expected == 0x30 ? (0x30...0x39).contains(byte) : byte == expected else { return nil }
    }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
    let time = (hour: number(11..<13), minute: number(14..<16), second: number(17..<19))
    guard time.hour < 24, time.minute < 60, time.second < 60,
      let midnight = Instant(year: number(0..<4), month: number(5..<7), day: number(8..<10))
    else { return nil }
    self.init(seconds: midnight.seconds + Int64(time.hour * 3600 + time.minute * 60 + time.second))
  }
}

extension Instant: Codable {
  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let instant = Instant(iso8601: text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "“\(text)” is no date of the form 2024-10-18T09:21:33Z"
      )
    }
    self = instant
  }

  /// Writes the value as the type's documentation says.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso8601)
  }
}

extension Instant: CustomStringConvertible {
  /// The same as ``iso8601``.
  public var description: String { iso8601 }
}
