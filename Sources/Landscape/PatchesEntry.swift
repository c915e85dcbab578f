/// The same change on both sides, counted.
public struct PatchesEntry: Hashable, Sendable, Codable {
  /// What became of upstream's commits that the fork does not have.
  public var upstreamSide: UpstreamPatchesEntry
  /// What the fork's commits are that upstream's line does not have.
  public var forkSide: ForkPatchesEntry
  /// Which way changes went.
  public var flow: FlowEntry
  /// How long upstream's changes took to arrive. null: none could have arrived.
  @Nullable public var soakDays: SoakEntry?
  /// How long the fork's changes took to be taken upstream; what is carried counts as waiting still. null: the fork has
  /// made none. Without years and areas.
  @Nullable public var upstreamingDays: SoakEntry?
  /// Labels that content or upstream contradicts. Order: the fork's first, newest first, then by id.
  public var labelFindings: [LabelFindingEntry]
  /// Fixes of security and data loss that the fork lacks. Order: newest first, then by id.
  public var missingFixes: [MissingFixEntry]
  /// Merges that left out what upstream had done. null: trees that would tell cannot be read. Order: newest first.
  @Nullable public var silentReverts: [SilentRevertEntry]?
  /// How much was read of the changes. null: not known.
  @Nullable public var limits: PatchLimitsEntry?

  /// Counts of their parts.
  public init(
    upstreamSide: UpstreamPatchesEntry,
    forkSide: ForkPatchesEntry,
    flow: FlowEntry,
    soakDays: SoakEntry?,
    upstreamingDays: SoakEntry? = nil,
    labelFindings: [LabelFindingEntry] = [],
    missingFixes: [MissingFixEntry],
    silentReverts: [SilentRevertEntry]? = [],
    limits: PatchLimitsEntry? = nil
  ) {
    self.upstreamSide = upstreamSide
    self.forkSide = forkSide
    self.flow = flow
    _soakDays = Nullable(wrappedValue: soakDays)
    _upstreamingDays = Nullable(wrappedValue: upstreamingDays)
    self.labelFindings = labelFindings
    self.missingFixes = missingFixes
    _silentReverts = Nullable(wrappedValue: silentReverts)
    _limits = Nullable(wrappedValue: limits)
  }
}

/// What became of the commits, merges left out, that upstream's line has and the fork has not.
public struct UpstreamPatchesEntry: Hashable, Sendable, Codable {
  /// All of them: the sum of the others, and the number of the side's lines in `patches/<family>/<name>.jsonl`.
  public var total: Int
  /// At or before the effective base.
  public var inBase: Int
  /// A commit of the fork makes the same change.
  public var equivalent: Int
  /// A commit of the fork makes the change with another diff.
  public var adapted: Int
  /// No commit matches, and the fork's tree has what it did.
  public var present: Int
  /// No commit matches, and the fork's tree has some of what it did.
  public var partial: Int
  /// No commit matches, and the fork's tree lacks what it did.
  public var missing: Int
  /// No commit matches, and the code that it touches does not exist in the fork.
  public var notApplicable: Int
  /// Upstream undid it later, or it is that undoing.
  public var reverted: Int
  /// It changes nothing.
  public var empty: Int
  /// What would tell cannot be read.
  public var notAnalysed: Int

  /// The counts of `lines` that are of upstream's side.
  public init(_ lines: [PatchLine]) {
    let counts = Dictionary(grouping: lines.filter { $0.side == .upstream }, by: \.status).mapValues(\.count)
    func count(_ status: PatchStatus) -> Int { counts[status] ?? 0 }
    total = counts.values.reduce(0, +)
    inBase = count(.inBase)
    equivalent = count(.equivalent)
    adapted = count(.adapted)
    present = count(.present)
    partial = count(.partial)
    missing = count(.missing)
    notApplicable = count(.notApplicable)
    reverted = count(.reverted)
    empty = count(.empty)
    notAnalysed = count(.notAnalysed)
  }
}

/// What the commits are, merges left out, that the fork has and upstream's line has not.
public struct ForkPatchesEntry: Hashable, Sendable, Codable {
  /// All of them: the sum of the others, and the number of the side's lines in `patches/<family>/<name>.jsonl`.
  public var total: Int
  /// A copy of an upstream commit. Or no commit matches, upstream's tree has what it did, and the base had it already
  /// or one of upstream's authors wrote it.
  public var taken: Int
  /// Upstream has a copy of it that makes the same change.
  public var upstreamed: Int
  /// Upstream has a copy of it with another diff. Or no commit matches, and upstream's tree has what it did, which
  /// nothing says came from there.
  public var upstreamedAdapted: Int
  /// The fork's own, and upstream does not have it.
  public var carried: Int
  /// It came in with others: upstream's own branches, another project's history.
  public var imported: Int
  /// The fork undid it later, or it is that undoing; or it lies below a rebase, which applied it anew or dropped it.
  public var reverted: Int
  /// It changes nothing.
  public var empty: Int
  /// What would tell cannot be read.
  public var notAnalysed: Int

  /// The counts of `lines` that are of the fork's side.
  public init(_ lines: [PatchLine]) {
    let counts = Dictionary(grouping: lines.filter { $0.side == .fork }, by: \.status).mapValues(\.count)
    func count(_ status: PatchStatus) -> Int { counts[status] ?? 0 }
    total = counts.values.reduce(0, +)
    taken = count(.taken)
    upstreamed = count(.upstreamed)
    upstreamedAdapted = count(.upstreamedAdapted)
    carried = count(.carried)
    imported = count(.imported)
    reverted = count(.reverted)
    empty = count(.empty)
    notAnalysed = count(.notAnalysed)
  }
}

/// Which way changes went between the sides.
public struct FlowEntry: Hashable, Sendable, Codable {
  /// Where changes went.
  public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
    /// From upstream to the fork.
    case down
    /// From the fork to upstream.
    case up
    /// Both ways, the lesser at least a fifth of the whole.
    case both
    /// No change is known to have gone either way.
    case none
  }

  /// Over all years.
  public var direction: Direction
  /// Order: by year. Years without any are left out.
  public var byYear: [FlowYearEntry]

  /// A flow of its parts.
  public init(direction: Direction, byYear: [FlowYearEntry]) {
    self.direction = direction
    self.byYear = byYear
  }
}

/// Changes of one year, by the date of the copy.
public struct FlowYearEntry: Hashable, Sendable, Codable {
  /// The year.
  public var year: Int
  /// From upstream to the fork.
  public var down: Int
  /// From the fork to upstream.
  public var up: Int
  /// Where neither a label nor the authors' dates tell.
  public var unknown: Int

  /// A year of its parts.
  public init(year: Int, down: Int, up: Int, unknown: Int) {
    self.year = year
    self.down = down
    self.up = up
    self.unknown = unknown
  }
}

/// How long upstream's changes took to arrive in the fork, in days; what has not arrived counts as waiting still
/// (Kaplan-Meier), not as absent.
public struct SoakEntry: Hashable, Sendable, Codable {
  /// The days after which half had arrived. null: fewer did.
  @Nullable public var median: Double?
  /// The days after which nine of ten had arrived. null: fewer did.
  @Nullable public var p90: Double?
  /// Changes that arrived, by merge or as copies.
  public var arrived: Int
  /// Changes that had not arrived when the clones were made.
  public var censored: Int
  /// The same for the changes of each year. Order: by year.
  public var byYear: [SoakYearEntry]
  /// The same for the folders that upstream's changes touched; one that touched several counts in each. Order: most
  /// changes first, then by path.
  public var byArea: [SoakAreaEntry]
  /// Whether what upstream did in the last two years arrives sooner than what it did in the two before. null: too few tell.
  @Nullable public var trend: Trend?

  /// How soak changed.
  public enum Trend: String, Hashable, Sendable, Codable, CaseIterable {
    /// Half arrived in at most two thirds of the time.
    case faster
    /// Half arrived only after one and a half times the time or more.
    case slower
    /// Neither.
    case steady
  }

  /// A soak of its parts.
  public init(
    median: Double?,
    p90: Double?,
    arrived: Int,
    censored: Int,
    byYear: [SoakYearEntry] = [],
    byArea: [SoakAreaEntry] = [],
    trend: Trend? = nil
  ) {
    _median = Nullable(wrappedValue: median)
    _p90 = Nullable(wrappedValue: p90)
    self.arrived = arrived
    self.censored = censored
    self.byYear = byYear
    self.byArea = byArea
    _trend = Nullable(wrappedValue: trend)
  }
}

/// The soak of upstream's changes to one folder.
public struct SoakAreaEntry: Hashable, Sendable, Codable {
  /// The folder.
  public var path: String
  /// Whether ``path`` is percent-encoded because its bytes are not UTF-8.
  public var pathIsEncoded: Bool
  /// As ``SoakEntry/median``.
  @Nullable public var median: Double?
  /// As ``SoakEntry/p90``.
  @Nullable public var p90: Double?
  /// Changes that arrived.
  public var arrived: Int
  /// Changes that had not arrived.
  public var censored: Int

  /// An area of its parts.
  public init(path: String, pathIsEncoded: Bool, median: Double?, p90: Double?, arrived: Int, censored: Int) {
    self.path = path
    self.pathIsEncoded = pathIsEncoded
    _median = Nullable(wrappedValue: median)
    _p90 = Nullable(wrappedValue: p90)
    self.arrived = arrived
    self.censored = censored
  }
}

/// The soak of upstream's changes of one year.
public struct SoakYearEntry: Hashable, Sendable, Codable {
  /// The year in which upstream made them.
  public var year: Int
  /// As ``SoakEntry/median``.
  @Nullable public var median: Double?
  /// As ``SoakEntry/p90``.
  @Nullable public var p90: Double?
  /// Changes that arrived.
  public var arrived: Int
  /// Changes that had not arrived.
  public var censored: Int

  /// A year of its parts.
  public init(year: Int, median: Double?, p90: Double?, arrived: Int, censored: Int) {
    self.year = year
    _median = Nullable(wrappedValue: median)
    _p90 = Nullable(wrappedValue: p90)
    self.arrived = arrived
    self.censored = censored
  }
}

/// A fix that the fork lacks, whole or in part.
public struct MissingFixEntry: Hashable, Sendable, Codable {
  /// The upstream commit.
  public var commit: String
  /// When it was recorded.
  public var date: Instant
  /// The first line of its message.
  public var subject: String
  /// Whether ``subject`` is percent-encoded because its bytes are not UTF-8.
  public var subjectIsEncoded: Bool
  /// What makes it a fix of that kind: an advisory's number, or the words.
  public var why: String
  /// `missing` or `partial`.
  public var status: PatchStatus
  /// Days from when the fix stood on upstream's line to the earlier `asOf` of the two clones.
  public var exposureDays: Int
  /// Whether the fork has what stands around it in upstream. false: its code came later, or was written anew since, and
  /// whether the fix applies is for a person to say.
  public var isCodeThere: Bool

  /// A fix of its parts.
  public init(
    commit: String,
    date: Instant,
    subject: String,
    subjectIsEncoded: Bool,
    why: String,
    status: PatchStatus,
    exposureDays: Int,
    isCodeThere: Bool = true
  ) {
    self.commit = commit
    self.date = date
    self.subject = subject
    self.subjectIsEncoded = subjectIsEncoded
    self.why = why
    self.status = status
    self.exposureDays = exposureDays
    self.isCodeThere = isCodeThere
  }
}
