/// Writes the blocks of a document as HTML. What text may do there is ``HTMLEscaping``'s business alone.
struct HTMLWriter {
  /// How much lower headings stand than in the document: pages below the first one begin with a second level.
  let headingOffset: Int
  /// Gives each heading an id that is unique on the page: a prefix for all of them.
  let idPrefix: String
  /// Where a link of the document leads on the page; nil: nowhere, its words stay.
  let resolve: (String) -> String?
  /// Made once a document: making a pattern costs more than finding it.
  private let date = /\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b/

  func write(_ document: Document) -> String {
    var headings = 0
    return document.blocks.map { block in
      if case .heading(let level, let phrase) = block {
        headings += 1
        let tag = "h\(min(max(level + headingOffset, 1), 6))"
        return "<\(tag) id=\"\(idPrefix)-\(headings)\">\(inline(phrase))</\(tag)>"
      }
      return write(block)
    }.joined(separator: "\n")
  }

  private func write(_ block: Block) -> String {
    switch block {
    case .heading(let level, let phrase):
      "<h\(min(level + headingOffset, 6))>\(inline(phrase))</h\(min(level + headingOffset, 6))>"
    case .paragraph(let phrase): "<p>\(inline(phrase))</p>"
    case .list(let items): "<ul>\n" + items.map { "<li>\(inline($0))</li>\n" }.joined() + "</ul>"
    case .table(let table): write(table)
    case .picture(let picture): write(picture)
    case .code(let text): "<pre tabindex=\"0\">\(HTMLEscaping.lines(text))</pre>"
    case .details(let summary, let blocks):
      "<details>\n<summary>\(inline(summary))</summary>\n\(blocks.map(write).joined(separator: "\n"))\n</details>"
    }
  }

  private func write(_ picture: Picture) -> String {
    """
    <figure>
    <div class="scroll" tabindex="0" role="group" aria-label="\(HTMLEscaping.text(ExplainText.plain(picture.title)))">
    \(picture.inline)</div>
    \(write(.details(PictureWords.figures, [.table(picture.table)])))
    <figcaption>\(inline(picture.summary))</figcaption>
    </figure>
    """
  }

  private func write(_ table: Table) -> String {
    func cells(_ tag: String, _ phrases: [Phrase]) -> String {
      zip(table.columns, phrases).enumerated().map { index, cell in
        let (column, phrase) = cell
        let side = column.alignment == .right ? " class=\"right\"" : ""
        if tag == "th" { return "<th scope=\"col\"\(side)>\(inline(phrase))</th>" }
        return index == 0
          ? "<th scope=\"row\"\(side)>\(inline(phrase))</th>" : "<td\(side)>\(inline(phrase))</td>"
      }.joined()
    }
    let name = HTMLEscaping.text(table.columns.map { ExplainText.plain($0.title) }.joined(separator: ", "))
    return """
      <div class="scroll" tabindex="0" role="group" aria-label="\(name)">
      <table>
      <thead><tr>\(cells("th", table.columns.map(\.title)))</tr></thead>
      <tbody>
      \(table.rows.map { "<tr>\(cells("td", $0))</tr>" }.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }

  /// Dates do not break at their dashes.
  private func withWholeDates(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "-")) else { return text }
    return text.replacing(date) { "<span class=\"date\">\($0.output)</span>" }
  }

  func inline(_ phrase: Phrase) -> String { phrase.spoken.map(inline).joined() }

  private func inline(_ part: Inline) -> String {
    switch part {
    case .text(let text): withWholeDates(HTMLEscaping.text(text))
    case .code(let text): "<code>\(HTMLEscaping.text(text, limit: MarkdownEscaping.codeLimit))</code>"
    case .strong(let phrase): "<strong>\(inline(phrase))</strong>"
    case .emphasis(let phrase): "<em>\(inline(phrase))</em>"
    case .link(let phrase, let target):
      resolve(target).map { "<a href=\"\(HTMLEscaping.text($0))\">\(inline(phrase))</a>" } ?? inline(phrase)
    case .sentence, .count, .said: inline(Phrase([part]))
    }
  }
}
