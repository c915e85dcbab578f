/// How a fork took in upstream.
public enum SyncKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// A merge commit.
  case merge
  /// A merge without its second parent.
  case squash
  /// A release copied in.
  case `import`
  /// A batch of cherry-picks.
  case picks
  /// Own work moved onto a newer upstream commit.
  case rebase
}

/// An event by which a fork took in upstream.
public struct SyncEntry: Hashable, Sendable, Codable {
  /// When: the committer date of ``forkCommit``.
  public let date: Instant
  /// How.
  public let kind: SyncKind
  /// The fork's commit that did it, 40 hexadecimal digits; of several, the last.
  public let forkCommit: String
  /// The newest upstream commit that came in, 40 hexadecimal digits. null: not found.
  @Nullable public internal(set) var upstreamCommit: String?

  /// How many upstream commits came in, merges among them; of picks, how many were picked. null: not counted.
  @Nullable public internal(set) var commits: Int?
  /// How many days the oldest of them had stood upstream by then: how far the fork was behind. null: not counted.
  @Nullable public internal(set) var lagDays: Int?

  /// A sync of its parts.
  public init(
    date: Instant,
    kind: SyncKind,
    forkCommit: String,
    upstreamCommit: String?,
    commits: Int? = nil,
    lagDays: Int? = nil
  ) {
    self.date = date
    self.kind = kind
    self.forkCommit = forkCommit
    _upstreamCommit = Nullable(wrappedValue: upstreamCommit)
    _commits = Nullable(wrappedValue: commits)
    _lagDays = Nullable(wrappedValue: lagDays)
  }
}
