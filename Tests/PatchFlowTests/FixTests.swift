import FixtureSupport
import GitValues
import History
import Testing

@testable import PatchFlow

/// What makes a commit a fix, beyond its own words.
@Suite struct FixTests {
  private let start = ["a.swift": text("alpha", 40), "b.swift": text("beta", 40)]

  @Test func releaseNotesNameTheCommitOfAnAdvisory() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let fix = try repository.written(
      start.merging(["a.swift": text("alpha", 45)]) { $1 },
      parents: [base],
      message: "Check the length of what is read (#77)"
    )
    let other = try repository.written(
      start.merging(["a.swift": text("alpha", 50)]) { $1 },
      parents: [fix],
      message: "Say more"
    )
    let notes = """
      * Read no more than there is (CVE-2024-1234).
        Commit \(fix.prefix(10))
      * Two at once, CVE-2024-5 and CVE-2024-6: \(other.prefix(10))
      """
    let line = try repository.written(
      start.merging(["a.swift": text("alpha", 50), "CHANGES": notes]) { $1 },
      parents: [other],
      message: "Release"
    )
    let fork = try repository.commit(["b.swift": text("omega", 30)], parents: [base])
    let traced = try await repository.traced(base: base, upstream: line, fork: fork)
    #expect(try traced.upstream(fix).fix == "CVE-2024-1234")
    // Which of the two is whose, the notes do not say.
    #expect(try traced.upstream(other).fix == nil)
  }

  @Test(arguments: [0, 1, 2])
  func aCrashCountsWhereUpstreamFixedItOnTwoMoreBranches(_ count: Int) async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    func fixed(on parent: String, _ lines: Int) throws -> String {
      try repository.written(
        ["a.swift": text("alpha", lines)],
        parents: [parent],
        message: "Do not crash on an empty key",
        authored: 1_500_000_000
      )
    }
    let line = try fixed(on: base, 45)
    let branches = try (0..<count).map { number in
      try fixed(on: try repository.commit(["a.swift": text("alpha", 50 + number)], parents: [base]), 60 + number)
    }
    let fork = try repository.commit(["b.swift": text("omega", 30)], parents: [base])
    let traced = try await repository.traced(base: base, upstream: line, fork: fork, branches: branches)
    #expect(try traced.upstream(line).fix == (count < 2 ? nil : "crash, on 2 further branches"))
  }

  @Test func whatIsMarkedAsTheForksOwnIsKnown() async throws {
    let repository = try SmallRepository()
    let base = try repository.commit(start)
    let line = try repository.commit(start.merging(["a.swift": text("alpha", 45)]) { $1 }, parents: [base])
    let fork = try repository.written(
      start.merging(["a.swift": text("alpha", 45)]) { $1 },
      parents: [base],
      message: "UPSTREAM: <carry>: more of alpha"
    )
    let traced = try await repository.traced(base: base, upstream: line, fork: fork)
    #expect(try traced.fork(fork).isMarkedAsOwn)
    #expect(try traced.fork(fork).matches.count == 1)
  }
}

/// How long changes took, by folder and in total.
@Suite struct AreaTests {
  @Test func largeFoldersAreTakenApart() {
    func commits(_ folder: String, _ count: Int) -> [[RepoPath]] {
      Array(repeating: [RepoPath(folder)], count: count)
    }
    let areas = Areas(commits("src/core", 50) + commits("src/net", 30) + commits("docs", 15) + commits("misc", 2))
    #expect(areas.areas(of: [RepoPath("src/core/deep")]) == [RepoPath("src/core")])
    #expect(areas.areas(of: [RepoPath("src/other")]) == [RepoPath("src")])
    #expect(areas.areas(of: [RepoPath("docs"), RepoPath("src/net")]) == [RepoPath("docs"), RepoPath("src/net")])
    #expect(areas.areas(of: [RepoPath("misc")]).isEmpty)
    #expect(Areas.folder(of: RepoPath("a/b/c/d/e.c")) == RepoPath("a/b/c"))
    #expect(Areas.folder(of: RepoPath("e.c")) == RepoPath(""))
  }

  @Test func nothingIsEstimatedWhereNextToNobodyIsWaiting() throws {
    // 200 wait for ten days and are then lost from sight; the last one arrives much later.
    let waits = Array(repeating: Soak.Wait(time: 864_000, isArrival: false), count: 200)
    let soak = try #require(Soak(waits + [Soak.Wait(time: 8_640_000, isArrival: true)]))
    #expect(soak.median == nil)
    #expect(soak.arrived == 1)
    let few = try #require(Soak([Soak.Wait(time: 86_400, isArrival: true)]))
    #expect(few.median == 1)
  }
}
