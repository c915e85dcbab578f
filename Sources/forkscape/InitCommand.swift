import ArgumentParser
import CloneSet
import Foundation
import Landscape
import Pipeline

/// Writes a family file.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a commented forkscape.yml, the family file, for what a scan finds.",
    discussion: "What the file declares wins over what forkscape finds; a contradiction is shown."
  )

  @Argument(
    help: ArgumentHelp("Folders that are clones or hold clones (default: the current folder).", valueName: "path")
  )
  var paths: [String] = []

  @Option(help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
  var out = "forkscape.yml"

  @OptionGroup var options: RunOptions

  func run() async throws {
    if out != "-", FileManager.default.fileExists(atPath: out) {
      throw Failure(.usage, "\(out): it exists already; name another file with --out")
    }
    var request = try options.request(.folders(paths.isEmpty ? ["."] : paths))
    request.stages = Stage.closure(of: [.lineage])
    let analysis = try await options.run(request)
    let text = FamilyFile.template(for: analysis.landscape.families.map(Self.found))
    if out == "-" {
      Terminal.out(text)
    } else {
      try Data(text.utf8).write(to: URL(fileURLWithPath: out), options: .withoutOverwriting)
      if !options.quiet { Terminal.out("The family file is in \(out)\n") }
    }
    if analysis.isIncomplete { throw ExitStatus.incomplete }
  }

  private static func found(_ family: FamilyEntry) -> FamilyFile.FoundFamily {
    FamilyFile.FoundFamily(
      name: family.name,
      upstream: family.upstream.clone,
      forks: family.forks.filter { $0.relation == .fork || $0.relation == .mirror }.map { fork in
        FamilyFile.FoundFamily.Fork(
          name: fork.name,
          clone: fork.clone,
          ref: fork.head?.ref,
          line: fork.lineage?.line?.ref
        )
      }
    )
  }
}
