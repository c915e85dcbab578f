public import Landscape

/// What a rule could not tell of a fork.
public struct RuleGap: Hashable, Sendable {
  /// The rule's id.
  public var rule: String
  /// The family's name.
  public var family: String
  /// The fork's name.
  public var fork: String
  /// Why, in English: one sentence of plain text.
  public var reason: String
}

/// What the drift check says.
public struct DriftCheck: Sendable {
  /// The clock that it went by.
  public let now: Instant
  /// The policy that it went by.
  public let policy: Policy
  /// The forks that were looked at, each with its family. Order: as in the landscape.
  public let forks: [(family: String, fork: String)]
  /// What was looked at. Order: as in the landscape.
  let facts: [ForkFacts]
  /// What was found. Order: what counts first, heaviest first, then family, fork, rule, place, text.
  public let findings: [Finding]
  /// What could not be told. Order: family, fork, rule, reason.
  public let gaps: [RuleGap]

  /// Whether a finding counts that is `least` or heavier; nil: none ever does.
  public func fails(at least: Severity?) -> Bool {
    guard let least else { return false }
    return findings.contains { $0.state == .new && $0.severity >= least }
  }

  /// How many findings count, by severity.
  public func count(_ severity: Severity) -> Int {
    findings.count { $0.state == .new && $0.severity == severity }
  }

  /// How many findings were decided so.
  public func count(_ state: FindingState) -> Int { findings.count { $0.state == state } }
}

extension DriftCheck {
  /// Judges forks by a policy.
  ///
  /// - Parameter facts: the forks; see ``ForkFacts/all(_:patches:files:baseline:)``.
  /// - Parameter known: fingerprints of the baseline's findings.
  public init(
    _ facts: [ForkFacts],
    now: Instant,
    policy: Policy,
    waivers: Waivers = .none,
    known: Set<String> = []
  ) {
    self.now = now
    self.policy = policy
    self.facts = facts
    forks = facts.map { ($0.family, $0.fork.name) }
    var findings: [Finding] = []
    var gaps: Set<RuleGap> = []
    for facts in facts {
      for rule in policy.rules {
        guard let severity = policy.severity(of: rule), let judge = rule.judge else { continue }
        let outcome = Self.cannotBeJudged(facts) ?? judge(facts, policy.settings(of: rule))
        findings += outcome.findings.map { $0.finding(rule, severity, facts) }
        for reason in outcome.gaps {
          gaps.insert(RuleGap(rule: rule.id, family: facts.family, fork: facts.fork.name, reason: reason))
        }
      }
    }
    var decisions = WaiverDecisions(waivers, now: now)
    findings = findings.map { decisions.decided($0) }
    findings += decisions.findings(policy, forks: forks.map(\.fork), gaps: gaps)
    self.findings = findings.map { finding in
      var finding = finding
      if finding.state == .new, known.contains(finding.fingerprint) { finding.state = .known }
      if finding.place == nil, let rule = Rule.named(finding.rule) { finding.place = policy.place(of: rule) }
      return finding
    }.sorted(by: Finding.isOrdered)
    self.gaps = gaps.sorted { left, right in
      (left.family, left.fork, left.rule, left.reason) < (right.family, right.fork, right.rule, right.reason)
    }
  }

  /// A history that ends early can hide descent.
  private static func cut(_ facts: ForkFacts) -> String {
    let cut = [facts.forkClone, facts.upstreamClone].compactMap { $0 }.filter(\.isShallow).map(\.name)
    return cut.isEmpty
      ? "" : ", as far as the shallow clone of \(cut.joined(separator: " and ")) goes: git fetch --unshallow"
  }

  /// A fork that could not be read, or is none, has no facts that any rule could look at.
  private static func cannotBeJudged(_ facts: ForkFacts) -> RuleOutcome? {
    switch facts.fork.relation {
    case .fork, .mirror: nil
    case .unrelated: .unknown("\(facts.fork.name) shares no descent with \(facts.upstreamName)" + cut(facts))
    case .notAnalysed: .unknown(facts.fork.notAnalysed.first?.reason ?? "the fork could not be analysed")
    }
  }
}

extension RuleOutcome.Draft {
  fileprivate func finding(_ rule: Rule, _ severity: Severity, _ facts: ForkFacts) -> Finding {
    Finding(
      rule: rule.id,
      severity: isLighter ? severity.lighter : severity,
      state: .new,
      family: facts.family,
      fork: facts.fork.name,
      place: place,
      message: "check.\(rule.id)" + (part.map { ".\($0)" } ?? ""),
      parameters: parameters,
      text: text,
      remedy: remedy ?? rule.remedy,
      fingerprint: Fingerprint.of(rule.id, facts.fork.name, key),
      waiver: nil
    )
  }
}
