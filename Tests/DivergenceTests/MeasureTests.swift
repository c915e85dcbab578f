import Divergence
import FixtureSupport
import Foundation
import Git
import GitValues
import Testing

@Suite struct MeasureTests {
  private let small: SmallRepository

  init() throws { small = try SmallRepository() }

  @Test func territoryByLines() async throws {
    let base = try small.commit(["home": lines("a", 10), "quiet": lines("b", 10), "more": lines("c", 10)])
    let upstream = try small.commit(
      ["home": lines("a", 9), "quiet": lines("b", 10), "more": lines("c", 10), "both": "1\n"],
      parents: [base]
    )
    let fork = try small.commit(
      ["home": lines("a", 12), "quiet": lines("b", 13), "more": lines("c", 10), "both": "2\n", "new": lines("n", 4)],
      parents: [base]
    )
    let found = try await small.divergence(base: base, upstream: upstream, fork: fork)
    let territory = try #require(found.territory)
    // Two lines in `home`, one in `both`, three in `quiet`, four in `new`.
    #expect(abs(territory.home - 0.3) < 1e-9 && abs(territory.quiet - 0.3) < 1e-9)
    #expect(abs(territory.new - 0.4) < 1e-9 && !territory.usesLastActiveYears)
    #expect(found.comparison.retained == (files: 3, of: 3))
  }

  @Test func whereUpstreamIsIdleItsLastYearsCount() async throws {
    let old = try small.commit(["old": lines("a", 5), "late": lines("b", 5)], date: 1_400_000_000)
    let base = try small.commit(["old": lines("a", 5), "late": lines("b", 6)], parents: [old], date: 1_500_000_000)
    let fork = try small.commit(
      ["old": lines("a", 6), "late": lines("b", 9)],
      parents: [base],
      date: 1_600_000_000
    )
    let territory = try #require(try await small.divergence(base: base, upstream: base, fork: fork).territory)
    #expect(territory.usesLastActiveYears && territory.home == 0.75 && territory.quiet == 0.25)
  }

  @Test func aForkWithoutWorkHasNoTerritory() async throws {
    let base = try small.commit(["a": "1\n"])
    let upstream = try small.commit(["a": "2\n"], parents: [base])
    let found = try await small.divergence(base: base, upstream: upstream, fork: base)
    #expect(found.territory == nil && found.areas.isEmpty && found.history.last?.behind == 1)
  }

  @Test func linesOfSubmodulesBinariesAndWhatIsMissing() async throws {
    let base = try small.commit(["text": lines("a", 3), "binary": "a\0b", "lost": lines("c", 3)])
    let fork = try small.commit(["text": lines("a", 4), "binary": "a\0c", "lost": lines("d", 5)], parents: [base])
    let tree = try small.git("ls-tree", fork) + "\n160000 commit \(base)\tmodule\n"
    let withModule = try small.git("mktree", "--missing", input: tree)
    let tip = try small.git("commit-tree", "-p", fork, "-m", "x", withModule)
    let lost = try small.git("rev-parse", "\(fork):lost")
    try small.removeObject(lost)

    let found = try await small.divergence(base: base, upstream: base, fork: tip)
    let byPath = Dictionary(
      uniqueKeysWithValues: zip(found.comparison.fork.changes, found.forkLines.byChange).map { ($0.newPath.text, $1) }
    )
    #expect(byPath["text"] == LineCount(added: 1, removed: 0))
    #expect(byPath["module"] == LineCount(added: 1, removed: 0))
    #expect(byPath["binary"] == .some(nil) && found.forkLines.binaryFiles == 1)
    #expect(byPath["lost"] == .some(nil) && found.forkLines.unread.map { "\($0.blob)" } == [lost])
    #expect(found.forkLines.total == LineCount(added: 2, removed: 0))
    #expect(found.unreadCommits == 0)
  }

  @Test func aMissingFileIsNoRenameUnlessItsContentIsKnownByName() async throws {
    let base = try small.commit(["a": lines("a", 9), "b": lines("b", 9)])
    let fork = try small.commit(["moved-a": lines("a", 9), "moved-b": lines("b", 10)], parents: [base])
    let lost = try ["\(base):a", "\(base):b"].map { try small.git("rev-parse", $0) }
    for blob in lost { try small.removeObject(blob) }
    let found = try await small.divergence(base: base, upstream: base, fork: fork)
    #expect(found.comparison.fork.changes.filter(\.isRename).map(\.newPath.text) == ["moved-a"])
    #expect(found.comparison.fork.unread.map { "\($0.blob)" } == [lost[1]])
  }

  @Test func aTreeThatIsMissingIsAnErrorAndNoShortAnswer() async throws {
    let base = try small.commit(["d/a": "1\n", "e": "1\n"])
    let fork = try small.commit(["d/a": "2\n", "e": "2\n"], parents: [base])
    try small.removeObject(try small.git("rev-parse", "\(fork):d"))
    let error = await #expect(throws: GitError.self) {
      try await small.divergence(base: base, upstream: base, fork: fork)
    }
    #expect(error?.kind == .notFound)
  }

  @Test func commitsWhoseTreesAreMissingAreCounted() async throws {
    let base = try small.commit(["d/a": "1\n"])
    let middle = try small.commit(["d/a": "2\n"], parents: [base], date: 1_600_000_001)
    let fork = try small.commit(["d/a": "3\n"], parents: [middle], date: 1_600_000_002)
    try small.removeObject(try small.git("rev-parse", "\(middle):d"))
    let found = try await small.divergence(base: base, upstream: base, fork: fork)
    #expect(found.unreadCommits == 2 && found.areas.map(\.commits) == [0])
  }
}
