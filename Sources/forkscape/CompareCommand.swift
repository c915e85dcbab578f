import ArgumentParser
import Foundation
import Landscape
import Report

/// What changed between two reports.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Tells what moved between two report folders: verdicts, bases, distances, fixes, gaps."
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, json
  }

  @Argument(help: ArgumentHelp("The older report folder.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The newer report folder.", valueName: "new"))
  var new: String

  @Option(help: ArgumentHelp("markdown or json.", valueName: "format"))
  var format: Format = .markdown

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let comparison = LandscapeComparison(
      from: try ReportReader(old).landscape(),
      to: try ReportReader(new).landscape()
    )
    switch format {
    case .markdown: Terminal.out(ComparisonPage.markdown(comparison, language: wording.language))
    case .json: Terminal.out(String(decoding: try comparison.encoded(), as: UTF8.self))
    }
  }
}
