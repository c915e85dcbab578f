import FixtureSupport
import Foundation
import Git
import GitValues
import History
import Testing

/// A clone as a source of commits: all its references.
func source(_ url: URL) throws -> GraphReader.Source {
  let repository = try Repository(at: url.path(percentEncoded: false))
  var tips = try repository.references { _ in true }.references.compactMap(\.commit)
  if case .detached(let commit) = try repository.head() { tips.append(commit) }
  return GraphReader.Source(objects: repository.layout.objects, tips: Set(tips).sorted())
}

extension CommitGraph {
  /// The commits of a set, by id: numbers differ between graphs.
  func ids(of nodes: some Sequence<Node>) -> Set<CommitID> { Set(nodes.map { ids[$0] }) }

  /// The node of a commit that must be there.
  func known(_ id: CommitID) throws -> Node { try #require(node(id), "\(id)") }

  /// Everything that can be asked of a graph, by ids.
  func answers(_ tips: [CommitID]) throws -> [String] {
    let reaches = try tips.map { reach([try known($0)]) }
    var answers = try ids.sorted().map { id in
      let node = try known(id)
      return "\(id) \(trees[node]) \(committerTimes[node]) \(authorTimes[node]) \(parents(of: node).map { ids[$0] }) "
        + "\(merges.contains(node)) \(firstParent(of: node).map { "\(ids[$0])" } ?? "-")"
    }
    for left in reaches.indices {
      answers.append("\(ids(of: reaches[left]).sorted())")
      for right in reaches.indices.dropFirst(left + 1) {
        answers.append("\(mergeBases(reaches[left], reaches[right]).map { ids[$0] })")
      }
    }
    return answers
  }
}
