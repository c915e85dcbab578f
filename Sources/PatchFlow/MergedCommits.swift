import BitCollections
import Git
public import GitValues
public import History

/// A commit, merges left out, that both sides have and that came after they first went apart: it arrived with a merge.
public struct MergedCommit: Hashable, Sendable {
  /// The commit's number in the graph.
  public let node: CommitGraph.Node
  /// Folders of what it changed, no deeper than ``Areas/depth``; the top where files stand there. Order: ascending, each
  /// once. Empty where its trees cannot be read.
  public let folders: [RepoPath]
}

extension MergedCommit {
  /// The commits of a pair that arrived with a merge. Order: by number.
  static func all(of pair: FlowPair, _ means: FlowMeans) async throws -> [MergedCommit] {
    let graph = pair.graph
    let nodes = Array(
      graph.reach([pair.line]).intersection(graph.reach([pair.fork])).subtracting(graph.reach([pair.forkPoint]))
        .subtracting(graph.merges)
    )
    let (stores, size) = (means.stores, max(128, nodes.count / (means.workers * 8)))
    let parts = try await inLots(of: size, nodes, workers: means.workers) { next in
      let trees = TreeReader(try ObjectDatabase(objectFolders: stores))
      var found: [MergedCommit] = []
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
          }
          found.append(MergedCommit(node: node, folders: folders.sorted()))
        }
      }
      return found
    }
    return parts.joined().sorted { $0.node < $1.node }
  }
}
