import BitCollections
import CloneSet
import Divergence
import Family
import Git
import GitValues
import History
import Lineage
import PatchFlow

/// What travelled between a fork and its upstream.
struct PatchResult: Sendable {
  let pair: FlowPair
  let flow: PatchFlow
  let travel: Travel
}

extension ForkStage {
  /// Traces patch flow from `base`: what of upstream lies at or before it is in the fork.
  func tracePatches(
    _ lineage: Lineage,
    _ divergence: Divergence,
    base: CommitGraph.Node,
    copies: [CommitGraph.Node: CommitGraph.Node],
    syncs: [Sync],
    work: OwnWork?,
    _ fork: Family.Fork,
    workers: Int
  ) async throws -> PatchResult {
    let (pair, means) = flow(
      lineage,
      divergence,
      base: base,
      copies: copies,
      syncs: syncs,
      work: work,
      fork,
      workers: workers
    )
    let flow = try await PatchFlow.trace(pair, means)
    return PatchResult(pair: pair, flow: flow, travel: flow.travel(pair))
  }

  /// What patch flow is traced between, and with what means.
  func flow(
    _ lineage: Lineage,
    _ divergence: Divergence,
    base: CommitGraph.Node,
    copies: [CommitGraph.Node: CommitGraph.Node],
    syncs: [Sync],
    work: OwnWork?,
    _ fork: Family.Fork,
    workers: Int
  ) -> (FlowPair, FlowMeans) {
    let clones = [participants[fork.member].clone, participants[fork.upstream].clone]
    let pair = FlowPair(
      graph: graph,
      base: base,
      forkPoint: lineage.forkPoint?.node ?? base,
      line: lineage.line.head,
      fork: members[fork.member].head,
      lineOnly: lineage.lineOnly,
      forkOnly: lineage.forkOnly,
      upstreamReach: upstreams[fork.upstream]?.reach ?? graph.reach([lineage.line.head]),
      copies: copies,
      syncs: BitSet(syncs.filter(\.kind.isOneCommit).map(\.forkCommit)),
      upstreamLines: work?[.upstreamLines] ?? [],
      superseded: work?[.earlierGenerations] ?? [],
      mapping: Self.mapping(divergence),
      asOf: clones.compactMap(\.asOf).min() ?? graph.committerTimes[members[fork.member].head]
    )
    return (pair, means(of: [fork.upstream, fork.member], workers: workers))
  }

  /// The means to trace between members.
  func means(of members: [Int], workers: Int) -> FlowMeans {
    let report = report
    var stores: [String] = []
    for store in members.map({ self.members[$0].store }) where !stores.contains(store) {
      stores.append(store)
    }
    return FlowMeans(
      stores: stores,
      workers: workers,
      facts: request.store,
      isPartial: members.contains { participants[$0].clone.isPartial },
      evidence: request.matchBy,
      factsFailed: { report(.cacheFailed($0)) },
      timed: { report(.timed(step: $0, milliseconds: $1)) }
    )
  }

  private static func mapping(_ divergence: Divergence) -> PathMapping {
    func moves(_ comparison: TreeComparison) -> [PathMapping.Move] {
      comparison.changes.filter(\.isRename).map { PathMapping.Move(from: $0.oldPath, to: $0.newPath) }
    }
    let files = divergence.comparison.files
    let folders = divergence.renamedFolders.map { PathMapping.Move(from: $0.from, to: $0.to) }
    return PathMapping(
      forkFiles: moves(divergence.comparison.fork),
      upstreamFiles: moves(divergence.comparison.upstream),
      folders: folders,
      words: RenamedWords.find(
        upstreamOnly: files.filter { $0.forkPath == nil }.compactMap(\.upstreamPath),
        forkOnly: files.filter { $0.upstreamPath == nil }.compactMap(\.forkPath),
        folders: folders
      )
    )
  }
}
