import Divergence
import FixtureSupport
import Foundation
import Git
import GitValues
import History
import Lineage
import Testing

/// Files, renames, lines and areas, as git has them.
@Suite struct FileOracleTests {
  @Test(arguments: OracleHistory.seeds) func filesRenamesAndLines(_ seed: UInt64) async throws {
    let history = try OracleHistory(seed: seed)
    let graph = try await history.graph()
    let lineage = try history.lineage(graph)
    let divergence = try await history.divergence(graph, lineage)
    let base = graph.ids[try #require(lineage.mergeBases.first)]

    let toFork = try history.gitDifference(base, history.fork)
    let toUpstream = try history.gitDifference(base, history.upstream)
    let heads = try history.gitDifference(history.upstream, history.fork)
    let comparison = divergence.comparison
    expect(comparison.fork, divergence.forkLines, toFork, "seed \(seed), base to fork")
    expect(comparison.upstream, divergence.upstreamLines, toUpstream, "seed \(seed), base to upstream")
    expect(comparison.heads, divergence.headLines, heads, "seed \(seed), upstream to fork")
    let moved = [divergence.renames.byFork, divergence.renames.byUpstream]
    #expect(moved == [toFork.renames.count, toUpstream.renames.count], "seed \(seed)")

    let expected = ThreeTreesByGit(
      base: try history.gitFiles(base),
      fork: try history.gitFiles(history.fork),
      upstream: try history.gitFiles(history.upstream),
      forkRenames: toFork.renames,
      upstreamRenames: toUpstream.renames
    ).rows()
    let rows = comparison.files.map(FileRow.init)
    #expect(rows.count == expected.count && Set(rows) == Set(expected), "seed \(seed)")
    let counts = Dictionary(grouping: expected, by: \.fileClass).mapValues(\.count)
    #expect(comparison.counts.filter { $0.value > 0 } == counts, "seed \(seed)")
    #expect(comparison.counts.count == FileClass.allCases.count, "seed \(seed)")
    try await areas(divergence, history, toFork, seed)
  }

  private func expect(_ own: TreeComparison, _ lines: LineTotals, _ git: GitDifference, _ place: String) {
    let renames = own.changes.filter(\.isRename).map { ($0.oldPath, $0.newPath) }
    #expect(Dictionary(uniqueKeysWithValues: renames) == git.renames, "\(place)")
    #expect(Set(own.changes.map(\.newPath)) == git.changed, "\(place)")
    #expect(lines.total == LineCount(added: git.added, removed: git.removed), "\(place)")
    #expect(lines.binaryFiles == git.binaries && lines.unread.isEmpty && own.unread.isEmpty, "\(place)")
  }

  /// Areas hold all lines of the fork, and of each area git counts as many of the fork's own commits.
  private func areas(_ divergence: Divergence, _ history: OracleHistory, _ toFork: GitDifference, _ seed: UInt64)
    async throws
  {
    let areas = divergence.areas
    #expect(Set(areas.map(\.path)).count == areas.count, "seed \(seed)")
    #expect(areas.reduce(0) { $0 + $1.lines.added } == toFork.added, "seed \(seed)")
    #expect(areas.reduce(0) { $0 + $1.lines.removed } == toFork.removed, "seed \(seed)")
    let own = try history.gitDifferenceOfSets().ahead
    let log = try history.git.output(
      "log",
      "--no-walk=unsorted",
      "--stdin",
      "--no-merges",
      "--format=%x01",
      "--name-only",
      "--no-renames",
      "-z",
      input: Data(own.map { $0 + "\n" }.joined().utf8)
    )
    var counts: [RepoPath: Int] = [:]
    // Without any id, git takes HEAD.
    for commit in log.output.split(separator: 1) where !own.isEmpty {
      var touched: Set<RepoPath> = []
      for name in commit.split(separator: 0) {
        // Between the format and the first name git puts a line feed.
        let path = RepoPath(bytes: Array(name.first == UInt8(ascii: "\n") ? name.dropFirst() : name))
        if let area = deepest(areas.map(\.path), path) { touched.insert(area) }
      }
      for area in touched { counts[area, default: 0] += 1 }
    }
    for area in areas {
      #expect(area.commits == counts[area.path, default: 0], "seed \(seed), area \(area.path.text)")
    }
  }

  private func deepest(_ areas: [RepoPath], _ path: RepoPath) -> RepoPath? {
    guard !path.bytes.isEmpty else { return nil }
    return areas.filter { $0.bytes.isEmpty || path.bytes.starts(with: $0.bytes + [UInt8(ascii: "/")]) }
      .max { $0.bytes.count < $1.bytes.count }
  }
}
