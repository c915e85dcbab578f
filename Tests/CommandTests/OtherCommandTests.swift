import FixtureSupport
import Foundation
import Testing

/// `scan`, `explain`, `report` and `init`.
@Suite struct OtherCommandTests {
  @Test func scanShowsFamiliesAndWritesNothing() async throws {
    let program = try Program()
    try Fixture.named("demo").build(into: program.folder.appending(path: "clones"))
    let outcome = try await program.run("scan", "clones", "--no-cache")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    for word in ["rockpool", "refs/heads/release-2.x", "unrelated", "puddle", "mirror"] {
      #expect(outcome.text.contains(word), "\(word)")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path(percentEncoded: false))
    #expect(left == ["clones"])
    let machine = try await program.run("scan", "clones", "--no-cache", "--format", "json")
    #expect(try json(machine.output).objects("clones").count == 8)
  }

  @Test func explainTellsTheVerdictAndItsEvidence() async throws {
    let program = try await analysed("demo")
    let outcome = try await program.run("explain", "shoal-edge", "--report", "report")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(outcome.text.contains("different-track") && !outcome.text.contains("\u{1b}"))
    let coloured = try await program.run("explain", "shoal-edge", "--report", "report", "--color", "always")
    #expect(coloured.text.replacing(/\u{1b}\[[0-9;]*m/, with: "") == outcome.text)
    let unknown = try await program.run("explain", "nobody", "--report", "report")
    #expect(unknown.status == 2 && unknown.output.isEmpty && unknown.errorLines.count == 1, "\(unknown)")
    #expect(unknown.errorText.contains("nobody") && unknown.errorText.contains("shoal-edge"))
  }

  @Test func reportRendersTheSamePages() async throws {
    let program = try await analysed("demo")
    let before = try program.files("report")
    try program.write("spoiled", to: "report/README.md")
    try FileManager.default.removeItem(atPath: program.path("report/forks"))
    let outcome = try await program.run("report", "report")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(try program.files("report") == before)
  }

  @Test func aSpoiledLandscapeIsRefusedAndKept() async throws {
    let program = try await analysed("one-commit")
    try program.write("{ \"schemaVersion\": \"99.0\" }", to: "report/landscape.json")
    let before = try program.files("report")
    let outcome = try await program.run("report", "report")
    #expect(outcome.status == 2 && outcome.errorLines.count == 1, "\(outcome)")
    #expect(try program.files("report") == before)
  }

  @Test func initWritesAFileThatConfigAccepts() async throws {
    let program = try Program()
    try Fixture.named("demo").build(into: program.folder.appending(path: "clones"))
    let first = try await program.run("init", "clones", "--no-cache", "--out", "family.yml")
    #expect(first.status == 0 && first.errors.isEmpty, "\(first)")
    let written = try program.data("family.yml")
    let again = try await program.run("init", "clones", "--no-cache", "--out", "family.yml")
    #expect(again.status == 2 && again.errorText.contains("family.yml"), "\(again)")
    #expect(try program.data("family.yml") == written)
    let printed = try await program.run("init", "clones", "--no-cache", "--out", "-")
    #expect(printed.output == written)

    let plain = try await program.analyze("clones")
    #expect(plain.status == 0)
    let found = try counts(program)
    let declared = try await program.analyze("clones", "--config", "family.yml")
    #expect(declared.status == 0 && declared.errors.isEmpty, "\(declared)")
    #expect(try counts(program).keys.sorted() == found.keys.sorted())
  }

  /// What divergence says, by clone.
  private func counts(_ program: Program) throws -> [String: String] {
    let landscape = try json(try program.data("report/landscape.json"))
    return try landscape.objects("families").flatMap { try $0.objects("forks") }.reduce(into: [:]) { counts, fork in
      counts["\(fork["clone"] ?? "")"] = "\(fork.value("divergence", "ahead") ?? "")"
    }
  }

  private func analysed(_ name: String) async throws -> Program {
    let program = try Program()
    try Fixture.named(name).build(into: program.folder.appending(path: "clones"))
    let outcome = try await program.analyze("clones")
    #expect(outcome.status == 0, "\(outcome)")
    return program
  }
}
