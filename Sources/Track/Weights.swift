/// How much each signal counts, in log-odds towards same-track (above zero) or different-track (below zero), and where
/// its thresholds lie. The scales of the measures themselves stand beside their code, in `ProjectNames`, `Signals` and
/// `SelfDefinitions`.
///
/// The weights are fitted by `scripts/field fit` from `scripts/lib/signals.tsv`: logistic regression, weights kept small.
enum Weights {
  // fitted
  static let prior = 0.72
  static let keptName = 1.85
  static let upstreamEnded = 2.15
  static let keptLicence = 1.01
  static let statement = 2.28
  static let likeness = 1.26
  static let sharedTerms = 0.91
  static let otherTopic = -2.17
  // end of fitted

  /// A verdict needs this much; below it the evidence does not decide.
  static let decision = 0.2

  /// What the fork says it is to its upstream.
  static let statements: [String: Double] = ["dropIn": 1, "successor": 1, "port": 1, "fork": 1, "basedOn": -1]
  /// The likeness of two definitions at which it speaks for neither.
  static let evenLikeness = 0.4

  /// A word is central to a project from this share of its source files.
  static let centralFrom = 0.015
  /// … and from about so many files.
  static let centralFiles = 2.0
  /// How many times rarer it is on the other side.
  static let rarerThere = 3.0
  /// How many times rarer it is in code at large.
  static let rarerAtLarge = 6.0

  /// Upstream stopped where the fork outlives it by this much, and its last year had at most this share of the commits
  /// of its busiest one: a project that ends fades out.
  static let stoppedAfterDays = 365
  static let fadingShare = 0.2

  /// A fork that works for less than this has shown nothing yet.
  static let youngDays = 7
  /// Of fewer files nothing can be told.
  static let fewFiles = 3.0
  /// Of so many files, words that stayed say that a fork without a README is about what upstream is about …
  static let tellingFiles = 50.0
  /// … where they moved by no more than this.
  static let stayedWords = 0.5

  /// Own work up to this size is a contribution, or a stack of patches.
  static let contributionCommits = 20
  static let contributionFiles = 10
}
