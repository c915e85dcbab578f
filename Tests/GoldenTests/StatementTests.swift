import Evidence
import FixtureSupport
import Landscape
import Pipeline
import Testing

/// What the READMEs of the cases say is right, beside the counts.
@Suite struct StatementTests {
  /// A verdict that a README names.
  struct Verdict: CustomStringConvertible {
    let fixture: String
    let fork: String
    /// nil: none, as for a mirror.
    let track: TrackVerdict?
    let kind: TrackKind?
    /// What is said instead today; nil where it is right. An entry that has come right fails until this is taken away.
    var stillSaid: String?

    var description: String { "\(fixture): \(fork)" }
  }

  static let verdicts = [
    Verdict(fixture: "demo", fork: "rockpool", track: .sameTrack, kind: .competitor, stillSaid: "successor"),
    Verdict(fixture: "demo", fork: "harbor-tidepool", track: .sameTrack, kind: .patchStack, stillSaid: "contribution"),
    Verdict(fixture: "demo", fork: "shoal", track: .differentTrack, kind: .derivative),
    Verdict(fixture: "demo", fork: "nils-tidepool", track: .sameTrack, kind: .contribution),
    Verdict(fixture: "demo", fork: "tidepool-mirror", track: nil, kind: nil),
    Verdict(
      fixture: "contribution",
      fork: "bea-engine",
      track: .sameTrack,
      kind: .contribution,
      stillSaid: "competitor"
    ),
    Verdict(
      fixture: "different-track",
      fork: "filmkeeper",
      track: .differentTrack,
      kind: .derivative
    ),
    Verdict(fixture: "mirror", fork: "copy", track: nil, kind: nil),
    Verdict(
      fixture: "patch-stack",
      fork: "engine-distro",
      track: .sameTrack,
      kind: .patchStack,
      stillSaid: "competitor"
    ),
    Verdict(fixture: "successor", fork: "engine-ng", track: .sameTrack, kind: .successor),
  ]

  @Test(arguments: verdicts) func verdictsAreAsTheReadmesSay(_ expected: Verdict) async throws {
    let fork = try await fork(expected.fork, of: expected.fixture)
    func compare() {
      #expect(fork.track?.verdict == expected.track)
      #expect(fork.track?.kind == expected.kind)
    }
    if let stillSaid = expected.stillSaid {
      withKnownIssue("\(expected): still \(stillSaid)") { compare() }
    } else {
      compare()
      #expect(expected.track != nil || fork.relation == .mirror)
    }
  }

  @Test func sinceWhenAVerdictStandsIsTheCommitThatChangedIt() async throws {
    let built = try Fixture.named("turned-to-films").build()
    let track = try #require(
      try await FamilyRun.ofFolder(built).analysis.landscape.families.first?.forks.first?.track
    )
    let commit = try built.git("showkeeper-plus").output("log", "-1", "--format=%H", "--", "README.md").text
    #expect(track.verdict == .differentTrack && track.kind == .derivative)
    #expect(track.crossed?.commit == commit && track.crossed?.cause == .ownWords)
    #expect(track.crossed?.before == .sameTrack && track.crossed?.date.day == "2020-01-15")
    #expect(try await fork("filmkeeper", of: "different-track").track?.crossed == nil)
  }

  @Test func aProductWithoutSourcesIsNamedAndNothingIsComputedOfIt() async throws {
    let family = try #require(try await landscape("people-moved").families.first)
    let known = KnownForkEntry(
      name: "pump-cloud",
      isClosed: true,
      track: .sameTrack,
      address: nil,
      source: "its manual"
    )
    #expect(family.withoutClone == [known])
    #expect(family.forks.map(\.name) == ["pump-next"])
  }

  @Test func whoWentOnInTheForkIsShownBesideTheVerdict() async throws {
    let track = try #require(try await fork("pump-next", of: "people-moved").track)
    let evidence = try #require(track.evidence.first { $0.signal == "contributors" })
    #expect(evidence.weight == 0 && evidence.parameters["before"] == .int(4))
    #expect(evidence.parameters["fork"] == .int(2) && evidence.parameters["only"] == .int(1))
  }

  @Test func workInTheFilesOfAnUpstreamThatStoppedLiesAtHome() async throws {
    let territory = try #require(try await fork("engine-ng", of: "successor").divergence?.territory)
    withKnownIssue("the commit that says so counts as upstream's work since the base") {
      #expect(territory.home == 1)
    }
  }

  @Test func aBackMergeDoesNotMoveTheForkPoint() async throws {
    let built = try Fixture.named("back-merge").build()
    let lineage = try #require(
      try await FamilyRun.ofFolder(built).analysis.landscape.families.first?.forks.first?.lineage
    )
    #expect(lineage.forkPoint?.commit == (try built.git("engine").output("rev-parse", "fork-point^0").text))
    #expect(lineage.gitMergeBase?.commit == (try built.git("turbine").output("rev-parse", "main^").text))
  }

  @Test func bothBasesOfACrissCrossAreListed() async throws {
    let built = try Fixture.named("criss-cross").build()
    let lineage = try #require(
      try await FamilyRun.ofFolder(built).analysis.landscape.families.first?.forks.first?.lineage
    )
    let upstream = try built.git("engine").output("rev-parse", "HEAD").text
    let bases = try built.git("turbine", borrowing: "engine").output("merge-base", "--all", "HEAD", upstream).lines
    #expect([lineage.gitMergeBase?.commit].compactMap { $0 } + lineage.otherBases == bases)
  }

  @Test func thirtyForksAreTwentySixAndFourMirrors() async throws {
    let families = try await landscape("thirty-forks").families
    #expect(families.count == 1 && families[0].forks.count == 30)
    #expect(
      families[0].forks.filter { $0.relation == .mirror }.map(\.clone) == ["fork-07", "fork-14", "fork-21", "fork-28"]
    )
    #expect(families[0].forks.allSatisfy { $0.upstream == families[0].upstream.name })
  }

  @Test func whatIsNoForkHasItsRole() async throws {
    let expected: [(fixture: String, clone: String, role: CloneRole)] = [
      ("unrelated", "pumpster", .unrelated), ("demo", "puddle", .unrelated), ("several-roots", "gearlib", .unrelated),
      ("patch-folder", "engine-debian", .patchFolder), ("worktrees", "turbine-topic", .duplicate),
      ("empty-repository", "empty", .notAnalysed),
    ]
    for (fixture, clone, role) in expected {
      let entry = try await landscape(fixture).clones.first { $0.path == clone }
      #expect(entry?.role == role, "\(fixture): \(clone)")
    }
  }

  private func landscape(_ fixture: String) async throws -> Landscape {
    try await FamilyRun.ofFolder(try Fixture.named(fixture).build()).analysis.landscape
  }

  private func fork(_ clone: String, of fixture: String) async throws -> ForkEntry {
    try #require(try await landscape(fixture).families.flatMap(\.forks).first { $0.clone == clone })
  }
}

/// Where git loses sight of a fork's origin.
extension StatementTests {
  @Test func aReleaseTakenInWithoutAMergeMovesTheBaseAndNotTheForkPoint() async throws {
    let lineage = try #require(try await fork("depot", of: "squash-synced").lineage)
    let base = try #require(lineage.effectiveBase)
    #expect(base.nearestTag == "v3" && base.method == .content && base.commit != lineage.gitMergeBase?.commit)
    #expect(lineage.kind == .sharedHistory && lineage.forkPoint?.commit == lineage.gitMergeBase?.commit)
  }

  @Test func anUnpackedArchiveIsDescentAndALibraryInAFolderIsNot() async throws {
    let landscape = try await FamilyRun.ofFolder(try Fixture.named("imported").build()).analysis.landscape
    let fork = try #require(landscape.families.first?.forks.first)
    #expect(landscape.families.count == 1 && landscape.families[0].forks.count == 1 && fork.name == "tarmac")
    #expect(fork.lineage?.kind == .imported && fork.lineage?.effectiveBase?.nearestTag == "v1")
    #expect(fork.divergence?.ahead == nil && fork.divergence?.base?.method == .content)
    #expect(landscape.clones.first { $0.name == "toolbox" }?.role == .unrelated)
  }

  @Test func aFilteredHistoryIsTheSameUnderOtherIds() async throws {
    let lineage = try #require(try await fork("filtered", of: "rewritten").lineage)
    #expect(lineage.kind == .rewrittenHistory && lineage.gitMergeBase == nil)
    #expect(lineage.effectiveBase?.method == .patches && lineage.effectiveBase?.commit == lineage.forkPoint?.commit)
    #expect((lineage.forkPoint?.confidence ?? 0) > 0.9)
  }
}
