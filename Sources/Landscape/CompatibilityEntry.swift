/// What users of a fork would notice: surfaces that they or other programs depend on, kept or broken.
public struct CompatibilityEntry: Hashable, Sendable, Codable {
  /// The name of the profile that says which surfaces there are; built in or of the family file.
  public var profile: String
  /// From 0 to 1: the mean of the surfaces' scores by their weights. null: no surface has one.
  @Nullable public var score: Double?
  /// The licences of both sides and of the base. null: they cannot be read.
  @Nullable public var licenses: LicensesEntry?
  /// Order: as the profile has them. A surface without a file in any of the three trees is left out.
  public var surfaces: [SurfaceEntry]

  /// An entry of its parts.
  public init(profile: String, score: Double?, licenses: LicensesEntry?, surfaces: [SurfaceEntry]) {
    self.profile = profile
    _score = Nullable(wrappedValue: score)
    _licenses = Nullable(wrappedValue: licenses)
    self.surfaces = surfaces
  }
}

/// What a fork, its upstream and their base are licensed under, as SPDX expressions.
public struct LicensesEntry: Hashable, Sendable, Codable {
  /// At the effective base. null: no licence file was there.
  @Nullable public var base: String?
  /// At the upstream's head. null: it has no licence file.
  @Nullable public var upstream: String?
  /// The commit of the upstream's main line that made it other than the base's. null: it is the base's, or not found.
  @Nullable public var upstreamSince: CommitEntry?
  /// At the fork's head. null: it has no licence file.
  @Nullable public var fork: String?
  /// As ``upstreamSince``, for the fork.
  @Nullable public var forkSince: CommitEntry?

  /// An entry of its parts.
  public init(base: String?, upstream: String?, upstreamSince: CommitEntry?, fork: String?, forkSince: CommitEntry?) {
    _base = Nullable(wrappedValue: base)
    _upstream = Nullable(wrappedValue: upstream)
    _upstreamSince = Nullable(wrappedValue: upstreamSince)
    _fork = Nullable(wrappedValue: fork)
    _forkSince = Nullable(wrappedValue: forkSince)
  }
}

/// How a fork stands on a surface.
public enum SurfaceLevel: String, Hashable, Sendable, Codable, CaseIterable {
  /// Every element is there as it was, and there are no others.
  case identical
  /// It keeps all and adds some.
  case superset
  /// It lacks only what upstream added or changed since the base.
  case lagging
  /// Elements are other than they were.
  case modified
  /// Elements are gone.
  case breaking
  /// The fork has nothing of it.
  case absent
}

/// What sort of thing a surface is.
public enum SurfaceKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// The syntax of a language.
  case grammar
  /// What is said on a connection.
  case protocolConstants = "protocol"
  /// What lies on disk.
  case format
  /// What programs link with or import.
  case api
  /// Messages, commands and catalogues that files describe.
  case schema
  /// Keys of configuration.
  case configuration
  /// Commands that clients send or people type.
  case commands
  /// Flags of the command line.
  case flags
  /// The upstream's own tests.
  case tests
  /// What it needs to be built and run.
  case dependencies
}

/// A fork's standing on one surface, against the effective base and the head of the upstream's line.
///
/// `base` is the sum of `kept`, `changed`, `removed` and `dropped`.
public struct SurfaceEntry: Hashable, Sendable, Codable {
  /// Its name, unique in the profile.
  public var name: String
  /// What sort of thing it is.
  public var kind: SurfaceKind
  /// How the fork stands. null: nothing of it could be read.
  @Nullable public var level: SurfaceLevel?
  /// How much it counts in the fork's score.
  public var weight: Double
  /// From 0 to 1: (kept + changed / 2) / (kept + changed + removed). null: the base has none that upstream kept.
  @Nullable public var score: Double?
  /// Elements of the effective base.
  public var base: Int
  /// Elements of the line's head.
  public var line: Int
  /// Elements of the fork's head.
  public var fork: Int
  /// In the base as in the fork, or in the fork as in the line today.
  public var kept: Int
  /// In base and fork, and the fork's is neither the base's nor the line's.
  public var changed: Int
  /// In base and line, not in the fork.
  public var removed: Int
  /// In neither of line and fork any more.
  public var dropped: Int
  /// Only in the fork.
  public var added: Int
  /// In the line since the base, or other there since, and not so in the fork.
  public var lagging: Int
  /// In the line since the base, and in the fork too.
  public var taken: Int
  /// In line and fork since the base, in each in another way.
  public var clashing: Int
  /// The first elements of each sort; all of them are in `surfaces/<family>/<name>.jsonl`.
  public var examples: SurfaceExamplesEntry
  /// How many files of each tree belong to it.
  public var fileCounts: SurfaceFileCountsEntry
  /// The files, where they are few: in order of their paths in the base, then in the line, then in the fork. Empty where
  /// they are many.
  public var files: [SurfaceFileEntry]

  /// An entry without elements and files yet.
  public init(name: String, kind: SurfaceKind, level: SurfaceLevel?, weight: Double, score: Double?) {
    self.name = name
    self.kind = kind
    _level = Nullable(wrappedValue: level)
    self.weight = weight
    _score = Nullable(wrappedValue: score)
    (base, line, fork) = (0, 0, 0)
    (kept, changed, removed, dropped) = (0, 0, 0, 0)
    (added, lagging, taken, clashing) = (0, 0, 0, 0)
    examples = SurfaceExamplesEntry()
    fileCounts = SurfaceFileCountsEntry(base: 0, line: 0, fork: 0)
    files = []
  }
}

/// Elements for a reader, as text: `name`, or `name: before → after`. Order of each: those of files that the base has
/// first, then by name.
public struct SurfaceExamplesEntry: Hashable, Sendable, Codable {
  /// See ``SurfaceEntry/removed``.
  public var removed: [String] = []
  /// See ``SurfaceEntry/changed`` and ``SurfaceEntry/clashing``.
  public var changed: [String] = []
  /// See ``SurfaceEntry/added``.
  public var added: [String] = []
  /// See ``SurfaceEntry/lagging``.
  public var lagging: [String] = []

  /// None yet.
  public init() {}
}

/// Numbers of the three trees.
public struct SurfaceFileCountsEntry: Hashable, Sendable, Codable {
  /// In the effective base.
  public var base: Int
  /// In the line's head.
  public var line: Int
  /// In the fork's head.
  public var fork: Int

  /// Numbers of their parts.
  public init(base: Int, line: Int, fork: Int) { (self.base, self.line, self.fork) = (base, line, fork) }
}

/// A file that a surface was read from, in three trees.
public struct SurfaceFileEntry: Hashable, Sendable, Codable {
  /// A file in one tree.
  public struct Place: Hashable, Sendable, Codable {
    /// Its path.
    public var path: String
    /// Whether ``path`` is percent-encoded because its bytes are not UTF-8.
    public var pathIsEncoded: Bool
    /// Its elements. null: it could not be read.
    @Nullable public var elements: Int?

    /// A place of its parts.
    public init(path: String, pathIsEncoded: Bool, elements: Int?) {
      self.path = path
      self.pathIsEncoded = pathIsEncoded
      _elements = Nullable(wrappedValue: elements)
    }
  }

  /// In the effective base. null: not there.
  @Nullable public var base: Place?
  /// In the line's head. null: not there.
  @Nullable public var line: Place?
  /// In the fork's head. null: not there.
  @Nullable public var fork: Place?

  /// A file of its parts.
  public init(base: Place?, line: Place?, fork: Place?) {
    _base = Nullable(wrappedValue: base)
    _line = Nullable(wrappedValue: line)
    _fork = Nullable(wrappedValue: fork)
  }
}
