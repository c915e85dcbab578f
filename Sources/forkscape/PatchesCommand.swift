import ArgumentParser
import Foundation
import Landscape
import Report

/// Patch flow tables from a report folder.
struct PatchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patches",
    abstract: "Lists what became of the commits that only a fork or only its upstream has, from a report folder."
  )

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, jsonl, csv, commands
  }

  @Argument(help: "The fork's name, as the report has it.")
  var fork: String

  @Option(help: ArgumentHelp("The report folder.", valueName: "dir"))
  var report = "forkscape-report"

  @Option(help: ArgumentHelp("Only commits of these statuses, such as missing,partial.", valueName: "statuses"))
  var status: String?

  @Flag(help: "Only fixes of security or data loss.")
  var fixesOnly = false

  @Option(help: ArgumentHelp("Only commits whose changes all lie in this folder.", valueName: "path"))
  var area: String?

  @Option(help: "table, jsonl, csv, or commands: what to cherry-pick, oldest first.")
  var format: Format = .table

  func validate() throws { _ = try statuses() }

  func run() throws {
    let reader = ReportReader(report)
    let (family, name) = try ExplainCommand.find(fork, in: try reader.landscape(), report)
    let lines = try reader.patches(family: family.name, fork: name.name).filter(try filter())
    switch format {
    case .jsonl: Terminal.out(String(decoding: try PatchLine.encoded(lines), as: UTF8.self))
    case .csv: Terminal.out(PatchTable.csv(lines))
    case .commands: Terminal.out(PatchTable.commands(lines))
    case .table: Terminal.out(PatchTable.table(lines, width: Terminal.width))
    }
  }

  private func filter() throws -> (PatchLine) -> Bool {
    let statuses = try statuses()
    return { line in
      if let statuses, !statuses.contains(line.status) { return false }
      if fixesOnly, line.fix == nil { return false }
      guard let folder = area?.trimmingCharacters(in: CharacterSet(charactersIn: "/")) else { return true }
      return line.area == folder || line.area?.hasPrefix(folder + "/") ?? false
    }
  }

  private func statuses() throws -> Set<PatchStatus>? {
    guard let status else { return nil }
    return Set(
      try status.split(separator: ",").map { word in
        guard let status = PatchStatus(rawValue: word.trimmingCharacters(in: .whitespaces)) else {
          let known = PatchStatus.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("--status knows \(known), not \(word).")
        }
        return status
      }
    )
  }
}

/// Lists of patches as text.
enum PatchTable {
  /// One row a commit, cut at the terminal's width.
  static func table(_ lines: [PatchLine], width: Int) -> String {
    var text = ""
    for line in lines {
      let match = line.matches.first.map { " \($0.by.rawValue) \($0.commit.prefix(10))" } ?? ""
      let status = line.status.rawValue.padding(toLength: 17, withPad: " ", startingAt: 0)
      let note = submodules(line)
      let row = "\(line.side == .fork ? "fork    " : "upstream") \(line.date.day) \(line.commit.prefix(10)) \(status)"
      text += VisibleText.of(String((row + " \(line.subject ?? "")\(note)\(match)").prefix(max(60, width)))) + "\n"
    }
    return text
  }

  /// With a row of names.
  static func csv(_ lines: [PatchLine]) -> String {
    func cell(_ text: String) -> String { "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
    let rows = lines.map { line in
      let match = line.matches.first
      return [
        line.side.rawValue, line.commit, "\(line.date)", line.status.rawValue, match?.commit ?? "",
        match?.by.rawValue ?? "", line.direction ?? "", line.fix ?? "", line.area ?? "", line.subject ?? "",
      ].map(cell).joined(separator: ",")
    }
    return (["side,commit,date,status,match,by,direction,fix,area,subject"] + rows).joined(separator: "\n") + "\n"
  }

  /// What to cherry-pick, oldest first: upstream's commits that the fork lacks.
  static func commands(_ lines: [PatchLine]) -> String {
    let wanted = lines.filter { $0.side == .upstream && ($0.status == .missing || $0.status == .partial) }
    return wanted.reversed().map { line in
      let part = line.status == .partial ? "partly there; " : ""
      return "git cherry-pick -x \(line.commit) # \(part)\(VisibleText.of(line.subject ?? ""))\(submodules(line))\n"
    }.joined()
  }

  private static func submodules(_ line: PatchLine) -> String {
    line.submodules.isEmpty ? "" : " [submodule \(line.submodules.map(VisibleText.of).joined(separator: ", "))]"
  }
}
