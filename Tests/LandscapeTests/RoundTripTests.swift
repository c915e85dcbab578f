import Evidence
import Foundation
import GitValues
import Landscape
import LandscapeSample
import Testing

@Suite struct RoundTripTests {
  @Test func whatIsWrittenIsReadBack() throws {
    let data = try Sample.landscape.encoded()
    let read = try Landscape(decoding: data)
    #expect(read == Sample.landscape)
    #expect(try read.encoded() == data)
  }

  @Test func theBytesAreTidy() throws {
    let text = String(decoding: try Sample.landscape.encoded(), as: UTF8.self)
    #expect(text.hasSuffix("}\n"))
    #expect(!text.hasSuffix("\n\n"))
    #expect(text.contains("https://example.org/redis.git"))
    #expect(!text.contains("\\/"))
    #expect(text.contains("\"0.93\"") == false && text.contains(": 0.93"))
  }

  @Test func absentValuesAreNullNotMissing() throws {
    let root = try #require(
      try JSONSerialization.jsonObject(with: try Sample.landscape.encoded()) as? [String: Any]
    )
    let families = try #require(root["families"] as? [[String: Any]])
    let forks = try families.flatMap { try #require($0["forks"] as? [[String: Any]]) }
    for fork in forks {
      for key in ["mergeForecast"] {
        #expect(fork[key] is NSNull, "\(key) of \(fork["name"] ?? "?")")
      }
    }
    let broken = try #require(forks.first { $0["name"] as? String == "pgshard" })
    for key in [
      "upstream", "head", "asOf", "activity", "portrait", "lineage", "divergence", "patches", "community", "track",
    ] {
      #expect(broken[key] is NSNull, "\(key)")
    }
  }

  @Test func nullAndMissingReadAlike() throws {
    let data = try Sample.landscape.encoded()
    let stripped = Self.withoutNulls(try JSONSerialization.jsonObject(with: data))
    let small = try JSONSerialization.data(withJSONObject: stripped)
    #expect(small.count < data.count)
    #expect(try Landscape(decoding: small) == Sample.landscape)
  }

  private static func withoutNulls(_ value: Any) -> Any {
    if let object = value as? [String: Any] {
      return object.filter { !($0.value is NSNull) }.mapValues(withoutNulls)
    }
    return (value as? [Any])?.map(withoutNulls) ?? value
  }

  @Test func aStageOfALaterVersionIsRefusedNotDropped() throws {
    let text = String(decoding: try Sample.landscape.encoded(), as: UTF8.self)
    let newer = text.replacingOccurrences(of: "\"patches\" : null", with: "\"patches\" : {\"total\": 1}")
    #expect(newer != text)
    #expect(throws: LandscapeDecodingError.self) { try Landscape(decoding: Data(newer.utf8)) }
  }

  @Test func errorsSayWhereAndWhat() throws {
    func message(_ json: String) -> String {
      do {
        _ = try Landscape(decoding: Data(json.utf8))
        return "read"
      } catch {
        return "\(error)"
      }
    }
    #expect(message("nonsense").hasPrefix("this is no landscape.json"))
    #expect(message("{}").contains("“schemaVersion” is missing"))
    #expect(message(#"{"schemaVersion": "2.0"}"#).contains("the format is 2.0, this program reads 1.0"))
    let text = String(decoding: try Sample.landscape.encoded(), as: UTF8.self)
    let wrong = text.replacingOccurrences(of: "\"relation\" : \"mirror\"", with: "\"relation\" : \"mirage\"")
    #expect(message(wrong).contains("families[1].forks[2].relation"))
    let undated = text.replacingOccurrences(of: "\"now\" : \"2026-11-22T12:21:33Z\"", with: "\"now\" : \"today\"")
    #expect(message(undated).contains("at now: “today” is no date"))
  }

  @Test func fileLinesAreSortedAndRoundTrip() throws {
    let text = String(decoding: try FileLine.encoded(Sample.valkeyFiles), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)
    let read = try lines.map { try JSONDecoder().decode(FileLine.self, from: Data($0.utf8)) }
    #expect(read.map(\.path) == ["deps/caf%E9.c", "src/rdma.c", "src/redis-cli.c", "src/server.c"])
    #expect(Set(read) == Set(Sample.valkeyFiles))
    #expect(lines[1].contains(#""class":"addedByFork""#))
    #expect(lines[1].contains(#""forkPath":null"#))
    #expect(lines[0].contains(#""pathIsEncoded":true"#))
  }
}
