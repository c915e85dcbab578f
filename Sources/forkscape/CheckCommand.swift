import ArgumentParser
import CloneSet
import DriftCheck
import Foundation
import Landscape
import Pipeline

/// The drift check.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks how far forks have drifted from their upstreams, against a policy; for continuous integration.",
    discussion: """
      In a fork's own clone, over a set of clones, or over an earlier report:

        forkscape check --upstream upstream/main
        forkscape check ~/clones/redis-family --policy policy.yml
        forkscape check --landscape forkscape-report --format terminal --format sarif=drift.sarif

      Exit codes: 0 nothing to fail at · 1 findings at or above --fail-on · 2 wrong usage or configuration · 3 some input \
      could not be read, or a rule has no answer · 4 nothing could be checked.
      """
  )

  @Argument(
    help: ArgumentHelp("Folders that are clones or hold clones (default: the current folder).", valueName: "path")
  )
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The upstream: a clone, or a branch of the clone around.", valueName: "path[@ref]")
  )
  var upstream: String?

  @Option(
    help: ArgumentHelp(
      "A fork of it; may be repeated (default: HEAD of the clone around).",
      valueName: "name=path[@ref]"
    )
  )
  var fork: [String] = []

  @Option(help: ArgumentHelp("Check a report folder instead of clones.", valueName: "dir"))
  var landscape: String?

  @OptionGroup var decisions: CheckDecisions

  @Option(
    help: ArgumentHelp(
      "terminal, markdown, json, sarif, junit, github, gitlab, issue or next-sync; may be repeated.",
      valueName: "name[=file]"
    )
  )
  var format: [String] = []

  @Option(help: ArgumentHelp("error, warning, info or never.", valueName: "severity"))
  var failOn: FailOn = .error

  @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
  var color: Terminal.Colour = .auto

  @OptionGroup var options: RunOptions

  enum FailOn: String, ExpressibleByArgument, CaseIterable {
    case error, warning, info, never

    var severity: Severity? { Severity(rawValue: rawValue) }
  }

  func validate() throws {
    if upstream == nil, !fork.isEmpty { throw ValidationError("--fork needs --upstream.") }
    let ways = [upstream != nil, !paths.isEmpty, landscape != nil].count { $0 }
    if ways > 1 { throw ValidationError("Give either folders, or --upstream, or --landscape.") }
    _ = try outputs()
  }

  func run() async throws {
    let decided = try decisions.read(options)
    let outputs = try outputs()
    let (input, isIncomplete) = try await input(decided.policy)
    let facts = input.facts(decided.baseline)
    guard !facts.isEmpty else {
      throw Failure(
        .nothing,
        "no fork was found to check\(input.isPair ? "" : "; name one with --upstream and --fork")"
      )
    }
    let check = DriftCheck(
      facts,
      now: input.landscape.now,
      policy: decided.policy,
      waivers: decided.waivers,
      known: decided.known
    )
    let style = CheckStyle(version: Forkscape.version, failOn: failOn.severity, isColoured: color.isOn)
    try CheckOutput(check, style, isQuiet: options.quiet).write(outputs)
    for line in Self.gapLines(check) { Terminal.error("forkscape: \(line)") }
    if check.fails(at: failOn.severity) { throw ExitStatus.findings }
    if isIncomplete || !check.gaps.isEmpty { throw ExitStatus.incomplete }
  }

  /// What the rules look at, and whether some input could not be read.
  private func input(_ policy: Policy) async throws -> (CheckInput, isIncomplete: Bool) {
    if let landscape { return (try CheckInput(report: landscape), false) }
    var request = try options.request(try subject())
    request.stages = Stage.closure(of: Set(policy.needs.compactMap { Stage(rawValue: $0.rawValue) } + [.lineage]))
    let analysis = try await options.run(request)
    guard analysis.foundClones else { throw Failure(.nothing, "nothing could be checked") }
    let input = CheckInput(
      landscape: analysis.landscape,
      patches: analysis.patches,
      files: analysis.files,
      isPair: upstream != nil
    )
    return (input, analysis.isIncomplete)
  }

  private func subject() throws -> AnalysisRequest.Subject {
    guard let upstream else { return .folders(paths.isEmpty ? ["."] : paths) }
    let folder = options.currentFolder
    do {
      var side = try PairArgument(upstream, currentFolder: folder)
      // A branch of the clone around: its remote's name tells the two sides apart.
      let parts = (side.revision ?? "").replacing("refs/remotes/", with: "").split(separator: "/")
      if side.path == nil, parts.count > 1, let remote = parts.first {
        side = try PairArgument(named: "\(remote)=\(upstream)", currentFolder: folder)
      }
      let forks = try fork.map { try PairArgument(named: $0, currentFolder: folder) }
      return .pair(upstream: side, forks: forks.isEmpty ? [.head] : forks)
    } catch let problem as CloneProblem {
      throw Failure(.usage, problem.description)
    }
  }

  private func outputs() throws -> [CheckOutput.Target] {
    if format.isEmpty { return [CheckOutput.Target(format: .terminal, file: nil)] }
    return try format.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let format = CheckFormat(rawValue: parts[0]), parts.count == 1 || !parts[1].isEmpty else {
        let known = CheckFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--format knows \(known), each alone or with =FILE after it, not \(text).")
      }
      return CheckOutput.Target(format: format, file: parts.count == 2 ? parts[1] : nil)
    }
  }

  /// One line for each reason why rules have no answer.
  private static func gapLines(_ check: DriftCheck) -> [String] {
    var lines: [String] = []
    for fork in check.forks {
      let gaps = check.gaps.filter { $0.family == fork.family && $0.fork == fork.fork }
      let reasons = Dictionary(grouping: gaps, by: \.reason)
      lines += reasons.map { "\(fork.fork): no answer from \($0.value.map(\.rule).joined(separator: ", ")): \($0.key)" }
        .sorted()
    }
    return lines
  }
}
