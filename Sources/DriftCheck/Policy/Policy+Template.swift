extension Policy {
  /// A commented policy in which every rule stands, off or as it is without a policy; ``init(text:file:)`` reads it
  /// without problems.
  public static var template: String {
    var lines = [
      "# The policy of the drift check: which rules run, how much their findings matter, and what they are told.",
      "# A rule is `error`, `warning`, `info` or `off`, or a mapping with `severity` and its parameters.",
      "# What is commented out is off until you turn it on. `forkscape rules explain ID` tells more of each.",
      "",
      "policy:",
      "  rules:",
    ]
    for rule in Rule.all {
      let mark = rule.isOnByDefault ? "    " : "    # "
      lines.append("    # \(rule.purpose)")
      let standards = rule.parameters.compactMap { parameter in parameter.standard.map { (parameter, $0) } }
      let others = rule.parameters.filter { $0.standard == nil }
      if rule.parameters.isEmpty {
        lines.append("\(mark)\(rule.id): \(rule.severity.rawValue)")
      } else {
        lines.append("\(mark)\(rule.id):")
        lines.append("\(mark)  severity: \(rule.severity.rawValue)")
        lines += standards.map { "\(mark)  \($0.0.name): \($0.1.yaml)          # \($0.0.purpose)" }
        lines += others.map { parameter in
          let value = rule.examples.flatMap(\.settings).first { $0.name == parameter.name }?.value.yaml ?? "…"
          return "    #   \(parameter.name): \(value)          # \(parameter.purpose)"
        }
      }
      lines.append("")
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }
}
