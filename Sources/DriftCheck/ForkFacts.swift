public import Landscape

/// A conflict that merging the line into the fork would meet.
public struct ForecastConflict: Hashable, Sendable {
  /// The file, in the fork where it has it.
  public var path: String
  /// Why, in a word.
  public var cause: String

  /// A conflict of its parts.
  public init(path: String, cause: String) {
    (self.path, self.cause) = (path, cause)
  }
}

/// How a fork stands on one surface.
public struct SurfaceStand: Hashable, Sendable {
  /// The surface's name: `sql-grammar`.
  public var name: String
  /// Its kind: `grammar`.
  public var kind: String
  /// How the fork stands on it; nil where nothing of it could be read.
  public var level: SurfaceLevel?
  /// How many elements the fork no longer has.
  public var removed: Int
  /// The first of them. Order: as the landscape has them.
  public var firstRemoved: [String]

  /// A stand of its parts.
  public init(name: String, kind: String, level: SurfaceLevel?, removed: Int = 0, firstRemoved: [String] = []) {
    self.name = name
    self.kind = kind
    self.level = level
    self.removed = removed
    self.firstRemoved = firstRemoved
  }
}

/// All that rules may look at of one fork. What is nil is not known.
public struct ForkFacts: Hashable, Sendable {
  /// The clock of the analysis.
  public var now: Instant
  /// The family's name.
  public var family: String
  /// The fork, as the landscape has it.
  public var fork: ForkEntry
  /// What the upstream of the fork says of itself.
  public var upstreamPortrait: PortraitEntry?
  /// The fork's clone.
  public var forkClone: CloneEntry?
  /// The upstream's clone.
  public var upstreamClone: CloneEntry?
  /// The newest date of the upstream's clone.
  public var upstreamAsOf: Instant?
  /// Commits that only one side has.
  public var patches: [PatchLine]?
  /// Every path and what became of it.
  public var files: [FileLine]?
  /// Where a merge of the line would stop. Order: by path.
  public var conflicts: [ForecastConflict]?
  /// How the fork stands on the surfaces that were looked at. Order: by name.
  public var surfaces: [SurfaceStand]?
  /// Merges that took upstream in and left out what it had done to files. Order: newest first.
  public var silentReverts: [SilentRevertEntry]?
  /// The same fork in the baseline; nil where there is no baseline, or the fork is not in it.
  public var earlier: ForkEntry?
  /// Whether there is a baseline that holds landscapes.
  public var hasBaseline: Bool

  /// Facts about `fork` of which only the entry is known.
  public init(now: Instant, family: String, fork: ForkEntry) {
    self.now = now
    self.family = family
    self.fork = fork
    hasBaseline = false
  }

  /// What figures of time count up to: the earlier of the two clones' dates.
  var asOf: Instant? { [fork.asOf, upstreamAsOf].compactMap { $0 }.min() }

  /// Why days that passed on both sides say little where `limit` days matter: the fork's clone ends so much earlier that
  /// it may have slept since, or only its clone be old. nil where they tell.
  func clockGap(_ limit: Int) -> String? {
    guard let own = fork.asOf, let upstreamAsOf, upstreamAsOf.days(since: own) > limit else { return nil }
    return
      "the fork's clone ends on \(own.day), that of \(upstreamName) \(upstreamAsOf.days(since: own).of("day")) later: "
      + "whether the fork slept or its clone is old is not known; say --fetched-together if both were fetched together"
  }

  /// The upstream's name, for sentences.
  var upstreamName: String { fork.upstream ?? "upstream" }

  /// The fork's own commits: neither merges nor what came in with others.
  var ownCommits: [PatchLine]? {
    patches?.filter { $0.side == .fork && [.carried, .upstreamed, .upstreamedAdapted].contains($0.status) }
  }

  /// Upstream's changes that the fork lacks, whole or in part. Order: newest first.
  var lacking: [PatchLine]? {
    patches?.filter { $0.side == .upstream && ($0.status == .missing || $0.status == .partial) }
  }

  /// Why `field` is not known, in the landscape's own words where it has some.
  func reason(_ field: String, otherwise text: String) -> String {
    fork.notAnalysed.first { $0.what == field || field.hasPrefix($0.what + ".") || $0.what.hasPrefix(field + ".") }?
      .reason ?? text
  }
}
