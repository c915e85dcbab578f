import Divergence
import Foundation
import Git
import GitValues
import History
import Lineage
import Testing

extension OracleHistory {
  /// A session on the repository with the fork's branches that sees all objects.
  func repository() throws -> Repository {
    try Repository(at: folder.path(percentEncoded: false), with: stores)
  }

  /// A time at which all commits had landed.
  func end(_ graph: CommitGraph) -> Int64 {
    graph.committerTimes.max() ?? 0
  }

  func divergence(_ graph: CommitGraph, _ lineage: Lineage) async throws -> Divergence {
    let pair = DivergencePair(
      graph: graph,
      base: try #require(lineage.mergeBases.first),
      line: lineage.line.head,
      fork: try #require(graph.node(fork)),
      forkPoint: lineage.forkPoint?.node,
      ownWork: lineage.forkOnly.subtracting(graph.merges),
      asOf: end(graph)
    )
    return try await Divergence.measure(pair, stores: stores, workers: 2)
  }
}
