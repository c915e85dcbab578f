import Evidence
public import Foundation
import Landscape

/// Everything that the check says, as data: `forkscape schema findings`.
struct JSONWriter {
  private let check: DriftCheck
  private let style: CheckStyle

  init(_ check: DriftCheck, _ style: CheckStyle) {
    self.check = check
    self.style = style
  }

  func text() throws -> String {
    try StableJSON.text(
      FindingsFile(
        schemaVersion: FindingsFile.version,
        generator: .init(name: "forkscape", version: style.version),
        now: check.now,
        policy: check.policy.file,
        forks: check.forks.map { FindingsFile.Fork(family: $0.family, name: $0.fork) },
        findings: check.findings.map(FindingsFile.Line.init),
        notAnalysed: check.gaps.map {
          FindingsFile.Gap(rule: $0.rule, family: $0.family, fork: $0.fork, reason: $0.reason)
        },
        counts: .init(
          error: check.count(.error),
          warning: check.count(.warning),
          info: check.count(.info),
          known: check.count(.known),
          waived: check.count(.waived)
        )
      )
    )
  }
}

/// JSON of which the same value is the same bytes.
enum StableJSON {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}

/// What the JSON format holds.
struct FindingsFile: Codable {
  static let version = "1.0"

  struct Generator: Codable {
    var name: String
    var version: String
  }

  struct Fork: Codable {
    var family: String
    var name: String
  }

  struct WaiverLine: Codable {
    var reason: String
    var who: String
    @Nullable var until: String?
  }

  struct Line: Codable {
    var rule: String
    var severity: Severity
    var state: FindingState
    var family: String
    var fork: String
    @Nullable var place: Place?
    var message: String
    var parameters: Parameters
    var text: String
    var remedy: String
    var fingerprint: String
    @Nullable var waiver: WaiverLine?
  }

  struct Place: Codable {
    var root: FindingPlace.Root
    var path: String
    @Nullable var line: Int?
  }

  struct Gap: Codable {
    var rule: String
    var family: String
    var fork: String
    var reason: String
  }

  struct Counts: Codable {
    var error: Int
    var warning: Int
    var info: Int
    var known: Int
    var waived: Int
  }

  var schemaVersion: String
  var generator: Generator
  var now: Instant
  @Nullable var policy: String?
  var forks: [Fork]
  var findings: [Line]
  var notAnalysed: [Gap]
  var counts: Counts
}

extension FindingsFile.Line {
  init(_ finding: Finding) {
    self.init(
      rule: finding.rule,
      severity: finding.severity,
      state: finding.state,
      family: finding.family,
      fork: finding.fork,
      place: finding.place.map { FindingsFile.Place(root: $0.root, path: $0.path, line: $0.line) },
      message: finding.message,
      parameters: finding.parameters,
      text: finding.text,
      remedy: finding.remedy,
      fingerprint: finding.fingerprint,
      waiver: finding.waiver.map {
        FindingsFile.WaiverLine(reason: $0.reason, who: $0.who, until: $0.until?.day)
      }
    )
  }
}

/// Findings of an earlier run.
public enum FindingsBaseline {
  /// The fingerprints that a findings file holds, whatever was decided on them.
  ///
  /// - Throws: `DecodingError` where it is none.
  public static func fingerprints(_ data: Data) throws -> Set<String> {
    let file = try JSONDecoder().decode(FindingsFile.self, from: data)
    guard file.schemaVersion.hasPrefix("1.") else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "the format is \(file.schemaVersion), this program reads 1.0")
      )
    }
    return Set(file.findings.map(\.fingerprint))
  }
}
