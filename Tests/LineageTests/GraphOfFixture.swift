import BitCollections
import FixtureSupport
import Foundation
import Git
import GitValues
import History
import Lineage
import Testing

/// The clones of a fixture, or one repository, with their common graph.
struct GraphOfFixture {
  let graph: CommitGraph
  private let folders: [String: String]
  /// Held, so that the clones stay.
  private let fixture: BuiltFixture?

  init(_ fixture: BuiltFixture, leavingOut names: Set<String> = []) async throws {
    var folders: [String: String] = [:]
    for name in try fixture.cloneNames() where !names.contains(name) {
      folders[name] = fixture.clone(name).path(percentEncoded: false)
    }
    try await self.init(folders, of: fixture)
  }

  init(_ folders: [String: String], of fixture: BuiltFixture? = nil) async throws {
    self.folders = folders
    self.fixture = fixture
    let sources = try folders.sorted { $0.key < $1.key }.map { _, path in
      let repository = try Repository(at: path)
      let tips = try repository.references { _ in true }.references.compactMap(\.commit)
      return GraphReader.Source(objects: repository.layout.objects, tips: Set(tips).sorted())
    }
    graph = try await GraphReader(sources: sources, workers: 2).read()
  }

  func node(_ clone: String, _ revision: String = "HEAD") throws -> CommitGraph.Node {
    let folder = try #require(folders[clone])
    return try #require(graph.node(try Repository(at: folder).commit(revision: revision)))
  }

  /// Branches of a clone, as a choice of lines.
  func lines(_ clone: String, defaultBranch: String = "refs/heads/main") throws -> LineChoice {
    let folder = try #require(folders[clone])
    let branches = try Repository(at: folder).references { $0.hasPrefix("refs/heads/") }.references
    let named = branches.compactMap { branch in
      branch.commit.flatMap { graph.node($0) }.map { (name: branch.name, node: $0) }
    }
    return LineChoice(graph, branches: named, defaultBranch: RefName(defaultBranch))
  }

  func trace(_ upstream: CommitGraph.Node, _ fork: CommitGraph.Node) -> Lineage? {
    let line = Line(reference: nil, head: upstream, confidence: 1)
    return Lineage.trace(graph, line: line, fork: fork, upstreamReach: graph.reach([upstream]))
  }
}
