import Evidence
import GitValues
import Landscape

extension Sample {
  static let redis = FamilyEntry(
    name: "redis",
    upstream: UpstreamEntry(
      name: "redis",
      clone: "clones/redis.git",
      head: HeadEntry(
        ref: "refs/heads/unstable",
        refIsEncoded: false,
        commit: id("redis"),
        date: at(2026, 11, 3)
      ),
      commits: 13_241,
      asOf: at(2026, 11, 3),
      portrait: PortraitEntry(
        title: "Redis",
        license: "AGPL-3.0-only",
        describes: "For developers who build real-time data-driven applications, Redis is the preferred cache.",
        forkOf: nil
      )
    ),
    forks: [valkey, keydb, mirror, kvrocks]
  )

  static let valkey = ForkEntry(
    name: "valkey",
    clone: "clones/valkey.git",
    relation: .fork,
    upstream: "redis",
    head: HeadEntry(ref: "refs/heads/unstable", refIsEncoded: false, commit: id("valkey"), date: at(2026, 11, 9)),
    asOf: at(2026, 11, 9),
    activity: .active,
    portrait: PortraitEntry(
      title: "Valkey",
      license: "BSD-3-Clause",
      describes: "Valkey is a high-performance data structure server that primarily serves key/value workloads.",
      forkOf: "This project was forked from the open source Redis project right before the transition to their new "
        + "source available licenses."
    ),
    upstreamEvidence: [
      EvidenceEntry(
        signal: "commonCommits",
        value: 0.93,
        weight: 3.1,
        says: "redis",
        message: "family.commonCommits",
        parameters: ["common": 11_990],
        text: "It has 11,990 commits in common with redis, more than with any other."
      ),
      EvidenceEntry(
        signal: "older",
        value: 5510,
        weight: 1.4,
        says: "redis",
        message: "family.older",
        text: "Redis began 15 years earlier and has releases from before they parted."
      ),
    ],
    lineage: valkeyLineage,
    divergence: valkeyDivergence,
    community: valkeyCommunity,
    track: valkeyTrack,
    notAnalysed: laterStages
  )

  static let laterStages = [
    NotAnalysedEntry(what: "patches", reason: "this version does not compare patches", message: "stage.notBuilt"),
    NotAnalysedEntry(
      what: "mergeForecast",
      reason: "this version does not forecast merges",
      message: "stage.notBuilt"
    ),
  ]

  static let valkeyLineage = LineageEntry(
    kind: .sharedHistory,
    confidence: 1,
    line: LineEntry(
      ref: "refs/heads/unstable",
      refIsEncoded: false,
      commit: id("redis"),
      date: at(2026, 11, 3),
      confidence: 0.82
    ),
    gitMergeBase: CommitEntry(commit: id("split"), date: at(2024, 3, 20)),
    otherBases: [],
    forkPoint: ForkPointEntry(commit: id("split"), date: at(2024, 3, 20), confidence: 0.99),
    effectiveBase: EffectiveBaseEntry(
      commit: id("split"),
      date: at(2024, 3, 20),
      method: .ancestry,
      confidence: 0.97,
      nearestTag: "7.2.4",
      nearestTagIsEncoded: false,
      prefix: "",
      prefixIsEncoded: false,
      similarity: 0.412,
      runnerUp: id("second"),
      atEdge: false
    ),
    syncs: [
      SyncEntry(date: at(2024, 6, 11), kind: .picks, forkCommit: id("pick1"), upstreamCommit: id("up1")),
      SyncEntry(date: at(2025, 1, 7), kind: .picks, forkCommit: id("pick2"), upstreamCommit: id("up2")),
      SyncEntry(date: at(2025, 10, 4), kind: .picks, forkCommit: id("pick3"), upstreamCommit: nil),
    ]
  )

  static let valkeyDivergence = DivergenceEntry(
    base: BaseEntry(commit: id("split"), method: .ancestry),
    ahead: 2_918,
    behind: 1_251,
    aheadNoMerges: 2_871,
    behindNoMerges: 1_166,
    defaultBranch: DefaultBranchEntry(
      ref: "refs/heads/unstable",
      refIsEncoded: false,
      commit: id("redis"),
      ahead: 2_918,
      behind: 1_251,
      aheadNoMerges: 2_871,
      behindNoMerges: 1_166
    ),
    files: FilesEntry([
      .identical: 694, .changedByFork: 141, .changedByUpstream: 77, .changedByBothAlike: 4, .changedByBoth: 388,
      .addedByFork: 266, .addedByUpstream: 512, .addedByBoth: 3, .deletedByFork: 19, .deletedByUpstream: 8,
      .deletedByBoth: 2, .deletedByForkChangedByUpstream: 6, .changedByForkDeletedByUpstream: 1,
    ]),
    lines: LinesEntry(
      fork: LineCountEntry(added: 143_882, removed: 52_417, binaryFiles: 3),
      upstream: LineCountEntry(added: 301_220, removed: 41_005, binaryFiles: 11),
      heads: LineCountEntry(added: 166_930, removed: 322_018, binaryFiles: 12)
    ),
    renames: RenamesEntry(
      byFork: 41,
      byUpstream: 6,
      folders: [
        FolderRenameEntry(
          from: "utils/redis-copy/",
          fromIsEncoded: false,
          to: "utils/valkey-copy/",
          toIsEncoded: false,
          files: 6
        )
      ]
    ),
    territory: TerritoryEntry(home: 0.613, quiet: 0.098, new: 0.289),
    vocabulary: VocabularyEntry(
      gained: [
        WordEntry(word: "rdma", fork: 0.0081, upstream: 0), WordEntry(word: "slot", fork: 0.021, upstream: 0.0142),
      ],
      lost: [WordEntry(word: "vectorset", fork: 0, upstream: 0.0093)],
      shift: 0.11
    ),
    areas: [
      AreaEntry(path: "src", pathIsEncoded: false, linesAdded: 61_300, linesRemoved: 28_114, commits: 1_934),
      AreaEntry(path: "tests/unit", pathIsEncoded: false, linesAdded: 22_054, linesRemoved: 6_630, commits: 871),
      AreaEntry(path: "src/unit", pathIsEncoded: false, linesAdded: 14_210, linesRemoved: 3_021, commits: 162),
      AreaEntry(path: "", pathIsEncoded: false, linesAdded: 1_204, linesRemoved: 633, commits: 201),
    ],
    history: [
      HistoryEntry(month: "2024-03", ahead: 12, behind: 0, lagDays: nil),
      HistoryEntry(month: "2024-12", ahead: 988, behind: 310, lagDays: 286),
      HistoryEntry(month: "2025-12", ahead: 2_101, behind: 804, lagDays: 651),
      HistoryEntry(month: "2026-10", ahead: 2_890, behind: 1_240, lagDays: 955),
    ]
  )

  static let valkeyTrack = TrackEntry(
    verdict: .sameTrack,
    confidence: 0.94,
    kind: .successor,
    declared: .sameTrack,
    crossed: TrackCrossingEntry(
      date: at(2024, 3, 20),
      cause: .upstreamLicence,
      commit: id("licence"),
      before: .undetermined
    ),
    evidence: [
      EvidenceEntry(
        signal: "territory",
        value: 0.613,
        weight: 1.6,
        says: "same-track",
        message: "track.territoryHome",
        parameters: ["home": 0.613],
        text: "61 % of its own work lies in files that redis keeps changing too."
      ),
      EvidenceEntry(
        signal: "licence",
        value: nil,
        weight: 1.9,
        says: "same-track",
        message: "track.licenceChanged",
        parameters: ["fork": "BSD-3-Clause", "upstream": "AGPL-3.0-only"],
        text: "It keeps the licence that redis left (BSD-3-Clause; redis is now AGPL-3.0-only)."
      ),
      EvidenceEntry(
        signal: "vocabulary",
        value: 0.11,
        weight: 0.8,
        says: "same-track",
        message: "track.vocabularyNear",
        text: "Its vocabulary moved by 11 % only."
      ),
      EvidenceEntry(
        signal: "identity",
        value: 1,
        weight: -0.4,
        says: "different-track",
        message: "track.renamed",
        text: "It renamed its programs and its README no longer speaks of Redis as the product."
      ),
      EvidenceEntry(
        signal: "syncs",
        value: 3,
        weight: 0,
        says: "undetermined",
        message: "track.syncs",
        text: "It took in picks three times since the split, which tells nothing either way."
      ),
    ]
  )

  static let mirror = ForkEntry(
    name: "redis-mirror",
    clone: "clones/redis-mirror.git",
    relation: .mirror,
    upstream: "redis",
    head: HeadEntry(ref: "refs/heads/unstable", refIsEncoded: false, commit: id("mirror"), date: at(2026, 10, 30)),
    asOf: at(2026, 10, 30)
  )

  static let kvrocks = ForkEntry(
    name: "kvrocks",
    clone: "clones/kvrocks.git",
    relation: .unrelated,
    upstream: "redis",
    head: HeadEntry(ref: "refs/heads/unstable", refIsEncoded: false, commit: id("kvrocks"), date: at(2026, 11, 1)),
    asOf: at(2026, 11, 1),
    upstreamEvidence: [
      EvidenceEntry(
        signal: "commonBlobs",
        value: 0.007,
        weight: -2.2,
        says: "unrelated",
        message: "family.fewCommonBlobs",
        text: "0.7 % of its files were ever in redis, all of them vendored libraries."
      )
    ]
  )
}
