import FixtureSupport
import GitValues
import Landscape
import Pipeline
import Testing

/// What the READMEs of the cases say of syncs and of what is no own work.
@Suite struct LineageStatementTests {
  private func lineage(_ fork: String, of fixture: String) async throws -> LineageEntry {
    let run = try await FamilyRun.ofFolder(try Fixture.named(fixture).build())
    let forks = run.analysis.landscape.families.flatMap(\.forks)
    return try #require(forks.first { $0.name == fork }?.lineage)
  }

  private func commit(_ fixture: String, _ clone: String, _ revision: String) throws -> String {
    // Held until git has run: the clones go with the value.
    let built = try Fixture.named(fixture).build()
    return try built.git(clone).output("rev-parse", revision + "^0").text
  }

  @Test func aSquashIsASyncOfThatVeryCommit() async throws {
    let lineage = try await lineage("depot", of: "squash-synced")
    let sync = try #require(lineage.syncs?.first)
    #expect(lineage.syncs?.count == 1 && sync.kind == .squash && sync.commits == 3)
    #expect(sync.forkCommit == (try commit("squash-synced", "depot", "main~1")))
    #expect(sync.upstreamCommit == (try commit("squash-synced", "engine", "v3")))
    #expect(lineage.ownWork?.own == 2 && lineage.ownWork?.syncs == 1 && lineage.ownWork?.total == 3)
  }

  @Test func filesLaidOutAnewAreStillTheirReleases() async throws {
    let asphalt = try await lineage("asphalt", of: "laid-out-anew")
    #expect(asphalt.kind == .sharedHistory)
    #expect(asphalt.effectiveBase?.commit == (try commit("laid-out-anew", "engine", "v3")))
    #expect(asphalt.effectiveBase?.similarity == nil && asphalt.effectiveBase?.confidence ?? 1 <= 0.75)
    #expect(asphalt.syncs?.map(\.kind) == [.squash])
    #expect(asphalt.syncs?.first?.forkCommit == (try commit("laid-out-anew", "asphalt", "main~1")))
    let tarmac = try await lineage("tarmac", of: "laid-out-anew")
    let second = try commit("laid-out-anew", "engine", "v2")
    #expect(tarmac.kind == .imported && tarmac.effectiveBase?.commit == second)
  }

  @Test func aSyncThatAMessageAnnouncesIsOneWhereFilesBearItOut() async throws {
    let lineage = try await lineage("turbine", of: "announced-sync")
    #expect(lineage.syncs?.map(\.kind) == [.squash] && lineage.syncs?.first?.commits == 3)
    #expect(lineage.syncs?.first?.forkCommit == (try commit("announced-sync", "turbine", "main~2")))
    #expect(lineage.effectiveBase?.commit == (try commit("announced-sync", "engine", "main~2")))
    #expect(lineage.ownWork?.syncs == 1)
  }

  @Test func upstreamUnderAFolderIsComparedUnderIt() async throws {
    let run = try await FamilyRun.ofFolder(try Fixture.named("under-a-folder").build())
    let fork = try #require(run.analysis.landscape.families.flatMap(\.forks).first)
    #expect(fork.lineage?.effectiveBase?.prefix == "third/engine/")
    let files = try #require(fork.divergence?.files)
    #expect(files[.changedByFork] == 2 && files[.deletedByFork] == 1 && files[.addedByFork] == 2)
    #expect(files[.changedByUpstream] == 1 && files[.addedByUpstream] == 1 && files[.identical] == 21)
  }

  @Test func aSignpostDoesNotStandForAProject() async throws {
    let run = try await FamilyRun.ofFolder(try Fixture.named("stub-default").build())
    let fork = try #require(run.analysis.landscape.families.flatMap(\.forks).first)
    #expect(fork.head?.ref == "refs/heads/stable-2" && fork.divergence?.ahead == 2)
    #expect(fork.notes.contains { $0.text.contains("refs/heads/main holds no project") })
  }

  @Test func aStackIsCountedOnceNotOnceForEachRebase() async throws {
    let lineage = try await lineage("turbine", of: "rebased-stack")
    let sync = try #require(lineage.syncs?.first)
    #expect(lineage.syncs?.count == 1 && sync.kind == .rebase && sync.commits == 1)
    #expect(sync.upstreamCommit == (try commit("rebased-stack", "engine", "v2")))
    #expect(lineage.forkPoint?.commit == (try commit("rebased-stack", "engine", "v1")))
    let work = try #require(lineage.ownWork)
    #expect(work.own == 3 && work.earlierGenerations == 3 && work.syncs == 1 && work.total == 7)
  }

  @Test func picksOfSomeDaysAreOneBatch() async throws {
    let lineage = try await lineage("turbine", of: "picked")
    let sync = try #require(lineage.syncs?.first)
    #expect(lineage.syncs?.count == 1 && sync.kind == .picks && sync.commits == 4)
    #expect(sync.upstreamCommit == (try commit("picked", "engine", "main~1")))
    #expect(lineage.ownWork?.own == 2 && lineage.ownWork?.copies == 4)
    #expect(lineage.effectiveBase?.commit == lineage.gitMergeBase?.commit)
  }

  @Test func aHistoryWithARootOfItsOwnIsNoOwnWorkAndNoSync() async throws {
    let lineage = try await lineage("turbine", of: "several-roots")
    #expect(lineage.syncs == [])
    let work = try #require(lineage.ownWork)
    #expect(work.sideHistories == 3 && work.own == 1 && work.merges == 1 && work.total == 5)
  }

  @Test func aLineThatTheUpstreamCloneLacksIsNoOwnWork() async throws {
    let lineage = try await lineage("engine-lts", of: "missing-line")
    #expect(lineage.ownWork?.upstreamLines == 12 && lineage.ownWork?.own == 2)
    #expect(lineage.effectiveBase?.atEdge == true)
  }

  @Test func theFirstNameTellsWhoCameFirst() async throws {
    let run = try await FamilyRun.ofFolder(try Fixture.named("taken-over").build())
    let family = try #require(run.analysis.landscape.families.first)
    #expect(family.upstream.name == "cleanwing" && family.forks.map(\.name) == ["betawing"])
  }
}
