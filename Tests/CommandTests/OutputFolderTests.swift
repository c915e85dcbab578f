import FixtureSupport
import Foundation
import Testing

/// Where the report goes, and what may be replaced by it.
@Suite struct OutputFolderTests {
  @Test(arguments: [
    ["notes.txt"], ["README.md"], ["index.html", "assets/logo.svg"], ["forks/engine/notes.txt"],
    ["landscape.json", "forks/mine.md"], ["landscape.json", "README.md", "files/data.csv"], ["assets/photo.jpeg"],
  ])
  func aFolderWithForeignFilesIsRefused(_ names: [String]) async throws {
    let program = try Program()
    try Fixture.named("one-commit").build(into: program.folder.appending(path: "clones"))
    for name in names { try program.write("mine", to: "report/" + name) }
    let before = try program.files("report")
    let outcome = try await program.analyze("clones")
    #expect(outcome.status == 2 && outcome.errorLines.count == 1, "\(outcome)")
    #expect(try program.files("report") == before)
  }

  @Test func aFileInItsPlaceIsRefused() async throws {
    let program = try Program()
    try Fixture.named("one-commit").build(into: program.folder.appending(path: "clones"))
    try program.write("mine", to: "report")
    let outcome = try await program.analyze("clones")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(try program.data("report") == Data("mine".utf8))
  }

  @Test(arguments: ["markdown,json", "markdown", "json"])
  func anEarlierReportIsReplaced(_ format: String) async throws {
    let program = try Program()
    try Fixture.named("fork-of-fork").build(into: program.folder.appending(path: "family"))
    try Fixture.named("one-commit").build(into: program.folder.appending(path: "clones"))
    let first = try await program.analyze("family", "--format", format)
    let second = try await program.analyze("clones", "--format", format)
    #expect(first.status == 0 && second.status == 0, "\(second)")
    #expect(try !program.files("report").keys.contains { $0.contains("windmill") })
    let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path(percentEncoded: false))
    #expect(names.sorted() == ["clones", "family", "report"])
  }

  @Test func anEmptyFolderIsTaken() async throws {
    let program = try Program()
    try Fixture.named("one-commit").build(into: program.folder.appending(path: "clones"))
    try FileManager.default.createDirectory(atPath: program.path("report"), withIntermediateDirectories: true)
    let outcome = try await program.analyze("clones")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(program.exists("report/landscape.json"))
  }
}
