import FactStore
import FixtureSupport
import Git
import GitValues
import History
import Testing

@testable import PatchFlow

/// The same change in several forks.
@Suite struct SiblingFlowTests {
  fileprivate struct Family {
    let repository: SmallRepository
    let line: String
    let forks: [[String]]

    /// Three forks: two make one change in their own words and commit, one of them has a commit of the third.
    init() throws {
      repository = try SmallRepository()
      func files(_ a: String, _ b: String) -> [String: String] { ["a.swift": a, "b.swift": b] }
      let (alpha, beta) = (text("alpha", 40), text("beta", 40))
      line = try repository.commit(files(alpha, beta))
      let change = alpha + text("gamma", 30)
      let first = try repository.written(files(change, beta), parents: [line], message: "Add gamma", author: "ada")
      let own = try repository.written(files(alpha, beta + text("zeta", 9)), parents: [line], message: "Zeta of my own")
      let second = try repository.written(
        files(change, beta + text("zeta", 9)),
        parents: [own],
        message: "Gamma, too, told otherwise",
        author: "bob",
        authored: 1_650_000_000,
        date: 1_650_000_000
      )
      let third = try repository.written(files(alpha, beta + text("eta", 20)), parents: [line], message: "Eta is here")
      forks = [[first], [own, second, third], [third]]
    }

    func changes(facts: FactStore? = nil, evidence: Set<MatchEvidence> = Set(MatchEvidence.allCases)) async throws
      -> (changes: [SharedChange], graph: CommitGraph)
    {
      let store = try Repository(at: repository.path).layout.objects
      let tips = try (forks.flatMap { $0 } + [line]).map { try #require(CommitID(hex: $0)) }
      let graph = try await GraphReader(sources: [.init(objects: store, tips: Set(tips).sorted())], workers: 2).read()
      func node(_ id: String) throws -> CommitGraph.Node {
        let id = try #require(CommitID(hex: id))
        return try #require(graph.node(id))
      }
      let sides = try forks.map { SiblingSide(carried: try $0.map(node).sorted(), mapping: .none) }
      let means = FlowMeans(stores: [store], workers: 2, facts: facts, evidence: evidence)
      return (try await SiblingFlow(sides, line: try node(line), graph, means).changes(), graph)
    }
  }

  @Test(arguments: [Set(MatchEvidence.allCases), [.diff]])
  func oneChangeInTwoForksIsFound(_ evidence: Set<MatchEvidence>) async throws {
    let family = try Family()
    let (changes, graph) = try await family.changes(evidence: evidence)
    let found = changes.map { change in change.copies.map { "\($0.side) \(graph.ids[$0.node])" } }
    #expect(
      Set(found) == [
        ["0 \(family.forks[0][0])", "1 \(family.forks[1][1])"],
        ["1 \(family.forks[1][2])", "2 \(family.forks[2][0])"],
      ]
    )
    let gamma = try #require(changes.first { $0.sides == [0, 1] })
    #expect(gamma.by == .patchID)
    #expect(gamma.subject?.text == "Add gamma")
    let eta = try #require(changes.first { $0.sides == [1, 2] })
    #expect(eta.by == nil)
  }

  @Test func aSecondRunReadsWhatTheFirstKept() async throws {
    let family = try Family()
    let facts = try FactStore.inMemory()
    let first = try await family.changes(facts: facts)
    let second = try await family.changes(facts: facts)
    #expect(first.changes == second.changes)
    #expect(!second.changes.isEmpty)
  }

  @Test func forksWithoutAnythingInCommonShareNothing() async throws {
    let repository = try SmallRepository()
    let line = try repository.commit(["a.swift": text("alpha", 40)])
    let one = try repository.commit(["a.swift": text("alpha", 60)], parents: [line])
    let family = Family(repository: repository, line: line, forks: [[one], []])
    #expect(try await family.changes().changes.isEmpty)
  }
}

extension SiblingFlowTests.Family {
  fileprivate init(repository: SmallRepository, line: String, forks: [[String]]) {
    (self.repository, self.line, self.forks) = (repository, line, forks)
  }
}
