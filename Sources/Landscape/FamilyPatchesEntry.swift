/// A fix of security or data loss that a fork of the family lacks, beside what its other forks have.
public struct FamilyFixEntry: Hashable, Sendable, Codable {
  /// The first line of the upstream commit's message; commits of several lines with one subject are one fix.
  public var subject: String
  /// Whether ``subject`` is percent-encoded because its bytes are not UTF-8.
  public var subjectIsEncoded: Bool
  /// When upstream first recorded it.
  public var date: Instant
  /// What makes it a fix of that kind: an advisory's number, or the words.
  public var why: String
  /// Forks that it concerns; those whose line does not have it, and whose clones are older, are left out. Order: by name.
  public var forks: [FamilyFixForkEntry]

  /// A fix of its parts.
  public init(subject: String, subjectIsEncoded: Bool, date: Instant, why: String, forks: [FamilyFixForkEntry]) {
    self.subject = subject
    self.subjectIsEncoded = subjectIsEncoded
    self.date = date
    self.why = why
    self.forks = forks
  }
}

/// Where one fork stands with a fix.
public struct FamilyFixForkEntry: Hashable, Sendable, Codable {
  /// Where a fork stands.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    /// It has the fix: by history, as a copy, or in its files.
    case has
    /// Its files have some of it.
    case partial
    /// Its files lack it.
    case missing
    /// It does not have the code, or upstream itself undid the fix.
    case notApplicable
    /// What would tell cannot be read.
    case notAnalysed
  }

  /// The fork.
  public var fork: String
  /// The commit on the line that the fork follows.
  public var commit: String
  /// Where it stands.
  public var state: State
  /// Days from the fix to the earlier `asOf` of the two clones. null: it does not lack the fix.
  @Nullable public var exposureDays: Int?

  /// A state of its parts.
  public init(fork: String, commit: String, state: State, exposureDays: Int?) {
    self.fork = fork
    self.commit = commit
    self.state = state
    _exposureDays = Nullable(wrappedValue: exposureDays)
  }
}

/// A change that several forks of one upstream made and upstream has not: what it could harvest.
public struct SharedChangeEntry: Hashable, Sendable, Codable {
  /// The first line of the oldest copy's message.
  public var subject: String
  /// Whether ``subject`` is percent-encoded because its bytes are not UTF-8.
  public var subjectIsEncoded: Bool
  /// When the oldest copy was recorded.
  public var date: Instant
  /// The weakest evidence that holds the copies together. null: all are the same commit.
  @Nullable public var by: PatchMatch.Rung?
  /// What makes the oldest copy a fix of security or data loss. null: nothing does.
  @Nullable public var fix: String?
  /// Order: by fork, then oldest first.
  public var copies: [SharedChangeCopyEntry]

  /// A change of its parts.
  public init(
    subject: String,
    subjectIsEncoded: Bool,
    date: Instant,
    by: PatchMatch.Rung?,
    fix: String?,
    copies: [SharedChangeCopyEntry]
  ) {
    self.subject = subject
    self.subjectIsEncoded = subjectIsEncoded
    self.date = date
    _by = Nullable(wrappedValue: by)
    _fix = Nullable(wrappedValue: fix)
    self.copies = copies
  }
}

/// A fork's commit that makes a shared change.
public struct SharedChangeCopyEntry: Hashable, Sendable, Codable {
  /// The fork.
  public var fork: String
  /// Its commit.
  public var commit: String
  /// When it was recorded.
  public var date: Instant

  /// A copy of its parts.
  public init(fork: String, commit: String, date: Instant) {
    self.fork = fork
    self.commit = commit
    self.date = date
  }
}

/// A label of a commit that its content, or upstream, contradicts.
public struct LabelFindingEntry: Hashable, Sendable, Codable {
  /// What is wrong with it.
  public enum Finding: String, Hashable, Sendable, Codable, CaseIterable {
    /// It claims to come from a commit whose change is another one.
    case contradicted
    /// It is marked as the fork's own and not for upstream, and upstream has it.
    case ownButUpstream
  }

  /// The commit.
  public var commit: String
  /// Which side has it.
  public var side: PatchSide
  /// When it was recorded.
  public var date: Instant
  /// The first line of its message.
  public var subject: String
  /// Whether ``subject`` is percent-encoded because its bytes are not UTF-8.
  public var subjectIsEncoded: Bool
  /// What is wrong.
  public var finding: Finding
  /// The other side's commits: those that it names, or those that have its change. Order: as named; best first.
  public var others: [String]

  /// A finding of its parts.
  public init(
    commit: String,
    side: PatchSide,
    date: Instant,
    subject: String,
    subjectIsEncoded: Bool,
    finding: Finding,
    others: [String]
  ) {
    self.commit = commit
    self.side = side
    self.date = date
    self.subject = subject
    self.subjectIsEncoded = subjectIsEncoded
    self.finding = finding
    self.others = others
  }
}
