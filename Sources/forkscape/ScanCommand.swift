import ArgumentParser
import Landscape
import Pipeline
import Report

/// Only discovery.
struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Shows clones, families, roles and chosen lines, and what could not be opened. Writes nothing."
  )

  @Argument(
    help: ArgumentHelp("Folders that are clones or hold clones (default: the current folder).", valueName: "path")
  )
  var paths: [String] = []

  @Option(help: ArgumentHelp("table or json.", valueName: "format"))
  var format: Format = .table

  @OptionGroup var options: RunOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  func run() async throws {
    var request = try options.request(.folders(paths.isEmpty ? ["."] : paths))
    request.stages = Stage.closure(of: [.lineage])
    let analysis = try await options.run(request)
    switch format {
    case .json: Terminal.out(String(decoding: try analysis.landscape.encoded(), as: UTF8.self))
    case .table: Terminal.out(ScanTable(analysis.landscape, width: Terminal.width).text)
    }
    guard analysis.foundClones else { throw Failure(.nothing, "no clone could be opened") }
    if analysis.isIncomplete { throw ExitStatus.incomplete }
  }
}

/// What a scan found, for the terminal.
struct ScanTable {
  private let landscape: Landscape
  private let width: Int

  init(_ landscape: Landscape, width: Int) {
    self.landscape = landscape
    self.width = width
  }

  /// Every line ends in a newline.
  var text: String {
    let families = landscape.families.map { family in
      let head = ["\(family.name): upstream \(family.upstream.name)", "relation", "of", "line", "path"]
      let own = ["  " + family.upstream.name, "upstream", "", family.upstream.head.ref, family.upstream.clone]
      let forks = family.forks.map { fork in
        ["  " + fork.name, fork.relation.rawValue, fork.upstream ?? "", fork.lineage?.line?.ref ?? "–", fork.clone]
      }
      return TextTable([head, own] + forks, width: width).text
    }
    let rest = landscape.clones.filter { $0.role != .upstream && $0.role != .fork }
    guard !rest.isEmpty else { return families.joined(separator: "\n") }
    let rows = rest.map {
      ["  " + $0.name, $0.role.rawValue, $0.path, $0.reason ?? "shares descent with none of the others"]
    }
    let others = TextTable([["not in a family", "role", "path", "why"]] + rows, width: width).text
    return (families + [others]).joined(separator: "\n")
  }
}
