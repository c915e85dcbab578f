import Evidence
import Landscape

extension Rule {
  /// Messages that claim an origin which content contradicts.
  static let labelFalse = Rule(
    id: "label-false",
    purpose: "A commit of the fork claims an upstream origin that its content contradicts.",
    details: """
      One finding for each commit that says “cherry picked from”, “upstream commit” or the like, names a commit that is \
      there, and makes another change than that one. Commits that came in with upstream's own branches are left out.
      """,
    remedy: "Correct the record: amend the message where the commit can still change, or note the right id.",
    severity: .warning,
    needs: [.lineage, .divergence, .patches],
    examples: [
      RuleExample("No label is contradicted", .passes),
      RuleExample(
        "A label that is wrong",
        .finds([
          "“Tighten the ropes” (\(ForkFacts.id("rope").short)) claims to come from \(ForkFacts.id("other").short), "
            + "which makes another change."
        ]),
        { facts in
          facts.patches?.append(
            .example(.fork, "rope", "2026-05-13", .carried, "Tighten the ropes", contradicted: ["other"])
          )
        }
      ),
      RuleExample(
        "A wrong label on upstream's side",
        .passes,
        { facts in
          facts.patches?.append(
            .example(.upstream, "rope", "2026-05-13", .missing, "Tighten the ropes", contradicted: ["other"])
          )
        }
      ),
      RuleExample(
        "The list of patches is not at hand",
        .cannotTell("which labels the fork's commits bear is not known"),
        { $0.patches = nil }
      ),
    ],
    judge: { facts, _ in
      guard let patches = facts.patches else {
        return .unknown(facts.reason("patches", otherwise: "which labels the fork's commits bear is not known"))
      }
      let own: Set<PatchStatus> = [.carried, .taken, .upstreamed, .upstreamedAdapted]
      var outcome = RuleOutcome.passed
      for line in patches where line.side == .fork && own.contains(line.status) && line.matches.isEmpty {
        guard let claimed = line.contradicted.first else { continue }
        outcome.findings.append(
          RuleOutcome.Draft(
            key: line.commit,
            parameters: [
              "commit": .string(line.commit), "subject": .string(line.subject ?? ""), "claimed": .string(claimed),
            ],
            text: "“\(line.subject ?? "A commit")” (\(line.commit.short)) claims to come from \(claimed.short), which "
              + "makes another change."
          )
        )
      }
      return outcome
    }
  )
}
