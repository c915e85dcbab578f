import Declarations
import Landscape

/// Reads a policy rule by rule, so that every problem is found and has a place.
struct PolicyReader {
  private var reader: DeclarationReader

  var problems: [DeclarationProblem] { reader.problems }

  init(file: String) { reader = DeclarationReader(file: file) }

  /// What the file says, as far as it can be read; complete where ``problems`` stays empty.
  mutating func read(_ text: String) -> [Policy.Entry] {
    guard let root = reader.parse(text) else { return [] }
    let keys = reader.entries(root, "the policy")
    let rules: Declared?
    if keys.contains(where: { $0.key == "rules" }) {
      rules = reader.mapping(root, "the policy", keys: ["rules"])["rules"]
    } else {
      // A family file: its other keys are no matter of the policy, and read elsewhere.
      let known = ["families", "organisations", "profiles", "policy"]
      let policy = reader.mapping(root, "the file", keys: known)["policy"]
      rules = reader.mapping(policy, "policy", keys: ["rules"])["rules"]
    }
    var entries: [Policy.Entry] = []
    for (key, place, value) in reader.entries(rules, "rules") {
      guard let rule = Rule.named(key) else {
        reader.report(place, "there is no rule `\(key)`" + NearestWord.hint(for: key, among: Rule.all.map(\.id)))
        continue
      }
      if let entry = entry(rule, place, value) { entries.append(entry) }
    }
    findContradictions(entries)
    return entries
  }

  private mutating func entry(_ rule: Rule, _ place: DeclaredPlace, _ node: Declared) -> Policy.Entry? {
    let levels = Severity.allCases.reversed().map(\.rawValue) + ["off"]
    var entry = Policy.Entry(rule: rule.id, isOff: false, severity: nil, values: [:], place: place)
    if case .scalar = node {
      guard let word = reader.word(node, "rule `\(rule.id)`", among: levels) else { return nil }
      entry.severity = Severity(rawValue: word)
      entry.isOff = word == "off"
    } else {
      let names = rule.parameters.map(\.name)
      let values = reader.mapping(node, "rule `\(rule.id)`", keys: ["severity"] + names)
      if let word = reader.word(values["severity"], "severity of `\(rule.id)`", among: levels) {
        entry.severity = Severity(rawValue: word)
        entry.isOff = word == "off"
      }
      for parameter in rule.parameters {
        guard let node = values[parameter.name] else { continue }
        entry.values[parameter.name] = value(node, parameter, "`\(parameter.name)` of `\(rule.id)`")
      }
    }
    let needed = rule.requiresOneOf
    if !entry.isOff, !needed.isEmpty, !needed.contains(where: { entry.values[$0] != nil }) {
      let names = needed.map { "`\($0)`" }.joined(separator: " or ")
      // Where one was given that cannot be used, that is the problem, and it was said.
      let isGiven = problems.contains { problem in
        needed.contains { problem.message.hasPrefix("`\($0)` of `\(rule.id)`") }
      }
      if !isGiven { reader.report(place, "rule `\(rule.id)` needs \(names)") }
    }
    return entry
  }

  private mutating func value(_ node: Declared, _ parameter: RuleParameter, _ what: String) -> SettingValue? {
    switch parameter.kind {
    case .count: return reader.count(node, what).map(SettingValue.count)
    case .flag: return reader.flag(node, what).map(SettingValue.flag)
    case .day:
      guard let text = reader.text(node, what) else { return nil }
      if Instant(iso8601: text + "T00:00:00Z") != nil { return .text(text) }
      reader.report(node.place, "\(what) must be a day such as 2026-01-31, not `\(text)`")
      return nil
    case .paths, .names:
      let texts = reader.texts(node, what)
      if texts.isEmpty { reader.report(node.place, "\(what) is empty") }
      return texts.isEmpty ? nil : .list(texts)
    case .word(let words): return reader.word(node, what, among: words).map(SettingValue.text)
    case .pattern:
      guard let text = reader.text(node, what) else { return nil }
      do {
        _ = try Regex(text)
        return .text(text)
      } catch {
        reader.report(node.place, "\(what) is no regular expression: \(error)")
        return nil
      }
    case .words(let words):
      var pairs: [SettingValue.Pair] = []
      for (key, _, value) in reader.entries(node, what) {
        if let word = reader.word(value, "`\(key)` in \(what)", among: words) { pairs.append(.init(key, word)) }
      }
      if pairs.isEmpty, problems.isEmpty { reader.report(node.place, "\(what) is empty") }
      return pairs.isEmpty ? nil : .pairs(pairs)
    }
  }

  /// What the rules ask for together must be possible.
  private mutating func findContradictions(_ entries: [Policy.Entry]) {
    func list(_ rule: String, _ name: String = "paths") -> (Policy.Entry, [String])? {
      guard let entry = entries.first(where: { $0.rule == rule && !$0.isOff }),
        case .list(let list) = entry.values[name]
      else { return nil }
      return (entry, list)
    }
    for rule in ["paths-must-match", "paths-untouched"] {
      guard let (_, fixed) = list(rule), let (entry, free) = list("paths-may-diverge") else { continue }
      for pattern in free where fixed.contains(pattern) {
        reader.report(
          entry.place,
          "`\(pattern)` may diverge by `paths-may-diverge` and must not by `\(rule)`: take it out of one of them"
        )
      }
    }
    if let entry = entries.first(where: { $0.rule == "label-missing" && !$0.isOff }),
      entry.values["convention"] != nil, entry.values["pattern"] != nil
    {
      reader.report(entry.place, "rule `label-missing` has both `convention` and `pattern`: take one of them out")
    }
  }
}
