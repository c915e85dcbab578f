import ArgumentParser
import Landscape
import Report

/// A verdict and its evidence.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells the verdict on one fork and its evidence, from a report folder."
  )

  @Argument(help: "The fork's name, as the report has it.")
  var fork: String

  @Option(help: ArgumentHelp("The report folder.", valueName: "dir"))
  var report = "forkscape-report"

  @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
  var color: Terminal.Colour = .auto

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let (family, entry) = try Self.find(fork, in: try ReportReader(report).landscape(), report)
    Terminal.out(
      ExplainText.render(
        fork: entry,
        in: family,
        width: min(Terminal.width, 100),
        colour: color.isOn,
        language: wording.language
      )
    )
  }

  /// The fork of that name, and its family.
  static func find(_ fork: String, in landscape: Landscape, _ report: String) throws -> (FamilyEntry, ForkEntry) {
    let found = landscape.families.flatMap { family in
      family.forks.filter { $0.name == fork }.map { (family, $0) }
    }
    guard let (family, entry) = found.first else {
      let names = landscape.families.flatMap(\.forks).map(\.name).sorted()
      let known = names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))"
      throw Failure(.usage, "\(report): there is no fork named \(fork); \(known)")
    }
    guard found.count == 1 else {
      throw Failure(.usage, "\(report): several families have a fork named \(fork)")
    }
    return (family, entry)
  }
}

extension Terminal.Colour: ExpressibleByArgument {}
