import FixtureSupport
import Foundation
import Testing

/// The cache costs or saves time; the result is the same.
@Suite struct CacheTests {
  @Test func aSecondRunGivesTheSameBytes() async throws {
    let program = try await family()
    let first = try await run(program)
    #expect(program.exists("cache/facts"))
    let second = try await run(program)
    #expect(first.files == second.files)
    #expect(!first.outcome.errorText.contains("known from an earlier run"), "\(first.outcome)")
    #expect(second.outcome.errorText.contains("known from an earlier run"), "\(second.outcome)")
  }

  @Test func aDeletedCacheIsMadeAnew() async throws {
    let program = try await family()
    let first = try await run(program)
    try FileManager.default.removeItem(atPath: program.path("cache"))
    let second = try await run(program)
    #expect(second.outcome.status == 0 && first.files == second.files)
  }

  @Test(arguments: ["garbage", "SQLite format 3\u{0} and then garbage"])
  func aGarbageCacheCostsOneLine(_ garbage: String) async throws {
    let program = try await family()
    let first = try await run(program)
    for name in try program.files("cache").keys {
      try program.write(String(repeating: garbage, count: 999), to: "cache/\(name)")
    }
    let second = try await program.run(
      "analyze",
      "clones",
      "--now",
      "2026-01-01",
      "--cache",
      "cache/facts",
      "--out",
      "report"
    )
    #expect(second.status == 0, "\(second)")
    #expect(second.errorLines.count == 1 && second.errorText.contains("cache"), "\(second)")
    #expect(try program.files("report") == first.files)
  }

  @Test func aCacheThatCannotBeMadeCostsOneLine() async throws {
    let program = try await family()
    try program.write("a file", to: "cache")
    let outcome = try await program.run("analyze", "clones", "--cache", "cache/facts", "--out", "report")
    #expect(outcome.status == 0 && outcome.errorLines.count == 1, "\(outcome)")
  }

  @Test func withoutACacheNothingIsKept() async throws {
    let program = try await family()
    let outcome = try await program.run("analyze", "clones", "--no-cache", "--out", "report")
    #expect(outcome.status == 0)
    #expect(try program.leftIn("home") == [])
    let kept = try await program.run("analyze", "clones", "--out", "report")
    #expect(kept.status == 0)
    #expect(try program.leftIn("home").contains("cache/forkscape/facts.sqlite"))
  }

  private func family() async throws -> Program {
    let program = try Program()
    try Fixture.named("demo").build(into: program.folder.appending(path: "clones"))
    return program
  }

  private func run(_ program: Program) async throws -> (outcome: Program.Outcome, files: [String: Data]) {
    let outcome = try await program.run(
      "analyze",
      "clones",
      "--now",
      "2026-01-01",
      "--cache",
      "cache/facts",
      "--out",
      "report",
      "--verbose"
    )
    #expect(outcome.status == 0, "\(outcome)")
    return (outcome, try program.files("report"))
  }
}
