import FixtureSupport
import History
import Testing

@testable import PatchFlow

@Suite struct StatusTests {
  @Test func whatItsOwnSideUndidIsReverted() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(["a.swift": text("alpha", 20)])
    let change = try repository.commit(["a.swift": text("alpha", 20) + text("beta", 5)], parents: [base])
    let undoing = try repository.commit(["a.swift": text("alpha", 20)], parents: [change])
    let again = try repository.commit(["a.swift": text("alpha", 20) + text("beta", 5)], parents: [undoing])
    let fork = try repository.commit(["a.swift": text("alpha", 20), "own": "own\n"], parents: [base])
    let traced = try await repository.traced(base: base, upstream: again, fork: fork)
    #expect(try traced.upstream(change).status == .reverted)
    #expect(try traced.upstream(undoing).status == .reverted)
    #expect(try traced.upstream(again).status == .missing)
  }

  @Test func emptyCommitsAreNobodysCopies() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(["a": "1\n"])
    let upstream = try repository.commit(["a": "1\n"], parents: [base], date: 1_600_000_001)
    let fork = try repository.commit(["a": "1\n"], parents: [base], date: 1_600_000_002)
    let traced = try await repository.traced(base: base, upstream: upstream, fork: fork)
    #expect(try traced.upstream(upstream).status == .empty)
    #expect(try traced.fork(fork).status == .empty)
    #expect(try traced.fork(fork).matches.isEmpty)
  }

  @Test func whatUpstreamHasUnderAnotherIDIsNotCarried() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(["a.swift": text("alpha", 20)])
    let upstream = try repository.commit(["a.swift": text("alpha", 20), "b": "b\n"], parents: [base])
    let fork = try repository.commit(["a.swift": text("alpha", 20), "own.swift": text("own", 20)], parents: [base])
    let traced = try await repository.traced(base: base, upstream: upstream, fork: fork, copies: [fork: base])
    #expect(try traced.fork(fork).status == .taken)
    #expect(try traced.match(of: fork) == "metadata \(base)")
    let blind = try await repository.traced(
      base: base,
      upstream: upstream,
      fork: fork,
      evidence: [.diff],
      copies: [fork: base]
    )
    #expect(try blind.fork(fork).status == .carried)
  }

  @Test func whatTheBaseHasWasTakenWithoutRecord() async throws {
    let repository = try SmallRepository()
    let old = try repository.commit(["a.swift": text("alpha", 40)])
    let base = try repository.commit(["a.swift": text("alpha", 40) + text("new", 6)], parents: [old])
    let copy = try repository.commit(
      ["a.swift": text("alpha", 40) + text("new", 6)],
      parents: [old],
      date: 1_600_000_500
    )
    let own = try repository.commit(
      ["a.swift": text("alpha", 40) + text("new", 6), "own.swift": text("own", 20)],
      parents: [copy]
    )
    let fork = try repository.commit(
      ["a.swift": text("alpha", 40) + text("new", 6), "own.swift": text("own", 20)],
      parents: [own, base]
    )
    let upstream = try repository.commit(
      ["a.swift": text("alpha", 40) + text("new", 6), "other": "other\n"],
      parents: [base]
    )
    let traced = try await repository.traced(base: base, upstream: upstream, fork: fork)
    #expect(try traced.fork(copy).status == .taken)
    #expect(try traced.fork(copy).presence == .present)
    #expect(try traced.fork(own).status == .carried)
  }

  @Test func missingContentsAreNotAnalysed() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(["a": "1\n"])
    let upstream = try repository.commit(["a": "1\n", "lost": "lost\n"], parents: [base])
    let fork = try repository.commit(["a": "2\n"], parents: [base])
    let blob = try repository.git("rev-parse", "\(upstream):lost")
    try repository.removeObject(blob)
    let traced = try await repository.traced(base: base, upstream: upstream, fork: fork)
    #expect(try traced.upstream(upstream).status == .notAnalysed)
    #expect(try traced.upstream(upstream).failure?.contains(blob) == true)
    #expect(try traced.fork(fork).status == .carried)
  }

  @Test func lostReleaseNotesAreNamed() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(["a": "1\n", "CHANGES": "- fixes a thing (CVE-2024-0001)\n"])
    let upstream = try repository.commit(["a": "2\n", "CHANGES": "- fixes a thing (CVE-2024-0001)\n"], parents: [base])
    let fork = try repository.commit(["a": "1\n", "own": "own\n"], parents: [base])
    let blob = try repository.git("rev-parse", "\(base):CHANGES")
    try repository.removeObject(blob)
    let gaps = try await repository.traced(base: base, upstream: upstream, fork: fork).flow.gaps
    #expect(gaps.map(\.part) == [.fixes])
    #expect(gaps.first?.reason.hasPrefix("CHANGES cannot be read: ") == true)
    #expect(gaps.first?.reason.contains(blob) == true)
  }

  @Test func lostTreesOfMergedCommitsAreNamed() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(["a": "1\n"])
    let merged = try repository.commit(["a": "1\n", "gone/b": "b\n"], parents: [base])
    let after = try repository.commit(["a": "1\n", "b": "b\n"], parents: [merged])
    let own = try repository.commit(["a": "1\n", "own": "own\n"], parents: [base])
    let fork = try repository.commit(["a": "1\n", "b": "b\n", "own": "own\n"], parents: [own, after])
    let upstream = try repository.commit(["a": "2\n", "b": "b\n"], parents: [after])
    let tree = try repository.git("rev-parse", "\(merged):gone")
    try repository.removeObject(tree)
    let flow = try await repository.traced(base: base, upstream: upstream, fork: fork).flow
    #expect(flow.gaps.map(\.part) == [.soakByArea])
    #expect(flow.gaps.first?.reason.contains(tree) == true)
    #expect(flow.merged.count == 2)
  }

  @Test func presenceIsJudgedFromContent() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(["a.swift": text("alpha", 40), "b.swift": text("beta", 40)])
    let present = try repository.commit(
      ["a.swift": text("alpha", 40) + text("new", 6), "b.swift": text("beta", 40)],
      parents: [base]
    )
    let absent = try repository.commit(
      ["a.swift": text("alpha", 40) + text("new", 6), "b.swift": text("beta", 40) + text("more", 6)],
      parents: [present]
    )
    // The fork rewrote everything in one go: the lines of the first are there, without a commit of their own.
    let fork = try repository.commit(
      ["a.swift": text("alpha", 40) + text("new", 6) + text("own", 90), "b.swift": text("beta", 38)],
      parents: [base]
    )
    let traced = try await repository.traced(base: base, upstream: absent, fork: fork, evidence: [.metadata])
    #expect(try traced.upstream(present).status == .present)
    #expect(try traced.upstream(absent).status == .missing)
  }

  /// A fix of code that came after the fork left is missing, and it is said that its code stands otherwise.
  @Test func aFixOfLaterCodeIsInDoubtAndAFixOfOldCodeIsNot() async throws {
    let repository = try SmallRepository()
    let old = text("alpha", 40)
    let base = try repository.commit(["a.swift": old])
    let drain = """
      func drain(queue: Queue) {
        while let parcel = queue.pop() {
          ledger.note(parcel.weight, unit: grams)
          courier.send(parcel, towards: harbour)
          if courier.isTired { courier.rest(minutes: 5) }
        }
        depot.close(after: sunset)
      }

      """
    let later = try repository.commit(["a.swift": old + drain], parents: [base])
    let changed = old + drain.replacing("towards: harbour", with: "towards: harbour.checked(depth)")
    let fixLater = try repository.commit(
      ["a.swift": changed],
      parents: [later],
      message: "Fix a buffer overflow while draining"
    )
    let fixOld = try repository.commit(
      ["a.swift": changed.replacing("computeALPHA20(from: ", with: "checkedALPHA20(of: ")],
      parents: [fixLater],
      message: "Fix a buffer overflow in alpha"
    )
    let fork = try repository.commit(
      ["a.swift": old + text("own", 30) + "while let parcel = queue.pop() {\n}\n"],
      parents: [base]
    )
    let traced = try await repository.traced(base: base, upstream: fixOld, fork: fork)
    let (doubtful, plain) = (try traced.upstream(fixLater), try traced.upstream(fixOld))
    #expect(doubtful.fix != nil && plain.fix != nil)
    #expect(plain.status == .missing && !plain.lacksSurroundings)
    #expect(doubtful.status == .missing)
    #expect(doubtful.lacksSurroundings)
  }

  @Test func aFixOfAFileThatIsAsItWasIsInNoDoubt() async throws {
    let repository = try SmallRepository()
    let old = text("alpha", 12)
    let base = try repository.commit(["a.swift": old, "b.swift": "b\n"])
    let fixed = old.replacing("computeALPHA5(from: ", with: "checkedALPHA5(of: ")
    let fix = try repository.commit(
      ["a.swift": fixed, "b.swift": "b\n"],
      parents: [base],
      message: "Fix a buffer overflow in alpha"
    )
    let fork = try repository.commit(["a.swift": old, "b.swift": "own\n"], parents: [base])
    let commit = try (try await repository.traced(base: base, upstream: fix, fork: fork)).upstream(fix)
    #expect(commit.fix != nil && commit.status == .missing && !commit.lacksSurroundings)
  }

  @Test func codeThatIsNotThereIsNotApplicable() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(["a.swift": text("alpha", 40), "b.swift": text("beta", 40)])
    let upstream = try repository.commit(
      ["a.swift": text("alpha", 40), "b.swift": text("beta", 40) + text("more", 6)],
      parents: [base]
    )
    let fork = try repository.commit(["a.swift": text("alpha", 41)], parents: [base])
    let traced = try await repository.traced(base: base, upstream: upstream, fork: fork)
    #expect(try traced.upstream(upstream).status == .notApplicable)
  }

  /// Every commit of random histories is on exactly one list, with one status, and matches name each other.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func nothingIsDropped(seed: UInt64) async throws {
    let repository = try SmallRepository()
    var random = SplitMix64(seed: seed)
    let files = Dictionary(uniqueKeysWithValues: (0..<6).map { ("f\($0)", text("w\($0)", 12)) })
    let base = try repository.commit(files)
    func side(_ name: String) throws -> (head: String, ids: [String]) {
      var (head, ids, own) = (base, [String](), files)
      for step in 0..<12 {
        let file = "f\(Int.random(in: 0..<6, using: &random))"
        switch Int.random(in: 0..<4, using: &random) {
        case 0: own[file] = (own[file] ?? "") + text("\(name)\(step)", 4)
        case 1: own[file] = nil
        case 2: own[file] = text("shared\(step)", 8)
        default: break
        }
        head = try repository.commit(own, parents: [head], date: (name == "u" ? 1_600_000_000 : 1_650_000_000) + step)
        ids.append(head)
      }
      return (head, ids)
    }
    let upstream = try side("u")
    let fork = try side("f")
    let traced = try await repository.traced(base: base, upstream: upstream.head, fork: fork.head)
    let ids = traced.graph.ids
    #expect(Set(traced.flow.upstreamSide.map { "\(ids[$0.node])" }) == Set(upstream.ids))
    #expect(Set(traced.flow.forkSide.map { "\(ids[$0.node])" }) == Set(fork.ids))
    for commit in traced.flow.forkSide {
      for match in commit.matches {
        let other = try #require(traced.flow.upstreamSide.first { $0.node == match.node })
        #expect(other.matches.contains { $0.node == commit.node && $0.by == match.by }, "seed \(seed)")
      }
    }
  }
}
