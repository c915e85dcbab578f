public import GitValues

/// A file of the three trees and what became of it.
public struct ClassifiedFile: Hashable, Sendable {
  /// Where it is: in the base, else in the fork, else in the upstream.
  public let path: RepoPath
  /// Where the fork has it; nil where it has not.
  public let forkPath: RepoPath?
  /// Where the upstream has it; nil where it has not.
  public let upstreamPath: RepoPath?
  /// What became of it.
  public let fileClass: FileClass
}
