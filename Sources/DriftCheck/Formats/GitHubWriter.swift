/// Results as workflow commands, which GitHub shows as annotations: ten of each kind a step, and no more.
struct GitHubWriter {
  private let check: DriftCheck
  /// The most annotations of one kind in one step.
  static let limit = 10

  init(_ check: DriftCheck) { self.check = check }

  /// Every line ends in a newline.
  var text: String {
    var lines: [String] = []
    let shown = check.findings.filter { $0.state == .new }
    var left = 0
    for severity in Severity.allCases.reversed() {
      let findings = shown.filter { $0.severity == severity }
      // The line on what is left out is an annotation too.
      let room = severity == .info ? Self.limit - 1 : Self.limit
      lines += findings.prefix(room).map(command)
      left += max(0, findings.count - room)
    }
    if left > 0 {
      lines.append(
        "::notice title=forkscape::\(left.of("finding")) more are left out: a step shows ten annotations of a kind. The "
          + "summary has them all."
      )
    }
    lines += check.gaps.map { "\(Escaping.command($0.fork)): \($0.rule) has no answer: \(Escaping.command($0.reason))" }
    lines.append(check.summary)
    return lines.joined(separator: "\n") + "\n"
  }

  private func command(_ finding: Finding) -> String {
    let kind = finding.severity == .info ? "notice" : finding.severity.rawValue
    let place = finding.shownPlace
    let fork = check.hasSeveralForks ? "\(finding.fork): " : ""
    let properties =
      "file=\(Escaping.property(place.path)),line=\(place.line),title=\(Escaping.property("forkscape \(finding.rule)"))"
    return "::\(kind) \(properties)::\(Escaping.command(fork + finding.text + " " + finding.remedy))"
  }
}
