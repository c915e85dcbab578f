public import BitCollections
public import Git
import GitValues
public import History

/// Commits that stand on both sides under two ids: same author, same date of authorship, same subject.
public struct Twins: Sendable {
  /// By upstream's commit its twins in the fork. Order of a commit's twins: newest first.
  public let ofUpstream: [CommitGraph.Node: [CommitGraph.Node]]
  /// The share of upstream's one-sided commits that have a twin, merges left out, 0 to 1.
  public let share: Double

  /// A history counts as rewritten from so many twins …
  static let rewrittenFrom = 20
  /// … when more than this share of upstream's one-sided commits have one. Over half is said of a rewritten history; a fork
  /// that picks up whole releases commit by commit gets to half as well (babelfish: 0.51), so the line is drawn above it.
  static let rewrittenShare = 0.6

  /// The fork's commits that were recorded no earlier than a twin of theirs upstream. Others went the other way.
  public func copies(_ graph: CommitGraph) -> BitSet {
    var copies = BitSet()
    for (upstream, twins) in ofUpstream {
      for twin in twins where graph.committerTimes[twin] >= graph.committerTimes[upstream] { copies.insert(twin) }
    }
    return copies
  }

  /// By upstream's commit, when its first twin came to the branch whose head is `tip`, in seconds since 1970. Twins that
  /// the branch does not have left out.
  public func arrivals(on tip: CommitGraph.Node, _ graph: CommitGraph) -> [CommitGraph.Node: Int64] {
    let landings = graph.landings(on: tip)
    return ofUpstream.compactMapValues { twins in
      twins.map { landings.time(of: $0) }.min().flatMap { $0 == CommitGraph.Landings.never ? nil : $0 }
    }
  }

  /// Whether the fork has upstream's commits under other ids.
  public var isRewritten: Bool { ofUpstream.count >= Self.rewrittenFrom && share > Self.rewrittenShare }

  private struct Key: Hashable {
    let time: Int64
    let email: [UInt8]
    let subject: [UInt8]
  }

  /// Finds the twins among commits that one side only has. Only commits whose date of authorship stands on both sides are
  /// read.
  ///
  /// - Throws: `GitError` where a commit cannot be read.
  public init(_ graph: CommitGraph, upstream: BitSet, fork: BitSet, _ objects: ObjectDatabase) throws(GitError) {
    let (upstream, fork) = (upstream.subtracting(graph.merges), fork.subtracting(graph.merges))
    var times: Set<Int64> = []
    for node in upstream { times.insert(graph.authorTimes[node]) }
    let likely = fork.filter { times.contains(graph.authorTimes[$0]) }
    let shared = Set(likely.map { graph.authorTimes[$0] })
    var byKey: [Key: [CommitGraph.Node]] = [:]
    for node in likely { byKey[try Self.key(node, graph, objects), default: []].append(node) }
    var found: [CommitGraph.Node: [CommitGraph.Node]] = [:]
    for node in upstream where shared.contains(graph.authorTimes[node]) {
      if let twins = byKey[try Self.key(node, graph, objects)] { found[node] = twins.sorted(by: graph.isShownBefore) }
    }
    ofUpstream = found
    share = upstream.isEmpty ? 0 : Double(found.count) / Double(upstream.count)
  }

  private static func key(_ node: CommitGraph.Node, _ graph: CommitGraph, _ objects: ObjectDatabase) throws(GitError)
    -> Key
  {
    let commit = try objects.commit(graph.ids[node])
    return Key(time: commit.author.time, email: commit.author.email, subject: Array(commit.subject))
  }

  /// The newest upstream commit up to which most of its side's commits have twins: behind it the two went apart.
  ///
  /// - Parameter upstream: upstream's one-sided commits.
  /// - Returns: nil without twins.
  public func lastCommon(_ graph: CommitGraph, upstream: BitSet) -> CommitGraph.Node? {
    var (balance, highest) = (0, 0)
    var last: CommitGraph.Node?
    let inOrder = upstream.subtracting(graph.merges).sorted { graph.isShownBefore($1, $0) }
    for node in inOrder {
      let isTwin = ofUpstream[node] != nil
      balance += isTwin ? 1 : -1
      if isTwin, balance >= highest { (highest, last) = (balance, node) }
    }
    return last
  }
}
