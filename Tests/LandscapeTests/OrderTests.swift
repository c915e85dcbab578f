import Evidence
import GitValues
import Landscape
import LandscapeSample
import Testing

@Suite struct OrderTests {
  private func reversed(_ fork: ForkEntry) -> ForkEntry {
    var fork = fork
    fork.upstreamEvidence.reverse()
    fork.lineage?.syncs?.reverse()
    fork.divergence?.areas?.reverse()
    fork.divergence?.history?.reverse()
    fork.divergence?.renames?.folders.reverse()
    fork.divergence?.vocabulary?.gained.reverse()
    fork.divergence?.vocabulary?.lost.reverse()
    fork.track?.evidence.reverse()
    fork.notAnalysed.reverse()
    return fork
  }

  @Test func whateverTheOrderOfTheFindingsTheBytesAreTheSame() throws {
    let sample = Sample.landscape
    let families = sample.families.reversed().map { family in
      FamilyEntry(
        name: family.name,
        upstream: family.upstream,
        forks: family.forks.reversed().map(reversed),
        withoutClone: family.withoutClone.reversed()
      )
    }
    let other = Landscape(
      generator: sample.generator,
      now: sample.now,
      clones: sample.clones.reversed(),
      families: families,
      notAnalysed: sample.notAnalysed.reversed()
    )
    #expect(try other.encoded() == sample.encoded())
  }

  @Test func listsAreInTheOrderPromised() throws {
    let sample = Sample.landscape
    #expect(sample.families.map(\.name) == ["postgresql", "redis", "sonarr"])
    #expect(sample.families[1].forks.map(\.name) == ["KeyDB", "kvrocks", "redis-mirror", "valkey"])
    #expect(sample.clones.map(\.path) == sample.clones.map(\.path).sorted { $0.precedes($1) })
    let valkey = try #require(sample.families[1].forks.last)
    #expect(valkey.lineage?.syncs?.map { $0.date.day } == ["2025-10-04", "2025-01-07", "2024-06-11"])
    #expect(valkey.track?.evidence.map(\.weight) == [1.9, 1.6, 0.8, -0.4, 0])
    #expect(valkey.divergence?.areas?.map(\.path) == ["src", "tests/unit", "src/unit", ""])
    #expect(valkey.divergence?.history?.map(\.month) == ["2024-03", "2024-12", "2025-12", "2026-10"])
    #expect(valkey.divergence?.vocabulary?.gained.map(\.word) == ["rdma", "slot"])
    #expect(valkey.notAnalysed.map(\.what) == ["mergeForecast", "patches"])
  }

  @Test func tiesAreDecidedByTheNextKey() {
    func area(_ path: String) -> AreaEntry {
      AreaEntry(path: path, pathIsEncoded: false, linesAdded: 1, linesRemoved: 1, commits: 1)
    }
    func evidence(_ signal: String, _ weight: Double) -> EvidenceEntry {
      EvidenceEntry(signal: signal, value: nil, weight: weight, says: "x", message: "m", text: "t")
    }
    let fork = ForkEntry(
      name: "f",
      clone: "f",
      relation: .fork,
      upstream: nil,
      head: nil,
      asOf: nil,
      upstreamEvidence: [evidence("b", -1), evidence("c", 2), evidence("a", 1)],
      divergence: DivergenceEntry(
        base: nil,
        ahead: nil,
        behind: nil,
        aheadNoMerges: nil,
        behindNoMerges: nil,
        areas: [area("é"), area("b"), area("Z"), area("a")]
      )
    )
    let landscape = Landscape(
      generator: GeneratorEntry(version: "0", libgit2: nil),
      now: .earliest,
      clones: [],
      families: [FamilyEntry(name: "x", upstream: Sample.landscape.families[0].upstream, forks: [fork])]
    )
    let sorted = landscape.families[0].forks[0]
    #expect(sorted.divergence?.areas?.map(\.path) == ["Z", "a", "b", "é"])
    #expect(sorted.upstreamEvidence.map(\.signal) == ["c", "a", "b"])
  }

  @Test func textIsOrderedByBytes() {
    #expect("Z".precedes("a"))
    #expect("e\u{301}".precedes("é"))
    #expect(!"a".precedes("a"))
    #expect("a".precedes("aa"))
  }
}
