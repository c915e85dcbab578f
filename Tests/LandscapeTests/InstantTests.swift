import Evidence
import Foundation
import GitValues
import Landscape
import Testing

@Suite struct InstantTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (1_729_243_293, "2024-10-18T09:21:33Z"), (4_107_542_399, "2100-02-28T23:59:59Z"),
      (4_107_542_400, "2100-03-01T00:00:00Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"), (2_147_483_648, "2038-01-19T03:14:08Z"),
      (-2_208_988_800, "1900-01-01T00:00:00Z"), (-11_644_473_600, "1601-01-01T00:00:00Z"),
    ] as [(Int64, String)]
  )
  func knownDates(seconds: Int64, text: String) {
    #expect(Instant(seconds: seconds).iso8601 == text)
    #expect(Instant(iso8601: text)?.seconds == seconds)
  }

  @Test func everyDayOfEightCenturiesFollowsTheOneBefore() {
    var expected = (year: 1600, month: 1, day: 1)
    for days in 0..<292_194 {
      let instant = Instant(seconds: -11_676_096_000 + Int64(days) * 86_400 + 86_399)
      let civil = instant.civil
      guard civil == expected else {
        Issue.record("day \(days): \(civil), expected \(expected)")
        return
      }
      let isLeap =
        expected.year.isMultiple(of: 4) && !expected.year.isMultiple(of: 100) || expected.year.isMultiple(of: 400)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      expected.day += 1
      if expected.day > lengths[expected.month - 1] { expected = (expected.year, expected.month + 1, 1) }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
    }
    #expect(expected == (2400, 1, 1))
  }

  @Test(arguments: [
    "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z", "0000-01-01T00:00:00Z",
    "2024-10-18T24:00:00Z", "2024-10-18T09:60:00Z", "2024-10-18T09:21:60Z", "2024-10-18 09:21:33Z",
    "2024-10-18T09:21:33", "2024-10-18T09:21:33+00:00", "+024-10-18T09:21:33Z", "2024-10-18", "",
    "２024-10-18T09:21:3", "1900-02-29T00:00:00Z", "2024-04-31T00:00:00Z",
  ])
  func whatIsNoDate(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test func absurdMomentsAreHeldAtTheEdge() {
    #expect(Instant(seconds: .max) == .latest)
    #expect(Instant(seconds: .min) == .earliest)
    #expect(Instant.latest.iso8601 == "9999-12-31T23:59:59Z")
  }

  @Test func monthsDaysAndOrder() {
    let earlier = Instant(seconds: 1_729_243_293)
    let later = Instant(seconds: 1_729_243_293 + 3 * 86_400 - 1)
    #expect(earlier.day == "2024-10-18")
    #expect(earlier.month == "2024-10")
    #expect(earlier < later)
    #expect(later.days(since: earlier) == 2)
    #expect(earlier.days(since: later) == -2)
    #expect(Instant(year: 2024, month: 10, day: 18)?.iso8601 == "2024-10-18T00:00:00Z")
    #expect(Instant(year: 2023, month: 2, day: 29) == nil)
  }

  @Test func jsonIsTheTextAndBadTextSaysSo() throws {
    let data = try JSONEncoder().encode([Instant(seconds: 0)])
    #expect(String(decoding: data, as: UTF8.self) == #"["1970-01-01T00:00:00Z"]"#)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: Data(#"["soon"]"#.utf8)) }
  }
}
