import ArgumentParser
import CloneSet
import Foundation
import Landscape
import PatchFlow
import Pipeline
import Report

/// The main job.
struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Finds clones, their families and upstreams, analyses every fork and writes a report folder.",
    discussion: """
      Give folders of clones, or name the pair outright:

        forkscape analyze ~/clones/redis-family
        forkscape analyze --upstream ~/clones/redis --fork valkey=~/clones/valkey
        forkscape analyze --upstream upstream/main --fork mine=HEAD
      """
  )

  @Argument(
    help: ArgumentHelp("Folders that are clones or hold clones (default: the current folder).", valueName: "path")
  )
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The upstream: a clone, with the revision of its line where not searched.",
      valueName: "path[@ref]"
    )
  )
  var upstream: String?

  @Option(help: ArgumentHelp("A fork of it; may be repeated.", valueName: "name=path[@ref]"))
  var fork: [String] = []

  @Option(help: ArgumentHelp("The report folder.", valueName: "dir"))
  var out = "forkscape-report"

  @Option(help: ArgumentHelp("Of markdown, html and json, those wanted, with commas between.", valueName: "formats"))
  var format = ReportFormat.allCases.map(\.rawValue).joined(separator: ",")

  @Option(
    help: ArgumentHelp(
      "Leave all other stages out: family, lineage, divergence, patches, compatibility, community, track.",
      valueName: "stages"
    )
  )
  var only: String?

  @Option(
    help: ArgumentHelp(
      "What may tell that two commits are the same change: trailers, metadata, diff (default: all three).",
      valueName: "evidence"
    )
  )
  var matchBy: String?

  @OptionGroup var wording: LanguageOption
  @OptionGroup var options: RunOptions

  func validate() throws {
    if upstream == nil, !fork.isEmpty { throw ValidationError("--fork needs --upstream.") }
    if upstream != nil, fork.isEmpty { throw ValidationError("--upstream needs at least one --fork.") }
    if upstream != nil, !paths.isEmpty {
      throw ValidationError("Give either folders (here \(paths.joined(separator: ", "))), or --upstream and --fork.")
    }
    _ = try formats()
    _ = try stages()
    _ = try evidence()
  }

  func run() async throws {
    var request = try options.request(try subject())
    request.stages = try stages()
    request.matchBy = try evidence()
    try ReportWriter.checkPlace(out)
    let analysis = try await options.run(request)
    guard analysis.foundClones else { throw Failure(.nothing, "nothing could be analysed") }
    try ReportWriter.write(try files(analysis), to: out)
    if !options.quiet {
      Terminal.out(Summary(analysis.landscape, width: Terminal.width).text)
      Terminal.out("\nThe report is in \(out)\n")
    }
    if analysis.isIncomplete { throw ExitStatus.incomplete }
  }

  private func subject() throws -> AnalysisRequest.Subject {
    guard let upstream else { return .folders(paths.isEmpty ? ["."] : paths) }
    do {
      return .pair(
        upstream: try PairArgument(upstream, currentFolder: options.currentFolder),
        forks: try fork.map { try PairArgument(named: $0, currentFolder: options.currentFolder) }
      )
    } catch let problem as CloneProblem {
      throw Failure(.usage, problem.description)
    }
  }

  private func files(_ analysis: Analysis) throws -> [ReportFile] {
    try ReportFolder.render(
      landscape: analysis.landscape,
      files: analysis.files,
      patches: analysis.patches,
      surfaces: analysis.surfaces,
      formats: try formats(),
      language: wording.language
    )
  }

  private func formats() throws -> Set<ReportFormat> {
    Set(
      try Self.words(format).map { word in
        guard let format = ReportFormat(rawValue: word) else {
          let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("--format knows \(known), not \(word).")
        }
        return format
      }
    )
  }

  private func stages() throws -> Set<Stage> {
    guard let only else { return Set(Stage.allCases) }
    return Stage.closure(
      of: Set(
        try Self.words(only).map { word in
          guard let stage = Stage(rawValue: word) else {
            let known = Stage.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--only knows \(known), not \(word).")
          }
          return stage
        }
      )
    )
  }

  private func evidence() throws -> Set<MatchEvidence> {
    guard let matchBy else { return Set(MatchEvidence.allCases) }
    let evidence = try Self.words(matchBy).map { word in
      guard let evidence = MatchEvidence(rawValue: word) else {
        let known = MatchEvidence.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--match-by knows \(known), not \(word).")
      }
      return evidence
    }
    guard !evidence.isEmpty else { throw ValidationError("--match-by needs at least one kind of evidence.") }
    return Set(evidence)
  }

  private static func words(_ list: String) -> [String] {
    list.split(separator: ",").map { String($0).trimmingCharacters(in: .whitespaces) }
  }
}
