public import CloneSet
public import FactStore
public import PatchFlow

/// The stages of an analysis that can be asked for by name.
public enum Stage: String, CaseIterable, Hashable, Sendable {
  /// Who descends from whom.
  case family
  /// Line, fork point, syncs.
  case lineage
  /// Counts, files, lines, territory.
  case divergence
  /// Which changes travelled.
  case patches
  /// What users would notice.
  case compatibility
  /// Who drives it.
  case community
  /// The verdict.
  case track

  /// The stages that this one needs.
  var needs: Set<Stage> {
    switch self {
    case .family: []
    case .lineage: [.family]
    case .divergence: [.family, .lineage]
    case .patches, .compatibility, .community, .track: [.family, .lineage, .divergence]
    }
  }

  /// What runs when `stages` are asked for.
  public static func closure(of stages: Set<Stage>) -> Set<Stage> {
    stages.reduce(into: stages) { $0.formUnion($1.needs) }
  }
}

/// What is to be analysed, and how.
public struct AnalysisRequest: Sendable {
  /// Where the clones come from.
  public enum Subject: Sendable {
    /// All clones under these paths.
    case folders([String])
    /// An upstream and its forks, named outright.
    case pair(upstream: PairArgument, forks: [PairArgument])
  }

  /// Where the clones come from.
  public var subject: Subject
  /// The folder that relative paths are relative to. Absolute.
  public var currentFolder: String
  /// The clock, in seconds since 1970.
  public var now: Int64
  /// How many threads may work at once.
  public var jobs: Int
  /// What is to be found out, closed under what it needs.
  public var stages: Set<Stage>
  /// What may tell that two commits are the same change.
  public var matchBy: Set<MatchEvidence>
  /// Whether references of pull requests count as branches.
  public var includePullRequests: Bool
  /// Whether all clones were brought up to date together: each is then as of the newest date among them.
  public var areFetchedTogether: Bool
  /// Whether people are numbered instead of named.
  public var anonymise: Bool
  /// What a person declared; nil where there is no family file.
  public var familyFile: FamilyFile?
  /// Where facts are kept for the next run; nil for none.
  public var store: FactStore?
  /// The program that finds definitions in sources, by absolute path; nil where there is none.
  public var ctags: String?
  /// The version of forkscape that the result names.
  public var version: String

  /// A request for everything about `subject`.
  public init(subject: Subject, currentFolder: String, now: Int64, version: String) {
    self.subject = subject
    self.currentFolder = currentFolder
    self.now = now
    self.version = version
    jobs = 1
    stages = Set(Stage.allCases)
    matchBy = Set(MatchEvidence.allCases)
    includePullRequests = false
    areFetchedTogether = false
    anonymise = false
  }
}

/// What an analysis is doing. Events come from several threads.
public enum AnalysisEvent: Hashable, Sendable {
  /// Folders are searched for clones.
  case searching
  /// Clones were found and are opened.
  case opening(clones: Int)
  /// Commits are read.
  case readingHistory
  /// The history is there.
  case historyRead(commits: Int, fromCache: Bool)
  /// A fork is being analysed.
  case analysing(fork: String)
  /// A fork is done.
  case analysed(fork: String, done: Int, of: Int)
  /// A step of a fork's analysis is done.
  case timed(step: String, milliseconds: Int)
  /// The cache could not be used; the run goes on without it.
  case cacheFailed(String)
}
