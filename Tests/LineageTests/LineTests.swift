import FixtureSupport
import GitValues
import History
import Testing

@testable import Lineage

@Suite struct LineTests {
  @Test func aPatchStackFollowsTheReleaseBranch() async throws {
    let family = try await GraphOfFixture(Fixture.named("patch-stack").build())
    let fork = try family.node("engine-distro")
    let line = try #require(try family.lines("engine").line(for: family.graph.reach([fork])))
    #expect(line.reference?.text == "refs/heads/stable-1")
    // Two commits of stable-1 are the fork's and not main's.
    #expect(line.confidence == 0.75)
    let lineage = try #require(family.trace(line.head, fork))
    #expect(family.graph.size(of: lineage.forkOnly).noMerges == 3)
    #expect(lineage.syncs.count == 1)
    #expect(
      lineage.syncs.first
        == Sync(
          kind: .merge,
          forkCommit: try family.node("engine-distro", "HEAD~1"),
          upstreamCommit: try family.node("engine", "v1.1"),
          commits: 1,
          lag: 9 * 86_400
        )
    )
  }

  @Test(arguments: [("main", "main"), ("TURBINE_2_STABLE", "REL_2_STABLE"), ("REL_1_STABLE", "REL_1_STABLE")])
  func eachBranchOfAForkHasItsLine(branch: String, line: String) async throws {
    let family = try await GraphOfFixture(Fixture.named("carries-upstream-branches").build())
    let fork = try family.node("turbine", branch)
    let found = try #require(try family.lines("engine").line(for: family.graph.reach([fork])))
    #expect(found.reference?.text == "refs/heads/\(line)")
  }

  @Test func equalBranchesFallToTheDefaultThenToTheOneThatLivedLongest() async throws {
    let small = try SmallRepository()
    let root = try small.commit(date: 1_600_000_000)
    let fork = try small.commit(["own": "1"], parents: [root], date: 1_600_000_001)
    let near = try small.commit(["near": "1"], parents: [root], date: 1_600_000_002)
    let far = try small.commit(["far": "1"], parents: [near], date: 1_600_000_003)
    for (name, id) in [("z-far", far), ("a-near", near), ("default", near)] {
      try small.git("update-ref", "refs/heads/\(name)", id)
    }
    try small.git("update-ref", "refs/own/fork", fork)
    let family = try await GraphOfFixture(["small": small.path])
    let reach = family.graph.reach([try family.node("small", "refs/own/fork")])
    let byDefault = try family.lines("small", defaultBranch: "refs/heads/default").line(for: reach)
    #expect(byDefault?.head == (try family.node("small", near)))
    let byAge = try family.lines("small", defaultBranch: "refs/heads/none").line(for: reach)
    #expect(byAge?.reference?.text == "refs/heads/z-far" && byAge?.confidence == 0.5)
  }

  @Test func theOnlyBranchIsCertain() async throws {
    let family = try await GraphOfFixture(Fixture.named("back-merge").build())
    let line = try family.lines("engine").line(for: family.graph.reach([try family.node("turbine")]))
    #expect(line?.confidence == 1 && line?.reference?.text == "refs/heads/main")
  }

  @Test func mergesOfReleasesAreSyncsNewestFirst() async throws {
    let family = try await GraphOfFixture(Fixture.named("demo").build())
    let lineage = try #require(
      family.trace(try family.node("tidepool", "release-2.x"), try family.node("harbor-tidepool"))
    )
    let expected = try ["v2.1.3", "v2.1.2", "v2.1.1"].map { try family.node("tidepool", $0) }
    #expect(lineage.syncs.map(\.upstreamCommit) == expected)
    #expect(lineage.syncs.allSatisfy { family.graph.merges.contains($0.forkCommit) && $0.kind == .merge })
  }
}
