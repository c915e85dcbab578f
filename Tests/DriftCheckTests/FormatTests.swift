import DriftCheck
import Evidence
import FixtureSupport
import Foundation
import GitValues
import Landscape
import Testing

@testable import DriftCheck

@Suite struct FormatTests {
  /// Two forks with findings of every kind, one of them with names that try to act, and what could not be told.
  private static func check() throws -> DriftCheck {
    let hostile = "a\u{1b}[31m]]> & <b>\"'% \n::error::x, y|`{{z}}`\u{202e}\u{ffff}"
    let facts = [
      Drifted.facts { $0.fork.lineage?.effectiveBase = nil },
      Drifted.facts { facts in
        facts.fork.name = hostile
        facts.files?.append(FileLine(path: "src/" + hostile, pathIsEncoded: false, fileClass: .changedByFork))
        facts.patches?.append(.example(.fork, "rope", "2026-05-13", .carried, hostile, contradicted: ["other"]))
        facts.patches?.append(.example(.fork, "pier", "2026-05-12", .upstreamed, hostile, match: "theirs"))
        facts.patches?.append(.example(.upstream, "theirs", "2026-06-15", .equivalent, hostile, match: "pier"))
      },
    ]
    return try Drifted.check(
      facts,
      "rules: { paths-untouched: { paths: [src/] } }",
      waivers: "waivers: [{ rule: label-false, reason: 'a & b', who: '<Ada>', until: 2026-12-31 }]",
      known: [Fingerprint.of("behind-commits", "harbor", "")]
    )
  }

  private static let style = CheckStyle(version: "1.2.3", failOn: .error)

  private static func text(_ format: CheckFormat) throws -> String { try format.render(check(), style) }

  @Test func theExampleHasSomethingOfEverything() throws {
    let check = try Self.check()
    for state in FindingState.allCases { #expect(check.count(state) > 0, "\(state)") }
    for severity in Severity.allCases { #expect(check.count(severity) > 0, "\(severity)") }
    #expect(!check.gaps.isEmpty)
  }

  @Test func jsonConformsToItsSchemaAndIsABaseline() throws {
    let text = try Self.text(.json)
    #expect(try Consumers.faults(inJSON: text, schema: FindingsSchema.text) == [])
    #expect(try FindingsBaseline.fingerprints(Data(text.utf8)) == Set(Self.check().findings.map(\.fingerprint)))
    let spoiled = text.replacing("\"severity\" : \"error\"", with: "\"severity\" : \"fatal\"")
    #expect(try !Consumers.faults(inJSON: spoiled, schema: FindingsSchema.text).isEmpty)
  }

  @Test func sarifConformsToTheOfficialSchema() throws {
    let text = try Self.text(.sarif)
    #expect(try Consumers.faults(inSARIF: text) == [])
    #expect(
      try !Consumers.faults(inSARIF: text.replacing("\"level\" : \"error\"", with: "\"level\" : \"bad\"")).isEmpty
    )
  }

  @Test func sarifHasWhatCodeScanningAsksFor() throws {
    let program = """
      import json, sys
      run = json.load(sys.stdin)["runs"][0]
      rules = run["tool"]["driver"]["rules"]
      for result in run["results"]:
          assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
          assert result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
          assert result["partialFingerprints"]
          print(result["ruleId"], result["level"], len(result.get("suppressions", [])), result.get("baselineState", "-"))
      """
    let lines = try Consumers.lines(of: program, input: Data(Self.text(.sarif).utf8))
    #expect(lines.count == (try Self.check().findings.count))
    #expect(lines.contains("label-false warning 1 -") && lines.contains("behind-commits warning 0 unchanged"))
    #expect(lines.contains("carried-upstream note 0 -"))
  }

  @Test func junitIsReadByJunitparser() throws {
    let program = """
      import sys, tempfile
      from junitparser import JUnitXml, Failure, Skipped
      file = tempfile.NamedTemporaryFile(suffix=".xml")
      file.write(sys.stdin.buffer.read()); file.flush()
      for suite in JUnitXml.fromfile(file.name):
          kinds = [type(result) for case in suite for result in case.result]
          assert suite.tests == len(list(suite))
          assert suite.failures == kinds.count(Failure) and suite.skipped == kinds.count(Skipped)
          print(suite.tests, suite.failures, suite.skipped)
      """
    let lines = try Consumers.lines(of: program, input: Data(Self.text(.junit).utf8))
    let check = try Self.check()
    #expect(lines.count == 2)
    let failures = lines.compactMap { Int($0.split(separator: " ")[1]) }.reduce(0, +)
    #expect(failures == check.findings.count { $0.state == .new && $0.severity == .error })
    #expect(lines.compactMap { Int($0.split(separator: " ")[2]) }.reduce(0, +) == check.gaps.count)
  }

  @Test func gitlabHasTheFieldsOfCodeQuality() throws {
    let schema = """
      { "type": "array", "items": { "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
          "description": { "type": "string", "minLength": 1 }, "check_name": { "type": "string" },
          "fingerprint": { "type": "string", "minLength": 1 },
          "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
          "location": { "type": "object", "required": ["path", "lines"], "properties": {
            "path": { "type": "string", "pattern": "^[^./]" },
            "lines": { "type": "object", "required": ["begin"],
              "properties": { "begin": { "type": "integer", "minimum": 1 } } } } } } } }
      """
    let text = try Self.text(.gitlab)
    #expect(try Consumers.faults(inJSON: text, schema: schema) == [])
    let check = try Self.check()
    let issues = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(issues.count == check.count(.new))
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
  }

  @Test func annotationsAreOneLineEachAndStartNoCommandOfTheirOwn() throws {
    let lines = try Self.text(.github).split(separator: "\n").map(String.init)
    let commands = lines.filter { $0.hasPrefix("::") }
    #expect(commands.count == (try Self.check().count(.new)))
    for command in commands {
      #expect(
        command.wholeMatch(of: /::(error|warning|notice) file=[^,:]+,line=[0-9]+,title=[^,:]+::.+/) != nil,
        "\(command)"
      )
    }
  }

  @Test func annotationsKeepToTenOfAKindAndCountTheRest() throws {
    let facts = Drifted.facts { facts in
      for number in 0..<40 {
        facts.files?.append(FileLine(path: "src/\(number).c", pathIsEncoded: false, fileClass: .changedByFork))
      }
    }
    let check = try Drifted.check([facts], "rules: { paths-untouched: { paths: [src/] } }")
    let lines = try CheckFormat.github.render(check, Self.style).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.contains { $0.hasPrefix("::notice") && $0.contains("32 findings more are left out") })
  }

  @Test(arguments: [CheckStyle.issueLimit, 3000])
  func markdownKeepsToItsLimitAndCountsTheRest(limit: Int) throws {
    let facts = Drifted.facts { facts in
      for number in 0..<2000 {
        facts.files?.append(FileLine(path: "src/\(number).c", pathIsEncoded: false, fileClass: .changedByFork))
      }
    }
    let check = try Drifted.check([facts], "rules: { paths-untouched: { paths: [src/] } }")
    var style = Self.style
    style.limit = limit
    let text = try CheckFormat.markdown.render(check, style)
    #expect(text.utf8.count <= limit)
    let rows = text.split(separator: "\n").count { $0.hasPrefix("| ❌") || $0.hasPrefix("| ⚠️") }
    #expect(text.contains("\((check.count(.new) - rows).grouped) findings more did not fit here"))
  }

  @Test(arguments: CheckFormat.allCases)
  func whatNamesHoldDoesNothing(format: CheckFormat) throws {
    let text = try Self.text(format)
    #expect(text.hasSuffix("\n"))
    // JSON holds texts as they are, escaped by its own rules.
    if format == .json || format == .sarif || format == .gitlab {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    } else {
      #expect(!text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n") || $0 == "\u{202e}" }, "\(format)")
    }
  }

  @Test func coloursAreAskedFor() throws {
    var style = Self.style
    style.isColoured = true
    let (plain, coloured) = (try Self.text(.terminal), try CheckFormat.terminal.render(Self.check(), style))
    #expect(coloured != plain && coloured.replacing(/\u{1b}\[[0-9;]*m/, with: "") == plain)
  }

  @Test(arguments: CheckFormat.allCases)
  func theSameResultsAreTheSameBytes(format: CheckFormat) throws {
    #expect(try Self.text(format) == Self.text(format))
  }

  @Test func thePolicySchemaAcceptsWhatTheReaderAccepts() throws {
    let schema = try Policy.jsonSchema()
    for rule in Rule.all {
      let settings = rule.examples.first { !$0.settings.isEmpty }?.settings ?? []
      let values = settings.map { "\"\($0.name)\": \($0.value.json)" }
      for value in ["\"off\"", "{ \(values.joined(separator: ", ")) }"] {
        #expect(try Consumers.faults(inJSON: "{ \"rules\": { \"\(rule.id)\": \(value) } }", schema: schema) == [])
      }
    }
    for wrong in [
      "{ \"behind-comits\": \"error\" }", "{ \"behind-days\": { \"max\": -1 } }", "{ \"behind-days\": true }",
    ] {
      #expect(try !Consumers.faults(inJSON: "{ \"rules\": \(wrong) }", schema: schema).isEmpty)
    }
  }
}

extension SettingValue {
  /// The value as JSON: its YAML, but for pairs, whose names YAML leaves bare.
  fileprivate var json: String {
    guard case .pairs(let pairs) = self else { return yaml }
    return "{ " + pairs.map { "\"\($0.name)\": \"\($0.word)\"" }.joined(separator: ", ") + " }"
  }
}
