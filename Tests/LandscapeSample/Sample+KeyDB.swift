import Evidence
import GitValues
import Landscape

extension Sample {
  static let keydb = ForkEntry(
    name: "KeyDB",
    clone: "clones/KeyDB.git",
    relation: .fork,
    upstream: "redis",
    head: HeadEntry(ref: "refs/heads/main", refIsEncoded: false, commit: id("keydb"), date: at(2024, 5, 7)),
    asOf: at(2024, 5, 7),
    activity: .active,
    lineage: LineageEntry(
      kind: .sharedHistory,
      confidence: 1,
      line: LineEntry(
        ref: "refs/heads/6.2",
        refIsEncoded: false,
        commit: id("redis6.2"),
        date: at(2026, 7, 1),
        confidence: 0.88
      ),
      gitMergeBase: CommitEntry(commit: id("keydbbase"), date: at(2021, 7, 21)),
      otherBases: [id("o1"), id("o2")],
      forkPoint: ForkPointEntry(commit: id("keydbpoint"), date: at(2019, 1, 30), confidence: 0.9),
      effectiveBase: EffectiveBaseEntry(
        commit: id("keydbeff"),
        date: at(2022, 4, 27),
        method: .tree,
        confidence: 0.86,
        nearestTag: "6.2.7",
        nearestTagIsEncoded: false,
        prefix: "",
        prefixIsEncoded: false,
        similarity: 0.71,
        runnerUp: nil,
        atEdge: false
      ),
      syncs: [SyncEntry(date: at(2022, 5, 2), kind: .squash, forkCommit: id("kdsync"), upstreamCommit: id("keydbeff"))]
    ),
    divergence: DivergenceEntry(
      base: BaseEntry(commit: id("keydbeff"), method: .tree),
      ahead: 4_311,
      behind: 402,
      aheadNoMerges: 3_100,
      behindNoMerges: 402,
      defaultBranch: DefaultBranchEntry(
        ref: "refs/heads/unstable",
        refIsEncoded: false,
        commit: id("redis"),
        ahead: 4_498,
        behind: 4_120,
        aheadNoMerges: 3_280,
        behindNoMerges: 3_904
      ),
      territory: TerritoryEntry(home: 0.377, quiet: 0.33, new: 0.293)
    ),
    track: TrackEntry(
      verdict: .sameTrack,
      confidence: 0.81,
      kind: .competitor,
      declared: nil,
      evidence: [
        EvidenceEntry(
          signal: "territory",
          value: 0.377,
          weight: 0.7,
          says: "same-track",
          message: "track.territoryHome",
          text: "38 % of its own work lies in files that redis keeps changing too."
        )
      ]
    ),
    notes: [
      MessageEntry(
        message: "lineage.importedHistories",
        parameters: ["commits": 1_387],
        text: "1,387 of the commits ahead are side histories merged in from other projects, not work on Redis."
      )
    ],
    notAnalysed: laterStages + [
      NotAnalysedEntry(
        what: "divergence.lines",
        reason: "two blobs of the base are missing from the clone",
        message: "objects.missing"
      )
    ]
  )
}
