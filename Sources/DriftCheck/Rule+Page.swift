extension Rule {
  /// The page of the rule: what it is for, what a policy can set, examples. Markdown; ends in a newline.
  public var page: String {
    var lines = ["# \(id)", "", purpose, "", details, "", "What to do: \(remedy)", ""]
    lines.append(
      "Severity: \(severity.rawValue). \(isOnByDefault ? "Runs by itself." : "Runs where a policy names it.")"
    )
    lines.append("")
    if !parameters.isEmpty {
      lines += ["| parameter | value | standard | what for |", "|---|---|---|---|"]
      lines += parameters.map { parameter in
        let standard = parameter.standard.map(\.yaml) ?? "–"
        return "| `\(parameter.name)` | \(parameter.kind.title) | \(standard) | \(parameter.purpose) |"
      }
      lines.append("")
      if !requiresOneOf.isEmpty {
        lines += [
          "A policy that turns it on must set \(requiresOneOf.map { "`\($0)`" }.joined(separator: " or ")).", "",
        ]
      }
    }
    if !examples.isEmpty {
      lines += ["## Examples", ""]
      for example in examples { lines += Self.lines(of: example) }
      lines.append("")
    }
    if !examples.isEmpty || !parameters.isEmpty { lines += ["## In a policy", "", "```yaml", policyExample, "```"] }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of example: RuleExample) -> [String] {
    let set = example.settings.map { "`\($0.name): \($0.value.yaml)`" }.joined(separator: ", ")
    let title = "- \(example.title)\(set.isEmpty ? "" : " (\(set))")"
    switch example.answer {
    case .passes: return ["\(title): passes."]
    case .finds(let texts): return ["\(title):"] + texts.map { "  - \($0)" }
    case .cannotTell(let reason): return ["\(title): no answer, since \(reason)."]
    }
  }

  /// The rule in a policy, with the settings of its first example that has some, else the standards.
  var policyExample: String {
    let settings =
      examples.first { !$0.settings.isEmpty }?.settings
      ?? parameters.compactMap { parameter in parameter.standard.map { (parameter.name, $0) } }
    let lines = settings.map { "      \($0.name): \($0.value.yaml)" }
    return (["policy:", "  rules:", "    \(id):", "      severity: \(severity.rawValue)"] + lines).joined(
      separator: "\n"
    )
  }
}

extension RuleParameter.Kind {
  /// What a value is, in a few words.
  var title: String {
    switch self {
    case .count: "a number"
    case .flag: "true or false"
    case .day: "a day, 2026-01-31"
    case .paths: "patterns of paths"
    case .names: "a list"
    case .word(let words): words.joined(separator: " or ")
    case .pattern: "a regular expression"
    case .words(let words): "names, each with " + words.joined(separator: ", ")
    }
  }
}

extension SettingValue {
  /// The value as YAML on one line, readable as JSON too.
  var yaml: String {
    switch self {
    case .count(let number): String(number)
    case .flag(let value): String(value)
    case .text(let text): Self.quoted(text)
    case .list(let texts): "[" + texts.map(Self.quoted).joined(separator: ", ") + "]"
    case .pairs(let pairs): "{ " + pairs.map { "\($0.name): \($0.word)" }.joined(separator: ", ") + " }"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
