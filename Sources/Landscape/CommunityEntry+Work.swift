/// How long changes wait between being written and being recorded, in days.
public struct LandingEntry: Hashable, Sendable, Codable {
  /// Over all.
  public var all: SpanEntry
  /// Order: most cases first, then name.
  public var byOrganisation: [SpanEntry]
  /// By files that a change touches: `1`, `2 to 5`, `6 and more`. Order: as named.
  public var bySize: [SpanEntry]
  /// By the year of recording. Order: by year.
  public var byYear: [SpanEntry]

  /// Landing times of their parts.
  public init(all: SpanEntry, byOrganisation: [SpanEntry], bySize: [SpanEntry], byYear: [SpanEntry]) {
    (self.all, self.byOrganisation, self.bySize, self.byYear) = (all, byOrganisation, bySize, byYear)
  }
}

/// Days that changes of a group waited.
public struct SpanEntry: Hashable, Sendable, Codable {
  /// The group: an organisation, a size, a year; `all`.
  public var group: String
  /// Half of them waited no longer.
  public var median: Double
  /// The lower end of the interval that has the true median with a confidence of 95 %.
  public var low: Double
  /// The upper end.
  public var high: Double
  /// Nine of ten waited no longer.
  public var p90: Double
  /// How many there are.
  public var cases: Int

  /// A span of its parts.
  public init(group: String, median: Double, low: Double, high: Double, p90: Double, cases: Int) {
    (self.group, self.median, self.low, self.high) = (group, median, low, high)
    (self.p90, self.cases) = (p90, cases)
  }
}

/// When a project was worked on, and when it released.
public struct LifeEntry: Hashable, Sendable, Codable {
  /// Months with work. Order: by month.
  public var months: [LifeMonthEntry]
  /// When a person's newest commit was recorded. null: no date can be believed.
  @Nullable public var lastChange: Instant?
  /// When work ceased, a year and more before the clone ends. null: it goes on.
  @Nullable public var dormantSince: Instant?
  /// Releases, as tags tell them; a fork's own only.
  public var releases: ReleasesEntry
  /// Branches with work for half a year and longer that never came to the main line, their names neither those of
  /// release lines nor usual ones. Order: most commits first, then name.
  public var customBranches: [CustomBranchEntry]

  /// A life of its parts.
  public init(
    months: [LifeMonthEntry],
    lastChange: Instant?,
    dormantSince: Instant?,
    releases: ReleasesEntry,
    customBranches: [CustomBranchEntry]
  ) {
    (self.months, self.releases, self.customBranches) = (months, releases, customBranches)
    _lastChange = Nullable(wrappedValue: lastChange)
    _dormantSince = Nullable(wrappedValue: dormantSince)
  }
}

/// A month with work.
public struct LifeMonthEntry: Hashable, Sendable, Codable {
  /// `2024-03`.
  public var month: String
  /// Commits of people, merges left out.
  public var commits: Int
  /// People, and names that messages credit, behind them.
  public var people: Int

  /// A month of its parts.
  public init(month: String, commits: Int, people: Int) {
    (self.month, self.commits, self.people) = (month, commits, people)
  }
}

/// Releases, as tags tell them.
public struct ReleasesEntry: Hashable, Sendable, Codable {
  /// Tags with a number in their name.
  public var count: Int
  /// The first. null: none.
  @Nullable public var first: Instant?
  /// The last. null: none.
  @Nullable public var last: Instant?
  /// Days from one day of releases to the next, the middle value. null: fewer than three such days.
  @Nullable public var medianDays: Double?
  /// The same of the last ten days of releases.
  @Nullable public var recentMedianDays: Double?

  /// Releases of their parts.
  public init(count: Int, first: Instant?, last: Instant?, medianDays: Double?, recentMedianDays: Double?) {
    self.count = count
    _first = Nullable(wrappedValue: first)
    _last = Nullable(wrappedValue: last)
    _medianDays = Nullable(wrappedValue: medianDays)
    _recentMedianDays = Nullable(wrappedValue: recentMedianDays)
  }
}

/// A long-lived branch with work that never returned.
public struct CustomBranchEntry: Hashable, Sendable, Codable {
  /// The full name.
  public var ref: String
  /// Whether ``ref`` is percent-encoded because its bytes are not UTF-8.
  public var refIsEncoded: Bool
  /// Its own commits, merges left out.
  public var commits: Int
  /// People, and names that messages credit, behind them.
  public var people: Int
  /// The organisation that wrote more than half. null: none that is known did.
  @Nullable public var organisation: String?
  /// The first own commit.
  public var first: Instant
  /// The last own commit.
  public var last: Instant

  /// A branch of its parts.
  public init(
    ref: String,
    refIsEncoded: Bool,
    commits: Int,
    people: Int,
    organisation: String?,
    first: Instant,
    last: Instant
  ) {
    (self.ref, self.refIsEncoded, self.commits, self.people) = (ref, refIsEncoded, commits, people)
    (self.first, self.last) = (first, last)
    _organisation = Nullable(wrappedValue: organisation)
  }
}

/// Whether work happens in a repository, or is only dropped there.
public struct OutletEntry: Hashable, Sendable, Codable {
  /// `outlet` (index from 0.5 up), `continuous` (up to 0.3, and less than half in drops) or `undetermined`.
  public var verdict: String
  /// The mean of the signs by their weights, from 0 (continuous work) to 1 (an outlet). null: too few commits.
  @Nullable public var index: Double?
  /// The signs that could be measured. Order: heaviest first, then sign.
  public var parts: [OutletPartEntry]
  /// How many commits change a hundred files or more, the first of a history left out.
  public var dropCount: Int
  /// The ten largest of them. Order: most files first, then newest, then id.
  public var drops: [DropEntry]

  /// A verdict of its parts.
  public init(verdict: String, index: Double?, parts: [OutletPartEntry], dropCount: Int, drops: [DropEntry]) {
    (self.verdict, self.parts, self.dropCount, self.drops) = (verdict, parts, dropCount, drops)
    _index = Nullable(wrappedValue: index)
  }
}

/// One sign of an outlet.
public struct OutletPartEntry: Hashable, Sendable, Codable {
  /// `drops`: part of the changes of files that lies in code drops. `oneAccount`: part that the busiest account made.
  /// `noReview`: part of the commits that nobody else is known to have looked at. `droppedReleases`: part of the releases
  /// with at most three commits since the one before. `idleMonths`: part of the months without a commit. `bunched`: part
  /// of the commits written in the same minute as another of the same account. `versionJumps`: part of the releases that
  /// skip numbers. `batches`: part of the commits recorded with fifty and more others within an hour.
  public var sign: String
  /// From 0 to 1.
  public var value: Double
  /// How much it counts.
  public var weight: Double

  /// A sign of its parts.
  public init(sign: String, value: Double, weight: Double) {
    (self.sign, self.value, self.weight) = (sign, value, weight)
  }
}

/// A commit that stands for work done elsewhere.
public struct DropEntry: Hashable, Sendable, Codable {
  /// The commit.
  public var commit: String
  /// When it was recorded.
  public var date: Instant
  /// Files that it changes.
  public var files: Int

  /// A drop of its parts.
  public init(commit: String, date: Instant, files: Int) {
    (self.commit, self.date, self.files) = (commit, date, files)
  }
}

/// Whether a fork is a vendor's edition.
public struct EditionEntry: Hashable, Sendable, Codable {
  /// Released under its own tags, with one organisation behind more than half of the own work. null: too many of its
  /// people belong to nobody that is known.
  @Nullable public var isVendorEdition: Bool?
  /// The known organisation with the largest part. null: none is known.
  @Nullable public var organisation: String?
  /// Its part of the own commits, from 0 to 1. null: none is known.
  @Nullable public var share: Double?
  /// The part of those who belong to no known employer: independent, unknown, under a project's address.
  public var unknownShare: Double
  /// Own release tags.
  public var releases: Int

  /// An edition of its parts.
  public init(isVendorEdition: Bool?, organisation: String?, share: Double?, unknownShare: Double, releases: Int) {
    (self.unknownShare, self.releases) = (unknownShare, releases)
    _isVendorEdition = Nullable(wrappedValue: isVendorEdition)
    _organisation = Nullable(wrappedValue: organisation)
    _share = Nullable(wrappedValue: share)
  }
}

/// Where the people of the two years before a fork went.
public struct MovedEntry: Hashable, Sendable, Codable {
  /// When the two parted.
  public var parted: Instant
  /// People who went on in the upstream alone.
  public var upstream: MovedGroupEntry
  /// In the fork alone.
  public var fork: MovedGroupEntry
  /// In both.
  public var both: MovedGroupEntry
  /// In neither.
  public var neither: MovedGroupEntry
  /// People of the fork who never wrote for the upstream.
  public var newcomers: Int
  /// Their part of the fork's own commits, from 0 to 1.
  public var newcomersShare: Double
  /// The first month from which the fork had more commits than the upstream, half year by half year. null: never.
  @Nullable public var shifted: String?

  /// Moves of their parts.
  public init(
    parted: Instant,
    upstream: MovedGroupEntry,
    fork: MovedGroupEntry,
    both: MovedGroupEntry,
    neither: MovedGroupEntry,
    newcomers: Int,
    newcomersShare: Double,
    shifted: String?
  ) {
    (self.parted, self.upstream, self.fork, self.both) = (parted, upstream, fork, both)
    (self.neither, self.newcomers, self.newcomersShare) = (neither, newcomers, newcomersShare)
    _shifted = Nullable(wrappedValue: shifted)
  }
}

/// People who went the same way.
public struct MovedGroupEntry: Hashable, Sendable, Codable {
  /// How many.
  public var people: Int
  /// Their part of the commits of the time before, from 0 to 1.
  public var share: Double
  /// At most ten. Order: most commits before first, then name.
  public var leading: [MoverEntry]

  /// A group of its parts.
  public init(people: Int, share: Double, leading: [MoverEntry]) {
    (self.people, self.share, self.leading) = (people, share, leading)
  }
}

/// Somebody of the time before a fork, or of both sides.
public struct MoverEntry: Hashable, Sendable, Codable {
  /// The name.
  public var name: String
  /// Whether ``name`` is percent-encoded because its bytes are not UTF-8.
  public var nameIsEncoded: Bool
  /// Commits in the two years before. null: not asked.
  @Nullable public var before: Int?
  /// Commits in the upstream since.
  public var upstream: Int
  /// Own commits in the fork since.
  public var fork: Int

  /// Somebody of the parts.
  public init(name: String, nameIsEncoded: Bool, before: Int?, upstream: Int, fork: Int) {
    (self.name, self.nameIsEncoded, self.upstream, self.fork) = (name, nameIsEncoded, upstream, fork)
    _before = Nullable(wrappedValue: before)
  }
}

/// Who works on both sides of a fork.
public struct PartnersEntry: Hashable, Sendable, Codable {
  /// Organisations with own work in the fork. Order: most commits in the fork first, then name.
  public var organisations: [PartnerEntry]
  /// People who write for both.
  public var people: Int
  /// Their commits among the fork's own.
  public var commits: Int
  /// At most ten of them. Order: most commits in the fork first, then name.
  public var leading: [MoverEntry]

  /// Partners of their parts.
  public init(organisations: [PartnerEntry], people: Int, commits: Int, leading: [MoverEntry]) {
    (self.organisations, self.people, self.commits, self.leading) = (organisations, people, commits, leading)
  }
}

/// An organisation with own work in a fork.
public struct PartnerEntry: Hashable, Sendable, Codable {
  /// Its name.
  public var name: String
  /// Its commits among the fork's own.
  public var fork: Int
  /// Its commits in the upstream since the fork point.
  public var upstream: Int
  /// Those of ``fork`` that upstream has too. null: patch flow was not traced.
  @Nullable public var upstreamed: Int?
  /// Those of ``fork`` that only the fork has. null: patch flow was not traced.
  @Nullable public var carried: Int?
  /// Days from the fork's commit to upstream's, the middle value. null: fewer than three.
  @Nullable public var daysToUpstream: Double?

  /// A partner of its parts.
  public init(name: String, fork: Int, upstream: Int, upstreamed: Int?, carried: Int?, daysToUpstream: Double?) {
    (self.name, self.fork, self.upstream) = (name, fork, upstream)
    _upstreamed = Nullable(wrappedValue: upstreamed)
    _carried = Nullable(wrappedValue: carried)
    _daysToUpstream = Nullable(wrappedValue: daysToUpstream)
  }
}
