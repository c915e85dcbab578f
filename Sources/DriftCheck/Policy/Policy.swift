public import Declarations
import Landscape

/// Which rules run, how much their findings matter, and what they are told.
public struct Policy: Hashable, Sendable {
  /// What a policy says of one rule.
  public struct Entry: Hashable, Sendable {
    /// The rule's id.
    public var rule: String
    /// Whether the rule does not run.
    public var isOff: Bool
    /// How much its findings matter; nil: as the rule says.
    public var severity: Severity?
    /// What it is told; what is not set is the rule's standard.
    public var values: [String: SettingValue]
    /// Where it stands in the file.
    public var place: DeclaredPlace
  }

  /// The file that says so, as it was given; nil for the standard.
  public let file: String?
  /// What it says. Order: as in the file.
  public let entries: [Entry]

  /// Every rule as it is where nobody says anything.
  public static let standard = Policy(file: nil, entries: [])

  init(file: String?, entries: [Entry]) {
    self.file = file
    self.entries = entries
  }

  /// The policy that `text` holds: a family file with a key `policy`, or a file with `rules` alone.
  ///
  /// - Throws: `DeclarationError` with everything that is wrong.
  public init(text: String, file: String) throws(DeclarationError) {
    var reader = PolicyReader(file: file)
    let entries = reader.read(text)
    guard reader.problems.isEmpty else { throw DeclarationError(reader.problems) }
    self.init(file: file, entries: entries)
  }

  /// What the policy says of a rule; nil where it does not name it.
  public func entry(of rule: Rule) -> Entry? { entries.first { $0.rule == rule.id } }

  /// How much findings of `rule` matter; nil where it does not run.
  public func severity(of rule: Rule) -> Severity? {
    guard let entry = entry(of: rule) else { return rule.isOnByDefault ? rule.severity : nil }
    return entry.isOff ? nil : entry.severity ?? rule.severity
  }

  /// The rules that run. Order: ``Rule/all``.
  public var rules: [Rule] { Rule.all.filter { severity(of: $0) != nil } }

  /// What of an analysis the rules look at.
  public var needs: Set<RuleNeed> { rules.reduce(into: []) { $0.formUnion($1.needs) } }

  func settings(of rule: Rule) -> RuleSettings { RuleSettings(rule, entry(of: rule)?.values ?? [:]) }

  /// Where findings of `rule` that have no place of their own point to.
  func place(of rule: Rule) -> FindingPlace? {
    file.map { FindingPlace(root: .policy, path: $0, line: entry(of: rule)?.place.line ?? 1) }
  }
}
