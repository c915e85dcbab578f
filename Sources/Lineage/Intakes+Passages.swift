public import Git
import GitValues
public import History

extension Intakes {
  /// What upstream commits the candidates are of, where a fork lays out anew whatever it takes in: none of the contents
  /// that a commit brought are upstream's then, but its whole tree explains itself by a later upstream commit than the
  /// tree before it.
  ///
  /// - Returns: findings for ``candidates``, in their order; nil where the tree is of no later commit.
  /// - Throws: `GitError` where a tree or a content that counts cannot be read.
  public func findings(
    _ graph: CommitGraph,
    _ search: ContentSearch,
    by passages: Passages
  ) async throws -> [ContentSearch.Finding?] {
    if candidates.isEmpty { return [] }
    let trees = candidates.flatMap { [graph.firstParent(of: $0.node) ?? $0.node, $0.node].map { graph.trees[$0] } }
    let (found, _) = try await search.search(trees, by: passages)
    return candidates.indices.map { index in
      guard let before = found[2 * index], let after = found[2 * index + 1],
        graph.committerTimes[after.node] > graph.committerTimes[before.node] + Self.leastStep,
        graph.committerTimes[after.node] <= graph.committerTimes[candidates[index].node] + ContentTargets.clockSlack,
        after.similarity >= EffectiveBase.manyPassages
      else { return nil }
      return after
    }
  }
}
