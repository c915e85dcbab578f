/// Finds the blocks of reStructuredText.
struct RestructuredTextBlocks {
  /// Addresses of references, by name in lower case.
  private(set) var targets: [String: String] = [:]
  private let lines: [Piece]
  private var index = 0
  private var blocks: [RawBlock] = []
  private var open: RawBlock?
  /// The styles of headings, in order of their first use: their level is their position.
  private var styles: [[UInt8]] = []

  init(_ lines: [Piece]) {
    self.lines = lines
  }

  /// All blocks, in order.
  mutating func parse() -> [RawBlock] {
    while index < lines.count {
      let line = lines[index]
      let trimmed = line.trimmed
      if trimmed.isEmpty {
        closeBlock()
        index += 1
      } else if !parseDirective(trimmed), !parseHeading(line, trimmed), !skipTable(trimmed), !skipField(trimmed),
        !parseItem(trimmed)
      {
        append(trimmed)
        index += 1
        if trimmed.suffix(2).elementsEqual("::".utf8) {
          closeBlock()
          skipIndented(from: indent(line))
        }
      }
    }
    closeBlock()
    return blocks
  }

  private func indent(_ line: Piece) -> Int { line.prefix { $0.isBlank }.count }

  private mutating func closeBlock() {
    if let open { blocks.append(open) }
    open = nil
  }

  private mutating func append(_ text: Piece, _ kind: ReadmeBlock.Kind = .prose) {
    if open == nil { open = RawBlock(kind: kind, bytes: []) }
    if open?.bytes.isEmpty == false { open?.bytes.append(.newline) }
    open?.bytes += text
  }

  /// Passes over blank lines and lines indented by more than `margin`; gives those lines.
  @discardableResult
  private mutating func skipIndented(from margin: Int) -> [Piece] {
    var skipped: [Piece] = []
    while index < lines.count, lines[index].trimmed.isEmpty || indent(lines[index]) > margin {
      skipped.append(lines[index].trimmed)
      index += 1
    }
    return skipped
  }

  /// `.. name:: argument`, `.. _target: address`, `.. |name| image::` and comments.
  private mutating func parseDirective(_ trimmed: Piece) -> Bool {
    guard trimmed.starts(withText: ".. ") || trimmed.elementsEqual("..".utf8) else { return false }
    closeBlock()
    let margin = indent(lines[index])
    index += 1
    let body = trimmed.dropFirst(2).trimmed
    if body.first == UInt8(ascii: "_") {
      addTarget(body.dropFirst(), skipIndented(from: margin))
      return true
    }
    let content = skipIndented(from: margin)
    guard let colons = body.range(of: "::") else { return true }
    let argument = body[colons.upperBound...].trimmed
    switch body[..<colons.lowerBound].trimmed.text.lowercased() {
    case "image", "figure":
      let alt = content.first { $0.starts(withText: ":alt:") }.map { $0.dropFirst(5).trimmed.text } ?? ""
      // In the shape that the inline scanner knows.
      blocks.append(RawBlock(kind: .prose, bytes: Array("<img alt=\"\(alt)\" src=\"\(argument.text)\">".utf8)))
    case "note", "warning", "important", "tip", "caution", "attention", "danger", "hint", "admonition":
      let text = ([argument] + content).filter { !$0.isEmpty }.joined(separator: [UInt8.newline])
      blocks.append(RawBlock(kind: .notice, bytes: Array(text)))
    default: break
    }
    return true
  }

  private mutating func addTarget(_ body: Piece, _ content: [Piece]) {
    let end: Int?
    if body.first == UInt8(ascii: "`") {
      end = body.range(of: "`:")?.upperBound
    } else {
      end = body.index(of: UInt8(ascii: ":"), from: body.startIndex).map { $0 + 1 }
    }
    guard let end else { return }
    let name = body[..<(end - 1)].filter { $0 != UInt8(ascii: "`") }[...]
    let address = body[end...].trimmed
    targets[InlineScanner.key(name)] = (address.isEmpty ? content.first ?? address : address).text
  }

  private func adornment(_ trimmed: Piece) -> UInt8? {
    guard let mark = trimmed.first, mark.isPunctuation, trimmed.count >= 3, trimmed.allSatisfy({ $0 == mark }) else {
      return nil
    }
    return mark
  }

  /// A title between two lines or over one.
  private mutating func parseHeading(_ line: Piece, _ trimmed: Piece) -> Bool {
    if let mark = adornment(trimmed) {
      let isOverline = open == nil && index + 2 < lines.count && adornment(lines[index + 2].trimmed) == mark
      closeBlock()
      if isOverline, !lines[index + 1].trimmed.isEmpty {
        addHeading(lines[index + 1].trimmed, style: [mark, mark])
        index += 3
      } else {
        index += 1
      }
      return true
    }
    guard open == nil, indent(line) == 0, index + 1 < lines.count, let mark = adornment(lines[index + 1].trimmed),
      mark != UInt8(ascii: "|"), mark != UInt8(ascii: "+")
    else { return false }
    addHeading(trimmed, style: [mark])
    index += 2
    return true
  }

  private mutating func addHeading(_ text: Piece, style: [UInt8]) {
    if !styles.contains(style) { styles.append(style) }
    let level = (styles.firstIndex(of: style) ?? 0) + 1
    blocks.append(RawBlock(kind: .heading(level), bytes: Array(text)))
  }

  /// Tables: `+---+---+` and `====  ====`.
  private mutating func skipTable(_ trimmed: Piece) -> Bool {
    let isGrid = trimmed.starts(withText: "+-") || trimmed.starts(withText: "+=")
    let isSimple = trimmed.starts(withText: "==") && trimmed.allSatisfy { $0 == UInt8(ascii: "=") || $0.isBlank }
    guard isGrid || isSimple else { return false }
    closeBlock()
    while index < lines.count, !lines[index].trimmed.isEmpty { index += 1 }
    return true
  }

  /// `:name: value`
  private mutating func skipField(_ trimmed: Piece) -> Bool {
    guard open == nil, trimmed.first == UInt8(ascii: ":"),
      let close = trimmed.index(of: UInt8(ascii: ":"), from: trimmed.startIndex + 1), close > trimmed.startIndex + 1,
      close + 1 == trimmed.endIndex || trimmed[close + 1].isBlank
    else { return false }
    index += 1
    return true
  }

  private mutating func parseItem(_ trimmed: Piece) -> Bool {
    guard let mark = trimmed.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "+"),
      trimmed.dropFirst().first?.isBlank == true
    else { return false }
    closeBlock()
    append(trimmed.dropFirst().trimmed, .item)
    index += 1
    return true
  }
}
