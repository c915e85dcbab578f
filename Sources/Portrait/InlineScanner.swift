/// Takes the markup out of a block of text.
struct InlineScanner {
  private let source: Piece
  private let dialect: Dialect
  /// Addresses that links refer to by a name, the names in lower case.
  private let targets: [String: String]
  private var position: Int
  private var result = InlineText()
  private var openLink: (start: Int, target: String)?

  /// The text of `source` without markup.
  static func scan(_ source: Piece, _ dialect: Dialect, targets: [String: String] = [:]) -> InlineText {
    var scanner = InlineScanner(source: source, dialect: dialect, targets: targets)
    scanner.run()
    return scanner.result
  }

  private init(source: Piece, dialect: Dialect, targets: [String: String]) {
    self.source = source
    self.dialect = dialect
    self.targets = targets
    position = source.startIndex
  }

  private mutating func run() {
    while position < source.endIndex {
      let before = position
      if !scanMarkup() {
        put(source[position])
        position = before + 1
      }
    }
    closeLink()
    if result.bytes.last == .space { result.bytes.removeLast() }
    let end = result.bytes.count
    result.links = result.links.filter { $0.range.lowerBound < end }
      .map { .init(range: $0.range.clamped(to: 0..<end), target: $0.target) }
  }

  private func byte(_ offset: Int) -> UInt8 {
    let index = position + offset
    return index >= source.startIndex && index < source.endIndex ? source[index] : .space
  }

  /// Handles the markup that starts here; false where the byte stands for itself.
  private mutating func scanMarkup() -> Bool {
    switch source[position] {
    case UInt8(ascii: "\\"): return scanEscape()
    case UInt8(ascii: "`"): return scanBackticks()
    case UInt8(ascii: "!"): return byte(1) == UInt8(ascii: "[") && scanImage()
    case UInt8(ascii: "["): return scanBracket()
    case UInt8(ascii: "<"): return scanTag()
    case UInt8(ascii: "&"): return scanEntity()
    case UInt8(ascii: "|"): return dialect == .restructuredText && scanSubstitution()
    case UInt8(ascii: ":"): return dialect == .restructuredText && scanRole()
    case UInt8(ascii: "h"), UInt8(ascii: "l"): return scanAddress()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return scanEmphasis()
    default: return false
    }
  }

  private mutating func put(_ byte: UInt8) {
    if byte.isBlank {
      if let last = result.bytes.last, last != .space { result.bytes.append(.space) }
    } else {
      result.bytes.append(byte)
    }
  }

  /// Adds `inner`, linked to `target`.
  private mutating func put(_ inner: InlineText, target: String?) {
    let start = result.bytes.count
    result.bytes += inner.bytes
    let range = start..<result.bytes.count
    result.images += inner.images.map { .init(text: $0.text, target: $0.target, isLinked: target != nil) }
    if let target, !range.isEmpty {
      result.links.append(.init(range: range, target: target))
    } else {
      result.links += inner.links.map {
        .init(range: ($0.range.lowerBound + start)..<($0.range.upperBound + start), target: $0.target)
      }
    }
  }

  private func inner(_ piece: Piece) -> InlineText { Self.scan(piece, dialect, targets: targets) }

  private mutating func scanEscape() -> Bool {
    guard byte(1).isPunctuation else { return false }
    put(byte(1))
    position += 2
    return true
  }

  private mutating func scanEntity() -> Bool {
    let entities: [(StaticString, String)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"),
      ("&nbsp;", " "), ("&emsp;", " "), ("&ensp;", " "), ("&mdash;", "—"), ("&ndash;", "–"), ("&middot;", "·"),
      ("&bull;", "•"), ("&copy;", "©"), ("&reg;", "®"), ("&trade;", "™"),
    ]
    for (entity, text) in entities where source.matches(entity, at: position) {
      for byte in text.utf8 { put(byte) }
      position += entity.utf8CodeUnitCount
      return true
    }
    return false
  }

  /// Drops marks of emphasis: those that touch a word on one side.
  private mutating func scanEmphasis() -> Bool {
    let mark = source[position]
    let length = source[position...].run(of: mark)
    let (before, after) = (byte(-1), byte(length))
    switch mark {
    case UInt8(ascii: "~"): if length < 2 { return false }
    case UInt8(ascii: "_"):
      if before.isWord && after.isWord { return false }
      if dialect == .restructuredText, before.isWord, length <= 2 { linkLastWord() }
    default: if before.isBlank && after.isBlank && dialect != .asciiDoc { return false }
    }
    position += length
    return true
  }

  /// `word_` of reStructuredText: a link to the address of that name.
  private mutating func linkLastWord() {
    let start = (result.bytes.lastIndex { !$0.isWord && $0 != UInt8(ascii: "-") } ?? -1) + 1
    let range = start..<result.bytes.count
    guard let target = targets[result.bytes[range].text.lowercased()] else { return }
    result.links.append(.init(range: range, target: target))
  }

  private mutating func scanSubstitution() -> Bool {
    guard let end = source.index(of: UInt8(ascii: "|"), from: position + 1), end > position + 1,
      !byte(1).isBlank, !source[end - 1].isBlank, end - position < 64
    else { return false }
    position = end + 1
    return true
  }

  private mutating func scanRole() -> Bool {
    var end = position + 1
    while end < source.endIndex, source[end].isLetter || source[end] == UInt8(ascii: "-") { end += 1 }
    guard end > position + 1, source[end...].starts(withText: ":`") else { return false }
    position = end + 1
    return true
  }
}

extension InlineScanner {
  /// Code, or in reStructuredText a link.
  private mutating func scanBackticks() -> Bool {
    let length = source[position...].run(of: UInt8(ascii: "`"))
    let start = position + length
    var end = start
    while end < source.endIndex {
      if source[end] == UInt8(ascii: "`") {
        let run = source[end...].run(of: UInt8(ascii: "`"))
        if run == length { break }
        end += run
      } else {
        end += 1
      }
    }
    guard end < source.endIndex else { return false }
    let content = source[start..<end]
    position = end + length
    if dialect == .restructuredText, length == 1 {
      putReference(content)
    } else {
      for byte in content { put(byte) }
    }
    return true
  }

  /// The content of `` `text <address>`_ `` or `` `name`_ ``.
  private mutating func putReference(_ content: Piece) {
    let isLink = byte(0) == UInt8(ascii: "_")
    if isLink { position += source[position...].run(of: UInt8(ascii: "_")) }
    var inner = InlineText()
    if let open = content.lastIndex(of: UInt8(ascii: "<")), content.last == UInt8(ascii: ">") {
      inner.bytes = Array(content[..<open].trimmed)
      put(inner, target: content[(open + 1)...].dropLast().text)
    } else {
      inner = self.inner(content)
      put(inner, target: isLink ? targets[inner.text.lowercased()] : nil)
    }
  }

  /// Where the bracket that opens at `start` closes.
  private func close(of start: Int, _ open: UInt8, _ close: UInt8) -> Int? {
    var depth = 0
    var index = start
    while index < source.endIndex {
      if source[index] == UInt8(ascii: "\\") { index += 1 } else if source[index] == open { depth += 1 }
      if index < source.endIndex, source[index] == close, source[index - 1] != UInt8(ascii: "\\") {
        depth -= 1
        if depth == 0 { return index }
      }
      index += 1
    }
    return nil
  }

  /// The bracketed text at `start`, the address that follows it, and where both end.
  private func link(at start: Int) -> (text: Piece, target: String?, end: Int)? {
    guard let textEnd = close(of: start, UInt8(ascii: "["), UInt8(ascii: "]")) else { return nil }
    let text = source[(start + 1)..<textEnd]
    var end = textEnd + 1
    if source[end...].first == UInt8(ascii: "("), let close = close(of: end, UInt8(ascii: "("), UInt8(ascii: ")")) {
      let address = source[(end + 1)..<close].trimmed.prefix { !$0.isBlank }
      return (text, address.filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }[...].text, close + 1)
    }
    var name = text
    if source[end...].first == UInt8(ascii: "["), let close = close(of: end, UInt8(ascii: "["), UInt8(ascii: "]")) {
      if close > end + 1 { name = source[(end + 1)..<close] }
      end = close + 1
    }
    return (text, targets[InlineScanner.key(name)], end)
  }

  /// The name of a reference as ``targets`` has it.
  static func key(_ name: Piece) -> String {
    name.split(whereSeparator: \.isBlank).map { $0.text.lowercased() }.joined(separator: " ")
  }

  private mutating func scanImage() -> Bool {
    guard let link = link(at: position + 1) else { return false }
    result.images.append(.init(text: inner(link.text).text, target: link.target ?? ""))
    position = link.end
    return true
  }

  private mutating func scanBracket() -> Bool {
    if dialect == .org, byte(1) == UInt8(ascii: "[") { return scanOrgLink() }
    guard dialect != .restructuredText, let link = link(at: position) else { return false }
    if link.target == nil {
      // A footnote's number, a tick box: no text. Anything else stands for itself.
      if link.text.allSatisfy({ $0.isDigit || $0.isBlank || $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "^") }) {
        position = link.end
        return true
      }
      guard link.text.contains(where: { $0 == UInt8(ascii: "[") }) || link.text.contains("](") else { return false }
    }
    put(inner(link.text), target: link.target)
    position = link.end
    return true
  }

  private mutating func scanOrgLink() -> Bool {
    guard let end = source.range(of: "]]", from: position) else { return false }
    let content = source[(position + 2)..<end.lowerBound]
    let parts = content.split(separator: UInt8(ascii: "]"), maxSplits: 1)
    guard let target = parts.first else { return false }
    let text = parts.count == 2 ? parts[1].dropFirst() : target
    put(inner(text), target: target.text)
    position = end.upperBound
    return true
  }

  /// A bare address; in AsciiDoc with its text in brackets.
  private mutating func scanAddress() -> Bool {
    guard !byte(-1).isWord || position == source.startIndex else { return false }
    let start = source.matches("link:", at: position) && dialect == .asciiDoc ? position + 5 : position
    guard start != position || source.matches("http://", at: start) || source.matches("https://", at: start) else {
      return false
    }
    var end = start
    let stops = Set("<>\"`[]()|".utf8)
    while end < source.endIndex, !source[end].isBlank, !stops.contains(source[end]), source[end] < 0x80 { end += 1 }
    while end > start, ".,;:!?*_'".utf8.contains(source[end - 1]) { end -= 1 }
    let target = source[start..<end].text
    if dialect == .asciiDoc, end < source.endIndex, source[end] == UInt8(ascii: "["),
      let close = source.index(of: UInt8(ascii: "]"), from: end)
    {
      put(inner(source[(end + 1)..<close]), target: target)
      position = close + 1
    } else {
      var inner = InlineText()
      inner.bytes = Array(source[start..<end])
      put(inner, target: target)
      position = end
    }
    return true
  }

  private mutating func scanTag() -> Bool {
    if source.matches("<http", at: position), let end = source.index(of: UInt8(ascii: ">"), from: position) {
      var inner = InlineText()
      inner.bytes = Array(source[(position + 1)..<end])
      put(inner, target: inner.text)
      position = end + 1
      return true
    }
    guard let tag = HTMLTag(source, at: position) else { return false }
    position = tag.end
    switch tag.name {
    case "a":
      if tag.isClosing { closeLink() } else if let target = tag.attribute("href") {
        openLink = (result.bytes.count, target)
      }
    case "img":
      let (text, target) = (tag.attribute("alt") ?? "", tag.attribute("src") ?? "")
      result.images.append(.init(text: text, target: target, isLinked: openLink != nil))
    case "b", "strong", "i", "em", "code", "span", "sub", "sup", "kbd", "u", "font", "tt", "small": break
    default: put(.space)
    }
    return true
  }

  private mutating func closeLink() {
    guard let open = openLink else { return }
    openLink = nil
    let range = open.start..<result.bytes.count
    if !range.isEmpty { result.links.append(.init(range: range, target: open.target)) }
  }
}
