import CloneSet
import Family
import FixtureSupport
import Foundation
import Git
import GitValues
import History
import Portrait
import Testing

/// The clones of a fixture as members of families, named by their folders.
struct FamilyOfFixture {
  let members: [Member]
  let graph: CommitGraph
  /// Held, so that the clones stay.
  private let fixture: BuiltFixture

  init(_ fixture: BuiltFixture) async throws {
    self.fixture = fixture
    let clones = try fixture.cloneNames().map { name in
      let folder = fixture.clone(name).path(percentEncoded: false)
      let layout = try RepositoryLayout(at: folder)
      let found = FoundClone(path: folder, layout: layout, currentFolder: fixture.url.path(percentEncoded: false))
      let opened = CloneOpener(now: 4_000_000_000, includePullRequests: false).open(found)
      return (name: name, clone: try #require(opened.clone, "\(opened.problems)"))
    }
    let sources = clones.map { _, clone in
      let references = clone.branches + clone.localBranches + clone.tags
      return GraphReader.Source(
        objects: clone.layout.objects,
        tips: Set([clone.head.commit] + references.map(\.commit)).sorted()
      )
    }
    let graph = try await GraphReader(sources: sources, workers: 2).read()
    self.graph = graph
    members = try clones.map { name, clone in
      func nodes(_ references: [PinnedReference]) -> [(name: RefName, node: CommitGraph.Node)] {
        references.compactMap { reference in graph.node(reference.commit).map { (reference.name, $0) } }
      }
      let head = try #require(graph.node(clone.head.commit))
      let objects = try ObjectDatabase(objectFolders: [clone.layout.objects])
      return Member(
        name: name,
        bareName: clone.nameParts.name,
        owner: clone.nameParts.owner,
        headReference: clone.head.reference,
        head: head,
        branches: nodes(clone.branches + clone.localBranches),
        tags: nodes(clone.tags),
        portrait: try PortraitReader(objects: objects).portrait(of: graph.trees[head]),
        store: clone.layout.objects
      )
    }
  }

  func place(_ name: String) throws -> Int { try #require(members.firstIndex { $0.name == name }) }

  func families(_ declared: [String: String] = [:]) throws -> Families {
    let places = try declared.map { (try place($0.key), try place($0.value)) }
    return try Families.find(
      graph,
      members,
      declared: DeclaredDescent(upstreams: Dictionary(uniqueKeysWithValues: places))
    )
  }

  /// "fork < upstream" for every fork, "root" for every root, "- loner" for the others; sorted.
  func sentences(_ declared: [String: String] = [:]) throws -> [String] {
    let found = try families(declared)
    let forks = found.families.flatMap(\.forks).map { "\(members[$0.member].name) < \(members[$0.upstream].name)" }
    return (forks + found.families.map { members[$0.root].name } + found.loners.map { "- \(members[$0].name)" })
      .sorted()
  }
}
