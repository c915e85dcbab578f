/// One rule of the drift check: what it is for, what it can be told, how it judges, and examples that are its tests.
public struct Rule: Sendable {
  /// The name that a policy uses: `behind-commits`.
  public let id: String
  /// What it finds, one sentence.
  public let purpose: String
  /// Why it matters and how it decides, in a few sentences.
  public let details: String
  /// What to do about its findings, one sentence.
  public let remedy: String
  /// How much a finding matters, where the policy does not say.
  public let severity: Severity
  /// Whether it runs where the policy does not name it.
  public let isOnByDefault: Bool
  /// What a policy can set.
  public let parameters: [RuleParameter]
  /// Of these parameters a policy that turns the rule on must set at least one; empty: it works without.
  public let requiresOneOf: [String]
  /// What it looks at: stages that are not run leave it without an answer.
  public let needs: Set<RuleNeed>
  /// What of the fork's own work it judges; nil: nothing.
  let judgedWork: OwnWorkKind?
  /// What it says of invented forks.
  public let examples: [RuleExample]
  /// What it says of a fork; nil for a rule about waivers.
  let judge: (@Sendable (ForkFacts, RuleSettings) -> RuleOutcome)?

  init(
    id: String,
    purpose: String,
    details: String,
    remedy: String,
    severity: Severity,
    isOnByDefault: Bool = true,
    parameters: [RuleParameter] = [],
    requiresOneOf: [String] = [],
    needs: Set<RuleNeed>,
    judgedWork: OwnWorkKind? = nil,
    examples: [RuleExample],
    judge: (@Sendable (ForkFacts, RuleSettings) -> RuleOutcome)?
  ) {
    self.id = id
    self.purpose = purpose
    self.details = details
    self.remedy = remedy
    self.severity = severity
    self.isOnByDefault = isOnByDefault
    self.parameters = parameters
    self.requiresOneOf = requiresOneOf
    self.needs = needs
    self.judgedWork = judgedWork
    self.examples = examples
    guard let judge, let judgedWork else {
      self.judge = judge
      return
    }
    self.judge = { facts, settings in
      // Nobody is blamed for what may be upstream's own work.
      if let gap = facts.gap(in: judgedWork) { return .unknown(gap) }
      return judge(facts, settings)
    }
  }
}

/// What of an analysis a rule looks at.
public enum RuleNeed: String, Hashable, Sendable, CaseIterable {
  /// Line, bases, syncs.
  case lineage
  /// Counts, files, months.
  case divergence
  /// What became of each commit.
  case patches
  /// What users depend on.
  case compatibility
  /// Which way the fork goes.
  case track
}

/// One thing that a policy can set of a rule.
public struct RuleParameter: Hashable, Sendable {
  /// What a value of it is.
  public enum Kind: Hashable, Sendable {
    /// A whole number from 0 up.
    case count
    /// true or false.
    case flag
    /// A day, `2026-01-31`.
    case day
    /// Patterns of paths, see ``PathGlob``.
    case paths
    /// Texts.
    case names
    /// One of these words.
    case word([String])
    /// A regular expression.
    case pattern
    /// Names, each with one of these words.
    case words([String])
  }

  /// The name that a policy uses.
  public let name: String
  /// What a value of it is.
  public let kind: Kind
  /// What counts where the policy does not say; nil: nothing.
  public let standard: SettingValue?
  /// What it is for, one sentence.
  public let purpose: String

  init(_ name: String, _ kind: Kind, _ standard: SettingValue? = nil, _ purpose: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.purpose = purpose
  }
}

/// A value that a policy sets.
public enum SettingValue: Hashable, Sendable {
  /// A whole number.
  case count(Int)
  /// Yes or no.
  case flag(Bool)
  /// A text, a day or a word.
  case text(String)
  /// Texts in the order of the policy.
  case list([String])
  /// Names and words in the order of the policy.
  case pairs([Pair])

  /// A name and its word.
  public struct Pair: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The word.
    public let word: String

    /// A pair of its parts.
    public init(_ name: String, _ word: String) {
      (self.name, self.word) = (name, word)
    }
  }
}

/// The values that a rule works with: the policy's, and the standard where the policy says nothing.
struct RuleSettings: Sendable {
  let values: [String: SettingValue]

  /// The settings of a rule with `values` set.
  init(_ rule: Rule, _ values: [String: SettingValue] = [:]) {
    self.init(rule.parameters, values)
  }

  init(_ parameters: [RuleParameter], _ values: [String: SettingValue] = [:]) {
    self.values = parameters.reduce(into: values) { all, parameter in
      if all[parameter.name] == nil, let standard = parameter.standard { all[parameter.name] = standard }
    }
  }

  func count(_ name: String) -> Int? {
    if case .count(let value) = values[name] { value } else { nil }
  }

  func flag(_ name: String) -> Bool {
    if case .flag(let value) = values[name] { value } else { false }
  }

  func text(_ name: String) -> String? {
    if case .text(let value) = values[name] { value } else { nil }
  }

  func list(_ name: String) -> [String] {
    if case .list(let value) = values[name] { value } else { [] }
  }

  func globs(_ name: String) -> [PathGlob] { list(name).map(PathGlob.init) }

  func pairs(_ name: String) -> [SettingValue.Pair] {
    if case .pairs(let value) = values[name] { value } else { [] }
  }
}
