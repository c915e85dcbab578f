import BitCollections
import FixtureSupport
import Foundation
import Git
import GitValues
import History
import Testing

@Suite struct GraphReaderTests {
  @Test(arguments: ["criss-cross", "octopus", "several-roots", "alternates", "worktrees", "odd-bytes", "thirty-forks"])
  func everyCommitOnceParentsFirst(_ name: String) async throws {
    let built = try Fixture.named(name).build()
    let names = try built.cloneNames()
    var expected: Set<String> = []
    for clone in names { expected.formUnion(try built.git(clone).output("rev-list", "--all", "HEAD").lines) }
    let graph = try await GraphReader(sources: try names.map { try source(built.clone($0)) }, workers: 2).read()
    #expect(graph.count == expected.count && Set(graph.ids.map(\.description)) == expected)
    #expect(graph.cuts.isEmpty)
    for node in 0..<graph.count {
      #expect(graph.parents(of: node).allSatisfy { $0 < node })
      #expect(graph.node(graph.ids[node]) == node)
      #expect(graph.merges.contains(node) == (graph.parents(of: node).count > 1))
    }
    #expect(graph.node(.zero) == nil)
  }

  @Test func aShallowCloneIsCutUnlessAnotherHasTheRest() async throws {
    let built = try Fixture.named("shallow").build()
    let shallow = try source(built.clone("turbine"))
    let boundary = try Repository(at: built.clone("turbine").path()).layout.shallowBoundary()
    let alone = try await GraphReader(sources: [shallow], workers: 2).read()
    #expect(alone.cuts.map { "\(alone.ids[$0.node])" } == boundary && boundary.count == 1)
    #expect(alone.cuts.first.map { alone.node($0.parent) == nil && !$0.reason.isEmpty } == true)
    #expect(alone.encoded() == nil, "a history that breaks off may heal")

    let full = try source(built.clone("turbine-full"))
    for sources in [[shallow, full], [full, shallow]] {
      let graph = try await GraphReader(sources: sources, workers: 2).read()
      #expect(graph.cuts.isEmpty)
      #expect(graph.count == (try built.git("turbine-full").output("rev-list", "--all").lines.count))
    }
  }

  @Test func aCommitThatIsGoneIsACut() async throws {
    let small = try SmallRepository()
    let first = try small.commit(date: 1_600_000_000)
    let side = try small.commit(date: 1_600_000_001)
    let merge = try small.commit(parents: [first, side], date: 1_600_000_002)
    try small.git("update-ref", "refs/heads/main", merge)
    try small.removeObject(first)
    let graph = try await GraphReader(sources: [try source(small.folder)], workers: 2).read()
    let node = try graph.known(try #require(CommitID(hex: merge)))
    #expect(graph.count == 2 && graph.cuts.map(\.node) == [node] && graph.cuts[0].place == 0)
    #expect(graph.merges.contains(node), "a merge stays one")
    #expect(graph.firstParent(of: node) == nil, "the second parent is not taken for the first")
    #expect(graph.firstParentChain(from: node) == [node])
    #expect(graph.cuts(in: graph.reach([node])).count == 1)
  }

  @Test func replacementsStandIn() async throws {
    let built = try Fixture.named("replace-refs").build()
    let sources = try ["engine", "turbine"].map { try source(built.clone($0)) }
    let repositories = try ["engine", "turbine"].map { try Repository(at: built.clone($0).path()) }
    let (upstream, fork) = (try repositories[0].commit(revision: "main"), try repositories[1].commit(revision: "main"))
    let replacements = try repositories[1].replacements()
    #expect(replacements.count == 1)
    for (given, ahead) in [([:], 2), (replacements, 2)] {
      let graph = try await GraphReader(sources: sources, replacements: given, workers: 2).read()
      let (left, right) = (graph.reach([try graph.known(fork)]), graph.reach([try graph.known(upstream)]))
      #expect(graph.mergeBases(left, right).isEmpty == given.isEmpty)
      #expect(left.subtracting(right).count == ahead)
    }
  }

  @Test func aTipThatIsGoneIsNotThere() async throws {
    let small = try SmallRepository()
    let commit = try small.commit()
    try small.git("update-ref", "refs/heads/main", commit)
    var found = try source(small.folder)
    let missing = try #require(CommitID(hex: String(repeating: "7", count: 40)))
    found = GraphReader.Source(objects: found.objects, tips: found.tips + [missing])
    let graph = try await GraphReader(sources: [found], workers: 2).read()
    #expect(graph.count == 1 && graph.node(missing) == nil)
  }

  @Test(arguments: UInt64(2000)..<2020) func answersDoNotDependOnThreads(_ seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let pair = try RandomHistory(seed: seed, commits: 120).writePair(to: folder.url)
    let sources = [try source(pair.upstream), try source(pair.fork)]
    let tips = Set(sources.flatMap(\.tips)).sorted()
    let one = try await GraphReader(sources: sources, workers: 1).read().answers(tips)
    let four = try await GraphReader(sources: sources, workers: 4).read().answers(tips)
    let turned = try await GraphReader(sources: sources.reversed(), workers: 4).read().answers(tips)
    #expect(one == four && one == turned, "seed \(seed)")
  }

  @Test(arguments: UInt64(2100)..<2120) func aKnownGraphGrowsIntoTheSame(_ seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let pair = try RandomHistory(seed: seed, commits: 80).writePair(to: folder.url)
    let sources = [try source(pair.upstream), try source(pair.fork)]
    let tips = Set(sources.flatMap(\.tips)).sorted()
    let fresh = try await GraphReader(sources: sources, workers: 2).read()
    // An earlier run: upstream alone, as it was a few commits ago.
    let past = try GitProgram(pair.upstream).output("rev-list", "--max-count=1", "--skip=5", "main").text
    let earlier = GraphReader.Source(objects: sources[0].objects, tips: [CommitID(hex: past)].compactMap { $0 })
    let known = try await GraphReader(sources: [earlier], workers: 2).read()
    let kept = try #require(known.encoded().flatMap { CommitGraph(decoding: $0) }, "seed \(seed)")
    let grown = try await GraphReader(sources: sources, workers: 4).read(known: kept)
    #expect(known.count < fresh.count && Array(grown.ids.prefix(known.count)) == known.ids, "seed \(seed)")
    #expect(try grown.answers(tips) == fresh.answers(tips), "seed \(seed)")
  }

  @Test func landingsNeverGoBackInTime() async throws {
    let small = try SmallRepository()
    let first = try small.commit(date: 1_600_000_500)
    let early = try small.commit(["a": "1"], parents: [first], date: 1_600_000_100)
    let topic = try small.commit(["b": "1"], parents: [first], date: 1_600_000_050)
    let merge = try small.commit(parents: [early, topic], date: 1_600_000_900)
    let other = try small.commit(["c": "1"], date: 1_600_000_000)
    try small.git("update-ref", "refs/heads/main", merge)
    try small.git("update-ref", "refs/heads/other", other)
    let graph = try await GraphReader(sources: [try source(small.folder)], workers: 1).read()
    let nodes = try [first, early, topic, merge, other].map { try graph.known(try #require(CommitID(hex: $0))) }
    let landings = graph.landings(on: nodes[3])
    #expect(landings.chain == [nodes[0], nodes[1], nodes[3]])
    #expect(
      nodes.prefix(4).map { landings.time(of: $0) } == [1_600_000_500, 1_600_000_500, 1_600_000_900, 1_600_000_900]
    )
    #expect(landings.place(of: nodes[2]) == 2 && landings.place(of: nodes[4]) == nil)
    #expect(landings.time(of: nodes[4]) == CommitGraph.Landings.never)
  }

  @Test func aTagBehindTheCutIsNotDenied() async throws {
    let built = try Fixture.named("shallow").build()
    let shallow = built.clone("turbine")
    let graph = try await GraphReader(sources: [try source(shallow)], workers: 2).read()
    let head = try graph.known(Repository(at: shallow.path()).commit(revision: "HEAD"))
    let none = NearestTags(graph, []).nearest(to: head)
    #expect(none.name == nil && none.cut == graph.cuts.first)

    let tag = DescribingTag(commit: graph.ids[head], name: RefName("here"), isAnnotated: false)
    let found = NearestTags(graph, [tag]).nearest(to: head)
    #expect(found.name == RefName("here") && found.cut == nil)
  }
}
