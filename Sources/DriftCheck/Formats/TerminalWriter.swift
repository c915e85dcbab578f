import Evidence
import Report

/// Results for eyes: a block for each fork, what counts first.
struct TerminalWriter {
  private let check: DriftCheck
  private let style: CheckStyle
  /// The most findings shown of one rule on one fork.
  private static let perRule = 20

  init(_ check: DriftCheck, _ style: CheckStyle) {
    self.check = check
    self.style = style
  }

  /// Every line ends in a newline.
  var text: String {
    var lines: [String] = []
    let shown = check.findings.filter { $0.state == .new }
    for fork in check.forks {
      let findings = shown.filter { $0.family == fork.family && $0.fork == fork.fork }
      let gaps = check.gaps.filter { $0.family == fork.family && $0.fork == fork.fork }
      guard check.hasSeveralForks || !findings.isEmpty || !gaps.isEmpty else { continue }
      lines.append(VisibleText.of(fork.fork) + (findings.isEmpty && gaps.isEmpty ? ": nothing found" : ""))
      lines += block(findings)
      let reasons = Dictionary(grouping: gaps, by: \.reason)
      for (reason, gaps) in reasons.sorted(by: { $0.value[0].rule < $1.value[0].rule }) {
        let rules = gaps.map(\.rule).joined(separator: ", ")
        lines.append("  \(paint("unknown", "35")) \(rules): \(VisibleText.of(reason))")
      }
    }
    lines += block(shown.filter { $0.fork.isEmpty })
    lines.append(check.summary)
    return lines.joined(separator: "\n") + "\n"
  }

  private func block(_ findings: [Finding]) -> [String] {
    var lines: [String] = []
    var seen: [String: Int] = [:]
    for finding in findings {
      seen[finding.rule, default: 0] += 1
      guard seen[finding.rule, default: 0] <= Self.perRule else { continue }
      let level = finding.severity.rawValue.padded(to: 7)
      lines.append("  \(paint(level, Self.colour(finding.severity))) \(finding.rule): \(VisibleText.of(finding.text))")
      if let place = finding.place, place.root != .policy {
        lines.append("          at \(VisibleText.of(place.path))\(place.line.map { ":\($0)" } ?? "")")
      }
      if seen[finding.rule] == 1 || finding.remedy != Rule.named(finding.rule)?.remedy {
        lines.append("          → \(VisibleText.of(finding.remedy))")
      }
    }
    for (rule, count) in seen.sorted(by: { $0.key < $1.key }) where count > Self.perRule {
      lines.append("          … and \((count - Self.perRule).grouped) more of \(rule)")
    }
    return lines
  }

  private static func colour(_ severity: Severity) -> String {
    switch severity {
    case .error: "31"
    case .warning: "33"
    case .info: "36"
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    style.isColoured ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }
}

extension String {
  /// The text with spaces after it, `width` characters at least.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
