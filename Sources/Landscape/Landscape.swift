/// Everything that an analysis found out: what `landscape.json` holds, and all that reports and checks read.
///
/// The initialiser puts most lists into their total order, so that the same findings are the same bytes in whatever
/// order they were made. It leaves these as they are given, and whoever gives them puts them in the order that their
/// comments name: notes, what forks say of their upstream, missing fixes and shared changes of a family, other merge
/// bases, branches, words of documents, surfaces, and the lists of ``PatchesEntry``: years and areas, findings about
/// labels, missing fixes, silent reverts.
public struct Landscape: Hashable, Sendable, Codable {
  /// The version of the format that this library writes.
  public static let currentSchemaVersion = "1.0"

  /// The version of the format: `1.0`. The part before the dot changes when a field is removed or changes its meaning.
  public let schemaVersion: String
  /// What made it.
  public let generator: GeneratorEntry
  /// The clock that the analysis went by.
  public let now: Instant
  /// Every clone that was found. Order: path, then name.
  public let clones: [CloneEntry]
  /// The families. Order: name.
  public let families: [FamilyEntry]
  /// What could not be found out for the landscape as a whole. Order: what, then reason.
  public let notAnalysed: [NotAnalysedEntry]

  /// A landscape of its parts, in any order but for the lists that are left as they are given.
  public init(
    generator: GeneratorEntry,
    now: Instant,
    clones: [CloneEntry],
    families: [FamilyEntry],
    notAnalysed: [NotAnalysedEntry] = []
  ) {
    schemaVersion = Landscape.currentSchemaVersion
    self.generator = generator
    self.now = now
    self.clones = clones.sorted(by: CloneEntry.isOrdered)
    self.families =
      families
      .map { $0.sorted() }
      .sorted { OrderKey.ascending(.text($0.name, $1.name), .text($0.upstream.clone, $1.upstream.clone)) }
    self.notAnalysed = notAnalysed.sorted(by: NotAnalysedEntry.isOrdered)
  }
}

extension FamilyEntry {
  fileprivate func sorted() -> FamilyEntry {
    var copy = self
    copy.upstream.community = upstream.community?.sorted()
    copy.forks = forks.map { $0.sorted() }.sorted(by: ForkEntry.isOrdered)
    copy.withoutClone.sort(by: KnownForkEntry.isOrdered)
    return copy
  }
}

extension ForkEntry {
  fileprivate func sorted() -> ForkEntry {
    var copy = self
    copy.upstreamEvidence.sort(by: EvidenceEntry.isOrdered)
    copy.lineage?.syncs?.sort(by: SyncEntry.isOrdered)
    copy.lineage?.releases?.sort(by: ReleaseEntry.isOrdered)
    copy.divergence?.renames?.folders.sort(by: FolderRenameEntry.isOrdered)
    copy.divergence?.vocabulary?.gained.sort(by: WordEntry.isOrdered)
    copy.divergence?.vocabulary?.lost.sort(by: WordEntry.isOrdered)
    copy.divergence?.areas?.sort(by: AreaEntry.isOrdered)
    copy.divergence?.history?.sort { $0.month.precedes($1.month) }
    copy.community = community?.sorted()
    copy.mergeForecast?.areas.sort(by: MergeAreaEntry.isOrdered)
    copy.mergeForecast?.paths.sort(by: MergePathEntry.isOrdered)
    copy.mergeForecast?.unread.sort { $0.precedes($1) }
    copy.track?.evidence.sort(by: EvidenceEntry.isOrdered)
    copy.notAnalysed.sort(by: NotAnalysedEntry.isOrdered)
    return copy
  }
}
