import Declarations
import DriftCheck
import Testing

@testable import DriftCheck

@Suite struct PolicyTests {
  private func problems(_ text: String) -> [String] {
    do {
      _ = try Policy(text: text, file: "p.yml")
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  @Test func wordsAndMappingsAreRead() throws {
    let policy = try Policy(
      text: """
        families: { }
        policy:
          rules:
            behind-commits: error
            behind-days: off
            missing-fixes: { severity: warning, days: 3, advisories-only: yes }
            paths-untouched: { paths: [src/**, LICENSE] }
            label-missing: { convention: android, since: 2026-01-31 }
        """,
      file: "p.yml"
    )
    #expect(policy.severity(of: .behindCommits) == .error)
    #expect(policy.severity(of: .behindDays) == nil)
    #expect(policy.severity(of: .baseDiffers) == .warning)
    #expect(policy.severity(of: .pathsUntouched) == .error)
    #expect(policy.severity(of: .driftGrowing) == nil)
    let fixes = policy.settings(of: .missingFixes)
    #expect(fixes.count("days") == 3 && fixes.flag("advisories-only"))
    #expect(policy.settings(of: .behindCommits).count("max") == 200)
    #expect(policy.settings(of: .labelMissing).text("since") == "2026-01-31")
    #expect(policy.place(of: .missingFixes) == FindingPlace(root: .policy, path: "p.yml", line: 6))
    #expect(policy.place(of: .baseDiffers)?.line == 1)
  }

  @Test func aFileOfRulesAloneIsAPolicyToo() throws {
    #expect(try Policy(text: "rules: { behind-days: { max: 30 } }", file: "p.yml").entries.count == 1)
    #expect(try Policy(text: "", file: "p.yml").entries.isEmpty)
    #expect(try Policy(text: "families: { }", file: "p.yml").entries.isEmpty)
  }

  @Test func allProblemsAreShownTogether() {
    #expect(
      problems(
        """
        policy:
          rules:
            behind-comits: error
            behind-days: { max: -1, maxx: 3 }
            sync-overdue: sometimes
            paths-untouched: error
            label-missing: { convention: andriod }
            licence-changed: [MIT]
          ruls: { }
        """
      ) == [
        "p.yml:3:5: there is no rule `behind-comits`; did you mean `behind-commits`?",
        "p.yml:4:25: `max` of `behind-days` must be a whole number from 0 up, not `-1`",
        "p.yml:4:29: `maxx` is no key of rule `behind-days`; did you mean `max`?",
        "p.yml:5:19: rule `sync-overdue` cannot be `sometimes`; known are `error`, `warning`, `info`, `off`",
        "p.yml:6:5: rule `paths-untouched` needs `paths`",
        "p.yml:7:34: `convention` of `label-missing` cannot be `andriod`; did you mean `android`?",
        "p.yml:8:22: rule `licence-changed` must be a mapping (`name: …`)",
        "p.yml:9:3: `ruls` is no key of policy; did you mean `rules`?",
      ]
    )
  }

  @Test func contradictionsAreProblems() {
    #expect(
      problems("rules:\n  paths-untouched: { paths: [src/] }\n  paths-may-diverge: { paths: [src/] }\n").count == 1
    )
    #expect(problems("rules:\n  label-missing: { convention: android, pattern: x }\n").count == 1)
    #expect(problems("rules:\n  label-missing: { pattern: \"(\" }\n").count == 1)
    #expect(problems("rules:\n  label-missing: { pattern: x, since: 2026-02-30 }\n").count == 1)
    #expect(problems("rules: [").count == 1)
  }

  @Test func theTemplateIsTheStandard() throws {
    let policy = try Policy(text: Policy.template, file: "p.yml")
    #expect(Set(policy.rules.map(\.id)) == Set(Policy.standard.rules.map(\.id)))
    for rule in policy.rules {
      #expect(policy.severity(of: rule) == rule.severity)
      #expect(policy.settings(of: rule).values == Policy.standard.settings(of: rule).values, "\(rule.id)")
    }
    // What is commented out is a policy as well.
    let all = Policy.template.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.firstMatch(of: /^ {4}# ( *[a-z-]+:.*)$/).map { "    " + $0.1 } ?? String(line)
    }.joined(separator: "\n")
    let convention = all.replacing(/\n *pattern:.*/, with: "")
    let everything = try Policy(text: convention, file: "p.yml")
    #expect(everything.rules.count == Rule.all.count)
  }
}

@Suite struct WaiverTests {
  @Test func problemsAreShownTogether() {
    do {
      _ = try Waivers(
        text: """
          waivers:
            - { rule: paths-untuched, path: src/, reason: "we must", who: Ada }
            - { fingerprint: abc, rule: licence-changed, reason: r, who: w }
            - { reason: r, who: w, until: tomorrow }
            - { rule: licence-changed }
          """,
        file: "w.yml"
      )
      Issue.record("nothing was thrown")
    } catch {
      #expect(
        error.problems.map(\.description) == [
          "w.yml:2:13: rule cannot be `paths-untuched`; did you mean `paths-untouched`?",
          "w.yml:3:20: a waiver has `fingerprint`, or `rule` and `path`, not both",
          "w.yml:4:5: a waiver needs `fingerprint`, or `rule`",
          "w.yml:4:33: until must be a day such as 2026-01-31, not `tomorrow`",
          "w.yml:5:5: a waiver lacks the key `reason`", "w.yml:5:5: a waiver lacks the key `who`",
        ]
      )
    }
  }
}
