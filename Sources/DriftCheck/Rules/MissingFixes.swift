import Evidence
import Landscape

extension Rule {
  /// Security fixes that the fork lacks.
  static let missingFixes = Rule(
    id: "missing-fixes",
    purpose: "A fix of security or data loss is missing for longer than it may be.",
    details: """
      One finding for each fix of upstream's line that the fork lacks, whole or in part, `days` after upstream made it. \
      A commit is such a fix by an advisory's number in its message, or by its words; those by their words alone count \
      one severity lighter, and `advisories-only` leaves them out. Where the code of a fix stands otherwise in the fork, \
      because it came later or was written anew since, the finding says so: whether it applies is for a person to say, \
      and `code-there-only` leaves such fixes out.
      """,
    remedy: "Take the fix.",
    severity: .error,
    parameters: [
      RuleParameter("days", .count, .count(14), "How many days a fix may be missing."),
      RuleParameter("advisories-only", .flag, .flag(false), "Whether only fixes with an advisory's number count."),
      RuleParameter("code-there-only", .flag, .flag(false), "Whether only fixes of code that the fork has count."),
    ],
    needs: [.lineage, .divergence, .patches],
    examples: [
      RuleExample("No fix is missing", .passes),
      RuleExample(
        "A fix missing for 40 days",
        .finds(["“Check the depth” (\(ForkFacts.id("fix").short), CVE-2026-1234) has been missing for 40 days."]),
        { $0.fork.patches?.missingFixes = [.example("CVE-2026-1234", days: 40)] }
      ),
      RuleExample("A fix of yesterday", .passes) {
        $0.fork.patches?.missingFixes = [.example("CVE-2026-1234", days: 1)]
      },
      RuleExample(
        "A fix by its words alone, and only numbers count",
        set: [("advisories-only", .flag(true))],
        .passes,
        { $0.fork.patches?.missingFixes = [.example("use after free", days: 40)] }
      ),
      RuleExample(
        "A fix of code that stands otherwise in the fork",
        .finds([
          "“Check the depth” (\(ForkFacts.id("fix").short), CVE-2026-1234) has been missing for 40 days; the code that it "
            + "changes stands otherwise in the fork, so it may not apply."
        ]),
        { $0.fork.patches?.missingFixes = [.example("CVE-2026-1234", days: 40, isCodeThere: false)] }
      ),
      RuleExample(
        "The same, and only code that the fork has counts",
        set: [("code-there-only", .flag(true))],
        .passes,
        { $0.fork.patches?.missingFixes = [.example("CVE-2026-1234", days: 40, isCodeThere: false)] }
      ),
      RuleExample(
        "Patches were not analysed",
        .cannotTell("which fixes are missing is not known"),
        { $0.fork.patches = nil }
      ),
    ],
    judge: { facts, settings in
      let limit = settings.count("days") ?? 0
      guard let patches = facts.fork.patches else {
        return .unknown(facts.reason("patches", otherwise: "which fixes are missing is not known"))
      }
      let fixes = patches.missingFixes.filter { fix in
        fix.exposureDays > limit && (!settings.flag("advisories-only") || fix.hasNumber)
          && (fix.isCodeThere || !settings.flag("code-there-only"))
      }
      return fixes.map { fix in
        RuleOutcome.found(
          "“\(fix.subject)” (\(fix.commit.short), \(fix.why)) has been \(fix.status == .partial ? "there in part only" : "missing")"
            + " for \(fix.exposureDays.of("day"))\(fix.isCodeThere ? "" : "; \(Self.doubt)").",
          [
            "commit": .string(fix.commit), "subject": .string(fix.subject), "why": .string(fix.why),
            "days": .int(fix.exposureDays),
          ],
          key: fix.commit,
          part: fix.status.rawValue,
          remedy: "Take it: git cherry-pick -x \(fix.commit)",
          isLighter: !fix.hasNumber
        )
      }.reduce(.passed, +)
    }
  )
}

extension Rule {
  private static let doubt = "the code that it changes stands otherwise in the fork, so it may not apply"
}

extension MissingFixEntry {
  /// Whether an advisory's number makes it a fix.
  fileprivate var hasNumber: Bool { why.contains(where: \.isNumber) }

  fileprivate static func example(_ why: String, days: Int, isCodeThere: Bool = true) -> Self {
    MissingFixEntry(
      commit: ForkFacts.id("fix"),
      date: ForkFacts.day("2026-05-20"),
      subject: "Check the depth",
      subjectIsEncoded: false,
      why: why,
      status: .missing,
      exposureDays: days,
      isCodeThere: isCodeThere
    )
  }
}
