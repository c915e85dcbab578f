import Landscape

/// A fork with what it is compared with: the family's root, or the fork that it is a fork of.
struct ForkContext {
  let fork: ForkEntry
  let family: FamilyEntry
  /// The page of the fork, relative to the report folder.
  let page: String

  /// Family and fork as a name for files and anchors; `~` stands in no safe file name, so no two forks share one.
  var slug: String {
    page.split(separator: "/").dropFirst().joined(separator: "~").replacing(/\.md$/, with: "")
  }

  private var upstreamFork: ForkEntry? {
    guard let name = fork.upstream, name != family.upstream.name else { return nil }
    return family.forks.first { $0.name == name && $0.name != fork.name }
  }

  /// The name of what the figures are against.
  var upstreamName: String { fork.upstream ?? family.upstream.name }

  /// The clone of what the figures are against.
  var upstreamClone: String { upstreamFork?.clone ?? family.upstream.clone }

  /// Whether the upstream's clone ends before what the fork rests on, or lacks that line.
  var isAtEdge: Bool { fork.lineage?.effectiveBase?.atEdge == true }

  /// Where data of a kind about the fork lie in the report folder: `patches/<family>/<name>.jsonl`.
  func dataFile(_ kind: String) -> String {
    let parts = page.split(separator: "/").dropFirst().joined(separator: "/")
    return "\(kind)/\(parts.dropLast(3)).jsonl"
  }

  /// The newest date in the upstream's clone.
  var upstreamAsOf: Instant? { upstreamFork.map(\.asOf) ?? family.upstream.asOf }

  /// The day on which the older of the two clones ends.
  var commonAsOf: Instant? { fork.asOf.map { min($0, upstreamAsOf ?? $0) } }

  /// Days by which the fork's clone is newer than the upstream's; negative where it is older.
  var daysNewer: Int? {
    guard let own = fork.asOf, let other = upstreamAsOf else { return nil }
    return own.days(since: other)
  }

  /// Whether the two clones are of so different an age that figures of time need a word about it.
  var isOfAnotherAge: Bool { daysNewer.map { abs($0) > 30 } ?? false }

  /// Whether git's merge base tells another story than the effective base: one more than a month away.
  var isMergeBaseStale: Bool {
    guard let lineage = fork.lineage, let git = lineage.gitMergeBase, let base = lineage.effectiveBase else {
      return false
    }
    return abs(base.date.days(since: git.date)) > 30
  }

  /// Evidence for the verdict, heaviest first; for an undetermined one, all of it.
  var evidenceForVerdict: [EvidenceEntry] {
    guard let track = fork.track else { return [] }
    let weighty = track.evidence.filter { $0.weight != 0 }
    return track.verdict == .undetermined ? weighty : weighty.filter { $0.says == track.verdict.rawValue }
  }

  /// The heaviest evidence for another verdict.
  var evidenceAgainst: EvidenceEntry? {
    guard let track = fork.track, track.verdict != .undetermined else { return nil }
    return track.evidence.first { $0.weight != 0 && $0.says != track.verdict.rawValue }
  }
}

/// Where everything of a report lies.
struct ReportPlaces {
  /// One fork's place.
  struct Place {
    let context: ForkContext
    let familyFolder: String
    let fileName: String
  }

  /// All forks, families by name, forks by name.
  let forks: [Place]

  init(_ landscape: Landscape) {
    let folders = SafeFileName.assign(landscape.families.map(\.name))
    forks = zip(landscape.families, folders).flatMap { family, folder in
      zip(family.forks, SafeFileName.assign(family.forks.map(\.name))).map { fork, name in
        Place(
          context: ForkContext(fork: fork, family: family, page: "forks/\(folder)/\(name).md"),
          familyFolder: folder,
          fileName: name
        )
      }
    }
  }
}
