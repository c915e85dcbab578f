/// How a clone stands to the upstream it was compared with.
public enum Relation: String, Hashable, Sendable, Codable, CaseIterable {
  /// Split off and has something of its own.
  case fork
  /// Has nothing of its own.
  case mirror
  /// Shares no descent: a reimplementation, or merely vendors the same library.
  case unrelated
  /// Could not be found out; ``ForkEntry/notAnalysed`` says why.
  case notAnalysed
}

/// How recent a fork's own work is, measured at the earlier `asOf` of fork and upstream.
public enum Activity: String, Hashable, Sendable, Codable, CaseIterable {
  /// Own work within a year.
  case active
  /// Own work within three years.
  case slow
  /// None within three years.
  case dormant
}

/// One fork and everything found out about it.
public struct ForkEntry: Hashable, Sendable, Codable {
  /// Its name, the shortest form that is unique in the family.
  public var name: String
  /// The path of its clone, as in ``Landscape/clones``.
  public var clone: String
  /// How it stands to its upstream.
  public var relation: Relation
  /// The name of the upstream that every figure is against: the family's root, or another fork. null: none found.
  @Nullable public var upstream: String?
  /// The head that was analysed. null: none could be read.
  @Nullable public var head: HeadEntry?
  /// The newest committer date over its refs, those in the future left out. null: no commit could be read.
  @Nullable public var asOf: Instant?
  /// How recent its own work is. null: no own work could be told apart.
  @Nullable public var activity: Activity?
  /// What it says of itself. null: not read.
  @Nullable public var portrait: PortraitEntry?
  /// Why this upstream was chosen. Order: heaviest first, then signal.
  public var upstreamEvidence: [EvidenceEntry]
  /// How it descends. null: not analysed.
  @Nullable public var lineage: LineageEntry?
  /// How far it has gone. null: not analysed.
  @Nullable public var divergence: DivergenceEntry?
  /// The same change on both sides. null: not analysed.
  @Nullable public var patches: PatchesEntry?
  /// What merging would meet. null: not tried.
  @Nullable public var mergeForecast: MergeForecastEntry?
  /// What users depend on, kept or broken. null: not analysed.
  @Nullable public var compatibility: CompatibilityEntry?
  /// People and organisations behind its own work. null: not analysed.
  @Nullable public var community: CommunityEntry?
  /// Which way it goes. null: mirror, unrelated, or not analysed.
  @Nullable public var track: TrackEntry?
  /// What a reader should know besides: a stub default branch, an upstream clone that looks incomplete. Order: as
  /// given, most important first.
  public var notes: [MessageEntry]
  /// What could not be found out. Order: what, then reason.
  public var notAnalysed: [NotAnalysedEntry]

  /// A fork of its parts; what is not given is null or empty.
  public init(
    name: String,
    clone: String,
    relation: Relation,
    upstream: String?,
    head: HeadEntry?,
    asOf: Instant?,
    activity: Activity? = nil,
    portrait: PortraitEntry? = nil,
    upstreamEvidence: [EvidenceEntry] = [],
    lineage: LineageEntry? = nil,
    divergence: DivergenceEntry? = nil,
    patches: PatchesEntry? = nil,
    mergeForecast: MergeForecastEntry? = nil,
    compatibility: CompatibilityEntry? = nil,
    community: CommunityEntry? = nil,
    track: TrackEntry? = nil,
    notes: [MessageEntry] = [],
    notAnalysed: [NotAnalysedEntry] = []
  ) {
    self.name = name
    self.clone = clone
    self.relation = relation
    _upstream = Nullable(wrappedValue: upstream)
    _head = Nullable(wrappedValue: head)
    _asOf = Nullable(wrappedValue: asOf)
    _activity = Nullable(wrappedValue: activity)
    _portrait = Nullable(wrappedValue: portrait)
    self.upstreamEvidence = upstreamEvidence
    _lineage = Nullable(wrappedValue: lineage)
    _divergence = Nullable(wrappedValue: divergence)
    _patches = Nullable(wrappedValue: patches)
    _mergeForecast = Nullable(wrappedValue: mergeForecast)
    _compatibility = Nullable(wrappedValue: compatibility)
    _community = Nullable(wrappedValue: community)
    _track = Nullable(wrappedValue: track)
    self.notes = notes
    self.notAnalysed = notAnalysed
  }
}
