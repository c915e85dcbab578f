import Evidence
import Landscape

extension Rule {
  /// How long the oldest missing change has been waiting.
  static let behindDays = Rule(
    id: "behind-days",
    purpose: "A change of upstream has been missing for longer than it may.",
    details: """
      Looks at the oldest upstream change that the fork lacks in every form, and counts the days from it to the date of \
      the older clone. Changes that the team decided not to take are named in `except`.
      """,
    remedy: "Take the change, sync with upstream, or name the commit in `except` where it is not wanted.",
    severity: .warning,
    parameters: [
      RuleParameter("max", .count, .count(180), "How many days a change may be missing."),
      RuleParameter("except", .names, nil, "Ids of changes that are not wanted; the first digits are enough."),
    ],
    needs: [.lineage, .divergence, .patches],
    examples: [
      RuleExample("The only missing change is 9 days old", .passes),
      RuleExample(
        "A missing change of last year",
        .finds([
          "“Dredge the harbour” of 2025-06-20 (\(ForkFacts.id("silt").short)) has been missing for 374 days, more than 180."
        ]),
        { $0.patches?.append(.example(.upstream, "silt", "2025-06-20", .partial, "Dredge the harbour")) }
      ),
      RuleExample(
        "The same, and the team does not want it",
        set: [("except", .list([ForkFacts.id("silt").short]))],
        .passes,
        { $0.patches?.append(.example(.upstream, "silt", "2025-06-20", .partial, "Dredge the harbour")) }
      ),
      RuleExample(
        "The fork's clone ends long before upstream's",
        .cannotTell(
          "the fork's clone ends on 2026-06-29, that of tide 367 days later: whether the fork slept or its clone is old is "
            + "not known; say --fetched-together if both were fetched together"
        ),
        { $0.upstreamAsOf = ForkFacts.day("2027-07-01") }
      ),
      RuleExample(
        "The list of patches is not at hand",
        .cannotTell("which of upstream's changes are missing is not known"),
        { $0.patches = nil }
      ),
    ],
    judge: { facts, settings in
      let max = settings.count("max") ?? 0
      guard let lacking = facts.lacking, let asOf = facts.asOf else {
        return .unknown(facts.reason("patches", otherwise: "which of upstream's changes are missing is not known"))
      }
      let except = settings.list("except")
      let wanted = lacking.filter { line in !except.contains { line.commit.hasPrefix($0) } }
      guard let oldest = wanted.min(by: { ($0.date, $0.commit) < ($1.date, $1.commit) }) else { return .passed }
      let days = asOf.days(since: oldest.date)
      guard days > max else { return facts.clockGap(max).map(RuleOutcome.unknown) ?? .passed }
      return .found(
        "“\(oldest.subject ?? "a change")” of \(oldest.date.day) (\(oldest.commit.short)) has been missing for "
          + "\(days.of("day")), more than \(max.grouped).",
        [
          "commit": .string(oldest.commit), "subject": .string(oldest.subject ?? ""), "days": .int(days),
          "max": .int(max),
        ]
      )
    }
  )
}
