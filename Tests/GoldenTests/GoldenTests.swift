import FixtureSupport
import Foundation
import Landscape
import Report
import Testing

/// Whole landscapes and pages, compared byte for byte with what was recorded and read.
@Suite struct GoldenTests {
  /// Cases whose landscape holds a number that is known to be wrong, with the reason: wrong numbers are not recorded.
  static let held = ["successor": "the territory of work in the files of an upstream that stopped, see StatementTests"]

  @Test(arguments: Fixture.all) func landscapeIsAsRecorded(_ fixture: Fixture) async throws {
    let run = try await FamilyRun.ofFolder(try fixture.build())
    let text = String(decoding: try run.stableLandscape().encoded(), as: UTF8.self)
    let golden = GoldenFile(url: fixture.expected("landscape.json"), actual: text)
    if let reason = Self.held[fixture.name] {
      withKnownIssue("not recorded: \(reason)") { try golden.check(mayRecord: false) }
    } else {
      try golden.check()
    }
  }

  @Test func pagesOfTheDemoAreAsRecorded() async throws {
    let fixture = try Fixture.named("demo")
    let run = try await FamilyRun.ofFolder(try fixture.build())
    let pages = try ReportFolder.render(landscape: run.stableLandscape(), formats: [.markdown])
    #expect(pages.count > 6)
    for page in pages {
      let text = String(decoding: page.bytes, as: UTF8.self)
      try GoldenFile(url: fixture.expected("report/" + page.path), actual: text).check()
    }
    let recorded = try FileManager.default
      .subpathsOfDirectory(atPath: fixture.expected("report").path(percentEncoded: false))
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".svg") }
    #expect(Set(recorded) == Set(pages.map(\.path)), "pages that are no longer written are to be removed by hand")
  }

  @Test func everyFolderOfFixturesIsACase() throws {
    let root = Fixture.root
    let folders = try FileManager.default.contentsOfDirectory(atPath: root.path(percentEncoded: false)).filter { name in
      FileManager.default.isFolder(root.appending(path: name))
    }
    #expect(folders.count >= 30)
    for folder in folders.sorted() where !Fixture.all.contains(where: { $0.name == folder }) {
      // Without a recipe there is nothing to analyse: then other tests must have recorded something there.
      #expect(
        FileManager.default.isFolder(root.appending(path: "\(folder)/expected")),
        "\(folder) has neither family.sh nor expected/"
      )
    }
  }

  @Test func aDifferenceIsShownWithItsLines() throws {
    #expect(LineDifference(expected: "a\nb\n", actual: "a\nb\n") == nil)
    let difference = try #require(LineDifference(expected: "a\nb\nc\nd\n", actual: "a\nb\nx\ny\nd\n"))
    #expect(difference.description == "line 3 is the first to differ (- expected, + actual):\n  a\n  b\n- c\n+ x\n+ y")
    #expect(LineDifference(expected: "a", actual: "a\n") != nil)
  }
}

extension Fixture {
  /// A recorded file of the case.
  func expected(_ path: String) -> URL { folder.appending(path: "expected/" + path) }
}

extension FileManager {
  fileprivate func isFolder(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
