import BitCollections
import Divergence
import FixtureSupport
import Foundation
import Git
import GitValues
import History
import Lineage
import Testing

/// Counts, merge bases and the way there, as git has them.
@Suite struct HistoryOracleTests {
  @Test(arguments: OracleHistory.seeds) func countsAndMergeBases(_ seed: UInt64) async throws {
    let history = try OracleHistory(seed: seed)
    let graph = try await history.graph()
    let lineage = try history.lineage(graph)
    let (ahead, behind) = (graph.size(of: lineage.forkOnly), graph.size(of: lineage.lineOnly))
    let (all, noMerges) = (try history.gitDifferenceOfSets(), try history.gitDifferenceOfSets("--no-merges"))
    let own: [Int] = [ahead.all, behind.all]
    let ownNoMerges: [Int] = [ahead.noMerges, behind.noMerges]
    #expect(own == [all.ahead.count, all.behind.count], "seed \(seed)")
    #expect(ownNoMerges == [noMerges.ahead.count, noMerges.behind.count], "seed \(seed)")
    #expect(Set(lineage.forkOnly.map { "\(graph.ids[$0])" }) == all.ahead, "seed \(seed)")
    // What git counts of a symmetric range is too much in one history: it walks by dates, and a clock there says 1970.
    let isMisled = seed == 1071
    #expect(try (own == history.gitCounts()) != isMisled, "seed \(seed)")
    #expect(try (ownNoMerges == history.gitCounts("--no-merges")) != isMisled, "seed \(seed)")

    let bases = lineage.mergeBases.map { graph.ids[$0] }
    let gitBases = try history.gitMergeBases()
    #expect(Set(bases) == Set(gitBases) && bases.count == gitBases.count, "seed \(seed)")
    // git orders them by date alone: of those with the newest date any may stand first.
    let times = lineage.mergeBases.map { graph.committerTimes[$0] }
    let gitTimes = gitBases.compactMap { graph.node($0) }.map { graph.committerTimes[$0] }
    #expect(times == gitTimes.sorted(by: >) && times == gitTimes, "seed \(seed)")

    #expect(lineage.incompleteness == nil && graph.cuts.isEmpty, "seed \(seed)")
    try everyCommitIsThere(graph, history)
  }

  private func everyCommitIsThere(_ graph: CommitGraph, _ history: OracleHistory) throws {
    let tips = Set(history.sources.flatMap(\.tips)).map { "\($0)" }
    let known = try history.git.run(["log", "--format=%H %T %ct %at %P"] + tips).lines.map { line in
      line.split(separator: " ").map(String.init)
    }
    #expect(known.count == graph.count, "seed \(history.seed)")
    for fields in known {
      let node = try #require(CommitID(hex: fields[0]).flatMap { graph.node($0) }, "seed \(history.seed)")
      let parents = graph.parents(of: node).map { "\(graph.ids[$0])" }
      let own = ["\(graph.trees[node])", "\(graph.committerTimes[node])", "\(graph.authorTimes[node])"] + parents
      #expect(own == Array(fields.dropFirst()), "seed \(history.seed)")
    }
  }

  @Test(arguments: OracleHistory.seeds) func lastMonthIsToday(_ seed: UInt64) async throws {
    let history = try OracleHistory(seed: seed)
    let graph = try await history.graph()
    let lineage = try history.lineage(graph)
    let divergence = try await history.divergence(graph, lineage)
    let end = Month(containing: history.end(graph))
    let start = Month(containing: graph.committerTimes[lineage.forkPoint.node])
    guard end.index - start.index < 12 * 100 else {
      // A history of a hundred years and more tells of wrong clocks: none is drawn.
      #expect(divergence.history.isEmpty, "seed \(seed)")
      return
    }
    #expect(divergence.history.map(\.month.index) == Array(start.index...end.index), "seed \(seed)")
    let last = try #require(divergence.history.last)
    let sets = try history.gitDifferenceOfSets()
    #expect(last.ahead == sets.ahead.count && last.behind == sets.behind.count, "seed \(seed)")
    #expect((last.lagDays == nil) == (last.behind == 0), "seed \(seed)")
    #expect(divergence.history.allSatisfy { $0.ahead >= 0 && $0.behind >= 0 }, "seed \(seed)")
  }

  /// Tags of both kinds on random commits, several on some.
  @Test(arguments: OracleHistory.seeds.filter { $0.isMultiple(of: 2) }.prefix(60))
  func nearestTags(_ seed: UInt64) async throws {
    let history = try OracleHistory(seed: seed)
    var random = SplitMix64(seed: seed)
    let commits = try history.git.output("rev-list", "--all").lines.sorted()
    var stream = ""
    for number in 0..<5 {
      let commit = random.pick(commits)
      if random.chance(50) {
        stream += "reset refs/tags/light-\(number)\nfrom \(commit)\n\n"
      } else {
        stream += "tag heavy-\(number)\nfrom \(commit)\ntagger T <t@example.org> \(1_500_000_000 + number) +0000\n"
        stream += "data 1\nx\n"
      }
    }
    try history.git.output("fast-import", "--quiet", "--done", input: Data((stream + "done\n").utf8))
    let asked = (0..<12).map { _ in random.pick(commits) }
    let answers = try history.git.run(["describe", "--tags", "--abbrev=0", "--always"] + asked).lines
    try #require(answers.count == asked.count)
    let tags = try history.repository().describingTags()
    let graph = try await history.graph()
    for (commit, answer) in zip(asked, answers) {
      let id = try #require(CommitID(hex: commit))
      let node = try #require(graph.node(id))
      let tag = NearestTags(graph, tags).nearest(to: node).name
      // With `--always` git prints an id where no tag leads there.
      #expect(
        tag?.text == (answer.hasPrefix("light") || answer.hasPrefix("heavy") ? answer : nil),
        "seed \(seed) \(commit)"
      )
    }
  }
}
