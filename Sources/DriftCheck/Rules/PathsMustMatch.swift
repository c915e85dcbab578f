import GitValues
import Landscape

extension Rule {
  /// Files that must be as on the line.
  static let pathsMustMatch = Rule(
    id: "paths-must-match",
    purpose: "A file that must be as upstream has it now is not.",
    details: """
      One finding for each file under `paths` whose content is not that of the line's newest commit, whichever side \
      changed it: what the fork changed, and what upstream changed and the fork has not taken yet.
      """,
    remedy: "Take upstream's file as it is: `git checkout <upstream line> -- <path>`.",
    severity: .error,
    isOnByDefault: false,
    parameters: [RuleParameter("paths", .paths, nil, "The files.")],
    requiresOneOf: ["paths"],
    needs: [.lineage, .divergence],
    examples: [
      RuleExample("The file is the same", set: [("paths", .list(["src/tide.c"]))], .passes),
      RuleExample(
        "The fork changed it",
        set: [("paths", .list(["src/**"]))],
        .finds(["src/quay.c is not as upstream has it: changed by the fork."])
      ),
      RuleExample(
        "Upstream went on",
        set: [("paths", .list(["LICENSE"]))],
        .finds(["LICENSE is not as upstream has it: changed by upstream."]),
        Rule.pathExample("LICENSE", .changedByUpstream)
      ),
      RuleExample(
        "The list of files is not at hand",
        set: [("paths", .list(["LICENSE"]))],
        .cannotTell(Rule.filesUnknown),
        { $0.files = nil }
      ),
    ],
    judge: { facts, settings in
      let globs = settings.globs("paths")
      return judgeFiles(facts, where: { $0.isMeant(by: globs) }) { file in
        file.difference.map { why in
          ("\(file.pathInFork) is not as upstream has it: \(why).", ("class", file.fileClass.rawValue))
        }
      }
    }
  )
}

extension FileLine {
  /// How it differs from the line's file; nil where it does not.
  fileprivate var difference: String? {
    switch fileClass {
    case .identical, .changedByBothAlike, .deletedByBoth: nil
    case .changedByFork, .changedByForkDeletedByUpstream: "changed by the fork"
    case .changedByUpstream: "changed by upstream"
    case .changedByBoth: "changed by both, differently"
    case .addedByFork: "added by the fork"
    case .addedByUpstream: "added by upstream"
    // Both have it; whether alike is not told.
    case .addedByBoth: "added by both, perhaps differently"
    case .deletedByFork, .deletedByForkChangedByUpstream: "deleted by the fork"
    case .deletedByUpstream: "deleted by upstream"
    }
  }
}
