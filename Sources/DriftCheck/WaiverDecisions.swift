import Declarations
import Evidence
import Landscape

/// Applies waivers to findings and remembers which were of use.
struct WaiverDecisions {
  private let waivers: Waivers
  private let now: Instant
  /// Waivers that accept something, or would if their time were not over, by their place in the list.
  private var used: Set<Int> = []

  init(_ waivers: Waivers, now: Instant) {
    self.waivers = waivers
    self.now = now
  }

  private func isExpired(_ waiver: Waiver) -> Bool { waiver.until.map { $0 < now } ?? false }

  /// `finding` with the first waiver that accepts it.
  mutating func decided(_ finding: Finding) -> Finding {
    var finding = finding
    for (index, waiver) in waivers.list.enumerated() where waiver.accepts(finding) {
      used.insert(index)
      if finding.waiver == nil, !isExpired(waiver) {
        finding.waiver = waiver
        finding.state = .waived
      }
    }
    return finding
  }

  /// What is to be said of the waivers themselves.
  func findings(_ policy: Policy, forks: [String], gaps: Set<RuleGap>) -> [Finding] {
    var findings: [Finding] = []
    for (index, waiver) in waivers.list.enumerated() {
      if isExpired(waiver) {
        findings += finding(
          .waiverExpired,
          waiver,
          "The waiver of \(waiver.subject) by \(waiver.who) ended on \(waiver.until?.day ?? "").",
          policy
        )
      } else if !used.contains(index), canTell(waiver, policy, forks, gaps) {
        findings += finding(
          .waiverUnused,
          waiver,
          "The waiver of \(waiver.subject) by \(waiver.who) accepts nothing that was found.",
          policy
        )
      }
    }
    return findings
  }

  /// Whether the rule and fork that the waiver is about were judged at all.
  private func canTell(_ waiver: Waiver, _ policy: Policy, _ forks: [String], _ gaps: Set<RuleGap>) -> Bool {
    if let fork = waiver.fork, !forks.contains(fork) { return false }
    guard let rule = waiver.rule else { return gaps.isEmpty }
    return policy.rules.contains { $0.id == rule }
      && !gaps.contains { $0.rule == rule && (waiver.fork == nil || waiver.fork == $0.fork) }
  }

  private func finding(_ rule: Rule, _ waiver: Waiver, _ text: String, _ policy: Policy) -> [Finding] {
    guard let severity = policy.severity(of: rule) else { return [] }
    return [
      Finding(
        rule: rule.id,
        severity: severity,
        state: .new,
        family: "",
        fork: "",
        place: waivers.file.map { FindingPlace(root: .waivers, path: $0, line: waiver.place.line) },
        message: "check.\(rule.id)",
        parameters: [
          "subject": .string(waiver.subject), "who": .string(waiver.who), "reason": .string(waiver.reason),
          "until": .string(waiver.until?.day ?? ""),
        ],
        text: text,
        remedy: rule.remedy,
        fingerprint: Fingerprint.of(rule.id, waiver.subject),
        waiver: nil
      )
    ]
  }
}
