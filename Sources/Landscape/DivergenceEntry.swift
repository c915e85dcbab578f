/// The base that figures about trees count from.
public struct BaseEntry: Hashable, Sendable, Codable {
  /// The commit's id, 40 hexadecimal digits.
  public let commit: String
  /// By what it was found.
  public let method: BaseMethod

  /// A base of its parts.
  public init(commit: String, method: BaseMethod) {
    self.commit = commit
    self.method = method
  }
}

/// The distance to the upstream's default branch, which a fork need not follow.
public struct DefaultBranchEntry: Hashable, Sendable, Codable {
  /// The full name of the ref.
  public let ref: String
  /// Whether ``ref`` is percent-encoded because its bytes are not UTF-8.
  public let refIsEncoded: Bool
  /// The commit it pointed to, 40 hexadecimal digits.
  public let commit: String
  /// Commits of the fork and not of the branch, merges included. null: no common commits, or the history breaks off so
  /// that they cannot be counted.
  @Nullable public internal(set) var ahead: Int?
  /// Commits of the branch and not of the fork, merges included. null: as ``ahead``.
  @Nullable public internal(set) var behind: Int?
  /// ``ahead`` without merge commits. null: as ``ahead``.
  @Nullable public internal(set) var aheadNoMerges: Int?
  /// ``behind`` without merge commits. null: as ``ahead``.
  @Nullable public internal(set) var behindNoMerges: Int?

  /// A distance of its parts.
  public init(
    ref: String,
    refIsEncoded: Bool,
    commit: String,
    ahead: Int?,
    behind: Int?,
    aheadNoMerges: Int?,
    behindNoMerges: Int?
  ) {
    self.ref = ref
    self.refIsEncoded = refIsEncoded
    self.commit = commit
    _ahead = Nullable(wrappedValue: ahead)
    _behind = Nullable(wrappedValue: behind)
    _aheadNoMerges = Nullable(wrappedValue: aheadNoMerges)
    _behindNoMerges = Nullable(wrappedValue: behindNoMerges)
  }
}

/// The distance in patches instead of commits.
public struct EffectiveDistanceEntry: Hashable, Sendable, Codable {
  /// Carried patches.
  public let ahead: Int
  /// Upstream changes that are missing or only partly there.
  public let behind: Int

  /// A distance of its parts.
  public init(ahead: Int, behind: Int) {
    self.ahead = ahead
    self.behind = behind
  }
}

/// How far a fork has gone from the line it follows.
public struct DivergenceEntry: Hashable, Sendable, Codable {
  /// What files, lines, renames, territory and areas count from. null: no base was found.
  @Nullable public var base: BaseEntry?
  /// Commits reachable from the fork's head and not from the line, as git counts. null: no common commits, or the
  /// history breaks off so that they cannot be counted.
  @Nullable public var ahead: Int?
  /// Commits reachable from the line and not from the fork's head, as git counts. null: as ``ahead``.
  @Nullable public var behind: Int?
  /// ``ahead`` without merge commits. null: as ``ahead``.
  @Nullable public var aheadNoMerges: Int?
  /// ``behind`` without merge commits. null: as ``ahead``.
  @Nullable public var behindNoMerges: Int?
  /// The same against the upstream's default branch; `default` in JSON. An analysis always fills it in. null: not
  /// given.
  @Nullable public var defaultBranch: DefaultBranchEntry?
  /// The distance in patches. null: patches were not analysed.
  @Nullable public var effective: EffectiveDistanceEntry?
  /// Paths by what became of them. null: not compared.
  @Nullable public var files: FilesEntry?
  /// Lines between the three trees. null: not compared.
  @Nullable public var lines: LinesEntry?
  /// Files that moved. null: not compared.
  @Nullable public var renames: RenamesEntry?
  /// Where the fork's own work lies. null: not told apart.
  @Nullable public var territory: TerritoryEntry?
  /// Domain words gained and lost. null: not compared.
  @Nullable public var vocabulary: VocabularyEntry?
  /// Folders with the fork's own work. Order: most lines first, then path. null: not told apart; empty: none.
  @Nullable public var areas: [AreaEntry]?
  /// The distance month by month. Order: oldest first. null: not computed.
  @Nullable public var history: [HistoryEntry]?

  private enum CodingKeys: String, CodingKey {
    case base, ahead, behind, aheadNoMerges, behindNoMerges
    case defaultBranch = "default"
    case effective, files, lines, renames, territory, vocabulary, areas, history
  }

  /// A divergence of its parts; what is not given is null.
  public init(
    base: BaseEntry?,
    ahead: Int?,
    behind: Int?,
    aheadNoMerges: Int?,
    behindNoMerges: Int?,
    defaultBranch: DefaultBranchEntry? = nil,
    effective: EffectiveDistanceEntry? = nil,
    files: FilesEntry? = nil,
    lines: LinesEntry? = nil,
    renames: RenamesEntry? = nil,
    territory: TerritoryEntry? = nil,
    vocabulary: VocabularyEntry? = nil,
    areas: [AreaEntry]? = nil,
    history: [HistoryEntry]? = nil
  ) {
    _base = Nullable(wrappedValue: base)
    _ahead = Nullable(wrappedValue: ahead)
    _behind = Nullable(wrappedValue: behind)
    _aheadNoMerges = Nullable(wrappedValue: aheadNoMerges)
    _behindNoMerges = Nullable(wrappedValue: behindNoMerges)
    _defaultBranch = Nullable(wrappedValue: defaultBranch)
    _effective = Nullable(wrappedValue: effective)
    _files = Nullable(wrappedValue: files)
    _lines = Nullable(wrappedValue: lines)
    _renames = Nullable(wrappedValue: renames)
    _territory = Nullable(wrappedValue: territory)
    _vocabulary = Nullable(wrappedValue: vocabulary)
    _areas = Nullable(wrappedValue: areas)
    _history = Nullable(wrappedValue: history)
  }
}
