public import BitCollections
public import Git
import GitValues
public import History

/// Whether a fork carries commits of a line that upstream's clone lacks: commits that only the fork has, recorded by
/// people who recorded commits on upstream's line meanwhile.
public struct MissingLine: Hashable, Sendable {
  /// How many of the fork's commits were looked at.
  public let looked: Int
  /// How many of them upstream's people recorded.
  public let byUpstream: Int

  /// From this share on, and so many commits, they are no coincidence.
  static let share = 0.2
  static let atLeast = 10
  /// So many commits of each side are read, evenly spread.
  static let sample = 400
  /// Upstream's people are those who recorded at least so many of them.
  static let commits = 2

  /// Whether upstream's clone looks incomplete.
  public var isLikely: Bool { byUpstream >= Self.atLeast && Double(byUpstream) >= Self.share * Double(looked) }

  /// - Parameter upstream: commits that only upstream's line has.
  /// - Parameter fork: commits that only the fork has, upstream's other lines left out.
  /// - Throws: ``GitError`` where a commit cannot be read.
  public init(_ graph: CommitGraph, upstream: BitSet, fork: BitSet, _ objects: ObjectDatabase) throws(GitError) {
    func committers(_ commits: BitSet) throws(GitError) -> [[UInt8]] {
      let all = commits.subtracting(graph.merges).sorted(by: graph.isShownBefore)
      let step = max(1, all.count / Self.sample)
      return try stride(from: 0, to: all.count, by: step).map { index throws(GitError) in
        try objects.commit(graph.ids[all[index]]).committer.email
      }
    }
    // A forge that records for everybody is nobody.
    let forge = Array("noreply@github.com".utf8)
    var counts: [[UInt8]: Int] = [:]
    for email in try committers(upstream) where email != forge { counts[email, default: 0] += 1 }
    let people = counts.filter { $0.value >= Self.commits }
    let own = people.isEmpty ? [] : try committers(fork)
    looked = own.count
    byUpstream = own.count { people[$0] != nil }
  }
}
