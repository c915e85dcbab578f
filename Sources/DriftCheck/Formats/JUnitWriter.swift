/// Results as JUnit's XML: a suite for each fork, a case for each rule, or for each finding where a rule has some.
struct JUnitWriter {
  private let check: DriftCheck
  private let style: CheckStyle

  init(_ check: DriftCheck, _ style: CheckStyle) {
    self.check = check
    self.style = style
  }

  /// One test case.
  private struct Case {
    var name: String
    /// The element within it; empty where it passes with nothing to say.
    var body: String
    var isFailure: Bool
    var isSkipped: Bool
  }

  var text: String {
    var suites = check.forks.map { fork in suite(fork.fork, cases(fork.family, fork.fork)) }
    let others = check.findings.filter { $0.fork.isEmpty }.map(entry)
    if !others.isEmpty { suites.append(suite("waivers", others)) }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="forkscape">
      \(suites.joined(separator: "\n"))
      </testsuites>

      """
  }

  private func cases(_ family: String, _ fork: String) -> [Case] {
    check.policy.rules.filter { $0.judge != nil }.flatMap { rule -> [Case] in
      let found = check.findings.filter { $0.rule == rule.id && $0.fork == fork && $0.family == family }
      let gaps = check.gaps.filter { $0.rule == rule.id && $0.fork == fork && $0.family == family }
      let skipped = gaps.map { gap in
        let body = "<skipped message=\"\(Escaping.xml(gap.reason))\"/>"
        return Case(name: rule.id, body: body, isFailure: false, isSkipped: true)
      }
      if found.isEmpty, skipped.isEmpty { return [Case(name: rule.id, body: "", isFailure: false, isSkipped: false)] }
      return found.map(entry) + skipped
    }
  }

  /// A finding that counts and is heavy enough fails; any other is said in the output.
  private func entry(_ finding: Finding) -> Case {
    let name = "\(finding.rule) \(finding.fingerprint.prefix(8))"
    let said = Escaping.xml(
      "\(finding.text) \(finding.remedy)" + (finding.place.map { " (\($0.path):\($0.line ?? 1))" } ?? "")
    )
    let isFailure = finding.state == .new && (style.failOn.map { finding.severity >= $0 } ?? false)
    let body =
      isFailure
      ? "<failure type=\"\(finding.severity.rawValue)\" message=\"\(Escaping.xml(finding.text))\">\(said)</failure>"
      : "<system-out>\(finding.severity.rawValue), \(finding.state.rawValue): \(said)</system-out>"
    return Case(name: name, body: body, isFailure: isFailure, isSkipped: false)
  }

  private func suite(_ name: String, _ cases: [Case]) -> String {
    let lines = cases.map { entry in
      let start = "    <testcase classname=\"\(Escaping.xml(name))\" name=\"\(Escaping.xml(entry.name))\" time=\"0\""
      return entry.body.isEmpty ? start + "/>" : "\(start)>\(entry.body)</testcase>"
    }
    let counts =
      "tests=\"\(cases.count)\" failures=\"\(cases.count(where: \.isFailure))\" errors=\"0\" "
      + "skipped=\"\(cases.count(where: \.isSkipped))\" time=\"0\""
    return "  <testsuite name=\"\(Escaping.xml(name))\" \(counts)>\n\(lines.joined(separator: "\n"))\n  </testsuite>"
  }
}
