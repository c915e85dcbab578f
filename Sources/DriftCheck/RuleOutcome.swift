import Evidence

/// What a rule says of one fork: findings, and what it could not tell. Neither: all is well.
struct RuleOutcome: Sendable {
  /// What was found, before severity, fork and decisions are added.
  struct Draft: Hashable, Sendable {
    /// What tells it from the rule's other findings on the fork, figures left out.
    var key: String
    /// The last part of the message's id: `check.<rule>.<part>`; nil where the rule has one message only.
    var part: String?
    var parameters: Parameters
    var text: String
    /// Where it is to be seen; nil where it is no matter of one file.
    var place: FindingPlace?
    /// What to do, where it is not what the rule says.
    var remedy: String?
    /// Whether it counts one severity lighter than the rule's others.
    var isLighter = false
  }

  var findings: [Draft] = []
  /// Why the rule, or a part of it, has no answer.
  var gaps: [String] = []

  static let passed = RuleOutcome()

  static func unknown(_ reason: String) -> RuleOutcome { RuleOutcome(gaps: [reason]) }

  static func found(
    _ text: String,
    _ parameters: Parameters = [:],
    key: String = "",
    part: String? = nil,
    place: FindingPlace? = nil,
    remedy: String? = nil,
    isLighter: Bool = false
  ) -> RuleOutcome {
    RuleOutcome(findings: [
      Draft(
        key: key,
        part: part,
        parameters: parameters,
        text: text,
        place: place,
        remedy: remedy,
        isLighter: isLighter
      )
    ])
  }

  static func + (left: RuleOutcome, right: RuleOutcome) -> RuleOutcome {
    RuleOutcome(findings: left.findings + right.findings, gaps: left.gaps + right.gaps)
  }
}

/// An invented fork and what a rule says of it.
public struct RuleExample: Sendable {
  /// What the rule says.
  public enum Answer: Hashable, Sendable {
    /// All is well.
    case passes
    /// Findings with these sentences, in their order.
    case finds([String])
    /// It cannot tell, for this reason.
    case cannotTell(String)
  }

  /// What the fork is like, one sentence.
  public let title: String
  /// What the policy sets. Order: as written in a policy.
  public let settings: [(name: String, value: SettingValue)]
  /// What the rule says.
  public let answer: Answer
  let facts: ForkFacts

  init(
    _ title: String,
    set settings: [(name: String, value: SettingValue)] = [],
    _ answer: Answer,
    _ change: (inout ForkFacts) -> Void = { _ in }
  ) {
    self.title = title
    self.settings = settings
    self.answer = answer
    var facts = ForkFacts.healthy
    change(&facts)
    self.facts = facts
  }

  /// What `rule` says of the fork now, in the terms of ``answer``.
  public func answer(of rule: Rule) -> Answer {
    let values = Dictionary(settings.map { ($0.name, $0.value) }) { $1 }
    guard let outcome = rule.judge?(facts, RuleSettings(rule, values)) else { return .passes }
    if let gap = outcome.gaps.first { return .cannotTell(gap) }
    return outcome.findings.isEmpty ? .passes : .finds(outcome.findings.map(\.text))
  }
}
