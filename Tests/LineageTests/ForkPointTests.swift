import BitCollections
import FixtureSupport
import History
import Testing

@testable import Lineage

@Suite struct ForkPointTests {
  @Test func backMergeMovesTheMergeBaseAndNotTheForkPoint() async throws {
    let built = try Fixture.named("back-merge").build()
    let family = try await GraphOfFixture(built)
    let fork = try family.node("turbine")
    let lineage = try #require(family.trace(try family.node("engine"), fork))
    #expect(lineage.mergeBases == [try family.node("turbine", "HEAD~1")])
    #expect(lineage.forkPoint == .init(node: try family.node("engine", "fork-point"), confidence: 1))
    #expect(lineage.syncs.isEmpty)
    #expect(Array(lineage.forkOnly) == [fork])
  }

  /// `upstream - M - own`, where M has upstream first: the fork's own side of M tells when it left.
  @Test func foxtrotMergeIsFollowedOnItsOwnSide() async throws {
    let small = try SmallRepository()
    let root = try small.commit(date: 1_600_000_000)
    let shared = try small.commit(parents: [root], date: 1_600_100_000)
    let own = try small.commit(parents: [shared], date: 1_600_200_000)
    let upstream = try small.commit(parents: [shared], date: 1_600_300_000)
    let foxtrot = try small.commit(parents: [upstream, own], date: 1_600_400_000)
    let fork = try small.commit(parents: [foxtrot], date: 1_600_500_000)
    let later = try small.commit(parents: [upstream], date: 1_600_600_000)
    try small.git("update-ref", "refs/heads/main", later)
    try small.git("update-ref", "refs/heads/fork", fork)
    let family = try await GraphOfFixture(["small": small.path])
    let lineage = try #require(family.trace(try family.node("small", "main"), try family.node("small", "fork")))
    #expect(lineage.mergeBases == [try family.node("small", upstream)])
    #expect(lineage.forkPoint == .init(node: try family.node("small", shared), confidence: 1))
    #expect(Set(lineage.forkOnly) == Set(try [own, foxtrot, fork].map { try family.node("small", $0) }))
  }

  @Test func withoutCommonFirstParentsTheMergeBaseStandsIn() async throws {
    let small = try SmallRepository()
    let library = try small.commit(["lib.c": "1"], date: 1_600_000_000)
    let upstreamRoot = try small.commit(["up.c": "1"], date: 1_600_000_100)
    let forkRoot = try small.commit(["fork.c": "1"], date: 1_600_000_200)
    let upstream = try small.commit(parents: [upstreamRoot, library], date: 1_600_100_000)
    let fork = try small.commit(parents: [forkRoot, library], date: 1_600_200_000)
    try small.git("update-ref", "refs/heads/main", upstream)
    try small.git("update-ref", "refs/heads/fork", fork)
    let family = try await GraphOfFixture(["small": small.path])
    let lineage = try #require(family.trace(try family.node("small", "main"), try family.node("small", "fork")))
    #expect(lineage.forkPoint == .init(node: try family.node("small", library), confidence: 0.5))
  }

  @Test func nothingInCommonIsNoLineage() async throws {
    let family = try await GraphOfFixture(Fixture.named("unrelated").build())
    let (upstream, fork) = (try family.node("engine"), try family.node("pumpster"))
    #expect(family.trace(upstream, fork) == nil)
    #expect(try family.lines("engine").line(for: family.graph.reach([fork])) == nil)
  }

  @Test func crissCrossHasBothBasesNewestFirst() async throws {
    let built = try Fixture.named("criss-cross").build()
    let family = try await GraphOfFixture(built)
    let (upstream, fork) = (try family.node("engine"), try family.node("turbine"))
    let lineage = try #require(family.trace(upstream, fork))
    let git = try built.git("turbine", borrowing: "engine")
    let ids = [fork, upstream].map { "\(family.graph.ids[$0])" }
    #expect(
      lineage.mergeBases.map { "\(family.graph.ids[$0])" }
        == (try git.output("merge-base", "--all", ids[0], ids[1]).lines)
    )
    #expect(lineage.mergeBases.count == 2)
  }

  /// What the shallow clone lacks lies below the base, so counts hold; where nobody has the rest they say so if not.
  @Test func shallowHistoryIsCompleteAboveTheBase() async throws {
    let built = try Fixture.named("shallow").build()
    let whole = try await GraphOfFixture(built)
    let lineage = try #require(whole.trace(try whole.node("engine"), try whole.node("turbine")))
    #expect(lineage.forkOnly.count == 2 && lineage.lineOnly.count == 1 && lineage.incompleteness == nil)

    let alone = try await GraphOfFixture(built, leavingOut: ["engine", "turbine-full"])
    let edge = try alone.node("turbine", "HEAD~3")
    let cut = try #require(alone.graph.cuts.first)
    #expect(alone.graph.cuts.count == 1 && cut.node == edge && cut.place == 0)
    let inner = try #require(alone.trace(try alone.node("turbine", "HEAD~1"), try alone.node("turbine")))
    #expect(inner.forkOnly.count == 1 && inner.incompleteness == nil)
  }
}
