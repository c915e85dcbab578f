import Evidence
import GitValues
import Landscape

extension Rule {
  static let filesUnknown = "what became of each file is not known"

  /// Judges each of the fork's files that are meant, one by one.
  ///
  /// - Parameter find: what is wrong with a file; nil for nothing.
  static func judgeFiles(
    _ facts: ForkFacts,
    where isMeant: (FileLine) -> Bool,
    _ find: (FileLine) -> (text: String, parameter: (name: String, value: String))?
  ) -> RuleOutcome {
    guard let files = facts.files else {
      return .unknown(facts.reason("divergence.files", otherwise: filesUnknown))
    }
    return files.filter(isMeant).map { file in
      guard let (text, parameter) = find(file) else { return .passed }
      return RuleOutcome.found(
        text,
        ["path": .string(file.pathInFork), parameter.name: .string(parameter.value)],
        key: file.pathInFork,
        place: FindingPlace(root: .fork, path: file.pathInFork)
      )
    }.reduce(.passed, +)
  }

  static func pathExample(_ path: String, _ kind: FileClass) -> (inout ForkFacts) -> Void {
    { $0.files?.append(FileLine(path: path, pathIsEncoded: false, fileClass: kind)) }
  }
}

extension FileLine {
  /// Where the fork has the file, or had it.
  var pathInFork: String { forkPath ?? path }

  /// Whether one of `globs` means the file under one of its names.
  func isMeant(by globs: [PathGlob]) -> Bool {
    let names = Set([path, forkPath ?? path, upstreamPath ?? path])
    return globs.contains { glob in names.contains { glob.matches($0) } }
  }

  /// What the fork did to it, for sentences; nil where the fork left it alone.
  var changeByFork: String? {
    switch fileClass {
    case .changedByFork, .changedByBoth, .changedByForkDeletedByUpstream: "changed"
    case .addedByFork, .addedByBoth: "added"
    case .deletedByFork, .deletedByForkChangedByUpstream: "deleted"
    case .identical, .changedByUpstream, .changedByBothAlike, .addedByUpstream, .deletedByUpstream, .deletedByBoth: nil
    }
  }
}
