import ArgumentParser
import Landscape
import Report

/// Renders a report anew.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Renders the pages of a report folder again from its data."
  )

  @Argument(help: ArgumentHelp("The report folder.", valueName: "dir"))
  var folder: String

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let reader = ReportReader(folder)
    let landscape = try reader.landscape()
    let data = try reader.data()
    let pages = try ReportFolder.render(landscape: landscape, formats: [.markdown, .html], language: wording.language)
    try ReportWriter.checkPlace(folder)
    try ReportWriter.write(data + pages, to: folder)
    Terminal.out("The report is in \(folder)\n")
  }
}
