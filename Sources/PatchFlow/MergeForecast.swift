public import GitValues

/// Where merging a line into a fork would stop.
public struct MergeForecast: Hashable, Sendable {
  /// Why a merge stops at a file.
  public enum Cause: String, CaseIterable, Hashable, Sendable {
    /// Both sides changed the same place of it, or changed it to things that cannot be merged.
    case content
    /// One side changed it, the other deleted it.
    case deleteModify
    /// Both sides brought something of their own to one path.
    case addAdd
    /// A side moved it, and the other moved it elsewhere, deleted it, or has something at the place.
    case rename
  }

  /// One file at which it would stop, under all its names.
  public struct Conflict: Hashable, Sendable {
    /// Where it is: in the base, else where both sides have it.
    public let path: RepoPath
    /// Where the fork has it; nil where it has not.
    public let forkPath: RepoPath?
    /// Where upstream has it; nil where it has not.
    public let upstreamPath: RepoPath?
    /// Why.
    public let cause: Cause

    /// Every name that the file has in one of the three trees.
    public var names: Set<RepoPath> { Set([path, forkPath, upstreamPath].compactMap { $0 }) }
  }

  /// Order: by path, then by the fork's path, then upstream's.
  public let conflicts: [Conflict]
  /// Files that both sides changed and that merge without a person's help.
  public let merged: Int
  /// Files that both sides changed and whose contents cannot be read or are above the limit: they may stop it too.
  /// Order: by path.
  public let unread: [RepoPath]
}
