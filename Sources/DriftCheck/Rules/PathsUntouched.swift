import Evidence
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
      RuleExample(
        "The upstream clone lacks the branch that the fork follows",
        set: [("paths", .list(["src/"]))],
        .cannotTell(
          "the clone of tide lacks commits that the fork already took in, so its own work cannot be told from theirs; "
            + "give a clone that has the branch which the fork follows"
        ),
        {
          $0.fork.lineage?.effectiveBase = .healthy(
            ForkFacts.id("base"),
            ForkFacts.day("2026-06-01"),
            .content,
            atEdge: true
          )
        }
      ),
    ],
    judge: { facts, settings in
      guard let files = facts.files else {
        return .unknown(facts.reason("divergence.files", otherwise: Rule.filesUnknown))
      }
      let (globs, except) = (settings.globs("paths"), settings.globs("except"))
      return files.filter { $0.isMeant(by: globs) && !$0.isMeant(by: except) }.map { file in
        guard let change = file.changeByFork else { return .passed }
        return RuleOutcome.found(
          "\(file.pathInFork) was \(change) by the fork, and must be left alone.",
          ["path": .string(file.pathInFork), "change": .string(change)],
          key: file.pathInFork,
          place: FindingPlace(root: .fork, path: file.pathInFork)
        )
      }.reduce(.passed, +)
    }
  )
}
