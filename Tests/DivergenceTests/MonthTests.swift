import FixtureSupport
import Foundation
import GitValues
import Testing

@Suite struct MonthTests {
  @Test(arguments: [
    (0, "1970-01", 2_678_399), (-1, "1969-12", -1), (951_782_399, "2000-02", 951_868_799),
    (951_868_800, "2000-03", 954_547_199), (4_102_444_800, "2100-01", 4_105_123_199),
    (-62_167_219_200, "0000-01", -62_164_540_801),
  ])
  func knownMonths(time: Int64, name: String, end: Int64) {
    let month = Month(containing: time)
    #expect(month.description == name && month.end == end)
    #expect(Month(containing: month.end) == month && Month(containing: month.end + 1).index == month.index + 1)
  }

  @Test func isTheCalendarOfTheSystem() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var random = SplitMix64(seed: 3)
    for _ in 0..<5000 {
      // From 1600 on: before, the system's calendar is the Julian one.
      let time = Int64(random.below(20_000_000_000)) - 11_600_000_000
      let parts = calendar.dateComponents([.year, .month], from: Date(timeIntervalSince1970: Double(time)))
      let month = Month(containing: time)
      #expect(month.index == (parts.year ?? 0) * 12 + (parts.month ?? 0) - 1, "\(time)")
      #expect(month.end >= time && Month(containing: month.end) == month, "\(time)")
    }
  }
}
