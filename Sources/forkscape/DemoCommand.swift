import ArgumentParser
import Foundation

/// The built-in family.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Makes the built-in demo family, an invented upstream with its forks, and analyses it.",
    discussion: "Needs the git program, which makes the clones."
  )

  @Option(help: ArgumentHelp("Where the clones are made (default: a folder beside the report).", valueName: "dir"))
  var clones: String?

  @Option(help: ArgumentHelp("The report folder.", valueName: "dir"))
  var out = "forkscape-report"

  @Flag(name: .shortAndLong, help: "Print nothing but problems.")
  var quiet = false

  func run() async throws {
    let place = clones ?? (out as NSString).standardizingPath + "-clones"
    try ReportWriter.checkPlace(out)
    if clones != nil, FileManager.default.fileExists(atPath: place) {
      throw Failure(.usage, "\(place): it exists already; name a new folder with --clones")
    }
    ReportWriter.remove(place)
    try makeFamily(at: place)
    // The family's history ends in 2025; with a fixed clock the report is the same on every day.
    var arguments = [place, "--out", out, "--now", "2025-12-31", "--no-cache"]
    if quiet { arguments.append("--quiet") }
    let analysis = try AnalyzeCommand.parse(arguments)
    try await analysis.run()
    if !quiet { Terminal.out("The clones are in \(place)\n") }
  }

  /// Runs the recipe that is built into the program.
  private func makeFamily(at place: String) throws {
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    let script = place + "/.recipe.sh"
    try Data(PackageResources.family_sh).write(to: URL(fileURLWithPath: script))
    defer { ReportWriter.remove(script) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [script, place]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let line = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isNewline).last.map(String.init)
      throw Failure(.nothing, "the demo family cannot be made: \(line ?? "sh failed"); is git installed?")
    }
  }
}
