import FixtureSupport
import Foundation
import Testing

/// The cases that must exist; a recipe that is not listed here is tested all the same.
private let requiredCases = [
  "alternates", "announced-sync", "back-merge", "broken-set", "carries-upstream-branches", "contribution", "corrupt",
  "criss-cross",
  "demo", "detached-head", "different-track", "empty-repository", "fork-of-fork", "imported", "laid-out-anew", "mirror",
  "octopus",
  "odd-bytes",
  "one-commit", "partial", "patch-folder", "patch-stack", "rebased-stack", "renamed-folder", "replace-refs", "reverts",
  "rewritten", "stub-default", "under-a-folder",
  "several-roots", "shallow", "squash-synced", "successor", "thirty-forks", "turned-to-films", "unborn-head",
  "unrelated", "worktrees",
]

@Suite struct RecipeTests {
  @Test func allRequiredCasesAreThere() {
    #expect(Set(requiredCases).subtracting(Fixture.all.map(\.name)).isEmpty)
  }

  @Test func anUnknownNameIsAnError() {
    #expect(throws: UnknownFixture.self) { try Fixture.named("no-such-case") }
  }

  @Test(arguments: Fixture.all) func buildsTheSameTwice(_ fixture: Fixture) throws {
    let first = try fixture.build()
    let second = try fixture.build()
    let names = try first.cloneNames()
    #expect(!names.isEmpty)
    #expect(try second.cloneNames() == names)
    for name in names {
      #expect(try heads(of: name, in: first) == heads(of: name, in: second), "\(fixture): \(name)")
    }
  }

  @Test(arguments: Fixture.all) func numbersAreAsTheReadmeSays(_ fixture: Fixture) throws {
    let expectations = try fixture.expectations()
    #expect(!expectations.isEmpty, "the README of \(fixture) has no table")
    let built = try fixture.build()
    for expectation in expectations {
      #expect(try expectation.countsByGit(in: built) == expectation.counts, "\(fixture): \(expectation)")
    }
  }

  @Test func thirtyForksHasThirty() throws {
    let names = try Fixture.named("thirty-forks").build().cloneNames()
    #expect(names.filter { $0.hasPrefix("fork-") }.count == 30)
    #expect(names.contains("upstream"))
  }

  @Test func crissCrossHasTwoMergeBases() throws {
    let built = try Fixture.named("criss-cross").build()
    let upstream = try built.git("engine").output("rev-parse", "HEAD").text
    let bases = try built.git("turbine", borrowing: "engine").output("merge-base", "--all", "HEAD", upstream).lines
    #expect(bases.count == 2)
  }

  @Test func theBrokenSetHasThreeThatGitCanRead() throws {
    let built = try Fixture.named("broken-set").build()
    let readable = try built.cloneNames().filter {
      try built.git($0).run(["-c", "core.repositoryformatversion=0", "rev-list", "--objects", "HEAD"]).exitCode == 0
    }
    // Git 2.39 can read the SHA-256 clone as well; libgit2 cannot.
    #expect(readable == ["engine", "sha256", "turbine", "windmill"])
  }

  /// HEAD and every ref as files and git say; a clone that git cannot open is compared by its HEAD file alone.
  private func heads(of name: String, in built: BuiltFixture) throws -> [String] {
    let refs = try built.git(name).run(["for-each-ref", "--format=%(objectname) %(refname)"])
    let head = try? Data(contentsOf: built.clone(name).appending(path: ".git/HEAD"))
    return [head.map { String(decoding: $0, as: UTF8.self) } ?? "no HEAD", "\(refs.exitCode)"] + refs.lines
  }
}
