import Evidence

/// How a fork descends.
public enum LineageKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Common commit ids.
  case sharedHistory
  /// The same commits under other ids.
  case rewrittenHistory
  /// A tree was copied in; no common commits.
  case imported
  /// No descent.
  case unrelated
}

/// The last upstream commit before the two first went apart.
public struct ForkPointEntry: Hashable, Sendable, Codable {
  /// The commit's id, 40 hexadecimal digits.
  public let commit: String
  /// Its committer date.
  public let date: Instant
  /// How sure it is, 0 to 1.
  public let confidence: Double

  /// A fork point of its parts; the confidence is rounded to four decimals.
  public init(commit: String, date: Instant, confidence: Double) {
    self.commit = commit
    self.date = date
    self.confidence = confidence.toFourDecimals
  }
}

/// Where a fork comes from and how it takes in what is new there.
public struct LineageEntry: Hashable, Sendable, Codable {
  /// How it descends.
  public var kind: LineageKind
  /// How sure ``kind`` is, 0 to 1.
  public var confidence: Double
  /// What it follows. null: unrelated.
  @Nullable public var line: LineEntry?
  /// What `git merge-base` says of line and head: the first of `--all`. null: no common commits.
  @Nullable public var gitMergeBase: CommitEntry?
  /// The others of `git merge-base --all`, 40 hexadecimal digits each. Order: git's. Empty: there is one at most.
  public var otherBases: [String]
  /// Where it split off. null: not found.
  @Nullable public var forkPoint: ForkPointEntry?
  /// What its tree is made from. null: not found.
  @Nullable public var effectiveBase: EffectiveBaseEntry?
  /// How and when it took in upstream. Order: newest first, then the fork's commit. null: not searched for; empty: none.
  @Nullable public var syncs: [SyncEntry]?
  /// Releases on the line after the effective base. Order: newest first, then tag. null: no base, or the tags could not
  /// be read; empty: none.
  @Nullable public var releases: [ReleaseEntry]?
  /// How often and how far behind it syncs. null: as ``syncs``.
  @Nullable public var syncSummary: SyncSummaryEntry?
  /// What the commits that only the fork has are made of. null: not found out.
  @Nullable public var ownWork: OwnWorkEntry?
  /// What it costs to count from git's merge base. null: that is the effective base too, or there is none.
  @Nullable public var phantom: PhantomEntry?
  /// Which branches hold own work. null: not looked at, as where the head was named outright.
  @Nullable public var branches: BranchesEntry?

  /// A lineage of its parts; the confidence is rounded to four decimals.
  public init(
    kind: LineageKind,
    confidence: Double,
    line: LineEntry?,
    gitMergeBase: CommitEntry?,
    otherBases: [String],
    forkPoint: ForkPointEntry?,
    effectiveBase: EffectiveBaseEntry?,
    syncs: [SyncEntry]?,
    releases: [ReleaseEntry]? = nil,
    syncSummary: SyncSummaryEntry? = nil,
    ownWork: OwnWorkEntry? = nil,
    phantom: PhantomEntry? = nil,
    branches: BranchesEntry? = nil
  ) {
    self.kind = kind
    self.confidence = confidence.toFourDecimals
    _line = Nullable(wrappedValue: line)
    _gitMergeBase = Nullable(wrappedValue: gitMergeBase)
    self.otherBases = otherBases
    _forkPoint = Nullable(wrappedValue: forkPoint)
    _effectiveBase = Nullable(wrappedValue: effectiveBase)
    _syncs = Nullable(wrappedValue: syncs)
    _releases = Nullable(wrappedValue: releases)
    _syncSummary = Nullable(wrappedValue: syncSummary)
    _ownWork = Nullable(wrappedValue: ownWork)
    _phantom = Nullable(wrappedValue: phantom)
    _branches = Nullable(wrappedValue: branches)
  }
}
