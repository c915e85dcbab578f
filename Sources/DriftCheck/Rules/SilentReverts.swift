import Evidence

extension Rule {
  /// Upstream changes undone without a word.
  static let silentReverts = Rule(
    id: "silent-revert",
    purpose: "The fork undid a change of upstream's without saying so.",
    details: """
      One finding for each upstream change that was in the fork and that a later commit took out again without being a \
      revert by its message: often a conflict that was resolved the wrong way.
      """,
    remedy: "Bring the change back, or record in a waiver that it was meant.",
    severity: .warning,
    isOnByDefault: false,
    needs: [.lineage, .divergence, .patches],
    examples: [
      RuleExample("Nothing was undone", .passes),
      RuleExample(
        "A change was undone",
        .finds(["“Merge tide 4.2” (\(ForkFacts.id("merge").short)) undoes upstream's \(ForkFacts.id("lock").short)."]),
        { facts in
          facts.silentReverts = [
            SilentRevert(commit: ForkFacts.id("merge"), subject: "Merge tide 4.2", upstream: ForkFacts.id("lock"))
          ]
        }
      ),
      RuleExample(
        "They were not looked for",
        .cannotTell("silent reverts were not looked for"),
        { $0.silentReverts = nil }
      ),
    ],
    judge: { facts, _ in
      guard let reverts = facts.silentReverts else {
        return .unknown(facts.reason("patches.silentReverts", otherwise: "silent reverts were not looked for"))
      }
      return reverts.map { revert in
        RuleOutcome.found(
          "“\(revert.subject)” (\(revert.commit.short)) undoes upstream's \(revert.upstream.short).",
          [
            "commit": .string(revert.commit), "subject": .string(revert.subject),
            "upstreamCommit": .string(revert.upstream),
          ],
          key: revert.commit + revert.upstream
        )
      }.reduce(.passed, +)
    }
  )
}
