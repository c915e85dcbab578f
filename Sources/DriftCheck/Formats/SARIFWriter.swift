import Evidence

/// Results as SARIF 2.1.0 (OASIS), in the part of it that code scanning reads.
struct SARIFWriter {
  private let check: DriftCheck
  private let style: CheckStyle
  /// The most results that GitHub shows of one run.
  static let limit = 5_000

  init(_ check: DriftCheck, _ style: CheckStyle) {
    self.check = check
    self.style = style
  }

  func text() throws -> String {
    let shown = check.findings.prefix(Self.limit)
    let left = check.findings.count - shown.count
    var notes = check.gaps.map { gap in
      Notification(
        level: "warning",
        message: Text(text: "\(gap.rule) has no answer for \(gap.fork): \(gap.reason)"),
        descriptor: .init(id: "not-analysed")
      )
    }
    if left > 0 {
      notes.append(
        Notification(
          level: "note",
          message: Text(text: "\(left.of("result")) more are left out: a run may hold \(Self.limit.grouped)"),
          descriptor: .init(id: "left-out")
        )
      )
    }
    return try StableJSON.text(
      Log(runs: [
        Run(
          tool: .init(driver: .init(version: style.version, rules: Rule.all.map { descriptor($0) })),
          results: shown.map(result),
          invocations: [.init(executionSuccessful: true, toolExecutionNotifications: notes)]
        )
      ])
    )
  }

  private func descriptor(_ rule: Rule) -> Descriptor {
    Descriptor(
      id: rule.id,
      shortDescription: Text(text: rule.purpose),
      fullDescription: Text(text: rule.details),
      help: .init(text: rule.remedy, markdown: rule.page),
      defaultConfiguration: .init(level: Self.level(check.policy.severity(of: rule) ?? rule.severity)),
      properties: .init(tags: ["drift"])
    )
  }

  private func result(_ finding: Finding) -> Result {
    let place = finding.shownPlace
    let fork = check.hasSeveralForks && !finding.fork.isEmpty ? "\(finding.fork): " : ""
    return Result(
      ruleId: finding.rule,
      ruleIndex: Rule.all.firstIndex { $0.id == finding.rule } ?? -1,
      level: Self.level(finding.severity),
      message: Text(text: "\(fork)\(finding.text) \(finding.remedy)"),
      locations: [
        Location(
          physicalLocation: .init(
            artifactLocation: .init(uri: Escaping.uri(place.path)),
            region: .init(startLine: place.line)
          )
        )
      ],
      partialFingerprints: ["forkscape/v1": finding.fingerprint],
      baselineState: finding.state == .known ? "unchanged" : nil,
      suppressions: finding.waiver.map { waiver in
        [Suppression(kind: "external", status: "accepted", justification: "\(waiver.reason) (\(waiver.who))")]
      }
    )
  }

  private static func level(_ severity: Severity) -> String { severity == .info ? "note" : severity.rawValue }
}

// The objects of the format, by its own names.
extension SARIFWriter {
  struct Log: Encodable {
    var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  struct Run: Encodable {
    struct Tool: Encodable { var driver: Driver }
    var tool: Tool
    var results: [Result]
    var invocations: [Invocation]
    var columnKind = "unicodeCodePoints"
  }

  struct Driver: Encodable {
    var name = "forkscape"
    var version: String
    var rules: [Descriptor]
  }

  struct Descriptor: Encodable {
    struct Help: Encodable {
      var text: String
      var markdown: String
    }
    struct Configuration: Encodable { var level: String }
    struct Properties: Encodable { var tags: [String] }
    var id: String
    var shortDescription: Text
    var fullDescription: Text
    var help: Help
    var defaultConfiguration: Configuration
    var properties: Properties
  }

  struct Text: Encodable { var text: String }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Text
    var locations: [Location]
    var partialFingerprints: [String: String]
    var baselineState: String?
    var suppressions: [Suppression]?
  }

  struct Location: Encodable {
    struct Physical: Encodable {
      struct Artifact: Encodable { var uri: String }
      struct Region: Encodable { var startLine: Int }
      var artifactLocation: Artifact
      var region: Region
    }
    var physicalLocation: Physical
  }

  struct Suppression: Encodable {
    var kind: String
    var status: String
    var justification: String
  }

  struct Invocation: Encodable {
    var executionSuccessful: Bool
    var toolExecutionNotifications: [Notification]
  }

  struct Notification: Encodable {
    struct Reference: Encodable { var id: String }
    var level: String
    var message: Text
    var descriptor: Reference
  }
}
