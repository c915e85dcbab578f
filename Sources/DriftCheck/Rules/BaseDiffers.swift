import Evidence
import Landscape

extension Rule {
  /// Syncs that git does not know of.
  static let baseDiffers = Rule(
    id: "base-differs",
    purpose: "Git counts from another base than the fork's content says: a sync was not recorded as a merge.",
    details: """
      After a squash, an import or a rebase of upstream's history, git's merge base stays behind: each merge meets \
      conflicts that were resolved long ago, and “behind” counts what is there. Several merge bases, as criss-cross \
      merges leave them, are no finding. Nor are bases that lie near each other in time: a batch of picks brings a fork's \
      content forward as well, and is no sync to record.
      """,
    remedy: "Record the sync.",
    severity: .warning,
    parameters: [
      RuleParameter("least-days", .count, .count(60), "Bases less than this many days apart are no matter.")
    ],
    needs: [.lineage],
    examples: [
      RuleExample("Git and content agree", .passes),
      RuleExample(
        "A squash-synced fork",
        .finds([
          "Its content stands on \(ForkFacts.id("new").short) of 2026-06-20 (4.2), git counts from "
            + "\(ForkFacts.id("base").short) of 2024-06-01: a sync was not recorded as a merge."
        ]),
        { facts in
          facts.fork.lineage?.gitMergeBase = CommitEntry(
            commit: ForkFacts.id("base"),
            date: ForkFacts.day("2024-06-01")
          )
          facts.fork.lineage?.effectiveBase = .healthy(ForkFacts.id("new"), ForkFacts.day("2026-06-20"), .tree)
        }
      ),
      RuleExample(
        "A stack with a batch of picks on top",
        .passes,
        {
          $0.fork.lineage?.effectiveBase = .healthy(ForkFacts.id("new"), ForkFacts.day("2026-06-20"), .tree)
        }
      ),
      RuleExample(
        "One of several merge bases",
        .passes,
        {
          $0.fork.lineage?.otherBases = [ForkFacts.id("other")]
          $0.fork.lineage?.effectiveBase = .healthy(ForkFacts.id("other"), ForkFacts.day("2026-06-03"), .tree)
        }
      ),
      RuleExample(
        "The base is a guess",
        .cannotTell("what the fork's content stands on is a guess (confidence 45 %)"),
        {
          $0.fork.lineage?.effectiveBase = .healthy(
            ForkFacts.id("new"),
            ForkFacts.day("2026-06-20"),
            .content,
            confidence: 0.45
          )
        }
      ),
      RuleExample(
        "No base was found",
        .cannotTell("what the fork's content stands on is not known"),
        { $0.fork.lineage?.effectiveBase = nil }
      ),
    ],
    judge: { facts, settings in
      guard let lineage = facts.fork.lineage, let base = lineage.effectiveBase else {
        return .unknown(
          facts.reason("lineage.effectiveBase", otherwise: "what the fork's content stands on is not known")
        )
      }
      if let guess = facts.guess(base) { return .unknown(guess) }
      let git = lineage.gitMergeBase
      if base.method == .ancestry || base.commit == git?.commit || lineage.otherBases.contains(base.commit) {
        return .passed
      }
      if let git, abs(base.date.days(since: git.date)) < settings.count("least-days") ?? 0 { return .passed }
      let tag = base.nearestTag.map { " (\($0))" } ?? ""
      let counts = git.map { "git counts from \($0.commit.short) of \($0.date.day)" } ?? "git knows no common commit"
      // Content older than git's base: a merge that took nothing over. The record says too much, not too little.
      let isOlder = git.map { base.date < $0.date } ?? false
      let why = isOlder ? "a merge took in less than it recorded" : "a sync was not recorded as a merge"
      let merge = "git merge -s ours\(git == nil ? " --allow-unrelated-histories" : "") \(base.commit)"
      return .found(
        "Its content stands on \(base.commit.short) of \(base.date.day)\(tag), \(counts): \(why).",
        [
          "base": .string(base.commit), "gitMergeBase": .string(git?.commit ?? ""), "date": .string(base.date.day),
          "confidence": .double(base.confidence),
        ],
        part: isOlder ? "older" : "newer",
        remedy: isOlder
          ? "Look at what the last merges left out; reverting such a merge lets git bring it in again."
          : "Record the sync once, on the fork's branch: \(merge) (it changes no file); later merges count from there."
      )
    }
  )
}
