/// The root of a family: the clone that changes come from originally.
public struct UpstreamEntry: Hashable, Sendable, Codable {
  /// Its name, the shortest form that is unique in the family.
  public var name: String
  /// The path of its clone, as in ``Landscape/clones``.
  public var clone: String
  /// The head of its default branch, or the line that a person named.
  public var head: HeadEntry
  /// Commits reachable from ``head``, merges included.
  public var commits: Int
  /// The newest committer date over its refs, those in the future left out.
  public var asOf: Instant
  /// What it says of itself. null: not read.
  @Nullable public var portrait: PortraitEntry?
  /// People and organisations behind it. null: not analysed.
  @Nullable public var community: CommunityEntry?

  /// An upstream of its parts.
  public init(
    name: String,
    clone: String,
    head: HeadEntry,
    commits: Int,
    asOf: Instant,
    portrait: PortraitEntry? = nil,
    community: CommunityEntry? = nil
  ) {
    self.name = name
    self.clone = clone
    self.head = head
    self.commits = commits
    self.asOf = asOf
    _portrait = Nullable(wrappedValue: portrait)
    _community = Nullable(wrappedValue: community)
  }
}
