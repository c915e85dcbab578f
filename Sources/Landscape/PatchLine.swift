public import Foundation

/// Which side of a pair has a commit.
public enum PatchSide: String, Hashable, Sendable, Codable, CaseIterable {
  /// Only the fork.
  case fork
  /// Only the upstream's line.
  case upstream
}

/// What became of a commit that only one side has. Each side has words of its own, see ``UpstreamPatchesEntry`` and
/// ``ForkPatchesEntry``.
public enum PatchStatus: String, Hashable, Sendable, Codable, CaseIterable {
  /// Upstream: at or before the effective base.
  case inBase
  /// Upstream: a commit of the fork makes the same change.
  case equivalent
  /// Upstream: a commit of the fork makes the change with another diff.
  case adapted
  /// Upstream: no commit matches, and the fork's tree has what it did.
  case present
  /// Upstream: no commit matches, and the fork's tree has some of what it did.
  case partial
  /// Upstream: no commit matches, and the fork's tree lacks what it did.
  case missing
  /// Upstream: no commit matches, and the code that it touches does not exist in the fork.
  case notApplicable
  /// Fork: a copy of an upstream commit. Or no commit matches, upstream's tree has what it did, and the base had it
  /// already or one of upstream's authors wrote it.
  case taken
  /// Fork: upstream has a copy of it that makes the same change.
  case upstreamed
  /// Fork: upstream has a copy of it with another diff. Or no commit matches, and upstream's tree has what it did,
  /// which nothing says came from there.
  case upstreamedAdapted
  /// Fork: its own, and upstream does not have it.
  case carried
  /// Fork: it came in with others.
  case imported
  /// Either: its own side undid it later, or it is that undoing. Fork: it lies below a rebase, too.
  case reverted
  /// Either: it changes nothing.
  case empty
  /// Either: what would tell cannot be read.
  case notAnalysed
}

/// One line of `patches/<family>/<name>.jsonl`: a commit that only one side has.
public struct PatchLine: Hashable, Sendable, Codable {
  /// Which side has it.
  public var side: PatchSide
  /// Its id.
  public var commit: String
  /// When it was recorded.
  public var date: Instant
  /// The first line of its message. null: it cannot be read.
  @Nullable public var subject: String?
  /// Whether ``subject`` is percent-encoded because its bytes are not UTF-8.
  public var subjectIsEncoded: Bool
  /// Whether it stands on its side's main line itself, the first parents of the head, and did not come in by a merge.
  public var isOnMainLine: Bool
  /// What became of it.
  public var status: PatchStatus
  /// Whether the other side's tree has what it did, where no match says so. null: not asked, or it cannot be told.
  @Nullable public var presence: PatchStatus?
  /// Which way the change went, by its best match: `down`, `up` or `unknown`. null: no match.
  @Nullable public var direction: String?
  /// What makes it a fix of security or data loss: an advisory's number, or the words. null: nothing does.
  @Nullable public var fix: String?
  /// The same change on the other side. Order: best first.
  public var matches: [PatchMatch]
  /// Commits that it claims to come from, against what their contents say.
  public var contradicted: [String]
  /// The deepest folder that all its paths lie in, `.` for the top. null: it changes nothing, or cannot be read.
  @Nullable public var area: String?
  /// Submodules whose pointer it moves. Order: by path.
  public var submodules: [String]
  /// Why it could not be analysed. null: it could.
  @Nullable public var reason: String?

  /// A line of its parts.
  public init(
    side: PatchSide,
    commit: String,
    date: Instant,
    subject: String?,
    subjectIsEncoded: Bool,
    isOnMainLine: Bool,
    status: PatchStatus,
    presence: PatchStatus?,
    direction: String?,
    fix: String?,
    matches: [PatchMatch],
    contradicted: [String],
    area: String?,
    submodules: [String],
    reason: String?
  ) {
    self.side = side
    self.commit = commit
    self.date = date
    _subject = Nullable(wrappedValue: subject)
    self.subjectIsEncoded = subjectIsEncoded
    self.isOnMainLine = isOnMainLine
    self.status = status
    _presence = Nullable(wrappedValue: presence)
    _direction = Nullable(wrappedValue: direction)
    _fix = Nullable(wrappedValue: fix)
    self.matches = matches
    self.contradicted = contradicted
    _area = Nullable(wrappedValue: area)
    self.submodules = submodules
    _reason = Nullable(wrappedValue: reason)
  }

  /// The lines of a fork as the file has them: one JSON object a line, in the order given.
  public static func encoded(_ lines: [PatchLine]) throws -> Data {
    try JSONLines.encoded(lines)
  }

  /// What ``encoded(_:)`` wrote.
  ///
  /// - Throws: `DecodingError` where a line is none.
  public static func decoded(_ data: Data) throws -> [PatchLine] { try JSONLines.decoded(data) }
}

/// A commit of the other side that is the same change.
public struct PatchMatch: Hashable, Sendable, Codable {
  /// How it was found, strongest first.
  public enum Rung: String, Hashable, Sendable, Codable, CaseIterable {
    /// A label names it, and content does not contradict.
    case trailer
    /// Equal by git's stable patch id.
    case patchId
    /// Equal once renames are undone.
    case pathMapped
    /// Same author and author date, and content that does not contradict.
    case metadata
    /// Messages and diffs are alike.
    case similarity
    /// One commit is several of the other side.
    case squash
  }

  /// How alike two commits are.
  public struct Similarity: Hashable, Sendable, Codable {
    /// From 0 to 1: their messages. null: not compared.
    @Nullable public var message: Double?
    /// From 0 to 1: their diffs. null: one cannot be read.
    @Nullable public var diff: Double?

    /// A likeness of its parts.
    public init(message: Double?, diff: Double?) {
      _message = Nullable(wrappedValue: message)
      _diff = Nullable(wrappedValue: diff)
    }
  }

  /// Its id.
  public var commit: String
  /// How it was found.
  public var by: Rung
  /// How alike the two are.
  public var similarity: Similarity

  /// A match of its parts.
  public init(commit: String, by: Rung, similarity: Similarity) {
    self.commit = commit
    self.by = by
    self.similarity = similarity
  }
}

/// The commits of one fork and its upstream that only one of them has.
public struct ForkPatches: Hashable, Sendable {
  /// The family's name.
  public let family: String
  /// The fork's name.
  public let fork: String
  /// Order: upstream's side first, each newest first, then by id.
  public let lines: [PatchLine]

  /// A list of its parts.
  public init(family: String, fork: String, lines: [PatchLine]) {
    self.family = family
    self.fork = fork
    self.lines = lines
  }
}
