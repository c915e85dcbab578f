import Evidence
import Foundation
import GitValues
import Landscape
import LandscapeSample
import Testing

@testable internal import Report

@Suite struct PageTests {
  static let expected = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/report-pages/expected")

  /// With FORKSCAPE_RECORD set, the pages are written anew and the test fails, so that nobody records by accident.
  @Test func pagesAreAsRecorded() throws {
    let files = try ReportFolder.render(landscape: Sample.landscape, formats: [.markdown])
    if ProcessInfo.processInfo.environment["FORKSCAPE_RECORD"] != nil {
      for file in files {
        let url = Self.expected.appending(path: file.path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: url)
      }
      Issue.record("the pages were recorded; read them, then run without FORKSCAPE_RECORD")
      return
    }
    for file in files {
      let recorded = try String(contentsOf: Self.expected.appending(path: file.path), encoding: .utf8)
      #expect(String(decoding: file.bytes, as: UTF8.self) == recorded, "\(file.path)")
    }
  }

  @Test func theFolderHoldsWhatWasAskedFor() throws {
    let lists = [ForkFiles(family: "redis", fork: "valkey", lines: Sample.valkeyFiles)]
    let all = try ReportFolder.render(landscape: Sample.landscape, files: lists).map(\.path)
    #expect(all == all.sorted { $0.precedes($1) })
    #expect(
      Set(all).isSuperset(of: ["README.md", "landscape.json", "files/redis/valkey.jsonl", "forks/redis/valkey.md"])
    )
    #expect(all.count { $0.hasPrefix("forks/") } == 8)
    let data = try ReportFolder.render(landscape: Sample.landscape, files: lists, formats: [.json]).map(\.path)
    #expect(data == ["files/redis/valkey.jsonl", "landscape.json"])
    #expect(ReportFolder.path(of: "files", family: "redis", fork: "valkey", in: Sample.landscape) == data[0])
    #expect(ReportFolder.path(of: "files", family: "redis", fork: "nobody", in: Sample.landscape) == nil)
  }

  @Test func everyLinkOfThePagesLeadsSomewhere() throws {
    let files = try ReportFolder.render(landscape: Sample.landscape)
    let paths = Set(files.map(\.path))
    var count = 0
    for file in files where file.path.hasSuffix(".md") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for match in text.matches(of: /\]\(([^)]*)\)/) {
        count += 1
        let target = file.path == "README.md" ? String(match.1) : String(match.1).replacing("../../", with: "")
        #expect(paths.contains(target), "\(file.path): \(match.1)")
      }
    }
    #expect(count > 20)
  }

  @Test func pagesHoldNoNoise() throws {
    for file in try ReportFolder.render(landscape: Sample.landscape, formats: [.markdown]) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for noise in ["null", "nil", "Optional(", "  \n", "\n\n\n", " ,", "..\n", "All 1 "] {
        #expect(!text.contains(noise), "\(file.path): \(noise.debugDescription)")
      }
    }
  }

  @Test func aMergeBaseThatIsNearlyRightIsNotCalledMisleading() throws {
    let family = Sample.landscape.families[1]
    var fork = try #require(family.forks.first)
    #expect(ForkContext(fork: fork, family: family, page: "").isMergeBaseStale)
    let base = try #require(fork.lineage?.effectiveBase)
    let near = Instant(seconds: base.date.seconds - 20 * 86_400)
    fork.lineage?.gitMergeBase = CommitEntry(commit: String(repeating: "b", count: 40), date: near)
    #expect(!ForkContext(fork: fork, family: family, page: "").isMergeBaseStale)
    fork.lineage?.gitMergeBase = nil
    #expect(!ForkContext(fork: fork, family: family, page: "").isMergeBaseStale)
  }

  @Test func nothingToCompareIsSaidPlainly() throws {
    let empty = Landscape(
      generator: GeneratorEntry(version: "1", libgit2: nil),
      now: Sample.landscape.now,
      clones: [],
      families: []
    )
    let files = try ReportFolder.render(landscape: empty, formats: [.markdown])
    #expect(files.map(\.path) == ["README.md"])
    #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("nothing to compare"))
  }
}
