import FixtureSupport
import Foundation
import Testing

/// Help, versions and everything that is refused before any clone is read.
@Suite struct UsageTests {
  static let subcommands = ["analyze", "scan", "explain", "report", "init", "schema", "demo", "clone"]

  @Test func theProgramIsBuilt() {
    let path = Program.binary.path(percentEncoded: false)
    #expect(FileManager.default.isExecutableFile(atPath: path), "there is no program at \(path)")
  }

  @Test func versionNamesItselfAndItsLibrary() async throws {
    let outcome = try await Program().run("--version")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.text.contains(/^forkscape \d+\.\d+\.\d+ \(libgit2 \d+\.\d+\.\d+/))
  }

  @Test func helpListsEveryCommandAndTheExitCodes() async throws {
    let outcome = try await Program().run("--help")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    for name in Self.subcommands { #expect(outcome.text.contains("  \(name) "), "\(name)") }
    for code in ["0 done", "2 wrong usage", "3 done, but", "4 nothing"] { #expect(outcome.text.contains(code)) }
  }

  @Test(arguments: subcommands) func everyCommandHasHelp(_ name: String) async throws {
    let outcome = try await Program().run(name, "--help")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(outcome.text.contains("USAGE: forkscape \(name)"))
  }

  @Test(arguments: [
    ["no-such-command"], ["analyze", "--no-such-option"], ["analyze", "--jobs", "0"], ["analyze", "--jobs", "many"],
    ["analyze", "--only", "family,nonsense"], ["analyze", "--format", "pdf"], ["analyze", "--format", "markdown,pdf"],
    ["analyze", "--now", "yesterday"], ["analyze", "--quiet", "--verbose"], ["analyze", "--no-cache", "--cache", "x"],
    ["analyze", "--upstream", "a"], ["analyze", "--fork", "b=a"], ["analyze", "--upstream", "a", "--fork", "b=a", "c"],
    ["analyze", "--upstream", "a", "--fork", "=a"], ["analyze", "--config", "no-such-file.yml"], ["explain"],
    ["explain", "x", "--report", "no-such-folder"], ["report"], ["report", "no-such-folder"], ["schema"],
    ["schema", "nonsense"], ["scan", "--format", "pdf"],
  ])
  func wrongUsageEndsWithTwoAndLeavesNothing(_ arguments: [String]) async throws {
    let program = try Program()
    let outcome = try await program.run(arguments)
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder.path(percentEncoded: false)) == [])
  }

  @Test func whatIsUnknownIsNamed() async throws {
    let stage = try await Program().run("analyze", "--only", "family,nonsense")
    #expect(stage.errorText.contains("nonsense") && stage.errorText.contains("compatibility"))
    let format = try await Program().run("analyze", "--format", "pdf")
    #expect(format.errorText.contains("pdf") && format.errorText.contains("markdown"))
  }

  @Test func aBrokenFamilyFileIsNamedWithItsPlace() async throws {
    let program = try Program()
    try program.write("families: { engine: { upstreem: x } }\n", to: "forkscape.yml")
    let outcome = try await program.run("analyze", ".")
    #expect(outcome.status == 2)
    #expect(outcome.errorText.contains("forkscape.yml") && outcome.errorText.contains("upstreem"))
  }

  @Test(arguments: ["landscape", "files", "family"]) func schemaPrintsJSON(_ name: String) async throws {
    let outcome = try await Program().run("schema", name)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(try json(outcome.output)["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test func aFolderWithoutClonesIsNothingToAnalyse() async throws {
    let program = try Program()
    try program.write("hello", to: "folder/file")
    for arguments in [["analyze", "folder"], ["scan", "folder"], ["analyze", "no-such-folder"]] {
      let outcome = try await program.run(arguments + ["--no-cache"])
      #expect(outcome.status == 4, "\(outcome)")
      #expect(outcome.errorLines.contains { $0.contains(arguments[1]) }, "\(outcome)")
    }
    #expect(!program.exists("forkscape-report"))
  }

  @Test func anUpstreamThatCannotBeHadIsNothingToAnalyse() async throws {
    let program = try Program()
    try Fixture.named("broken-set").build(into: program.folder)
    for upstream in ["sha256", "empty", "zero-byte-head", "engine@no-such-branch"] {
      let outcome = try await program.analyze("--upstream", upstream, "--fork", "turbine=turbine")
      #expect(outcome.status == 4, "\(outcome)")
      #expect(outcome.errorLines.count == 1, "\(outcome)")
      #expect(!program.exists("report"))
    }
  }
}
