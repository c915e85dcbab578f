public import BitCollections
public import Git
import GitValues
public import History

/// Commits of upstream's own stable lines that its clone lacks, and that a fork carries.
///
/// What is back-ported to a stable line stands on the main line too, by the same author, with the same subject, and of
/// nearly the same day. Where upstream's people recorded such commits in the fork's history, they and what lies below
/// them by upstream's people are upstream's. People who moved to the fork record other things, so most of what is found
/// must be back-ports.
public struct UpstreamLines: Sendable {
  /// The commits, as far as upstream's people recorded them; empty for none.
  public let commits: BitSet
  /// How many commits of the fork have a counterpart on the line whose date of authorship differs: a pick would have kept
  /// it, so these come from another line of upstream, whoever recorded them.
  public let backPorts: Int
  /// Two commits of the same author and subject are one change where less than this lies between them, in seconds.
  static let near: Int64 = 3 * 86_400
  /// Upstream's people recorded at least so many commits of its line.
  static let fewest = 2
  /// So many back-ports are no coincidence …
  static let atLeast = 10
  /// … if they are at least this share of what upstream's people seem to have recorded.
  static let share = 0.5

  /// How many of the fork's commits were looked at.
  public let looked: Int

  /// Whether the fork has commits of a line of upstream that upstream's clone lacks, its own or copied.
  public var areLikely: Bool { !commits.isEmpty || isCopied }

  /// The share of the fork's commits that must be back-ports for it to follow such a line by copies.
  static let copiedShare = 0.03

  /// Whether the fork copied such commits, under its own people's names as committers.
  var isCopied: Bool { backPorts >= Self.atLeast && Double(backPorts) >= Self.copiedShare * Double(looked) }

  private struct Key: Hashable {
    let email: [UInt8]
    let subject: [UInt8]
  }

  /// - Parameter upstream: commits that only the line has.
  /// - Parameter fork: commits that only the fork has, all that is known to be upstream's left out.
  /// - Throws: `GitError` where a commit cannot be read.
  public init(_ graph: CommitGraph, upstream: BitSet, fork: BitSet, _ objects: ObjectDatabase) throws(GitError) {
    // A forge that records for everybody is nobody.
    let forge = Array("noreply@github.com".utf8)
    var counts: [[UInt8]: Int] = [:]
    var times: [Key: [Int64]] = [:]
    for node in upstream.subtracting(graph.merges) {
      let commit = try objects.commit(graph.ids[node])
      if commit.committer.email != forge { counts[commit.committer.email, default: 0] += 1 }
      times[Key(email: commit.author.email, subject: Array(commit.subject)), default: []].append(commit.author.time)
    }
    let people = Set(counts.filter { $0.value >= Self.fewest }.keys)
    var (byPeople, ported) = (BitSet(), BitSet())
    var backPorts = 0
    for node in fork.subtracting(graph.merges) {
      let commit = try objects.commit(graph.ids[node])
      let key = Key(email: commit.author.email, subject: Array(commit.subject))
      let same = times[key]?.filter { abs($0 - commit.author.time) <= Self.near } ?? []
      if !same.isEmpty, !same.contains(commit.author.time) { backPorts += 1 }
      guard people.contains(commit.committer.email) else { continue }
      byPeople.insert(node)
      if !same.isEmpty { ported.insert(node) }
    }
    looked = fork.subtracting(graph.merges).count
    self.backPorts = backPorts
    let found = Self.below(ported, among: byPeople.union(fork.intersection(graph.merges)), graph)
    let isLine =
      ported.count >= Self.atLeast && Double(ported.count) >= Self.share * Double(found.subtracting(graph.merges).count)
    commits = isLine ? found : BitSet()
  }

  /// `commits` and what they reach without leaving `allowed`.
  private static func below(_ commits: BitSet, among allowed: BitSet, _ graph: CommitGraph) -> BitSet {
    var found = commits
    // Parents have lower numbers: one walk downward reaches all.
    for node in allowed.sorted(by: >) where found.contains(node) {
      for parent in graph.parents(of: node) where allowed.contains(parent) { found.insert(parent) }
    }
    return found
  }
}
