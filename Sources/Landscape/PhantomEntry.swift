/// What it costs to count from git's merge base where the effective base is another: commits that git counts and that are
/// no difference.
public struct PhantomEntry: Hashable, Sendable, Codable {
  /// Days from git's merge base to the effective base.
  public let days: Int
  /// Commits that git counts as behind, although the effective base has them.
  public let behind: Int
  /// Commits that git counts as ahead, although they are upstream's under other ids, of its other lines, or took it in.
  /// null: not found out.
  @Nullable public internal(set) var ahead: Int?

  /// A cost of its parts.
  public init(days: Int, behind: Int, ahead: Int?) {
    self.days = days
    self.behind = behind
    _ahead = Nullable(wrappedValue: ahead)
  }
}
