import CloneSet
import Compatibility
import Divergence
import Family
import Git
import GitValues
import History
import Lineage

extension ForkStage {
  /// Compares the surfaces of the fork with those of `base` and of the line's head.
  func surfaces(
    _ lineage: Lineage,
    _ divergence: Divergence,
    base: Int,
    _ fork: Family.Fork,
    workers: Int
  ) async throws -> Compatibility {
    let report = report
    let pair = SurfaceTrees(
      trees: ThreeSides(
        base: graph.trees[base],
        line: graph.trees[lineage.line.head],
        fork: graph.trees[members[fork.member].head]
      ),
      lineMoves: Self.moves(divergence.comparison.upstream),
      forkMoves: Self.moves(divergence.comparison.fork)
    )
    let means = SurfaceMeans(
      stores: stores(fork),
      workers: workers,
      extractions: surfaceTools.extractions,
      declared: request.familyFile?.profiles ?? [],
      ctags: surfaceTools.ctags,
      timed: { report(.timed(step: $0, milliseconds: $1)) }
    )
    return try await Compatibility.measure(pair, means)
  }

  private static func moves(_ comparison: TreeComparison) -> Moves {
    Moves(comparison.changes.filter(\.isRename).map { (from: $0.oldPath, to: $0.newPath) })
  }
}

/// What all forks of a run read surfaces with.
struct SurfaceTools: Sendable {
  let extractions: Extractions
  /// nil where no universal-ctags is at hand.
  let ctags: Ctags?

  /// - Throws: where the private folder cannot be made.
  init(_ request: AnalysisRequest, _ report: @escaping @Sendable (AnalysisEvent) -> Void) {
    extractions = Extractions(store: request.store) { report(.cacheFailed($0)) }
    ctags = request.stages.contains(.compatibility) ? request.ctags.flatMap { Ctags(path: $0) } : nil
  }
}
