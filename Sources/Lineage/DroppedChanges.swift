public import BitCollections
public import Git
public import GitValues
public import History

/// A merge that took upstream in and left out what it had done to some files, without a word in any diff: the files are
/// as the fork had them, which had never changed them itself.
///
/// Git shows nothing of it: a file that equals the first parent is no part of a merge's diff. Mostly it is a conflict in
/// one of several files that was resolved for all of them.
public struct DroppedChanges: Hashable, Sendable {
  /// The fork's merge.
  public let merge: CommitGraph.Node
  /// Upstream's commit that was merged.
  public let upstream: CommitGraph.Node
  /// The files, which are still so at the fork's head, while upstream's line still has them otherwise. Order: ascending.
  public let paths: [RepoPath]
}

extension DroppedChanges {
  /// So many merges are looked at, the newest of them.
  static let mostMerges = 100

  /// What merges on a fork's main line left out. Only the newest 100 merges of `syncs` are looked at, and of these
  /// neither merges of several commits nor those of two histories that have several merge bases: what their result
  /// should be, no three trees tell.
  ///
  /// - Parameter syncs: how the fork took upstream in.
  /// - Parameter line: the head of upstream's line.
  /// - Parameter head: the fork's head.
  /// - Returns: order: newest merge first.
  /// - Throws: `GitError` where a tree cannot be read.
  public static func find(
    _ syncs: [Sync],
    line: CommitGraph.Node,
    head: CommitGraph.Node,
    upstreamReach: BitSet,
    _ graph: CommitGraph,
    _ reader: TreeReader
  ) throws(GitError) -> [DroppedChanges] {
    let merges = syncs.filter { $0.kind == .merge }.map(\.forkCommit).sorted(by: graph.isShownBefore)
    var found: [DroppedChanges] = []
    for merge in merges.prefix(mostMerges) {
      let parents = Array(graph.parents(of: merge))
      guard parents.count == 2, upstreamReach.contains(parents[1]) else { continue }
      let bases = graph.mergeBases(graph.reach([parents[0]]), graph.reach([parents[1]]))
      guard bases.count == 1 else { continue }
      let base = graph.trees[bases[0]]
      var dropped: Set<PathTable.Index> = []
      try reader.compare(base, graph.trees[parents[1]]) { difference in
        // What upstream added or deleted, forks leave out on purpose.
        if difference.old != nil, difference.new != nil { dropped.insert(difference.path) }
      }
      for node in [parents[0], merge, head] where !dropped.isEmpty {
        try reader.compare(base, graph.trees[node]) { dropped.remove($0.path) }
      }
      if dropped.isEmpty { continue }
      var standing: Set<PathTable.Index> = []
      try reader.compare(base, graph.trees[line]) { difference in
        if difference.new != nil, dropped.contains(difference.path) { standing.insert(difference.path) }
      }
      if standing.isEmpty { continue }
      let paths = standing.map { reader.paths.path($0) }.sorted()
      found.append(DroppedChanges(merge: merge, upstream: parents[1], paths: paths))
    }
    return found
  }
}
