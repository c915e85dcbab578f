/// What a branch is for, by its name and its life.
public enum BranchKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// The branch that was analysed.
  case head
  /// Named for a release or a stable line.
  case releaseLine
  /// Lived long apart from the head, with four fifths of its commits by one organisation that wrote little of it.
  case custom
  /// Lived long apart from the head.
  case longLived
  /// Everything else that the head has not.
  case topic
  /// All of it is in the head too.
  case merged
}

/// A branch of a fork that has commits of which upstream has none.
public struct BranchEntry: Hashable, Sendable, Codable {
  /// The full name of the ref.
  public let ref: String
  /// Whether ``ref`` is percent-encoded because its bytes are not UTF-8.
  public let refIsEncoded: Bool
  /// The commit it pointed to, 40 hexadecimal digits.
  public let commit: String
  /// That commit's committer date.
  public let date: Instant
  /// What it is for.
  public let kind: BranchKind
  /// Commits that upstream has not, merges left out.
  public let own: Int
  /// Of these, commits that neither the head has nor a branch that comes before this one: releases first, then what is
  /// called a main line, then the branches with least of their own.
  public let apart: Int
  /// The mail domain of the organisation behind a custom branch. null: none, or not asked.
  @Nullable public internal(set) var organisation: String?
  /// The upstream branch that it follows. null: none, or not searched for, as for topics.
  @Nullable public internal(set) var line: String?

  /// A branch of its parts.
  public init(
    ref: String,
    refIsEncoded: Bool,
    commit: String,
    date: Instant,
    kind: BranchKind,
    own: Int,
    apart: Int,
    organisation: String?,
    line: String?
  ) {
    self.ref = ref
    self.refIsEncoded = refIsEncoded
    self.commit = commit
    self.date = date
    self.kind = kind
    self.own = own
    self.apart = apart
    _organisation = Nullable(wrappedValue: organisation)
    _line = Nullable(wrappedValue: line)
  }
}

/// Which of a fork's branches hold work of its own.
public struct BranchesEntry: Hashable, Sendable, Codable {
  /// Branches that hold nothing of the fork's own: upstream's, carried along.
  public let carried: Int
  /// Branches that were not looked at, since there are too many: those not worked on for longest.
  public let leftOut: Int
  /// How many are release lines.
  public let releaseLines: Int
  /// How many are custom branches.
  public let custom: Int
  /// How many others lived long.
  public let longLived: Int
  /// How many are topics.
  public let topics: Int
  /// How many are wholly in the head.
  public let merged: Int
  /// The branches with work of their own, topics and merged ones left out. Order: the head first, then most commits
  /// apart, then by name.
  public let list: [BranchEntry]

  /// A summary of `own`, in the order of ``list``.
  public init(carried: Int, leftOut: Int, own: [BranchEntry]) {
    func count(_ kind: BranchKind) -> Int { own.count { $0.kind == kind } }
    self.carried = carried
    self.leftOut = leftOut
    (releaseLines, custom, longLived) = (count(.releaseLine), count(.custom), count(.longLived))
    (topics, merged) = (count(.topic), count(.merged))
    list = own.filter { $0.kind != .topic && $0.kind != .merged }
  }
}
