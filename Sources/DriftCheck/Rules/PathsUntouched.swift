import GitValues
import Landscape

extension Rule {
  /// Files that the fork must leave alone.
  static let pathsUntouched = Rule(
    id: "paths-untouched",
    purpose: "The fork changed a file that it must leave alone.",
    details: """
      One finding for each file under `paths` that the fork changed, added or deleted since its base. A file that only \
      lags behind upstream is none.
      """,
    remedy: "Take the change back, move it elsewhere, or bring it upstream.",
    severity: .error,
    isOnByDefault: false,
    parameters: [
      RuleParameter("paths", .paths, nil, "The files."),
      RuleParameter("except", .paths, nil, "Files among them that the fork may change."),
    ],
    requiresOneOf: ["paths"],
    needs: [.lineage, .divergence],
    judgedWork: .files,
    examples: [
      RuleExample("The fork left it alone", set: [("paths", .list(["src/tide.c"]))], .passes),
      RuleExample(
        "The fork changed it",
        set: [("paths", .list(["src/"]))],
        .finds(["src/quay.c was changed by the fork, and must be left alone."])
      ),
      RuleExample("It may be changed", set: [("paths", .list(["src/"])), ("except", .list(["quay.*"]))], .passes),
      RuleExample(
        "Only upstream changed it",
        set: [("paths", .list(["LICENSE"]))],
        .passes,
        Rule.pathExample("LICENSE", .changedByUpstream)
      ),
      RuleExample(
        "The list of files is not at hand",
        set: [("paths", .list(["LICENSE"]))],
        .cannotTell(Rule.filesUnknown),
        { $0.files = nil }
      ),
      .onUnknownBranch(set: [("paths", .list(["src/"]))]),
    ],
    judge: { facts, settings in
      let (globs, except) = (settings.globs("paths"), settings.globs("except"))
      return judgeFiles(facts, where: { $0.isMeant(by: globs) && !$0.isMeant(by: except) }) { file in
        file.changeByFork.map { change in
          ("\(file.pathInFork) was \(change) by the fork, and must be left alone.", ("change", change))
        }
      }
    }
  )
}
