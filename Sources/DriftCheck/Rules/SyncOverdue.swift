import Evidence
import Landscape

extension Rule {
  /// How long the last sync was ago.
  static let syncOverdue = Rule(
    id: "sync-overdue",
    purpose: "The last sync with upstream is longer ago than it may be, and there is something to sync.",
    details: """
      Counts the days from the newest sync of any kind (merge, squash, import, picks, rebase) to the date of the older \
      clone. Where upstream has nothing that the fork lacks, no sync is due. A base younger than the limit answers the \
      question too, whatever kind of sync brought it. Where the fork's clone ends so long before upstream's that the answer \
      may be due to its age, there is none, unless `--fetched-together` says that both were fetched together.
      """,
    remedy: "Sync with upstream.",
    severity: .warning,
    parameters: [RuleParameter("days", .count, .count(120), "How many days may pass between syncs.")],
    needs: [.lineage, .divergence],
    examples: [
      RuleExample("The last merge was 27 days ago", .passes),
      RuleExample(
        "The last merge was two years ago",
        .finds(["The last sync with tide was on 2024-06-02, 757 days ago, more than 120."]),
        { facts in
          facts.fork.lineage?.syncs = [
            SyncEntry(date: ForkFacts.day("2024-06-02"), kind: .merge, forkCommit: "", upstreamCommit: nil)
          ]
          facts.fork.lineage?.effectiveBase = .healthy(ForkFacts.id("base"), ForkFacts.day("2024-06-01"), .ancestry)
        }
      ),
      RuleExample(
        "The same, and upstream stands still",
        .passes,
        { facts in
          facts.fork.lineage?.syncs = []
          facts.fork.lineage?.effectiveBase = .healthy(ForkFacts.id("base"), ForkFacts.day("2024-06-01"), .ancestry)
          facts.fork.divergence?.behind = 0
          facts.fork.divergence?.effective = nil
        }
      ),
      RuleExample(
        "The upstream's clone lacks what the fork took in",
        .cannotTell("the clone of tide lacks commits that the fork already took in"),
        { facts in
          let old = ForkFacts.day("2024-06-01")
          facts.fork.lineage?.effectiveBase = .healthy(ForkFacts.id("base"), old, .ancestry, atEdge: true)
        }
      ),
      RuleExample(
        "The last merge was 27 days before the fork's clone ends, and upstream went on for half a year",
        .cannotTell(
          "the fork's clone ends on 2026-06-29, that of tide 184 days later: whether the fork slept or its clone is old is "
            + "not known; say --fetched-together if both were fetched together"
        ),
        { $0.upstreamAsOf = ForkFacts.day("2026-12-30") }
      ),
      RuleExample(
        "Syncs were not looked for, and the base is old",
        .cannotTell("syncs were not looked for, and the base of 2024-06-01 does not answer it"),
        { facts in
          facts.fork.lineage?.syncs = nil
          facts.fork.lineage?.effectiveBase = .healthy(ForkFacts.id("base"), ForkFacts.day("2024-06-01"), .ancestry)
        }
      ),
    ],
    judge: { facts, settings in
      let limit = settings.count("days") ?? 0
      guard let lineage = facts.fork.lineage, let asOf = facts.asOf else {
        return .unknown(facts.reason("lineage", otherwise: "when the fork last synced is not known"))
      }
      let divergence = facts.fork.divergence
      if divergence?.behind == 0 || divergence?.effective?.behind == 0 { return .passed }
      let base = lineage.effectiveBase?.date
      func passed() -> RuleOutcome { facts.clockGap(limit).map(RuleOutcome.unknown) ?? .passed }
      if let base, asOf.days(since: base) <= limit { return passed() }
      // What the fork has and upstream's clone lacks came in at a time that nobody can tell.
      if lineage.effectiveBase?.atEdge == true {
        return .unknown("the clone of \(facts.upstreamName) lacks commits that the fork already took in")
      }
      guard let syncs = lineage.syncs else {
        return .unknown(
          "syncs were not looked for, and the base of \(base?.day ?? "an unknown day") does not answer it"
        )
      }
      guard let last = syncs.map(\.date).max() ?? base else {
        return .unknown("neither a sync nor a base was found")
      }
      let days = asOf.days(since: last)
      guard days > limit else { return passed() }
      let what =
        syncs.isEmpty
        ? "\(facts.upstreamName) was never synced; the base is of" : "The last sync with \(facts.upstreamName) was on"
      return .found(
        "\(what) \(last.day), \(days.of("day")) ago, more than \(limit.grouped).",
        ["date": .string(last.day), "days": .int(days), "max": .int(limit), "upstream": .string(facts.upstreamName)],
        part: syncs.isEmpty ? "never" : "late"
      )
    }
  )
}
