import BitCollections
import Git
public import GitValues
public import History

/// A commit, merges left out, that both sides have and that came after they first went apart: it arrived with a merge.
public struct MergedCommit: Hashable, Sendable {
  /// The commit's number in the graph.
  public let node: CommitGraph.Node
  /// Folders of what it changed, no deeper than `Areas.depth`; the top where files stand there. Order: ascending, each
  /// once. Empty where its trees cannot be read.
  public let folders: [RepoPath]
}

extension MergedCommit {
  /// The commits of a pair that arrived with a merge, by number, and what of them cannot be read.
  static func all(of pair: FlowPair, _ means: FlowMeans) async throws -> (commits: [MergedCommit], gap: FlowGap?) {
    let graph = pair.graph
    let nodes = Array(
      graph.reach([pair.line]).intersection(graph.reach([pair.fork])).subtracting(graph.reach([pair.forkPoint]))
        .subtracting(graph.merges)
    )
    let (stores, size) = (means.stores, max(128, nodes.count / (means.workers * 8)))
    let parts = try await inLots(of: size, nodes, workers: means.workers) { next in
      let trees = TreeReader(try ObjectDatabase(objectFolders: stores))
      var (found, failures): ([MergedCommit], [(CommitGraph.Node, GitError)]) = ([], [])
      while let lot = next() {
        for node in lot {
          var folders: Set<RepoPath> = []
          do throws(GitError) {
            try trees.compare(graph.firstParent(of: node).map { graph.trees[$0] }, graph.trees[node]) { difference in
              folders.insert(Areas.folder(of: trees.paths.path(difference.path)))
            }
          } catch {
            // A commit without folders counts as arrived all the same, in no area.
            folders = []
            failures.append((node, error))
          }
          found.append(MergedCommit(node: node, folders: folders.sorted()))
        }
      }
      return (found, failures)
    }
    let failures = parts.flatMap(\.1)
    let gap = failures.min { $0.0 < $1.0 }.map { first in
      let commits = failures.count == 1 ? "1 commit" : "\(failures.count) commits"
      let reason =
        "what \(commits) changed that came with a merge cannot be read, first \(graph.ids[first.0]): \(first.1)"
      return FlowGap(part: .soakByArea, reason: reason)
    }
    return (parts.flatMap(\.0).sorted { $0.node < $1.node }, gap)
  }
}
