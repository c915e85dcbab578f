/// Writes a document as Markdown. What text may do there is `MarkdownEscaping`'s business alone.
public enum MarkdownWriter {
  /// The document as Markdown, with a newline at its end.
  ///
  /// - Parameter root: the way from the page's folder to the report folder: empty, or `../../`.
  public static func write(_ document: Document, root: String = "") -> String {
    document.blocks.map { block($0, root) }.joined(separator: "\n\n") + "\n"
  }

  private static func block(_ block: Block, _ root: String) -> String {
    switch block {
    case .heading(let level, let phrase):
      String(repeating: "#", count: min(max(level, 1), 6)) + " " + inline(phrase)
    case .paragraph(let phrase):
      MarkdownEscaping.lineStart(inline(phrase))
    case .list(let items):
      items.map { "- " + MarkdownEscaping.lineStart(inline($0)) }.joined(separator: "\n")
    case .table(let table):
      write(table)
    case .picture(let picture):
      write(picture, root)
    case .code(let text):
      MarkdownEscaping.codeBlock(text)
    case .details(let summary, let blocks):
      "<details>\n<summary>\(html(summary))</summary>\n\n"
        + blocks.map { self.block($0, root) }.joined(separator: "\n\n") + "\n\n</details>"
    }
  }

  private static func write(_ picture: Picture, _ root: String) -> String {
    let words = inline(picture.title + ": " + picture.summary)
    return "![\(words)](\(MarkdownEscaping.target(root + picture.path)))\n\n"
      + block(.details(PictureWords.figures, [.table(picture.table)]), root)
  }

  private static func write(_ table: Table) -> String {
    let titles = table.columns.map { inline($0.title) }
    let rule = table.columns.map { $0.alignment == .right ? "---:" : "---" }
    let rows = table.rows.map { row in row.map(inline) }
    return ([titles, rule] + rows)
      .map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  private static func inline(_ phrase: Phrase) -> String {
    inlines(phrase.spoken)
  }

  private static func inlines(_ parts: [Inline]) -> String { parts.map(inline).joined() }

  private static func inline(_ part: Inline) -> String {
    switch part {
    case .text(let text): MarkdownEscaping.text(text)
    case .code(let text): MarkdownEscaping.code(text)
    case .strong(let phrase): "**\(inline(phrase))**"
    case .emphasis(let phrase): "*\(inline(phrase))*"
    case .link(let phrase, let target): "[\(inline(phrase))](\(MarkdownEscaping.target(target)))"
    case .sentence, .count, .said: inlines(Phrase([part]).spoken)
    }
  }

  private static func html(_ phrase: Phrase) -> String {
    phrase.spoken.map { part -> String in
      switch part {
      case .text(let text): MarkdownEscaping.html(text)
      case .code(let text): "<code>\(MarkdownEscaping.html(text))</code>"
      case .strong(let phrase): "<b>\(html(phrase))</b>"
      case .emphasis(let phrase): "<i>\(html(phrase))</i>"
      case .link(let phrase, _): html(phrase)
      case .sentence, .count, .said: html(Phrase([part]))
      }
    }.joined()
  }
}
