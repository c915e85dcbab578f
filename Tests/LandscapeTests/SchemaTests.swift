import Evidence
import Foundation
import GitValues
import Landscape
import LandscapeSample
import Testing

@Suite struct SchemaTests {
  private func sample() throws -> String { String(decoding: try Sample.landscape.encoded(), as: UTF8.self) }

  private func faults(_ schema: LandscapeSchema, _ json: String) throws -> [String] {
    try SchemaChecker(schema.text).faults(in: try JSONSerialization.jsonObject(with: Data(json.utf8)))
  }

  @Test func whatIsWrittenConforms() throws {
    #expect(try faults(.landscape, sample()) == [])
    for line in String(decoding: try FileLine.encoded(Sample.valkeyFiles), as: UTF8.self).split(separator: "\n") {
      #expect(try faults(.files, String(line)) == [])
    }
    for line in String(decoding: try PatchLine.encoded(Sample.patchLines), as: UTF8.self).split(separator: "\n") {
      #expect(try faults(.patches, String(line)) == [])
    }
    for line in String(decoding: try SurfaceLine.encoded(Sample.surfaceLines), as: UTF8.self).split(separator: "\n") {
      #expect(try faults(.surfaces, String(line)) == [])
    }
    #expect(try PatchLine.decoded(PatchLine.encoded(Sample.patchLines)) == Sample.patchLines)
  }

  @Test(arguments: [
    ("\"name\" : \"valkey\"", "\"title\" : \"valkey\""), ("\"relation\" : \"mirror\"", "\"relation\" : \"mirage\""),
    ("\"isShallow\" : false", "\"isShallow\" : 0"), ("\"now\" : \"2026-", "\"now\" : \"26-"),
    ("\"patches\" : null", "\"patches\" : {}"), ("\"atEdge\" : true", "\"atEdge\" : null"),
    ("\"ahead\" : 2918", "\"ahead\" : -1"), ("\"shift\" : 0.47", "\"shift\" : 1.47"),
    ("\"ahead\" : 2918", "\"ahead\" : 29.5"), ("\"schemaVersion\" : \"1.0\"", "\"schemaVersion\" : \"2.0\""),
    ("\"addedByBoth\" : 3,", ""), ("\"otherBases\" : [\n", "\"otherBases\" : [ \"abc\",\n"),
  ])
  func whatDoesNotConformIsFound(text: String, replacement: String) throws {
    let sample = try sample()
    let changed = sample.replacingOccurrences(of: text, with: replacement)
    try #require(changed != sample)
    #expect(try !faults(.landscape, changed).isEmpty)
  }

  @Test func everythingThatTheSchemaNamesIsRequired() throws {
    for schema in LandscapeSchema.allCases {
      let root = try SchemaChecker(schema.text).root
      #expect(root["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
      let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
      for (name, object) in definitions.merging(["root": root], uniquingKeysWith: { $1 }) {
        guard let properties = object["properties"] as? [String: Any] else { continue }
        #expect(object["required"] as? [String] == properties.keys.sorted(), "\(schema) \(name)")
      }
    }
  }

  /// A field that no fork of the sample fills would be checked by nobody.
  @Test func theSampleFillsWhatCanBeFilled() throws {
    let text = try sample()
    for key in [
      "lines", "vocabulary", "renames", "areas", "history", "default", "effectiveBase", "portrait", "notes", "patches",
      "compatibility", "surfaces",
      "community", "landing", "moved", "partners", "edition", "customBranches", "unanswered",
    ] {
      #expect(text.contains("\"\(key)\" : {") || text.contains("\"\(key)\" : [\n"), "\(key)")
    }
  }
}
