import DriftCheck
import GitValues
import Landscape
import Testing

@testable import DriftCheck

/// Facts in which something is wrong.
enum Drifted {
  static func facts(_ change: (inout ForkFacts) -> Void = { _ in }) -> ForkFacts {
    var facts = ForkFacts.healthy
    facts.files?.append(FileLine(path: "src/wire.c", pathIsEncoded: false, fileClass: .changedByBoth))
    facts.fork.divergence?.effective = .init(ahead: 2, behind: 300)
    change(&facts)
    return facts
  }

  static func policy(_ text: String) throws -> Policy { try Policy(text: text, file: "p.yml") }

  static func check(
    _ facts: [ForkFacts] = [facts()],
    _ policy: String = "rules: { paths-untouched: { paths: [src/wire.c] } }",
    waivers: String = "",
    known: Set<String> = []
  ) throws -> DriftCheck {
    DriftCheck(
      facts,
      now: ForkFacts.healthy.now,
      policy: try Self.policy(policy),
      waivers: try Waivers(text: waivers, file: "w.yml"),
      known: known
    )
  }
}

@Suite struct CheckTests {
  @Test func aHealthyForkHasNothing() {
    let check = DriftCheck([.healthy], now: ForkFacts.healthy.now, policy: .standard)
    #expect(check.findings.isEmpty && check.gaps.isEmpty && !check.fails(at: .info))
    #expect(check.summary == "nothing found")
  }

  @Test func heaviestFirstAndWithAPlace() throws {
    let check = try Drifted.check()
    #expect(check.findings.map(\.rule) == ["paths-untouched", "behind-commits"])
    #expect(check.findings[0].place == FindingPlace(root: .fork, path: "src/wire.c"))
    #expect(check.findings[1].place == FindingPlace(root: .policy, path: "p.yml", line: 1))
    #expect(check.fails(at: .error) && check.fails(at: .warning) && !check.fails(at: nil))
    #expect(check.summary == "1 error, 1 warning")
  }

  @Test func fingerprintsOutliveFigures() throws {
    let first = try Drifted.check()
    let later = try Drifted.check([Drifted.facts { $0.fork.divergence?.effective = .init(ahead: 2, behind: 999) }])
    #expect(first.findings.map(\.fingerprint) == later.findings.map(\.fingerprint))
    #expect(first.findings.map(\.text) != later.findings.map(\.text))
    #expect(Set(first.findings.map(\.fingerprint)).count == first.findings.count)
    let other = try Drifted.check([Drifted.facts { $0.fork.name = "other" }])
    #expect(Set(first.findings.map(\.fingerprint)).isDisjoint(with: other.findings.map(\.fingerprint)))
  }

  @Test func theOrderOfForksDoesNotMatter() throws {
    let other = Drifted.facts { $0.fork.name = "aspen" }
    let (one, two) = (try Drifted.check([Drifted.facts(), other]), try Drifted.check([other, Drifted.facts()]))
    #expect(one.findings == two.findings && one.gaps == two.gaps)
  }

  @Test func whatTheBaselineHasDoesNotFail() throws {
    let before = try Drifted.check()
    let after = try Drifted.check(known: Set(before.findings.map(\.fingerprint)))
    #expect(after.findings.allSatisfy { $0.state == .known } && !after.fails(at: .info))
    #expect(after.summary == "nothing found; 2 known")
  }

  @Test func waiversAcceptByRuleAndPathOrByFingerprint() throws {
    let fingerprint = try Drifted.check().findings[1].fingerprint
    let check = try Drifted.check(
      waivers: """
        waivers:
          - { rule: paths-untouched, path: "src/**", reason: legacy, who: Ada, until: 2026-07-01 }
          - { fingerprint: \(fingerprint), reason: later, who: Ada }
        """
    )
    #expect(check.findings.allSatisfy { $0.state == .waived })
    #expect(check.findings.map { $0.waiver?.reason } == ["legacy", "later"])
  }

  @Test func expiredWaiversCountForNothingAndAreFindings() throws {
    let check = try Drifted.check(
      waivers: "waivers: [{ rule: paths-untouched, path: src/, reason: r, who: Ada, until: 2026-06-30 }]"
    )
    #expect(
      check.findings.filter { $0.state == .new }.map(\.rule) == ["paths-untouched", "waiver-expired", "behind-commits"]
    )
    let expired = try #require(check.findings.first { $0.rule == "waiver-expired" })
    #expect(expired.place == FindingPlace(root: .waivers, path: "w.yml", line: 1))
    #expect(expired.text.contains("Ada") && expired.text.contains("2026-06-30"))
  }

  @Test func unusedWaiversAreFindingsWhereTheRuleHadAnAnswer() throws {
    let waivers = "waivers: [{ rule: paths-untouched, path: docs/, reason: r, who: Ada }]"
    #expect(try Drifted.check(waivers: waivers).findings.contains { $0.rule == "waiver-unused" })
    let unanswered = try Drifted.check([Drifted.facts { $0.files = nil }], waivers: waivers)
    #expect(!unanswered.findings.contains { $0.rule == "waiver-unused" })
    #expect(unanswered.gaps.map(\.rule) == ["paths-untouched"])
  }

  @Test func aForkThatIsNoneIsNoPass() throws {
    for relation in [Relation.unrelated, .notAnalysed] {
      let check = try Drifted.check([Drifted.facts { $0.fork.relation = relation }])
      #expect(check.findings.isEmpty && check.gaps.count == check.policy.rules.count { $0.judge != nil })
    }
  }

  @Test func aBareLandscapeLeavesListsUnknown() throws {
    let facts = ForkFacts.healthy
    let family = FamilyEntry(
      name: "tide",
      upstream: UpstreamEntry(
        name: "tide",
        clone: "tide",
        head: HeadEntry(ref: "refs/heads/main", refIsEncoded: false, commit: ForkFacts.id("line"), date: facts.now),
        commits: 10,
        asOf: facts.now
      ),
      forks: [facts.fork]
    )
    let landscape = Landscape(
      generator: GeneratorEntry(version: "0", libgit2: "0"),
      now: facts.now,
      clones: [],
      families: [family]
    )
    let bare = try #require(ForkFacts.all(landscape, patches: [], files: []).first)
    #expect(bare.patches == nil && bare.files == nil && bare.fork == facts.fork)
    let whole = ForkFacts.all(
      landscape,
      patches: [ForkPatches(family: "tide", fork: "harbor", lines: facts.patches ?? [])],
      files: [ForkFiles(family: "tide", fork: "harbor", lines: facts.files ?? [])],
      baseline: landscape
    )
    #expect(whole.first?.patches == facts.patches && whole.first?.files == facts.files)
    #expect(whole.first?.earlier == facts.fork)
  }
}
