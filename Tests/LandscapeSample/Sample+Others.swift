import Evidence
import GitValues
import Landscape

extension Sample {
  static func root(_ name: String, _ branch: String, _ date: Instant, commits: Int) -> UpstreamEntry {
    UpstreamEntry(
      name: name,
      clone: "clones/\(name).git",
      head: HeadEntry(ref: "refs/heads/\(branch)", refIsEncoded: false, commit: id(name), date: date),
      commits: commits,
      asOf: date
    )
  }

  static let sonarr = FamilyEntry(
    name: "sonarr",
    upstream: root("Sonarr", "develop", at(2026, 9, 14), commits: 8_402),
    forks: [radarr]
  )

  static let radarr = ForkEntry(
    name: "Radarr",
    clone: "clones/Radarr.git",
    relation: .fork,
    upstream: "Sonarr",
    head: HeadEntry(ref: "refs/heads/develop", refIsEncoded: false, commit: id("radarr"), date: at(2026, 9, 20)),
    asOf: at(2026, 9, 20),
    activity: .active,
    lineage: LineageEntry(
      kind: .sharedHistory,
      confidence: 1,
      line: LineEntry(
        ref: "refs/heads/develop",
        refIsEncoded: false,
        commit: id("Sonarr"),
        date: at(2026, 9, 14),
        confidence: 0.93
      ),
      gitMergeBase: CommitEntry(commit: id("radarrbase"), date: at(2017, 1, 3)),
      otherBases: [],
      forkPoint: ForkPointEntry(commit: id("radarrbase"), date: at(2017, 1, 3), confidence: 0.95),
      effectiveBase: EffectiveBaseEntry(
        commit: id("radarrbase"),
        date: at(2017, 1, 3),
        method: .ancestry,
        confidence: 0.9,
        nearestTag: nil,
        nearestTagIsEncoded: false,
        prefix: "",
        prefixIsEncoded: false,
        similarity: 0.31,
        runnerUp: nil,
        atEdge: false
      ),
      syncs: []
    ),
    divergence: DivergenceEntry(
      base: BaseEntry(commit: id("radarrbase"), method: .ancestry),
      ahead: 6_120,
      behind: 5_210,
      aheadNoMerges: 6_011,
      behindNoMerges: 5_142,
      files: FilesEntry([.identical: 120, .changedByBoth: 1_420, .addedByFork: 2_211, .addedByUpstream: 1_760]),
      renames: RenamesEntry(
        byFork: 3_120,
        byUpstream: 14,
        folders: [
          FolderRenameEntry(
            from: "src/NzbDrone.Core/Tv/",
            fromIsEncoded: false,
            to: "src/NzbDrone.Core/Movies/",
            toIsEncoded: false,
            files: 61
          )
        ]
      ),
      territory: TerritoryEntry(home: 0.52, quiet: 0.061, new: 0.419),
      vocabulary: VocabularyEntry(
        gained: [WordEntry(word: "movie", fork: 0.043, upstream: 0.0002)],
        lost: [
          WordEntry(word: "series", fork: 0.001, upstream: 0.039), WordEntry(word: "episode", fork: 0, upstream: 0.03),
        ],
        shift: 0.47
      )
    ),
    track: TrackEntry(
      verdict: .differentTrack,
      confidence: 0.9,
      kind: .derivative,
      declared: nil,
      crossed: TrackCrossingEntry(date: at(2017, 3, 4), cause: .ownWords, commit: id("movies"), before: .sameTrack),
      evidence: [
        EvidenceEntry(
          signal: "vocabulary",
          value: 0.47,
          weight: 2.4,
          says: "different-track",
          message: "track.vocabularyFar",
          text: "It speaks of “movie” where Sonarr speaks of “series” and “episode”."
        )
      ]
    )
  )

  static let postgres = FamilyEntry(
    name: "postgresql",
    upstream: root("postgres", "master", at(2026, 10, 12), commits: 61_044),
    forks: [ivory, openGauss, pgshard],
    withoutClone: [
      KnownForkEntry(name: "redshift", isClosed: true, track: .differentTrack, address: nil, source: "its guide"),
      KnownForkEntry(
        name: "cloudberry",
        isClosed: false,
        track: nil,
        address: "https://example.org/cloudberry.git",
        source: nil
      ),
      KnownForkEntry(name: "nameless", isClosed: false, track: nil, address: nil, source: nil),
    ]
  )

  static let ivory = ForkEntry(
    name: "IvorySQL",
    clone: "clones/IvorySQL.git",
    relation: .fork,
    upstream: "postgres",
    head: HeadEntry(ref: "refs/heads/master", refIsEncoded: false, commit: id("ivory"), date: at(2026, 10, 1)),
    asOf: at(2026, 10, 1),
    activity: .active,
    lineage: LineageEntry(
      kind: .sharedHistory,
      confidence: 1,
      line: LineEntry(
        ref: "refs/heads/REL_18_STABLE",
        refIsEncoded: false,
        commit: id("rel18"),
        date: at(2026, 10, 9),
        confidence: 0.97
      ),
      gitMergeBase: CommitEntry(commit: id("ivorygit"), date: at(2022, 6, 13)),
      otherBases: [],
      forkPoint: ForkPointEntry(commit: id("ivorypoint"), date: at(2021, 11, 8), confidence: 0.7),
      effectiveBase: EffectiveBaseEntry(
        commit: id("ivoryeff"),
        date: at(2026, 8, 10),
        method: .tree,
        confidence: 0.98,
        nearestTag: "REL_18_2",
        nearestTagIsEncoded: false,
        prefix: "",
        prefixIsEncoded: false,
        similarity: 0.986,
        runnerUp: id("runner"),
        atEdge: true
      ),
      syncs: (0..<12).map {
        SyncEntry(
          date: at(2024 + $0 / 6, 1 + $0 % 6 * 2, 14),
          kind: .squash,
          forkCommit: id("ivsync\($0)"),
          upstreamCommit: id("ivup\($0)")
        )
      }
    ),
    divergence: DivergenceEntry(
      base: BaseEntry(commit: id("ivoryeff"), method: .tree),
      ahead: 9_204,
      behind: 8_960,
      aheadNoMerges: 9_001,
      behindNoMerges: 8_960,
      defaultBranch: DefaultBranchEntry(
        ref: "refs/heads/master",
        refIsEncoded: false,
        commit: id("postgres"),
        ahead: 9_204,
        behind: 10_877,
        aheadNoMerges: 9_001,
        behindNoMerges: 10_877
      ),
      territory: TerritoryEntry(home: 0.08, quiet: 0.221, new: 0.699)
    ),
    track: TrackEntry(
      verdict: .undetermined,
      confidence: 0.55,
      kind: nil,
      declared: .differentTrack,
      evidence: [
        EvidenceEntry(
          signal: "territory",
          value: 0.699,
          weight: 0.6,
          says: "different-track",
          message: "track.territoryNew",
          text: "70 % of its own work lies in files that postgres never had, most of them an Oracle grammar."
        ),
        EvidenceEntry(
          signal: "syncs",
          value: 12,
          weight: 0.5,
          says: "same-track",
          message: "track.syncs",
          text: "It takes in postgres six times a year."
        ),
      ]
    )
  )

  static let openGauss = ForkEntry(
    name: "openGauss",
    clone: "clones/openGauss.git",
    relation: .fork,
    upstream: "postgres",
    head: HeadEntry(ref: "refs/heads/master", refIsEncoded: false, commit: id("gauss"), date: at(2026, 8, 2)),
    asOf: at(2026, 8, 2),
    activity: .active,
    lineage: LineageEntry(
      kind: .imported,
      confidence: 0.95,
      line: LineEntry(
        ref: "refs/heads/REL9_2_STABLE",
        refIsEncoded: false,
        commit: id("rel92"),
        date: at(2017, 11, 6),
        confidence: 0.91
      ),
      gitMergeBase: nil,
      otherBases: [],
      forkPoint: nil,
      effectiveBase: EffectiveBaseEntry(
        commit: id("gausseff"),
        date: at(2013, 4, 1),
        method: .content,
        confidence: 0.83,
        nearestTag: "REL9_2_4",
        nearestTagIsEncoded: false,
        prefix: "",
        prefixIsEncoded: false,
        similarity: 0.24,
        runnerUp: nil,
        atEdge: false
      ),
      syncs: nil
    ),
    divergence: DivergenceEntry(
      base: BaseEntry(commit: id("gausseff"), method: .content),
      ahead: nil,
      behind: nil,
      aheadNoMerges: nil,
      behindNoMerges: nil,
      territory: TerritoryEntry(home: 0.11, quiet: 0.09, new: 0.8)
    ),
    track: TrackEntry(
      verdict: .sameTrack,
      confidence: 0.62,
      kind: .competitor,
      declared: nil,
      crossed: TrackCrossingEntry(date: at(2025, 1, 2), cause: .upstreamEnded, commit: nil, before: .undetermined),
      evidence: [
        EvidenceEntry(
          signal: "vocabulary",
          value: 0.2,
          weight: 0.5,
          says: "same-track",
          message: "track.vocabularyNear",
          text: "Its vocabulary moved by 20 % only."
        )
      ]
    ),
    notAnalysed: [
      NotAnalysedEntry(what: "lineage.forkPoint", reason: "the two have no common commits"),
      NotAnalysedEntry(what: "lineage.syncs", reason: "imports of later releases were not searched for"),
    ]
  )

  static let pgshard = ForkEntry(
    name: "pgshard",
    clone: "clones/pgshard.git",
    relation: .notAnalysed,
    upstream: nil,
    head: nil,
    asOf: nil,
    notAnalysed: [NotAnalysedEntry(what: "lineage", reason: "the pack of its objects is damaged")]
  )
}
