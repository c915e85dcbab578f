import Landscape

extension Rule {
  /// The only files that the fork may change.
  static let pathsMayDiverge = Rule(
    id: "paths-may-diverge",
    purpose: "The fork changed a file outside of those that it may change.",
    details: """
      The other way round from `paths-untouched`: `paths` are all the files that the fork may change, add or delete, \
      and every other own change is a finding, one a file.
      """,
    remedy: "Move the change to where the fork may differ, bring it upstream, or widen `paths`.",
    severity: .warning,
    isOnByDefault: false,
    parameters: [RuleParameter("paths", .paths, nil, "The files that the fork may change.")],
    requiresOneOf: ["paths"],
    needs: [.lineage, .divergence],
    judgedWork: .files,
    examples: [
      RuleExample("All own changes lie there", set: [("paths", .list(["src/quay*"]))], .passes),
      RuleExample(
        "One lies elsewhere",
        set: [("paths", .list(["contrib/"]))],
        .finds(["src/quay.c was changed by the fork, outside of the paths that may differ."])
      ),
      RuleExample(
        "The list of files is not at hand",
        set: [("paths", .list(["contrib/"]))],
        .cannotTell(Rule.filesUnknown),
        { $0.files = nil }
      ),
      .onUnknownBranch(set: [("paths", .list(["contrib/"]))]),
    ],
    judge: { facts, settings in
      let globs = settings.globs("paths")
      return judgeFiles(facts, where: { !$0.isMeant(by: globs) }) { file in
        file.changeByFork.map { change in
          ("\(file.pathInFork) was \(change) by the fork, outside of the paths that may differ.", ("change", change))
        }
      }
    }
  )
}
