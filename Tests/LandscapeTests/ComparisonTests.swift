import Evidence
import Foundation
import Landscape
import LandscapeSample
import Testing

/// What moved between two landscapes.
@Suite struct ComparisonTests {
  @Test func aLandscapeDoesNotMoveAgainstItself() {
    #expect(LandscapeComparison(from: Sample.landscape, to: Sample.landscape).isEmpty)
  }

  @Test func verdictsDistancesFixesAndForksMove() throws {
    let old = Sample.landscape
    var families = old.families
    let redis = try #require(families.firstIndex { $0.name == "redis" })
    let place = try #require(families[redis].forks.firstIndex { $0.name == "KeyDB" })
    families[redis].forks[place].track?.verdict = .differentTrack
    families[redis].forks[place].divergence?.behind = 5_000
    families[redis].forks[place].patches?.missingFixes = []
    families[redis].forks[place].notAnalysed.append(NotAnalysedEntry(what: "track.kind", reason: "nobody knows"))
    families[redis].forks.removeAll { $0.name == "valkey" }
    families.removeAll { $0.name == "sonarr" }
    let new = Landscape(generator: old.generator, now: old.now, clones: old.clones, families: families)
    let comparison = LandscapeComparison(from: old, to: new)
    #expect(comparison.goneFamilies == ["sonarr"] && comparison.newFamilies.isEmpty)
    #expect(comparison.families.map(\.name) == ["redis"])
    #expect(comparison.families[0].goneForks == ["valkey"])
    let keydb = try #require(comparison.families[0].forks.first)
    #expect(keydb.name == "KeyDB")
    let verdict = try #require(keydb.changes.first { $0.what == "track.verdict" })
    #expect(verdict.new == .string("different-track"))
    #expect(keydb.changes.first { $0.what == "divergence.behind" }?.new == .int(5_000))
    #expect(keydb.closedFixes.count == 1 && keydb.newMissingFixes.isEmpty)
    #expect(keydb.newGaps.map(\.what) == ["track.kind"])
    let back = LandscapeComparison(from: new, to: old)
    #expect(back.newFamilies == ["sonarr"] && back.families[0].newForks == ["valkey"])
    #expect(back.families[0].forks[0].newMissingFixes.count == 1)
  }

  @Test func theJSONSaysNullForWhatWasNotKnown() throws {
    var families = Sample.landscape.families
    families[0].forks[0].track = nil
    let new = Landscape(
      generator: Sample.landscape.generator,
      now: Sample.landscape.now,
      clones: Sample.landscape.clones,
      families: families
    )
    let text = String(decoding: try LandscapeComparison(from: Sample.landscape, to: new).encoded(), as: UTF8.self)
    #expect(text.contains("\"new\" : null") && text.contains("\"what\" : \"track.verdict\""))
  }
}
