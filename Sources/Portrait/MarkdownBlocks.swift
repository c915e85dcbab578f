/// Finds the blocks of Markdown, and of plain text.
struct MarkdownBlocks {
  /// Addresses of references, by name in lower case.
  private(set) var targets: [String: String] = [:]
  private let lines: [Piece]
  private let dialect: Dialect
  private var index = 0
  private var blocks: [RawBlock] = []
  private var open: RawBlock?

  init(_ lines: [Piece], _ dialect: Dialect) {
    self.lines = lines
    self.dialect = dialect
  }

  /// All blocks, in order.
  mutating func parse() -> [RawBlock] {
    skipFrontMatter()
    while index < lines.count {
      let line = lines[index]
      let trimmed = line.trimmed
      if trimmed.isEmpty {
        closeBlock()
        index += 1
      } else if !skipCode(line, trimmed), !skipTable(trimmed), !parseHeading(line, trimmed),
        !parseReference(trimmed), !parseQuote(trimmed), !parseItem(trimmed)
      {
        append(trimmed)
        index += 1
      }
    }
    closeBlock()
    return blocks
  }

  private mutating func closeBlock() {
    if let open { blocks.append(open) }
    open = nil
  }

  private mutating func append(_ text: Piece, _ kind: ReadmeBlock.Kind = .prose) {
    if open == nil { open = RawBlock(kind: kind, bytes: []) }
    if open?.bytes.isEmpty == false { open?.bytes.append(.newline) }
    open?.bytes += text
  }

  private mutating func skipFrontMatter() {
    let marks: [[UInt8]] = [Array("---".utf8), Array("+++".utf8)]
    guard let first = lines.first.map({ Array($0.trimmed) }), marks.contains(first) else { return }
    guard let end = lines.dropFirst().prefix(100).firstIndex(where: { Array($0.trimmed) == first }) else { return }
    // A ruler, text and another ruler are no front matter: that has a key in its first line.
    guard lines[1].contains(UInt8(ascii: first[0] == UInt8(ascii: "-") ? ":" : "=")) else { return }
    index = end + 1
  }

  private func isFence(_ line: Piece) -> UInt8? {
    guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = line.run(of: mark)
    return length >= 3 && !line.dropFirst(length).contains(UInt8(ascii: "`")) ? mark : nil
  }

  /// Passes over fenced and indented code, and over HTML that holds no prose.
  private mutating func skipCode(_ line: Piece, _ trimmed: Piece) -> Bool {
    if let mark = isFence(trimmed) {
      closeBlock()
      let length = trimmed.run(of: mark)
      index += 1
      while index < lines.count {
        let line = lines[index].trimmed
        index += 1
        if line.run(of: mark) >= length, line.allSatisfy({ $0 == mark }) { break }
      }
      return true
    }
    for (opening, closing) in Self.silentTags where trimmed.starts(withText: opening) {
      closeBlock()
      while index < lines.count, !lines[index].contains(closing) { index += 1 }
      index += 1
      return true
    }
    guard open == nil, line.first == .tab || line.run(of: .space) >= 4, trimmed.first != UInt8(ascii: "<") else {
      return false
    }
    // Indented text goes on with the list before it, or is code.
    if blocks.last?.kind != .item || dialect != .markdown || line.run(of: .space) > 7 {
      index += 1
      return true
    }
    return false
  }

  private static let silentTags: [(StaticString, StaticString)] = [
    ("<table", "</table>"), ("<pre", "</pre>"), ("<style", "</style>"), ("<script", "</script>"),
  ]

  private mutating func skipTable(_ trimmed: Piece) -> Bool {
    let isRow = trimmed.first == UInt8(ascii: "|")
    let hasRule =
      trimmed.contains(UInt8(ascii: "|")) && index + 1 < lines.count && isTableRule(lines[index + 1].trimmed)
    guard isRow || hasRule else { return false }
    closeBlock()
    while index < lines.count, lines[index].contains(UInt8(ascii: "|")) { index += 1 }
    return true
  }

  private func isTableRule(_ line: Piece) -> Bool {
    line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
      && line.allSatisfy { $0.isBlank || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
  }

  private mutating func parseHeading(_ line: Piece, _ trimmed: Piece) -> Bool {
    let level = trimmed.run(of: UInt8(ascii: "#"))
    if level > 0, level < 7, trimmed.count > level {
      closeBlock()
      var text = trimmed.dropFirst(level).trimmed
      while text.last == UInt8(ascii: "#") { text = text.dropLast() }
      blocks.append(RawBlock(kind: .heading(level), bytes: Array(text.trimmed)))
      index += 1
      return true
    }
    return parseUnderline(trimmed) || parseHTMLHeading(trimmed)
  }

  /// A ruler, or the underline of a heading.
  private mutating func parseUnderline(_ trimmed: Piece) -> Bool {
    guard let mark = trimmed.first, "=-*_~+".utf8.contains(mark), trimmed.count >= 2,
      trimmed.allSatisfy({ $0 == mark || ($0 == .space && mark != UInt8(ascii: "=")) })
    else { return false }
    index += 1
    let isUnderline = mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "~")
    if isUnderline, open?.kind == .prose, let bytes = open?.bytes, bytes.count(where: { $0 == .newline }) < 3 {
      open = nil
      blocks.append(RawBlock(kind: .heading(mark == UInt8(ascii: "=") ? 1 : 2), bytes: bytes))
    } else {
      closeBlock()
    }
    return true
  }

  private mutating func parseHTMLHeading(_ trimmed: Piece) -> Bool {
    guard trimmed.starts(withText: "<"), let start = trimmed.range(of: "<h"),
      let tag = HTMLTag(trimmed, at: start.lowerBound),
      tag.name.count == 2, let level = tag.name.last?.wholeNumberValue, level > 0, level < 7
    else { return false }
    closeBlock()
    var bytes = Array(trimmed[tag.end...])
    index += 1
    let limit = index + 20
    while bytes.range(of: "</h") == nil, index < min(lines.count, limit) {
      bytes += [.newline] + lines[index]
      index += 1
    }
    let end = bytes.range(of: "</h")
    blocks.append(RawBlock(kind: .heading(level), bytes: Array(bytes[..<(end?.lowerBound ?? bytes.count)])))
    if let end, let close = bytes.index(of: UInt8(ascii: ">"), from: end.upperBound) {
      let rest = bytes[(close + 1)...].trimmed
      if !rest.isEmpty { append(rest) }
    }
    return true
  }

  /// `[name]: address`
  private mutating func parseReference(_ trimmed: Piece) -> Bool {
    guard dialect == .markdown, trimmed.first == UInt8(ascii: "["), let close = trimmed.range(of: "]:") else {
      return false
    }
    let name = trimmed[..<close.lowerBound].dropFirst()
    let address = trimmed[close.upperBound...].trimmed.prefix { !$0.isBlank }
    guard !name.isEmpty, !name.contains(UInt8(ascii: "]")) else { return false }
    let target = address.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }[...].text
    targets[InlineScanner.key(name), default: target] = target
    closeBlock()
    index += 1
    return true
  }

  private mutating func parseQuote(_ trimmed: Piece) -> Bool {
    guard trimmed.first == UInt8(ascii: ">") else { return false }
    if open?.kind != .notice { closeBlock() }
    var text = trimmed.drop { $0 == UInt8(ascii: ">") || $0.isBlank }
    let level = text.run(of: UInt8(ascii: "#"))
    text = text.dropFirst(level).trimmed
    index += 1
    let isMark = text.starts(withText: "[!") && text.last == UInt8(ascii: "]")
    if text.isEmpty || isMark { closeBlock() } else { append(text, .notice) }
    if level > 0 { closeBlock() }
    return true
  }

  private mutating func parseItem(_ trimmed: Piece) -> Bool {
    guard let mark = trimmed.first else { return false }
    var rest = trimmed.dropFirst()
    if mark.isDigit {
      rest = trimmed.drop { $0.isDigit }
      guard let stop = rest.first, stop == UInt8(ascii: ".") || stop == UInt8(ascii: ")"),
        trimmed.count - rest.count < 4
      else { return false }
      rest = rest.dropFirst()
    } else if mark != UInt8(ascii: "-") && mark != UInt8(ascii: "*") && mark != UInt8(ascii: "+") {
      return false
    }
    guard rest.first?.isBlank == true else { return false }
    closeBlock()
    append(rest.trimmed, .item)
    index += 1
    return true
  }
}
