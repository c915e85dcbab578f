import Evidence
import GitValues
import Testing

@testable internal import Report

@Suite struct EscapingTests {
  /// What a text looks like once everything that acts is visible and what is too long is cut.
  private func shown(_ text: String, _ limit: Int) -> String { VisibleText.cut(VisibleText.of(text), to: limit) }

  @Test func theCorpusIsLargeEnoughToMeanSomething() {
    #expect(HostileTexts.all.count >= 90)
    #expect(Set(HostileTexts.all).count == HostileTexts.all.count)
  }

  @Test(arguments: HostileTexts.all)
  func plainTextShowsItselfAndDoesNothing(text: String) {
    let markdown = MarkdownEscaping.text(text)
    #expect(MarkdownReader.text(markdown) == shown(text, MarkdownEscaping.textLimit), "\(markdown)")
    #expect(markdown.unicodeScalars.count < 2500)
  }

  @Test(arguments: HostileTexts.all)
  func codeShowsItselfAndDoesNothing(text: String) {
    let markdown = MarkdownEscaping.code(text)
    #expect(MarkdownReader.code(markdown) == shown(text, MarkdownEscaping.codeLimit), "\(markdown)")
    #expect(!markdown.contains("|"))
  }

  @Test(arguments: HostileTexts.all)
  func paragraphsItemsAndHeadingsStayOneOfTheirKind(text: String) {
    let document = Document([
      .paragraph(Phrase(text)), .list([Phrase(text), .code(text)]), .heading(2, Phrase(text)), .paragraph(.code(text)),
    ])
    let lines = MarkdownWriter.write(document).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 9)
    for line in [lines[0], lines[2].dropFirst(2), lines[7]] {
      let starts = ["#", ">", "- ", "+", "* ", "=", "---", " ", "\t", "|", "```", "<!", "<d", "</d", "1.", "1)"]
      #expect(!starts.contains { line.hasPrefix($0) }, "\(line)")
    }
    #expect(lines[5].hasPrefix("## "))
  }

  @Test(arguments: HostileTexts.all)
  func aTableKeepsItsCells(text: String) {
    let table = Table(
      [.init("A"), .init("B", .right)],
      rows: [[Phrase(text), .code(text)], ["x", .link(Phrase(text), to: text)]]
    )
    let lines = MarkdownWriter.write(Document([.table(table)])).split(separator: "\n")
    #expect(lines.count == 4)
    for line in lines {
      #expect(line.count { $0 == "|" } == 3, "\(line)")
    }
  }

  @Test(arguments: HostileTexts.all)
  func linksStayWithinTheReport(text: String) {
    let target = MarkdownEscaping.target(text)
    let isPlain = target.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7f && !Array("()<>:\\\"'[]`|".utf8).contains(byte)
    }
    #expect(isPlain, "\(target)")
  }

  @Test(arguments: HostileTexts.all)
  func summariesAndCodeBlocksStayClosed(text: String) {
    let document = Document([.details(Phrase(text), [.code(text)])])
    let lines = MarkdownWriter.write(document).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "<details>")
    #expect(lines[1].hasPrefix("<summary>") && lines[1].hasSuffix("</summary>"))
    let inner = lines[1].dropFirst(9).dropLast(10)
    #expect(!inner.replacing("<!-- -->", with: "").contains { "<>".contains($0) }, "\(inner)")
    let fence = lines[3].prefix { $0 == "`" }
    #expect(fence.count >= 3 && lines[3].hasSuffix("text"))
    #expect(lines.count { $0.hasPrefix(fence) && $0.drop { $0 == "`" }.isEmpty } == 1)
    #expect(lines.suffix(4).map { $0 } == [String(fence), "", "</details>", ""])
  }

  @Test func exactly() {
    #expect(MarkdownEscaping.text("a_b <i>") == "a\\_b &lt;i&gt;")
    #expect(MarkdownEscaping.text("\u{1b}[1m\u{202e}") == "␛\\[1m⟨U+202E⟩")
    #expect(
      MarkdownEscaping.text(String(repeating: "x", count: 1_700)) == String(repeating: "x", count: 640) + "… (+1,060)"
    )
    #expect(MarkdownEscaping.code("a*b") == "`a*b`")
    #expect(MarkdownEscaping.code("a`b") == "<code>a\\`b</code>")
    #expect(MarkdownEscaping.code("a|b") == "<code>a&#124;b</code>")
    #expect(MarkdownEscaping.text("see www.x.y") == "see www\\.x.y")
    #expect(MarkdownEscaping.lineStart("2024. A year") == "2024\\. A year")
    #expect(MarkdownEscaping.lineStart("2024-10-18") == "2024-10-18")
    #expect(MarkdownEscaping.target("a b/../ü:x") == "a%20b/../%C3%BC%3Ax")
  }
}
