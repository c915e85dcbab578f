import Evidence
import GitValues
public import Landscape

extension Sample {
  /// Commits of KeyDB and redis that only one of them has.
  public static let patchLines: [PatchLine] = [
    line(
      .upstream,
      "fix",
      .missing,
      at(2023, 9, 6),
      "Fix heap overflow in XAUTOCLAIM (CVE-2022-35951)",
      fix: "CVE-2022-35951"
    ),
    line(.upstream, "pick", .equivalent, at(2022, 3, 1), "Fix typo in redis.conf", match: "kdpick"),
    line(.fork, "kdpick", .taken, at(2022, 4, 1), "Fix typo in redis.conf", match: "pick"),
    line(.fork, "kdown", .carried, at(2022, 5, 1), "Add the multimaster module"),
  ]

  static let patches = PatchesEntry(
    upstreamSide: UpstreamPatchesEntry(patchLines),
    forkSide: ForkPatchesEntry(patchLines),
    flow: FlowEntry(direction: .down, byYear: [FlowYearEntry(year: 2022, down: 1, up: 0, unknown: 0)]),
    soakDays: SoakEntry(
      median: 31,
      p90: nil,
      arrived: 1,
      censored: 1,
      byYear: [
        SoakYearEntry(year: 2022, median: 31, p90: 31, arrived: 1, censored: 0),
        SoakYearEntry(year: 2023, median: nil, p90: nil, arrived: 0, censored: 1),
      ]
    ),
    missingFixes: [
      MissingFixEntry(
        commit: id("fix"),
        date: at(2023, 9, 6),
        subject: "Fix heap overflow in XAUTOCLAIM (CVE-2022-35951)",
        subjectIsEncoded: false,
        why: "CVE-2022-35951",
        status: .missing,
        exposureDays: 244
      )
    ],
    silentReverts: [
      SilentRevertEntry(
        commit: id("merge"),
        date: at(2022, 6, 1),
        subject: "Merge tag '6.2.7' into main",
        subjectIsEncoded: false,
        upstreamCommit: id("6.2.7"),
        files: 1,
        paths: [SilentRevertPathEntry(path: "src/lazyfree.c", pathIsEncoded: false)]
      )
    ],
    limits: PatchLimitsEntry(
      files: 2000,
      fileBytes: 4 << 20,
      lines: 20_000,
      judgedFiles: 200,
      judgedFileBytes: 1 << 20,
      judgedLines: 300,
      partlySeen: 12
    )
  )

  private static func line(
    _ side: PatchSide,
    _ name: String,
    _ status: PatchStatus,
    _ date: Instant,
    _ subject: String,
    fix: String? = nil,
    match: String? = nil
  ) -> PatchLine {
    PatchLine(
      side: side,
      commit: id(name),
      date: date,
      subject: subject,
      subjectIsEncoded: false,
      isOnMainLine: true,
      status: status,
      presence: status == .missing || status == .carried ? .missing : nil,
      direction: match.map { _ in "down" },
      fix: fix,
      matches: match.map {
        [PatchMatch(commit: id($0), by: .trailer, similarity: .init(message: 0.9, diff: 1))]
      } ?? [],
      contradicted: [],
      area: "src",
      submodules: [],
      reason: nil
    )
  }

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
    patches: patches,
    compatibility: compatibility,
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
