import Foundation
import Landscape
import LandscapeSample
import Testing

@testable internal import Report

/// The report as one page.
@Suite struct WebPageTests {
  private func page(_ landscape: Landscape) throws -> String {
    let files = try ReportFolder.render(landscape: landscape, formats: [.html])
    #expect(files.map(\.path) == ["index.html"])
    return String(decoding: files[0].bytes, as: UTF8.self)
  }

  /// Every tag of a page, closing ones with their slash. Void elements are left out.
  private func tags(_ html: String) -> [String] {
    let body = html.replacing(/<style>(.|\n)*?<\/style>/, with: "").replacing("<!DOCTYPE html>", with: "")
    return body.matches(of: /<(\/?[a-zA-Z0-9]+)[^>]*?(\/?)>/).compactMap { match in
      let name = String(match.1)
      return match.2 == "/" || ["meta", "br"].contains(name) ? nil : name
    }
  }

  @Test func everyElementIsClosed() throws {
    var open: [String] = []
    for tag in tags(try page(Sample.landscape)) {
      if tag.hasPrefix("/") {
        #expect(open.popLast() == String(tag.dropFirst()))
      } else {
        open.append(tag)
      }
    }
    #expect(open.isEmpty)
  }

  @Test func nothingIsFetchedAndNothingRuns() throws {
    let html = try page(Sample.landscape)
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("<script") && !html.contains("<link") && !html.contains("<img") && !html.contains("src="))
    #expect(!html.replacing("http://www.w3.org/2000/svg", with: "").contains("url("))
  }

  @Test func everyLinkLeadsSomewhere() throws {
    let html = try page(Sample.landscape)
    let ids = html.matches(of: /id="([^"]*)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "an id stands twice")
    let targets = html.matches(of: /href="#([^"]*)"/).map { String($0.1) }
    #expect(targets.count > 20)
    for target in targets { #expect(ids.contains(target), "\(target)") }
    for match in html.matches(of: /aria-labelledby="([^"]*)"/) {
      for id in match.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
    }
  }

  @Test func headingsGoDownOneLevelAtATime() throws {
    let levels = try page(Sample.landscape).matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
    #expect(levels.count { $0 == 1 } == 1)
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
  }

  @Test(arguments: HostileTexts.all.filter { !$0.isEmpty })
  func namesMakeNoMarkup(text: String) throws {
    let plain = tags(try page(HostilePageTests().landscape("plain")))
    let html = try page(HostilePageTests().landscape(text))
    #expect(tags(html) == plain)
    #expect(!html.unicodeScalars.contains { $0 != "\n" && MarkdownReader.isInvisible($0) })
    for match in html.matches(of: /href="([^"]*)"/) { #expect(match.1.hasPrefix("#")) }
    #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<!--"))
  }

  @Test func targetsAreFollowedFromTheirPage() {
    #expect(HTMLPage.path("../../README.md", from: "forks/redis/KeyDB.md") == "README.md")
    #expect(HTMLPage.path("forks/a/b.md", from: "") == "forks/a/b.md")
    #expect(HTMLPage.path("../../../../etc/passwd", from: "forks/a/b.md") == "etc/passwd")
  }
}
