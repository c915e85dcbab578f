import Evidence
import Family
import FixtureSupport
import Foundation
import Testing

@Suite struct FamiliesTests {
  static let cases: [(String, [String])] = [
    ("mirror", ["copy < engine", "engine", "level < engine"]),
    ("fork-of-fork", ["engine", "turbine < engine", "windmill < turbine"]),
    ("several-roots", ["- gearlib", "engine", "turbine < engine"]),
    ("adopted-history", ["engine", "turbine < engine"]),
    ("unrelated", ["- engine", "- pumpster"]),
    ("successor", ["engine", "engine-ng < engine"]),
    ("contribution", ["bea-engine < engine", "engine"]),
    ("back-merge", ["engine", "turbine < engine"]),
    ("topic-base", ["pump-pile", "water-pile < pump-pile"]),
    ("criss-cross", ["engine", "turbine < engine"]),
    ("renamed-folder", ["new-pkg < old-pkg", "old-pkg"]),
    ("thirty-forks", (1...30).map { "fork-\($0 < 10 ? "0" : "")\($0) < upstream" } + ["upstream"]),
    (
      "demo",
      [
        "- puddle", "harbor-tidepool < tidepool", "nils-tidepool < tidepool", "rockpool < tidepool",
        "shoal < tidepool", "shoal-edge < shoal", "tidepool", "tidepool-mirror < tidepool",
      ]
    ),
  ]

  @Test(arguments: cases.indices) func rootsAndUpstreams(_ index: Int) async throws {
    let (name, expected) = Self.cases[index]
    let family = try await FamilyOfFixture(Fixture.named(name).build())
    #expect(try family.sentences() == expected.sorted(), "\(name)")
    #expect(try family.sentences() == family.sentences(), "the same again")
  }

  @Test func theReasonsNameTheUpstream() async throws {
    let family = try await FamilyOfFixture(Fixture.named("fork-of-fork").build())
    let forks = try #require(try family.families().families.first).forks
    let windmill = try #require(try forks.first { $0.member == (try family.place("windmill")) })
    let shared = try #require(windmill.evidence.first { $0.signal == "shared work" })
    // Of turbine's four commits windmill has those from before it split off.
    #expect(shared.value == 3 && shared.says == "turbine" && shared.message.parameters["root"] == .string("engine"))
    #expect(windmill.evidence.contains { $0.signal == "readme" && $0.says == "turbine" })
    #expect(!windmill.isDeclared && windmill.descent != nil)
  }

  @Test func whatIsDeclaredWinsAndIsContradicted() async throws {
    let family = try await FamilyOfFixture(Fixture.named("fork-of-fork").build())
    let declared = ["turbine": "turbine", "engine": "turbine", "windmill": "turbine"]
    #expect(try family.sentences(declared) == ["engine < turbine", "turbine", "windmill < turbine"])
    let forks = try #require(try family.families(declared).families.first).forks
    let engine = try #require(try forks.first { $0.member == (try family.place("engine")) })
    #expect(engine.isDeclared && engine.notes.map(\.id) == ["family.declared-contradicted"])
  }

  @Test func aDeclaredPairNeedsNoDescent() async throws {
    let family = try await FamilyOfFixture(Fixture.named("unrelated").build())
    let found = try family.families(["engine": "engine", "pumpster": "engine"])
    let fork = try #require(found.families.first?.forks.first)
    #expect(found.loners.isEmpty && fork.isDeclared && fork.descent == nil)
    #expect(fork.upstream == (try family.place("engine")))
  }

  /// Neither a tree nor most of the texts that decide may be missed: what cannot be compared is not unrelated. A text or
  /// two that a partial clone lacks are no loss.
  @Test(arguments: [(["main:src2"], true), (["main:src2/part2.c"], false), (Self.mostTexts, true)])
  func descentThatCannotBeReadIsUnknown(_ objects: [String], isUnknown: Bool) async throws {
    let built = try Fixture.named("laid-out-anew").build()
    for object in objects {
      let id = try built.git("tarmac").output("rev-parse", object).text
      let file = built.clone("tarmac").appending(path: ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
      try FileManager.default.removeItem(at: file)
    }
    let fixture = try await FamilyOfFixture(built)
    let found = try fixture.families()
    let tarmac = isUnknown ? "- tarmac" : "tarmac < engine"
    #expect(try fixture.sentences() == [tarmac, "- toolbox", "asphalt < engine", "engine"].sorted())
    #expect(found.unread.keys.sorted() == (isUnknown ? [try fixture.place("tarmac")] : []))
  }

  private static let mostTexts = (1...20).map { "main:src\($0 % 6)/part\($0).c" }
}
