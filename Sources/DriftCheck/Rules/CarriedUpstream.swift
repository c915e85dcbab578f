import Evidence
import Landscape

extension Rule {
  /// Carried patches that upstream took.
  static let carriedUpstream = Rule(
    id: "carried-upstream",
    purpose: "A patch of the fork's is upstream by now, and the fork has not synced past it.",
    details: """
      One finding for each own commit of the fork that upstream has a copy of, where that copy lies after the fork's \
      base: the next sync can drop the patch. Copies in what the fork has merged already are no finding, nor are copies \
      that were found by likeness alone.
      """,
    remedy: "Drop the patch at the next sync.",
    severity: .info,
    needs: [.lineage, .divergence, .patches],
    judgedWork: .commits,
    examples: [
      RuleExample("No patch of the fork's is upstream", .passes),
      RuleExample(
        "Upstream took one",
        .finds(["“Mend the pier” (\(ForkFacts.id("pier").short)) is upstream as \(ForkFacts.id("theirs").short)."]),
        { facts in
          facts.patches?.append(
            .example(.fork, "pier", "2026-05-12", .upstreamed, "Mend the pier", match: "theirs")
          )
          facts.patches?.append(
            .example(.upstream, "theirs", "2026-06-15", .equivalent, "Mend the pier", match: "pier")
          )
        }
      ),
      RuleExample(
        "Upstream took one, and the fork has synced past it",
        .passes,
        { facts in
          facts.patches?.append(
            .example(.fork, "pier", "2026-05-12", .upstreamed, "Mend the pier", match: "theirs")
          )
          facts.patches?.append(.example(.upstream, "theirs", "2026-05-20", .inBase, "Mend the pier", match: "pier"))
        }
      ),
      RuleExample(
        "Upstream has something that is alike, and nothing more is known",
        .passes,
        { facts in
          facts.patches?.append(
            .example(.fork, "pier", "2026-05-12", .upstreamedAdapted, "Mend the pier", match: "theirs", by: .similarity)
          )
          facts.patches?.append(.example(.upstream, "theirs", "2026-06-15", .adapted, "Mend piers", match: "pier"))
        }
      ),
      RuleExample(
        "The list of patches is not at hand",
        .cannotTell("which patches it carries is not known"),
        { $0.patches = nil }
      ),
      .onUnknownBranch(),
    ],
    judge: { facts, _ in
      guard let patches = facts.patches else {
        return .unknown(facts.reason("patches", otherwise: "which patches it carries is not known"))
      }
      let waiting = Set(patches.filter { $0.side == .upstream && $0.status != .inBase }.map(\.commit))
      var outcome = RuleOutcome.passed
      for line in patches where line.side == .fork {
        guard line.status == .upstreamed || line.status == .upstreamedAdapted,
          let match = line.matches.first, match.by != .similarity, waiting.contains(match.commit)
        else { continue }
        let adapted = line.status == .upstreamedAdapted ? ", with another diff" : ""
        outcome.findings.append(
          RuleOutcome.Draft(
            key: line.commit,
            part: line.status.rawValue,
            parameters: [
              "commit": .string(line.commit), "subject": .string(line.subject ?? ""),
              "upstreamCommit": .string(match.commit),
            ],
            text:
              "“\(line.subject ?? "A patch")” (\(line.commit.short)) is upstream as \(match.commit.short)\(adapted)."
          )
        )
      }
      return outcome
    }
  )
}
