import GitValues
import Landscape

extension Rule {
  static let filesUnknown = "what became of each file is not known"

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
