import FactStore
import FixtureSupport
import GitValues
import History
import Testing

@testable import PatchFlow

/// One upstream change, copied to a fork in every way that the ladder knows.
@Suite struct LadderTests {
  private let start = ["a.swift": text("alpha", 40), "b.swift": text("beta", 40)]
  private let diffOnly: Set<MatchEvidence> = [.diff]

  /// `a.swift` with ten new lines in its middle.
  private var changed: String {
    let lines = text("alpha", 40).split(separator: "\n").map { "\($0)\n" }
    return lines[..<20].joined() + text("gamma", 10) + lines[20...].joined()
  }

  @Test func equalChangesAreFoundByPatchID() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let upstream = try repository.commit(["a.swift": changed, "b.swift": text("beta", 40)], parents: [base])
    let other = try repository.commit(["a.swift": text("alpha", 40), "b.swift": text("delta", 40)], parents: [base])
    let fork = try repository.commit(["a.swift": changed, "b.swift": text("delta", 40)], parents: [other])
    let traced = try await repository.traced(base: base, upstream: upstream, fork: fork, evidence: diffOnly)
    #expect(try traced.match(of: fork) == "patchId \(upstream)")
    #expect(try traced.upstream(upstream).status == .equivalent)
    #expect(try traced.fork(other).status == .carried)
    #expect(try traced.fork(other).presence == .missing)
  }

  @Test func renamedFoldersAreUndone() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(["old/a.swift": text("alpha", 40)])
    let upstream = try repository.commit(["old/a.swift": changed], parents: [base])
    let moved = try repository.commit(["new/a.swift": text("alpha", 40)], parents: [base])
    let fork = try repository.commit(["new/a.swift": changed], parents: [moved])
    let mapping = PathMapping(
      forkFiles: [.init(from: RepoPath("old/a.swift"), to: RepoPath("new/a.swift"))],
      upstreamFiles: [],
      folders: [],
      words: .none
    )
    let traced = try await repository.traced(
      base: base,
      upstream: upstream,
      fork: fork,
      evidence: diffOnly,
      mapping: mapping
    )
    #expect(try traced.match(of: fork) == "pathMapped \(upstream)")
  }

  @Test func contextMayDiffer() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let upstream = try repository.commit(["a.swift": changed, "b.swift": text("beta", 40)], parents: [base])
    let lines = text("alpha", 40).split(separator: "\n").map { "\($0)\n" }
    let (head, tail) = (lines[..<19].joined() + "another(line)\n", lines[20...].joined())
    let other = try repository.commit(["a.swift": head + tail, "b.swift": text("beta", 40)], parents: [base])
    let fork = try repository.commit(
      ["a.swift": head + text("gamma", 10) + tail, "b.swift": text("beta", 40)],
      parents: [other]
    )
    let traced = try await repository.traced(base: base, upstream: upstream, fork: fork, evidence: diffOnly)
    #expect(try traced.match(of: fork) == "similarity \(upstream)")
    #expect(try traced.fork(fork).matches[0].isSame)
    #expect(try traced.upstream(upstream).status == .equivalent)
  }

  @Test func twoCommitsMayBecomeOne() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let first = try repository.commit(["a.swift": changed, "b.swift": text("beta", 40)], parents: [base])
    let both = ["a.swift": changed, "b.swift": text("beta", 40) + text("zeta", 12)]
    let second = try repository.commit(both, parents: [first])
    let fork = try repository.commit(both, parents: [base], date: 1_700_000_000)
    let traced = try await repository.traced(base: base, upstream: second, fork: fork, evidence: diffOnly)
    let matches = try traced.fork(fork).matches
    #expect(
      Set(matches.map { "\($0.by.rawValue) \(traced.graph.ids[$0.node])" }) == ["squash \(first)", "squash \(second)"]
    )
    #expect(try traced.upstream(first).status == .adapted)
  }

  @Test func labelsAreFollowedAndContradicted() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let upstream = try repository.commit(["a.swift": changed, "b.swift": text("beta", 40)], parents: [base])
    let adapted = changed.replacing("input", with: "output")
    let fork = try repository.written(
      ["a.swift": adapted, "b.swift": text("beta", 40)],
      parents: [base],
      message: "Something else\n\n(cherry picked from commit \(upstream))",
      authored: 1_700_000_000
    )
    let liar = try repository.written(
      ["a.swift": adapted, "b.swift": text("beta", 40), "c.txt": "nothing of the kind\n"],
      parents: [fork],
      message: "Another\n\n(cherry picked from commit \(upstream.prefix(12)))",
      authored: 1_700_000_001
    )
    let traced = try await repository.traced(base: base, upstream: upstream, fork: liar)
    #expect(try traced.match(of: fork) == "trailer \(upstream)")
    #expect(try traced.fork(fork).status == .taken)
    #expect(try traced.fork(fork).matches[0].direction == .down)
    #expect(try traced.fork(liar).matches.isEmpty)
    #expect(try traced.fork(liar).contradicted.map(\.description) == [upstream])
  }

  @Test func twinsAreTheSameAuthorAndDate() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let upstream = try repository.written(
      ["a.swift": changed, "b.swift": text("beta", 40)],
      parents: [base],
      message: "Add the gamma lines",
      author: "ada",
      authored: 1_500_000_000
    )
    let fork = try repository.written(
      ["a.swift": changed.replacing("from: input", with: "with: value"), "b.swift": text("beta", 40)],
      parents: [base],
      message: "UPSTREAM: Add the gamma lines (#12)",
      author: "ada",
      authored: 1_500_000_000
    )
    let traced = try await repository.traced(base: base, upstream: upstream, fork: fork)
    #expect(try traced.match(of: fork) == "metadata \(upstream)")
    #expect(try traced.fork(fork).matches[0].direction == .unknown)
    #expect(try traced.upstream(upstream).status == .adapted)
  }

  @Test func strangersAreNotMatched() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let upstream = try repository.commit(["a.swift": changed, "b.swift": text("beta", 40)], parents: [base])
    let fork = try repository.commit(["a.swift": text("alpha", 40), "b.swift": text("omega", 30)], parents: [base])
    let traced = try await repository.traced(base: base, upstream: upstream, fork: fork)
    #expect(try traced.fork(fork).matches.isEmpty)
    #expect(try traced.upstream(upstream).status == .missing)
  }

  @Test func copiesOfOneChangeDoNotRivalEachOther() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let upstream = try repository.commit(["a.swift": changed, "b.swift": text("beta", 40)], parents: [base])
    // Neither copy has upstream's patch id: the line before the change is another one.
    let lines = text("alpha", 40).split(separator: "\n").map { "\($0)\n" }
    let (head, tail) = (lines[..<19].joined() + "another(line)\n", lines[20...].joined())
    let own = try repository.commit(["a.swift": head + tail], parents: [base])
    let left = try repository.commit(["a.swift": head + text("gamma", 10) + tail], parents: [own])
    let right = try repository.commit(
      ["a.swift": head + text("gamma", 10) + tail],
      parents: [own],
      date: 1_700_000_000
    )
    let fork = try repository.commit(["a.swift": head + text("gamma", 10) + tail], parents: [left, right])
    let traced = try await repository.traced(base: base, upstream: upstream, fork: fork, evidence: diffOnly)
    for copy in [left, right] { #expect(try traced.match(of: copy) == "similarity \(upstream)") }
  }

  @Test(arguments: [Set(MatchEvidence.allCases), [.diff]])
  func picksFromOtherBranchesAreRecognised(_ evidence: Set<MatchEvidence>) async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let line = try repository.commit(["a.swift": text("alpha", 40), "b.swift": text("beta", 50)], parents: [base])
    let next = try repository.commit(["a.swift": text("alpha", 40), "c.swift": text("theta", 30)], parents: [base])
    let other = try repository.commit(["a.swift": changed, "c.swift": text("theta", 30)], parents: [next])
    let own = try repository.commit(
      ["a.swift": text("alpha", 40), "b.swift": text("omega", 30)],
      parents: [base],
      date: 1_650_000_000
    )
    let pick = try repository.commit(
      ["a.swift": changed, "b.swift": text("omega", 30)],
      parents: [own],
      date: 1_700_000_000
    )
    let traced = try await repository.traced(
      base: base,
      upstream: line,
      fork: pick,
      evidence: evidence,
      branches: [other]
    )
    #expect(try traced.match(of: pick) == "patchId \(other)")
    #expect(try traced.fork(pick).status == .taken)
    #expect(try traced.fork(own).status == .carried)
    // What is not on the line is not missing: the line's commits alone are counted.
    #expect(traced.flow.upstreamSide.map { "\(traced.graph.ids[$0.node])" } == [line])
  }

  @Test func citedCommitsOfOtherBranchesComeBeforeLikenessOnTheLine() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let changed = text("alpha", 40) + text("gamma", 40)
    let other = try repository.commit(["a.swift": changed, "b.swift": text("beta", 40)], parents: [base])
    let adapted = changed.replacing("computeGAMMA3(", with: "computeDELTA3(")
    let line = try repository.commit(
      ["a.swift": adapted, "b.swift": text("beta", 40)],
      parents: [base],
      date: 1_650_000_000
    )
    let pick = try repository.written(
      ["a.swift": changed, "b.swift": text("beta", 40)],
      parents: [base],
      message: "Take it\n\n(cherry picked from commit \(other))",
      authored: 1_700_000_000,
      date: 1_700_000_000
    )
    let traced = try await repository.traced(base: base, upstream: line, fork: pick, branches: [other])
    #expect(try traced.match(of: pick) == "trailer \(other)")
    #expect(try traced.fork(pick).matches.map { "\(traced.graph.ids[$0.node])" }.contains(line))
    #expect(try traced.upstream(line).status == .adapted)
  }

  @Test func whatACopiedInForkNamesIsReadThoughItLiesBeforeTheBase() async throws {
    let repository = try SmallRepository()
    let root = try repository.commit(start)
    // Another subject, author date and header than the pick: only the message of the pick speaks for it.
    let fix = try repository.written(
      ["a.swift": changed, "b.swift": text("beta", 40)],
      parents: [root],
      message: "Mend alpha for good",
      author: "ada",
      authored: 1_500_000_000
    )
    let base = try repository.commit(["a.swift": changed, "b.swift": text("beta", 50)], parents: [fix])
    let copied = try repository.commit(start, date: 1_650_000_000)
    let pick = try repository.written(
      ["a.swift": changed, "b.swift": text("beta", 40), "c.swift": text("theta", 5)],
      parents: [copied],
      message: "Take something over\n\n(cherry picked from commit \(fix))",
      authored: 1_700_000_000,
      date: 1_700_000_000
    )
    let traced = try await repository.traced(base: base, upstream: base, fork: pick)
    #expect(try traced.match(of: pick) == "trailer \(fix)")
    #expect(try traced.fork(pick).status == .taken)
    #expect(try traced.upstream(fix).status == .inBase)
  }

  @Test func aSecondRunReadsWhatTheFirstKept() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let upstream = try repository.commit(["a.swift": changed, "b.swift": text("beta", 40)], parents: [base])
    let fork = try repository.commit(["a.swift": changed], parents: [base])
    let facts = try FactStore.inMemory()
    let first = try await repository.traced(base: base, upstream: upstream, fork: fork, facts: facts)
    let id = try #require(CommitID(hex: upstream))
    #expect(try facts.fact(ChangeContent.kind, id.bytes) != nil)
    let second = try await repository.traced(base: base, upstream: upstream, fork: fork, facts: facts)
    #expect(first.flow.upstreamSide == second.flow.upstreamSide)
    #expect(first.flow.forkSide == second.flow.forkSide)
  }
}
