/// What the commits that only the fork has are made of. Every commit counts once, in the first part that it fits:
/// ``upstreamBranches``, ``sideHistories``, ``earlierGenerations``, ``upstreamLines``, ``syncs``, ``copies``,
/// ``repeats``, ``merges``, ``own``. Syncs that no parent records are found later and come out of ``own`` and
/// ``merges``. ``total`` is the sum of all parts, and `ahead` where that is known.
public struct OwnWorkEntry: Hashable, Sendable, Codable {
  /// Commits that the fork has and the line has not, merges among them.
  public let total: Int
  /// The fork's own commits, merges left out.
  public let own: Int
  /// Merges that are in no other part.
  public let merges: Int
  /// Upstream's commits under other ids, recorded by the fork no earlier than by upstream.
  public let copies: Int
  /// Commits that repeat another one of the fork: same author, date of authorship and subject.
  public let repeats: Int
  /// Commits that took upstream in: squashes, imports, rebases.
  public let syncs: Int
  /// Commits of other branches or tags of upstream.
  public let upstreamBranches: Int
  /// Commits of upstream's own stable lines that upstream's clone lacks.
  public let upstreamLines: Int
  /// Earlier generations of a stack of patches that was rebased with its old history recorded.
  public let earlierGenerations: Int
  /// Histories with roots of their own, joined by subtree merges.
  public let sideHistories: Int

  /// Parts of their counts.
  public init(
    own: Int,
    merges: Int,
    copies: Int,
    repeats: Int,
    syncs: Int,
    upstreamBranches: Int,
    upstreamLines: Int,
    earlierGenerations: Int,
    sideHistories: Int
  ) {
    self.own = own
    self.merges = merges
    self.copies = copies
    self.repeats = repeats
    self.syncs = syncs
    self.upstreamBranches = upstreamBranches
    self.upstreamLines = upstreamLines
    self.earlierGenerations = earlierGenerations
    self.sideHistories = sideHistories
    total =
      own + merges + copies + repeats + syncs + upstreamBranches + upstreamLines + earlierGenerations + sideHistories
  }
}
