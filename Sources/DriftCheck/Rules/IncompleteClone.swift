import Evidence
import Landscape

extension Rule {
  /// Clones that do not have everything.
  static let incompleteClone = Rule(
    id: "incomplete-clone",
    purpose: "A clone does not have everything that the check looks at.",
    details: """
      A shallow clone, one with missing objects, or an upstream clone that lacks what the fork already has. The check \
      goes on with what is there, and says that it is not whole: exit code 3 where nothing else counts more.
      """,
    remedy: "Fetch what is missing.",
    severity: .warning,
    needs: [.lineage],
    examples: [
      RuleExample("Both clones are whole", .passes),
      RuleExample(
        "The upstream's clone lacks what the fork has",
        .finds(["The clone of tide lacks upstream's commits that the fork already has: distances are lower bounds."]),
        {
          $0.fork.lineage?.effectiveBase = .healthy(
            ForkFacts.id("base"),
            ForkFacts.day("2026-06-01"),
            .ancestry,
            atEdge: true
          )
        }
      ),
      RuleExample(
        "A shallow clone",
        .cannotTell("the clone of harbor is shallow: its history ends early"),
        { $0.forkClone?.isShallow = true }
      ),
      RuleExample(
        "It is not known what the clones hold",
        .cannotTell("whether the clone of harbor is whole is not known"),
        { $0.forkClone = nil }
      ),
    ],
    judge: { facts, _ in
      var outcome = RuleOutcome.passed
      for (clone, name) in [(facts.forkClone, facts.fork.name), (facts.upstreamClone, facts.upstreamName)] {
        outcome = outcome + judgement(clone, name)
      }
      if facts.fork.lineage?.effectiveBase?.atEdge == true {
        outcome =
          outcome
          + .found(
            "The clone of \(facts.upstreamName) lacks upstream's commits that the fork already has: distances are lower "
              + "bounds.",
            ["clone": .string(facts.upstreamName)],
            key: "edge",
            part: "edge",
            remedy: "Fetch all of upstream's branches."
          )
      }
      return outcome
    }
  )

  private static func judgement(_ clone: CloneEntry?, _ name: String) -> RuleOutcome {
    guard let clone, let missing = clone.missingObjects else {
      return .unknown("whether the clone of \(name) is whole is not known")
    }
    var outcome = RuleOutcome.passed
    let isCompleted = clone.notes.contains { $0.message == "clone.shallow-completed" }
    if clone.isShallow, !isCompleted {
      outcome =
        outcome
        + .found(
          "The clone of \(name) is shallow.",
          ["clone": .string(name)],
          key: "shallow \(name)",
          part: "shallow",
          remedy: "Complete it: git fetch --unshallow (in a GitHub workflow: fetch-depth: 0; in GitLab: GIT_DEPTH: 0)."
        ) + .unknown("the clone of \(name) is shallow: its history ends early")
    }
    if missing > 0 {
      outcome =
        outcome
        + .found(
          "The clone of \(name) lacks \(missing.of("object")) that the comparison needs.",
          ["clone": .string(name), "objects": .int(missing)],
          key: "objects \(name)",
          part: "objects",
          remedy: "Fetch without a filter: git fetch --refetch --no-filter"
        )
    }
    return outcome
  }
}
