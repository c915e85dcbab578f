/// A block of a README: a heading, a paragraph, an item of a list.
struct ReadmeBlock: Hashable, Sendable {
  /// The kinds of block. Code and tables are none.
  enum Kind: Hashable, Sendable {
    /// A heading and its level, 1 at the top.
    case heading(Int)
    /// A paragraph.
    case prose
    /// An item of a list.
    case item
    /// A note, tip or warning set apart from the text, or a quotation.
    case notice
  }

  /// What it is.
  let kind: Kind
  /// What it says.
  let inline: InlineText

  /// The heading's level; nil for other blocks.
  var headingLevel: Int? {
    if case .heading(let level) = kind { level } else { nil }
  }
}

/// Finds the blocks of a README.
enum ReadmeParser {
  /// The blocks of `text`, in order. Empty ones are left out, except those that hold images.
  static func blocks(of text: PlainBytes, _ dialect: Dialect) -> [ReadmeBlock] {
    let raw: [RawBlock]
    var targets: [String: String] = [:]
    switch dialect {
    case .restructuredText:
      var parser = RestructuredTextBlocks(text.bytes.lines)
      raw = parser.parse()
      targets = parser.targets
    case .markdown:
      var parser = MarkdownBlocks(withoutComments(text.bytes).lines, dialect)
      raw = parser.parse()
      targets = parser.targets
    case .asciiDoc, .org:
      var parser = MarkdownBlocks(LightMarkup.markdownLines(text.bytes.lines, dialect), dialect)
      raw = parser.parse()
    }
    return raw.compactMap { block in
      let inline = InlineScanner.scan(block.bytes[...], dialect, targets: targets)
      if inline.bytes.trimmed.isEmpty && inline.images.isEmpty { return nil }
      return ReadmeBlock(kind: block.kind, inline: inline)
    }
  }

  /// `bytes` without `<!-- … -->`.
  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains("<!--") else { return bytes }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var start = 0
    while let open = bytes.range(of: "<!--", from: start) {
      kept += bytes[start..<open.lowerBound]
      start = bytes.range(of: "-->", from: open.upperBound)?.upperBound ?? bytes.count
    }
    return kept + bytes[start...]
  }
}

/// A block whose text still has its markup.
struct RawBlock {
  var kind: ReadmeBlock.Kind
  var bytes: [UInt8]
}

/// Brings AsciiDoc and Org into the shape of Markdown's blocks, line by line.
enum LightMarkup {
  /// The lines, with headings marked by `#`, and without attributes, comments and code.
  static func markdownLines(_ lines: [Piece], _ dialect: Dialect) -> [Piece] {
    var result: [Piece] = []
    var fence: [UInt8]?
    for line in lines {
      let trimmed = Array(line.trimmed)
      if let open = fence {
        if closes(trimmed, open, dialect) { fence = nil }
      } else if let open = opens(trimmed, dialect) {
        fence = open
      } else if let line = dialect == .org ? orgLine(line) : asciiDocLine(line) {
        result.append(line)
      }
    }
    return result
  }

  private static func opens(_ line: [UInt8], _ dialect: Dialect) -> [UInt8]? {
    if dialect == .org { return line.starts(withText: "#+begin") ? line : nil }
    let isFence = line.count >= 4 && ["----", "....", "////", "++++", "|==="].contains { line.starts(with: $0.utf8) }
    return isFence && Set(line.dropFirst()).count == 1 ? line : nil
  }

  private static func closes(_ line: [UInt8], _ open: [UInt8], _ dialect: Dialect) -> Bool {
    dialect == .org ? line.starts(withText: "#+end") : line == open
  }

  private static func orgLine(_ line: Piece) -> Piece? {
    let stars = line.run(of: UInt8(ascii: "*"))
    if stars > 0, line.dropFirst(stars).first == .space { return heading(stars, line.dropFirst(stars)) }
    let trimmed = line.trimmed
    if trimmed.starts(withText: "#+title:") { return heading(1, trimmed.dropFirst(8)) }
    return trimmed.first == UInt8(ascii: "#") || trimmed.first == UInt8(ascii: ":") ? nil : line
  }

  private static func asciiDocLine(_ line: Piece) -> Piece? {
    let level = line.run(of: UInt8(ascii: "="))
    if level > 0, level < 7, line.dropFirst(level).first == .space { return heading(level, line.dropFirst(level)) }
    if line.starts(withText: "//") || line.starts(withText: "toc::") { return nil }
    if line.first == UInt8(ascii: ":"), line.dropFirst().contains(UInt8(ascii: ":")) { return nil }
    if line.first == UInt8(ascii: "["), line.last == UInt8(ascii: "]") { return nil }
    guard let start = line.range(of: "image:")?.lowerBound else { return line }
    // image::file.png[text,options] and its form inside a line.
    let target = line[start...].dropFirst(6).drop { $0 == UInt8(ascii: ":") }.prefix { $0 != UInt8(ascii: "[") }
    guard let close = line.index(of: UInt8(ascii: "]"), from: target.endIndex) else { return line }
    let text = line[target.endIndex..<close].dropFirst().prefix { $0 != UInt8(ascii: ",") }
    let image = Array("![".utf8) + text + Array("](".utf8) + target + Array(")".utf8)
    return (line[..<start] + image + line[(close + 1)...])[...]
  }

  private static func heading(_ level: Int, _ text: Piece) -> Piece {
    (Array(repeating: UInt8(ascii: "#"), count: min(level, 6)) + [.space] + text)[...]
  }
}
