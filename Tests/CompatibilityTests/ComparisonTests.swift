import Testing

@testable import Compatibility

@Suite struct ComparisonTests {
  /// Signatures of base, line and fork; what is said of them.
  private static let cases: [(ThreeSides<String?>, [ElementStatus])] = [
    (.init(base: "1", line: "1", fork: "1"), [.kept]), (.init(base: "1", line: "2", fork: "1"), [.kept, .lagging]),
    (.init(base: "1", line: "2", fork: "2"), [.kept]), (.init(base: "1", line: "1", fork: "2"), [.changed]),
    (.init(base: "1", line: "2", fork: "3"), [.changed]), (.init(base: "1", line: nil, fork: "1"), [.kept]),
    (.init(base: "1", line: nil, fork: "2"), [.changed]), (.init(base: "1", line: "1", fork: nil), [.removed]),
    (.init(base: "1", line: "2", fork: nil), [.removed]), (.init(base: "1", line: nil, fork: nil), [.dropped]),
    (.init(base: nil, line: "1", fork: "1"), [.taken]), (.init(base: nil, line: "1", fork: "2"), [.clashing]),
    (.init(base: nil, line: "1", fork: nil), [.lagging]), (.init(base: nil, line: nil, fork: "1"), [.added]),
  ]

  @Test func everyStandingOfAnElement() {
    for (signatures, expected) in Self.cases {
      #expect(SurfaceComparison.statuses(signatures) == expected, "\(signatures)")
    }
  }

  private static let levels: [([ElementStatus: Int], Int, SurfaceLevel)] = [
    ([.kept: 3], 3, .identical), ([.kept: 3, .added: 1], 4, .superset), ([.kept: 3, .lagging: 1], 3, .lagging),
    ([.kept: 3, .lagging: 1, .added: 1], 4, .lagging), ([.kept: 2, .changed: 1, .lagging: 1], 3, .modified),
    ([.kept: 3, .clashing: 1], 4, .modified), ([.kept: 2, .changed: 1, .removed: 1], 3, .breaking),
    ([.removed: 3], 0, .absent), ([.kept: 3, .dropped: 1, .taken: 2], 5, .identical), ([.lagging: 2], 0, .lagging),
  ]

  @Test func levelsByWhatWeighsMost() {
    for (counts, fork, expected) in Self.levels {
      #expect(SurfaceResult.level(counts, ThreeSides(base: 3, line: 3, fork: fork)) == expected, "\(counts)")
    }
  }

  @Test func productionsArePairedWithinTheirSymbol() {
    func change(_ status: ElementStatus, _ name: String) -> ElementChange {
      ElementChange(
        status: status,
        part: "",
        isInNewPart: false,
        name: name,
        texts: ThreeSides(base: "", line: "", fork: "")
      )
    }
    let paired = SurfaceComparison.pair([
      change(.removed, "stmt: A B C"), change(.added, "stmt: A X C"), change(.added, "stmt: A B"),
      change(.removed, "other: A B C"), change(.removed, "%token A"), change(.added, "%token B"),
    ])
    #expect(
      paired.map { "\($0.status) \($0.name)" }.sorted() == [
        "added %token B", "added stmt: A X C", "changed stmt: A B C", "removed %token A", "removed other: A B C",
      ]
    )
  }

  @Test func aScoreIsTheShareThatStillHolds() async throws {
    let lines = (1...10).map { "key\($0) 1" }
    let found = try await Measuring().measure(
      base: ["a.conf": lines.joined(separator: "\n")],
      fork: ["a.conf": (lines[..<6] + ["key7 2", "key8 2", "own 1"]).joined(separator: "\n")],
      profile: Measuring.surface("kind: configuration, extractor: settings, files: a.conf, weight: 2")
    )
    // 6 kept, 2 changed, 2 removed, 1 added.
    #expect(found.surfaces.first?.score == 0.7)
    #expect(found.score == 0.7)
    #expect(found.surfaces.first?.level == .breaking)
  }
}
