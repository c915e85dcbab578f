import Evidence
import GitValues
import Landscape
import LandscapeSample
import Testing

@testable internal import Report

@Suite struct ExplainTests {
  private func text(_ family: Int, _ fork: String, width: Int, colour: Bool = false) throws -> String {
    let family = Sample.landscape.families[family]
    let fork = try #require(family.forks.first { $0.name == fork })
    return ExplainText.render(fork: fork, in: family, width: width, colour: colour)
  }

  @Test func theVerdictComesFirstAndTheEvidenceByWeight() throws {
    let text = try text(1, "valkey", width: 90)
    #expect(text.hasPrefix("valkey is on the same track as redis, as a successor (confidence 0.94)"))
    let first = try #require(text.firstRange(of: "  1.90  same-track: It keeps the licence"))
    let second = try #require(text.firstRange(of: "  1.60  same-track: 61 %"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(text.contains(" −0.40  different-track"))
    #expect(text.contains("- patches: this version does not compare patches"))
    #expect(text.hasSuffix("\n") && !text.contains("\u{1b}"))
  }

  @Test(arguments: [40, 60, 100, 200])
  func linesFit(width: Int) throws {
    for line in try text(1, "valkey", width: width).split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
      #expect(!line.drop { $0 == " " }.hasPrefix("%"), "\(line)")
    }
  }

  @Test func colourChangesNothingElse() throws {
    let plain = try text(1, "valkey", width: 80)
    let coloured = try text(1, "valkey", width: 80, colour: true)
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1b}\[[0-9]+m/, with: "") == plain)
  }

  @Test func otherRelationsAreSaidPlainly() throws {
    #expect(try text(1, "redis-mirror", width: 80).hasPrefix("redis-mirror is a mirror of redis"))
    #expect(try text(1, "kvrocks", width: 80).hasPrefix("kvrocks is unrelated to redis"))
    #expect(try text(0, "pgshard", width: 80).contains("- lineage: the pack of its objects is damaged"))
    #expect(try text(0, "IvorySQL", width: 100).contains("undetermined"))
  }
}
