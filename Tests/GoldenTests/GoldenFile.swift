import FixtureSupport
import Foundation
import Testing

/// A recorded file: compared, or with FORKSCAPE_RECORD=1 written anew.
struct GoldenFile {
  let url: URL
  let actual: String

  /// Whether files are to be written anew. Where CI=true nothing ever is.
  static var isRecording: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["FORKSCAPE_RECORD"] == "1" && environment["CI"] != "true"
  }

  /// Notes an issue where the file is missing or differs, and, so that nobody records by accident, where it was written.
  func check(mayRecord: Bool = true) throws {
    let path = url.path(percentEncoded: false)
    let name = path.replacing(Fixture.root.path(percentEncoded: false), with: "Fixtures/")
    if Self.isRecording, mayRecord {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: url)
      Issue.record("\(name) was recorded; read it, then run without FORKSCAPE_RECORD")
    } else if !FileManager.default.fileExists(atPath: path) {
      Issue.record("\(name) is missing; run scripts/record and read what it writes")
    } else if let difference = LineDifference(
      expected: String(decoding: try Data(contentsOf: url), as: UTF8.self),
      actual: actual
    ) {
      Issue.record("\(name): \(difference)")
    }
  }
}
