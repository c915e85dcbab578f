import ArgumentParser
import CloneSet
import Landscape

/// Prints the schema of a file.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of a file that forkscape writes or reads."
  )

  enum Name: String, ExpressibleByArgument, CaseIterable {
    case landscape, patches, files, surfaces, family
  }

  @Argument(help: ArgumentHelp("landscape, patches, files, surfaces or family.", valueName: "name"))
  var name: Name

  func run() {
    switch name {
    case .landscape: Terminal.out(LandscapeSchema.landscape.text)
    case .patches: Terminal.out(LandscapeSchema.patches.text)
    case .surfaces: Terminal.out(LandscapeSchema.surfaces.text)
    case .files: Terminal.out(LandscapeSchema.files.text)
    case .family: Terminal.out(FamilyFile.jsonSchema)
    }
  }
}
