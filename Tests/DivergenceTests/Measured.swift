import BitCollections
import Divergence
import FixtureSupport
import Git
import GitValues
import History
import Testing

extension SmallRepository {
  /// What is measured between three commits.
  func divergence(base: String, upstream: String, fork: String) async throws -> Divergence {
    let repository = try Repository(at: path)
    let tips = try [base, upstream, fork].map { try #require(CommitID(hex: $0)) }
    let source = GraphReader.Source(objects: repository.layout.objects, tips: Set(tips).sorted())
    let graph = try await GraphReader(sources: [source], workers: 2).read()
    let nodes = try tips.map { try #require(graph.node($0)) }
    let pair = DivergencePair(
      graph: graph,
      base: nodes[0],
      line: nodes[1],
      fork: nodes[2],
      forkPoint: nodes[0],
      ownWork: graph.reach([nodes[2]]).subtracting(graph.reach([nodes[1]])).subtracting(graph.merges),
      asOf: nodes.map { graph.committerTimes[$0] }.max() ?? 0
    )
    return try await Divergence.measure(pair, stores: [repository.layout.objects], workers: 2)
  }
}

/// Text of `count` lines; two of different words have no line in common.
func lines(_ word: String, _ count: Int) -> String {
  (0..<count).map { "\(word) is what line \($0) is about\n" }.joined()
}
