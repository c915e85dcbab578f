/// Results as GitLab's code quality report. Decided findings are left out: GitLab has no word for them.
struct GitLabWriter {
  private let check: DriftCheck

  init(_ check: DriftCheck) { self.check = check }

  private struct Issue: Encodable {
    struct Location: Encodable {
      struct Lines: Encodable { var begin: Int }
      var path: String
      var lines: Lines
    }
    var description: String
    var check_name: String
    var fingerprint: String
    var severity: String
    var location: Location
  }

  func text() throws -> String {
    try StableJSON.text(
      check.findings.filter { $0.state == .new }.map { finding in
        let place = finding.shownPlace
        let fork = check.hasSeveralForks ? "\(finding.fork): " : ""
        return Issue(
          description: "\(fork)\(finding.text) \(finding.remedy)",
          check_name: finding.rule,
          fingerprint: finding.fingerprint,
          severity: Self.severity(finding.severity),
          location: .init(path: place.path, lines: .init(begin: place.line))
        )
      }
    )
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "major"
    case .info: "info"
    }
  }
}
