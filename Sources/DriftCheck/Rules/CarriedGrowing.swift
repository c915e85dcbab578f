import Evidence
import Landscape

extension Rule {
  /// The number of carried patches.
  static let carriedGrowing = Rule(
    id: "carried-growing",
    purpose: "The fork carries more patches than it may, or more than it did.",
    details: """
      A carried patch is a change of the fork's own that upstream has in no form. `max` is their greatest number; \
      `growth` is how many may have come since the baseline, where one is given with --baseline. Dates of commits say \
      nothing of growth: a rebase dates the whole stack anew.
      """,
    remedy: "Bring patches upstream, or drop those that nobody needs: `forkscape patches --status carried` lists them.",
    severity: .warning,
    isOnByDefault: false,
    parameters: [
      RuleParameter("max", .count, nil, "How many patches the fork may carry."),
      RuleParameter("growth", .count, nil, "How many patches may have come since the baseline."),
    ],
    requiresOneOf: ["max", "growth"],
    needs: [.lineage, .divergence, .patches],
    judgedWork: .commits,
    examples: [
      RuleExample("2 patches where 10 may be", set: [("max", .count(10))], .passes),
      RuleExample(
        "2 patches where 1 may be",
        set: [("max", .count(1))],
        .finds(["It carries 2 patches, more than 1."])
      ),
      RuleExample(
        "Two more than in the baseline",
        set: [("growth", .count(1))],
        .finds(["It carries 2 patches, 2 more than in the baseline; 1 more may be."]),
        { facts in
          facts.hasBaseline = true
          facts.earlier = facts.fork
          facts.earlier?.divergence?.effective = .init(ahead: 0, behind: 0)
        }
      ),
      RuleExample(
        "Growth is asked for and no baseline is given",
        set: [("growth", .count(0))],
        .cannotTell("there is no baseline with this fork's patches; give one with --baseline")
      ),
      RuleExample(
        "Patches were not analysed",
        set: [("max", .count(5))],
        .cannotTell("how many patches it carries is not known"),
        { $0.fork.divergence?.effective = nil }
      ),
      .onUnknownBranch(set: [("max", .count(5))]),
    ],
    judge: { facts, settings in
      guard let carried = facts.fork.divergence?.effective?.ahead else {
        return .unknown(facts.reason("patches", otherwise: "how many patches it carries is not known"))
      }
      let patches = carried.of("patch", "patches")
      var outcome = RuleOutcome.passed
      if let max = settings.count("max"), carried > max {
        outcome = .found(
          "It carries \(patches), more than \(max.grouped).",
          ["carried": .int(carried), "max": .int(max)],
          part: "many"
        )
      }
      guard let growth = settings.count("growth") else { return outcome }
      guard let before = facts.earlier?.divergence?.effective?.ahead else {
        return outcome + .unknown("there is no baseline with this fork's patches; give one with --baseline")
      }
      guard carried - before > growth else { return outcome }
      return outcome
        + .found(
          "It carries \(patches), \((carried - before).grouped) more than in the baseline; \(growth.grouped) more may be.",
          ["carried": .int(carried), "before": .int(before), "growth": .int(growth)],
          key: "growth",
          part: "growth"
        )
    }
  )
}
