/// A README, read.
struct Readme {
  /// Its blocks in order.
  let blocks: [ReadmeBlock]
  /// The title: the first heading before any prose that names more than a chapter; else the text of a logo that stands
  /// there; else X of a heading "What is X?"; else X of a first sentence "X is a …"; else the first heading further down;
  /// else a short first line. nil where there is none of them.
  let title: String?
  /// The sentences by which the project defines itself: the first that says "X is …", "This is …" or "A … for …"; else
  /// the first that reads like prose. At most 240 characters. nil where there are none.
  let describes: String?
  /// The names under which the project speaks of itself beside the title. Order: the surest first.
  let names: [String]

  /// The README of `text`.
  init(_ text: PlainBytes, _ dialect: Dialect) {
    let blocks = ReadmeParser.blocks(of: text, dialect)
    let names = ReadmeNames(blocks)
    let definition = ReadmeDefinition.find(in: blocks, of: names.all)
    let subject = definition.first.flatMap(Definition.definedName)
    title =
      names.leadingHeading ?? names.logo ?? names.whatIs ?? subject ?? names.laterHeading ?? names.shortFirstLine
    self.names = [names.whatIs, names.logo, subject].compactMap { $0 }
    describes = ReadmeDefinition.text(of: definition)
    self.blocks = blocks
  }

  /// The text without markup, a block a line, cut at a line's end after at most `limit` bytes.
  func text(limit: Int) -> String {
    var text = ""
    for block in blocks {
      let line = block.inline.text
      if line.isEmpty { continue }
      if text.utf8.count + line.utf8.count + 1 > limit {
        return text.isEmpty ? line.shortened(to: limit / 4) : text
      }
      if !text.isEmpty { text += "\n" }
      text += line
    }
    return text
  }
}
