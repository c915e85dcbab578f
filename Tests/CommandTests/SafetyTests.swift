import FixtureSupport
import Foundation
import Testing

/// Nothing is changed, lost or left behind, and nothing of a clone acts on the terminal.
@Suite struct SafetyTests {
  @Test(arguments: Fixture.all) func noAnalysisChangesAByteOfAClone(_ fixture: Fixture) async throws {
    let program = try Program()
    let clones = program.folder.appending(path: "clones")
    try fixture.build(into: clones)
    let before = try FolderChecksum(of: clones)
    #expect(!before.entries.isEmpty)
    let outcome = try await program.analyze("clones", "--quiet")
    #expect(outcome.status == 0 || outcome.status == 3, "\(outcome)")
    #expect(try FolderChecksum(of: clones).differences(from: before) == [], "\(fixture)")
    #expect(try program.leftIn("temporary") == [], "\(fixture)")
  }

  @Test func clonesThatCannotBeWrittenAreReadAllTheSame() async throws {
    let program = try Program()
    let clones = program.folder.appending(path: "clones").path(percentEncoded: false)
    try Fixture.named("demo").build(into: program.folder.appending(path: "clones"))
    _ = try await program.analyze("clones")
    let writable = try program.data("report/landscape.json")
    _ = try Shell.run(["chmod", "-R", "a-w", clones], in: program.folder)
    let outcome = try await program.analyze("clones")
    _ = try Shell.run(["chmod", "-R", "u+w", clones], in: program.folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(try program.data("report/landscape.json") == writable)
  }

  @Test func namesOfClonesReachTheTerminalOnlyEscaped() async throws {
    let program = try Program()
    try Fixture.named("odd-bytes").build(into: program.folder.appending(path: "clones"))
    let hostile = "clones/\u{1b}[31mred\u{7}\u{202e}"
    try FileManager.default.copyItem(atPath: program.path("clones/turbine"), toPath: program.path(hostile))
    var outcomes = [try await program.analyze("clones")]
    outcomes.append(try await program.run("analyze", "clones", "--verbose", "--no-cache", "--out", "verbose"))
    outcomes.append(try await program.run("scan", "clones", "--no-cache"))
    outcomes.append(try await program.analyze("--upstream", "clones/engine", "--fork", "\u{1b}[31mx=\(hostile)"))
    outcomes.append(try await program.analyze("--upstream", hostile + "@no-such", "--fork", "x=clones/engine"))
    outcomes.append(try await program.run("explain", "\u{1b}[31mx", "--report", "report"))
    outcomes.append(try await program.run("explain", "\u{1b}[31mnobody\u{7}", "--report", "report"))
    outcomes.append(try await program.run("explain", "\u{1b}[31mx", "--report", "\u{1b}[31mnowhere"))
    outcomes.append(try await program.run("analyze", "--only", "\u{1b}[31mnothing"))
    outcomes.append(try await program.run("analyze", "\u{1b}[31mnowhere", "--no-cache"))
    for outcome in outcomes {
      for data in [outcome.output, outcome.errors] {
        let raw = data.filter { $0 < 0x20 && $0 != 0x0a || $0 == 0x7f }
        #expect(raw.isEmpty, "\(outcome.arguments): control bytes \(Array(raw))")
        #expect(!String(decoding: data, as: UTF8.self).unicodeScalars.contains("\u{202e}"), "\(outcome.arguments)")
      }
    }
    #expect(outcomes.contains { !$0.output.isEmpty } && outcomes.contains { !$0.errors.isEmpty })
  }

  @Test(arguments: [SIGINT, SIGTERM]) func anInterruptLeavesNothingBehind(_ signal: Int32) async throws {
    let program = try Program()
    try Fixture.named("thirty-forks").build(into: program.folder.appending(path: "clones"))
    let earlier = try await program.analyze("clones")
    #expect(earlier.status == 0, "\(earlier)")
    let report = try program.files("report")
    let arguments = [
      "analyze", "clones", "--now", "2026-01-01", "--verbose", "--jobs", "1", "--no-cache", "--out", "report",
    ]
    for said in ["searching", "reading the history", "analysing"] {
      var outcome = try await program.run(arguments, whenSaid: (said, signal))
      // On a busy machine a run can be over before the signal comes; its report is the same.
      for _ in 0..<4 where outcome.status == 0 {
        outcome = try await program.run(arguments, whenSaid: (said, signal))
      }
      #expect(outcome.status == 128 + signal, "\(said): \(outcome.status)")
      #expect(try program.leftIn("temporary") == [], "\(said)")
      let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path(percentEncoded: false))
      #expect(names.sorted() == ["clones", "report"], "\(said)")
      #expect(try program.files("report") == report, "\(said)")
    }
  }
}
