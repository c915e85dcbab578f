import BitCollections
import FixtureSupport
import Foundation
import Git
import GitValues
import History
import Lineage
import Testing

/// Forks made from a known commit of a random upstream, in the ways in which git loses sight of it.
@Suite struct ContentSearchTests {
  private enum Way: CaseIterable {
    case imported, underAFolder, foldersRenamed, squashed, rewritten, laidOutAnew
  }

  /// A random history of some folders, and how to make forks of it.
  private struct Upstream {
    let small: SmallRepository
    var trees: [[String: String]] = []
    var commits: [String] = []

    init(_ random: inout SplitMix64) throws {
      small = try SmallRepository()
      var files: [String: String] = [:]
      for number in 0..<60 { files["src/part\(number % 6)/file\(number).c"] = "begin \(number)\n" }
      for step in 0..<120 {
        for _ in 0...random.below(3) {
          let path = random.pick(files.keys.sorted())
          files[path] = "step \(step) of \(path) \(random.below(1000))\n"
        }
        if random.chance(15) { files["src/part\(random.below(6))/new\(step).c"] = "new in \(step)\n" }
        if random.chance(5) { files[random.pick(files.keys.sorted())] = nil }
        trees.append(files)
        commits.append(
          try small.commit(files, parents: commits.suffix(1).map { $0 }, date: 1_500_000_000 + step * 86_400)
        )
      }
      try small.git("branch", "main", commits[commits.count - 1])
    }

    /// The files of `files` as a fork has them that also changed and added some of its own.
    func own(_ files: [String: String], _ random: inout SplitMix64) -> [String: String] {
      var files = files
      for _ in 0..<6 { files[random.pick(files.keys.sorted())] = "own \(random.below(100_000))\n" }
      for number in 0..<4 { files["own/file\(number).c"] = "own \(number)\n" }
      return files
    }
  }

  private func path(_ path: String, _ way: Way) -> String {
    switch way {
    case .underAFolder: "third/up/" + path
    case .foldersRenamed: path.replacing("src/part", with: "lib/module")
    default: path
    }
  }

  private func text(_ text: String, _ way: Way) -> String {
    way == .laidOutAnew ? "{ " + text.replacing(" ", with: "\t ").replacing("\n", with: ";\r\n}") : text
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func theCommitThatAForkWasMadeFromIsFound(_ seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let upstream = try Upstream(&random)
    for way in Way.allCases {
      let base = 20 + random.below(90)
      let files = upstream.own(upstream.trees[base], &random)
      let tree = Dictionary(uniqueKeysWithValues: files.map { (path($0.key, way), text($0.value, way)) })
      let parents = way == .squashed ? [upstream.commits[5]] : []
      let fork = try upstream.small.commit(tree, parents: parents, date: 1_600_000_000)
      try upstream.small.git("branch", "-f", "fork", fork)
      let graph = try await GraphOfFixture(["both": upstream.small.path])
      let (head, forkNode) = (try graph.node("both", "main"), try graph.node("both", "fork"))
      let stretches = Stretches(graph.graph, defaultHead: head, heads: [head], tags: [])
      let search = ContentSearch(graph.graph, stretches, stores: [upstream.small.path + "/.git/objects"], workers: 2)
      let passages = way == .laidOutAnew ? Passages(share: 1) : nil
      let findings = try await search.search([graph.graph.trees[forkNode]], by: passages).findings
      let finding = try #require(findings[0])
      let found = try #require(upstream.commits.firstIndex(of: "\(graph.graph.ids[finding.node])"))
      // Steps whose files the fork has all overwritten leave no trace of themselves.
      let known = EffectiveBase.of(finding)
      #expect(abs(found - base) <= 2, "seed \(seed), \(way): \(found) for \(base), confidence \(known.confidence)")
      #expect(finding.similarity > 0.5 && known.method == .content)
    }
  }

  @Test func aTreeOfNothingInCommonIsNoFinding() async throws {
    var random = SplitMix64(seed: 9)
    let upstream = try Upstream(&random)
    let fork = try upstream.small.commit(["elsewhere.c": "nothing alike\n", "empty": ""])
    try upstream.small.git("branch", "fork", fork)
    let graph = try await GraphOfFixture(["both": upstream.small.path])
    let head = try graph.node("both", "main")
    let stretches = Stretches(graph.graph, defaultHead: head, heads: [head], tags: [])
    let search = ContentSearch(graph.graph, stretches, stores: [upstream.small.path + "/.git/objects"], workers: 2)
    #expect(try await search.search([graph.graph.trees[try graph.node("both", "fork")]]).findings == [nil])
  }

  @Test func aReleaseIsPreferredAmongEquals() async throws {
    let small = try SmallRepository()
    var files = Dictionary(uniqueKeysWithValues: (0..<30).map { ("src/file\($0).c", "content \($0)\n") })
    var commits = [try small.commit(files)]
    // The fork has its own version of this file: upstream's changes to it leave no trace.
    for step in 1...20 {
      files["version"] = "\(step)\n"
      commits.append(try small.commit(files, parents: [commits[step - 1]], date: 1_600_000_000 + step * 86_400))
    }
    try small.git("branch", "main", commits[20])
    files["version"] = "own\n"
    try small.git("branch", "fork", try small.commit(files, date: 1_700_000_000))
    let graph = try await GraphOfFixture(["both": small.path])
    let head = try graph.node("both", "main")
    let tagged = try graph.node("both", commits[7])
    let stretches = Stretches(graph.graph, defaultHead: head, heads: [head], tags: [tagged])
    let search = ContentSearch(graph.graph, stretches, stores: [small.path + "/.git/objects"], workers: 2)
    let finding = try #require(try await search.search([graph.graph.trees[try graph.node("both", "fork")]]).findings[0])
    #expect(finding.node == tagged && finding.plateauDays >= 13)
  }

  @Test func twinsTellARewrittenHistory() async throws {
    let small = try SmallRepository()
    func chain(_ count: Int, _ start: [String: String], _ parents: [String]) throws -> [String] {
      var (files, parents, commits) = (start, parents, [String]())
      for step in 0..<count {
        files["file\(step)"] = "\(step)\n"
        parents = [try small.commit(files, parents: parents, date: 1_600_000_000 + step * 3600)]
        commits += parents
      }
      return commits
    }
    // The same changes at the same times, in one history on top of a tree with one file more.
    let upstream = try chain(40, ["a": "a\n"], [])
    let fork = try chain(30, ["a": "a\n", "b": "b\n"], [])
    try small.git("branch", "main", upstream[39])
    try small.git("branch", "fork", fork[29])
    let graph = try await GraphOfFixture(["both": small.path])
    let (main, head) = (try graph.node("both", "main"), try graph.node("both", "fork"))
    let objects = try ObjectDatabase(objectFolders: [small.path + "/.git/objects"])
    let upstreamOnly = graph.graph.reach([main])
    let twins = try Twins(graph.graph, upstream: upstreamOnly, fork: graph.graph.reach([head]), objects)
    #expect(twins.ofUpstream.count == 30 && twins.share == 0.75 && twins.isRewritten)
    #expect(twins.lastCommon(graph.graph, upstream: upstreamOnly) == (try graph.node("both", upstream[29])))
  }
}
