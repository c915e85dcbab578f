public import Git
public import GitValues

/// A reference and the commit that it led to when the clone was opened. What happens to the clone later does not matter.
public struct PinnedReference: Hashable, Sendable {
  /// The full name.
  public let name: RefName
  /// The commit that it led to, through tags.
  public let commit: CommitID

  /// A reference of its parts.
  public init(name: RefName, commit: CommitID) {
    self.name = name
    self.commit = commit
  }
}

/// How a clone's head was chosen.
public enum HeadRule: Hashable, Sendable {
  /// `HEAD` names the branch.
  case symbolicHead
  /// `refs/remotes/<remote>/HEAD` names the branch: what the remote says is its default.
  case remoteHead
  /// `HEAD` names a branch that does not exist: `missing`. The head is `main`, `master`, `trunk` or `develop`, else the
  /// branch, or where there is none the tag, with the newest tip.
  case unbornHeadFallback(missing: RefName)
  /// `HEAD` is at a commit, on no branch.
  case detached
  /// The default branch, `stub`, is no project: the head is the branch with one that was worked on last.
  case stubDefault(stub: String)
  /// Named outright by the user.
  case named
}

/// The commit that stands for a clone, and how it was chosen.
public struct ChosenHead: Hashable, Sendable {
  /// The branch, or the tag of a head that was named; nil for a detached head and for an id or expression.
  public let reference: RefName?
  /// The commit.
  public let commit: CommitID
  /// How it was chosen.
  public let rule: HeadRule

  /// A head of its parts.
  public init(reference: RefName?, commit: CommitID, rule: HeadRule) {
    self.reference = reference
    self.commit = commit
    self.rule = rule
  }

  /// One sentence on a choice that a reader would not expect; nil where there is nothing to say.
  public var note: String? {
    switch rule {
    case .symbolicHead, .remoteHead, .named: nil
    case .unbornHeadFallback(let missing):
      "HEAD names \(missing.text), which does not exist; \(reference?.text ?? "\(commit)") was taken"
    case .stubDefault(let stub):
      "the default branch \(stub) holds no project; \(reference?.text ?? "\(commit)") was taken"
    case .detached: "HEAD is detached at \(commit)"
    }
  }
}

/// One clone that can be analysed: its place, its name, its head, and every reference pinned to a commit.
public struct Clone: Sendable {
  /// The path as the user wrote it, or as it follows from that.
  public let path: String
  /// Where its parts lie.
  public let layout: RepositoryLayout
  /// What its address and its folder say of its name; ``CloneNames`` makes the shown name of it.
  public let nameParts: NameParts
  /// The commit that stands for it.
  public private(set) var head: ChosenHead
  /// The branches that its project has: those of the remote in a clone with a work tree, else those of its own.
  /// `refs/remotes/*/HEAD` is none. Order: by name.
  public let branches: [PinnedReference]
  /// Own branches, where ``branches`` are the remote's, that the remote has none of the same name for. Order: by name.
  public let localBranches: [PinnedReference]
  /// Tags that lead to a commit. Order: by name.
  public let tags: [PinnedReference]
  /// References of pull and merge requests; empty unless asked for. Order: by name.
  public let pullRequests: [PinnedReference]
  /// Commits whose parents are not here, as `shallow` lists them. Order: by id.
  public let shallowBoundary: [CommitID]
  /// Whether the clone was made without some objects, to be fetched on demand.
  public let isPartial: Bool
  /// What stands in for what: `refs/replace/<commit>`.
  public let replacements: [CommitID: CommitID]
  /// The newest committer date over branches, remote branches and tags, in seconds since 1970, dates after `now` left
  /// out; nil where no tip has one.
  public private(set) var asOf: Int64?
  /// How many distinct tips, of those that ``asOf`` looks at, could not be read.
  public let missingTips: Int
  /// What is wrong with it without keeping it from being analysed: references that cannot be read, borrowed object
  /// stores that are not there. Order: as found, references by name.
  public let problems: [CloneProblem]

  /// The address it was cloned from, without user name and password; nil where there is none.
  public var origin: String? { layout.configuration.origin }
  /// The same clone with another head.
  public func with(head: ChosenHead) -> Clone {
    var copy = self
    copy.head = head
    return copy
  }

  /// The same clone as of `time`: it was brought up to date then, and had nothing newer.
  public func with(asOf time: Int64) -> Clone {
    var copy = self
    copy.asOf = time
    return copy
  }

  /// Whether its history ends early.
  public var isShallow: Bool { !shallowBoundary.isEmpty }
  /// Whether it has no work tree.
  public var isBare: Bool { layout.workTree == nil }
}

/// A clone that is there and is not analysed, with the reason.
public struct UnusableClone: Sendable {
  /// The kinds of reasons.
  public enum Reason: Hashable, Sendable {
    /// It has no commits.
    case empty
    /// It keeps a downstream as patches.
    case patchFolder(PatchFolder.Kind)
    /// It, or its head, cannot be read.
    case unreadable(GitError)
  }

  /// The path as the user wrote it, or as it follows from that.
  public let path: String
  /// Where its parts lie.
  public let layout: RepositoryLayout
  /// What its address and its folder say of its name.
  public let nameParts: NameParts
  /// The reason.
  public let reason: Reason
  /// As in ``Clone/asOf``; nil also where it was not looked for.
  public let asOf: Int64?
  /// The reason, and what else is wrong. Never empty; the reason first.
  public let problems: [CloneProblem]
}

/// What opening one clone came to.
public enum OpenedClone: Sendable {
  /// It can be analysed.
  case ready(Clone)
  /// It is not analysed.
  case notAnalysed(UnusableClone)

  /// The path as the user wrote it, or as it follows from that.
  public var path: String {
    switch self {
    case .ready(let clone): clone.path
    case .notAnalysed(let clone): clone.path
    }
  }

  /// What its address and its folder say of its name.
  public var nameParts: NameParts {
    switch self {
    case .ready(let clone): clone.nameParts
    case .notAnalysed(let clone): clone.nameParts
    }
  }

  /// The clone; nil where it is not analysed.
  public var clone: Clone? {
    if case .ready(let clone) = self { clone } else { nil }
  }

  /// All that is wrong with it.
  public var problems: [CloneProblem] {
    switch self {
    case .ready(let clone): clone.problems
    case .notAnalysed(let clone): clone.problems
    }
  }
}
