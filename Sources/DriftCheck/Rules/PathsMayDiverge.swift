import Evidence
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
      RuleExample(
        "The upstream clone lacks the branch that the fork follows",
        set: [("paths", .list(["contrib/"]))],
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
      let globs = settings.globs("paths")
      return files.filter { !$0.isMeant(by: globs) }.map { file in
        guard let change = file.changeByFork else { return .passed }
        return RuleOutcome.found(
          "\(file.pathInFork) was \(change) by the fork, outside of the paths that may differ.",
          ["path": .string(file.pathInFork), "change": .string(change)],
          key: file.pathInFork,
          place: FindingPlace(root: .fork, path: file.pathInFork)
        )
      }.reduce(.passed, +)
    }
  )
}
