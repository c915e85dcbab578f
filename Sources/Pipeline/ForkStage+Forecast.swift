import BitCollections
import Divergence
import Family
import Git
import GitValues
import History
import Lineage
import PatchFlow

/// What merging would meet, and who could tell how to settle it.
struct ForecastResult: Sendable {
  /// The merge of the line's head, from the effective base.
  let head: MergeForecast
  /// The same from git's merge base; nil where there is none.
  var fromGitBase: MergeForecast?
  /// The merge of the line's newest tag, from the effective base; nil where it has none.
  var tag: (name: RefName, node: CommitGraph.Node, forecast: MergeForecast)?
  /// Who touched files of ``head``'s conflicts last, by their place among them.
  var touches: [Touches] = []

  /// The newest commits of both sides that changed a file.
  struct Touches: Sendable {
    var byFork: Touch?
    var byUpstream: Touch?
  }

  /// A commit that changed a file.
  struct Touch: Sendable {
    let node: CommitGraph.Node
    /// The author's name, in bytes.
    let author: [UInt8]
  }
}

extension ForkStage {
  /// Merges the line's head and its newest tag into the fork, in memory.
  ///
  /// - Parameter base: the effective base, from which `divergence` counts.
  /// - Throws: `GitError` where a tree cannot be read.
  func forecast(
    _ lineage: Lineage,
    _ divergence: Divergence,
    base: CommitGraph.Node,
    _ fork: Family.Fork,
    workers: Int,
    _ result: inout ForkResult
  ) async throws -> ForecastResult {
    let stores = stores(fork)
    let ours = divergence.comparison.fork
    func forecast(_ fork: TreeComparison, _ upstream: TreeComparison) async throws -> MergeForecast {
      try await MergeForecast.of(fork: fork, upstream: upstream, stores: stores, workers: workers)
    }
    func comparisons(_ pairs: [(CommitGraph.Node, CommitGraph.Node)]) async throws -> [TreeComparison] {
      let trees = pairs.map { (old: graph.trees[$0.0], new: graph.trees[$0.1]) }
      let head = members[fork.member].head
      let prefixes = pairs.map { $0.1 == head ? result.prefix : nil }
      return try await TreeComparison.between(trees, prefixes: prefixes, stores: stores, workers: workers)
    }
    let head = try await forecast(ours, divergence.comparison.upstream)
    var found = ForecastResult(head: head)
    if let gitBase = lineage.mergeBases.first {
      if gitBase == base {
        found.fromGitBase = head
      } else {
        let sides = try await comparisons([(gitBase, members[fork.member].head), (gitBase, lineage.line.head)])
        found.fromGitBase = try await forecast(sides[0], sides[1])
      }
    }
    // A tag at or before the base brings nothing: nobody would merge it.
    if let tag = newestTag(of: lineage.line.head, fork, &result), !graph.reach([base]).contains(tag.node) {
      let isHead = tag.node == lineage.line.head
      let merge = isHead ? head : try await forecast(ours, try await comparisons([(base, tag.node)])[0])
      found.tag = (tag.name, tag.node, merge)
    }
    found.touches = try touches(head, result.patches?.flow, stores)
    return found
  }

  private func newestTag(
    of line: CommitGraph.Node,
    _ fork: Family.Fork,
    _ result: inout ForkResult
  ) -> (name: RefName, node: CommitGraph.Node)? {
    switch upstreams[fork.upstream]?.tags {
    case nil: return nil
    case .failure(let error):
      result.notAnalysed.append(("mergeForecast.newestTag", error.message))
      return nil
    case .success(let tags):
      let answer = tags.nearest(to: line)
      guard let name = answer.name, let node = answer.node else { return nil }
      return (name, node)
    }
  }

  /// Who touched each conflict's file last, by the commits whose changes patch flow has read.
  private func touches(
    _ forecast: MergeForecast,
    _ flow: PatchFlow?,
    _ stores: [String]
  ) throws(GitError) -> [ForecastResult.Touches] {
    guard let flow else { return forecast.conflicts.map { _ in ForecastResult.Touches() } }
    let asked = Set(forecast.conflicts.flatMap(\.names))
    let fork = Self.lastTouch(flow.forkSide, asked)
    let upstream = Self.lastTouch(flow.upstreamSide, asked)
    let objects = try ObjectDatabase(objectFolders: stores)
    func touch(_ conflict: MergeForecast.Conflict, _ last: [RepoPath: (order: Int, node: CommitGraph.Node)])
      throws(GitError) -> ForecastResult.Touch?
    {
      guard let newest = conflict.names.compactMap({ last[$0] }).min(by: { $0.order < $1.order }) else { return nil }
      let commit = try objects.commit(graph.ids[newest.node])
      return ForecastResult.Touch(node: newest.node, author: commit.author.name)
    }
    return try forecast.conflicts.map { conflict throws(GitError) in
      ForecastResult.Touches(byFork: try touch(conflict, fork), byUpstream: try touch(conflict, upstream))
    }
  }

  /// The newest of `commits` that changes each of `asked`. The commits come newest first.
  private static func lastTouch<Status>(
    _ commits: [FlowCommit<Status>],
    _ asked: Set<RepoPath>
  ) -> [RepoPath: (order: Int, node: CommitGraph.Node)] {
    var last: [RepoPath: (order: Int, node: CommitGraph.Node)] = [:]
    for (order, commit) in commits.enumerated() {
      for path in commit.paths where asked.contains(path) && last[path] == nil { last[path] = (order, commit.node) }
    }
    return last
  }
}
