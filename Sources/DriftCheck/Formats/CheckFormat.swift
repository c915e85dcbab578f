import Evidence

/// A format that results are written in.
public enum CheckFormat: String, Hashable, Sendable, CaseIterable {
  /// For eyes.
  case terminal
  /// For pages of forges.
  case markdown
  /// Everything, see `forkscape schema findings`.
  case json
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// JUnit's XML, for lists of tests.
  case junit
  /// Commands that a GitHub workflow turns into annotations.
  case github
  /// GitLab's code quality.
  case gitlab
  /// The body of one issue that a pipeline keeps up to date, as Markdown.
  case issue
  /// The next sync, as commands for a person, in Markdown.
  case nextSync = "next-sync"

  /// The results in this format; ends in a newline.
  public func render(_ check: DriftCheck, _ style: CheckStyle) throws -> String {
    switch self {
    case .terminal: TerminalWriter(check, style).text
    case .markdown: MarkdownWriter(check, style).text
    case .json: try JSONWriter(check, style).text()
    case .sarif: try SARIFWriter(check, style).text()
    case .junit: JUnitWriter(check, style).text
    case .github: GitHubWriter(check).text
    case .gitlab: try GitLabWriter(check).text()
    case .issue: IssueWriter(check, style).text
    case .nextSync: NextSyncWriter(check).text
    }
  }
}

/// What writers need to know besides the results.
public struct CheckStyle: Sendable {
  /// The version of forkscape.
  public var version: String
  /// The severity from which on a finding fails the check; nil: none does.
  public var failOn: Severity?
  /// Whether the terminal shows colours.
  public var isColoured: Bool
  /// The most bytes of Markdown: what a forge takes.
  public var limit: Int

  /// The most bytes of a job's summary on GitHub, a little kept back.
  public static let summaryLimit = 1_000_000
  /// The most characters of an issue's body on GitHub, a little kept back; bytes are never fewer.
  public static let issueLimit = 65_000

  /// A style of its parts.
  public init(version: String, failOn: Severity? = .error, isColoured: Bool = false, limit: Int = summaryLimit) {
    self.version = version
    self.failOn = failOn
    self.isColoured = isColoured
    self.limit = limit
  }
}

extension DriftCheck {
  /// The result in one line: `1 error, 2 warnings; 1 known, 2 waived; 3 rules without an answer`.
  public var summary: String {
    let counted = Severity.allCases.reversed().compactMap { severity -> String? in
      let number = count(severity)
      if number == 0 { return nil }
      return severity == .info ? "\(number.grouped) info" : number.of(severity.rawValue)
    }
    let decided = [FindingState.known, .waived].compactMap { state -> String? in
      count(state) == 0 ? nil : "\(count(state).grouped) \(state.rawValue)"
    }
    let rules = Set(gaps.map { [$0.family, $0.fork, $0.rule] }).count
    return [
      counted.isEmpty ? "nothing found" : counted.joined(separator: ", "), decided.joined(separator: ", "),
      rules == 0 ? "" : "\(rules.of("rule")) without an answer",
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// Whether more than one fork was looked at, so that findings must name theirs.
  var hasSeveralForks: Bool { forks.count > 1 }
}
