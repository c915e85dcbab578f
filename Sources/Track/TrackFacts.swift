/// What the verdict on a fork rests on: plain figures and texts that earlier stages found. nil is what nobody could tell.
public struct TrackFacts: Hashable, Sendable {
  /// Commits that only the fork has, merges left out.
  public var ownCommits: Int?
  /// Shares of the fork's changed lines in files that upstream changed too, left alone, never had.
  public var territory: (home: Double, quiet: Double, new: Double)? {
    get { territoryShares.map { ($0[0], $0[1], $0[2]) } }
    set { territoryShares = newValue.map { [$0.home, $0.quiet, $0.new] } }
  }
  /// Files of the base that the fork still has, and how many the base has.
  public var retainedFiles: Int?
  /// How many files the base has.
  public var baseFiles: Int?
  /// How often the fork took upstream in, by whatever means, and how many days before its head it did so last; nil where
  /// nobody could tell, and for the days where it never did.
  public var syncs: Syncs?
  /// How the surfaces that upstream has stand in the fork; nil where they were not compared.
  public var surfaces: Surfaces?
  /// Branches for releases of its own.
  public var releaseLines: Int?
  /// What became of the people who worked on upstream when the fork began; nil where that is not known.
  public var contributors: Contributors?
  /// Files that the fork added.
  public var addedFiles: Int?
  /// Days from upstream's last commit on any branch to the fork's last own one; below zero where upstream is the later.
  public var daysForkOutlivesUpstream: Int?
  /// Upstream's commits in the year before its last one. A project that ends fades out; a clone
  /// that is merely old breaks off at full pace.
  public var upstreamCommitsInLastYear: Int?
  /// Upstream's commits in its busiest year.
  public var upstreamCommitsInBusiestYear: Int?
  /// Whether upstream says that it is no longer maintained or has moved.
  public var upstreamSaysItStopped = false
  /// What the README of upstream says that it is.
  public var upstreamDefinition: String?
  /// What the README of the fork says that it is.
  public var forkDefinition: String?
  /// The README's title at the base.
  public var baseTitle: String?
  /// The README's title at upstream's head.
  public var upstreamTitle: String?
  /// The README's title at the fork's head.
  public var forkTitle: String?
  /// The licence at the base.
  public var baseLicence: String?
  /// The licence at upstream's head.
  public var upstreamLicence: String?
  /// The licence at the fork's head.
  public var forkLicence: String?
  /// What the fork says of its descent, by kind: "fork", "basedOn", "dropIn", "successor", "port", "compatible".
  public var statements: [Statement] = []
  /// What upstream's repository is called.
  public var upstreamName: String?
  /// What the fork's repository is called.
  public var forkName: String?
  /// Who owns upstream's repository.
  public var upstreamOwner: String?
  /// Who owns the fork's.
  public var forkOwner: String?
  /// The start of the fork's README, without markup.
  public var forkReadme: String?
  /// How much the words of both definitions and of the fork's README are used.
  public var words: [String: WordUse] = [:]
  /// Days from the fork's first own commit to the day of its clone.
  public var daysOfOwnWork: Int?
  /// How many files of text the fork's tree has.
  public var forkFiles: Double?
  /// How many the upstream's tree has.
  public var upstreamFiles: Double?
  /// How far the words of the source files moved, 0 to 1; nil where they were not counted.
  public var vocabularyShift: Double?
  /// How much a word is used; all zero where it is not.
  func use(of word: String) -> WordUse {
    words[word] ?? WordUse(fork: 0, upstream: 0, usualInCode: 0, usualInDocuments: 0)
  }

  private var territoryShares: [Double]?

  /// How a fork takes its upstream in.
  public struct Syncs: Hashable, Sendable {
    /// How often it did.
    public let count: Int
    /// Days from the last time to the fork's head; nil where there was none.
    public let daysSinceLast: Int?

    /// Syncs of their parts.
    public init(count: Int, daysSinceLast: Int?) { (self.count, self.daysSinceLast) = (count, daysSinceLast) }
  }

  /// The people of the two years before the split.
  public struct Contributors: Hashable, Sendable {
    /// How many there were.
    public let before: Int
    /// How many of them wrote for the fork since.
    public let inFork: Int
    /// How many of those wrote for upstream no more.
    public let inForkOnly: Int
    /// The part, 0 to 1, that those of ``inFork`` had in the commits of these two years.
    public let share: Double

    /// Contributors of their numbers.
    public init(before: Int, inFork: Int, inForkOnly: Int, share: Double) {
      (self.before, self.inFork, self.inForkOnly, self.share) = (before, inFork, inForkOnly, share)
    }
  }

  /// What users depend on, as numbers of surfaces.
  public struct Surfaces: Hashable, Sendable {
    /// All of it is there as it was.
    public let kept: Int
    /// Some of it is other than it was.
    public let changed: Int
    /// Some of it is gone.
    public let broken: Int

    /// Surfaces of their numbers.
    public init(kept: Int, changed: Int, broken: Int) {
      (self.kept, self.changed, self.broken) = (kept, changed, broken)
    }
  }

  /// How much a word is used, as shares of files, 0 to 1.
  public struct WordUse: Hashable, Sendable {
    /// Of the fork's source files.
    public let fork: Double
    /// Of the upstream's.
    public let upstream: Double
    /// Of the source files of code bases at large.
    public let usualInCode: Double
    /// Of their documents.
    public let usualInDocuments: Double

    /// A use of its parts.
    public init(fork: Double, upstream: Double, usualInCode: Double, usualInDocuments: Double) {
      self.fork = fork
      self.upstream = upstream
      self.usualInCode = usualInCode
      self.usualInDocuments = usualInDocuments
    }
  }

  /// What the fork says of its descent.
  public struct Statement: Hashable, Sendable {
    /// The kind.
    public let kind: String
    /// The sentence.
    public let quote: String

    /// A statement of its parts.
    public init(kind: String, quote: String) {
      self.kind = kind
      self.quote = quote
    }
  }

  /// Facts, all unknown.
  public init() {}
}
