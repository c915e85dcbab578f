import Evidence
import Landscape

extension Rule {
  /// How many of upstream's changes the fork lacks.
  static let behindCommits = Rule(
    id: "behind-commits",
    purpose: "The fork lacks more of upstream's changes than it may.",
    details: """
      Counts upstream's commits on the fork's line that the fork has in no form: neither merged, nor picked, nor with \
      their content there some other way. Commits that `git rev-list` counts and the fork has under another id do not \
      count.
      """,
    remedy: "Sync with upstream, or take the missing changes that matter: `forkscape patches` lists them in order.",
    severity: .warning,
    parameters: [RuleParameter("max", .count, .count(200), "How many changes may be missing.")],
    needs: [.lineage, .divergence, .patches],
    examples: [
      RuleExample("7 commits behind, 1 of them missing", .passes),
      RuleExample(
        "250 changes missing",
        .finds(["250 of upstream's changes are missing, more than 200."]),
        { $0.fork.divergence?.effective = .init(ahead: 2, behind: 250) }
      ),
      RuleExample(
        "30 changes missing where 20 may be",
        set: [("max", .count(20))],
        .finds(["30 of upstream's changes are missing, more than 20."]),
        { $0.fork.divergence?.effective = .init(ahead: 2, behind: 30) }
      ),
      RuleExample(
        "Patches not analysed, but even git counts no more than 6",
        .passes,
        { $0.fork.divergence?.effective = nil }
      ),
      RuleExample(
        "Patches not analysed, and git counts 900",
        .cannotTell("how many of upstream's changes are missing is not known"),
        {
          $0.fork.divergence?.effective = nil
          $0.fork.divergence?.behindNoMerges = 900
        }
      ),
    ],
    judge: { facts, settings in
      let max = settings.count("max") ?? 0
      guard let missing = facts.fork.divergence?.effective?.behind else {
        // What is missing is never more than what git counts, so a small count answers as well.
        if let counted = facts.fork.divergence?.behindNoMerges, counted <= max { return .passed }
        return .unknown(facts.reason("patches", otherwise: "how many of upstream's changes are missing is not known"))
      }
      if missing > max {
        return .found(
          "\(missing.grouped) of upstream's changes are missing, more than \(max.grouped).",
          ["missing": .int(missing), "max": .int(max)]
        )
      }
      let unread = facts.fork.patches?.upstreamSide.notAnalysed ?? 0
      return missing + unread <= max
        ? .passed : .unknown("\(unread.of("upstream change")) could not be read, and may be missing")
    }
  )
}
