/// Takes the markup out of a block of text.
struct InlineScanner {
  let source: Piece
  let dialect: Dialect
  /// Addresses that links refer to by a name, the names in lower case.
  let targets: [String: String]
  var position: Int
  var result = InlineText()
  var openLink: (start: Int, target: String)?

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

  func byte(_ offset: Int) -> UInt8 {
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

  mutating func put(_ byte: UInt8) {
    if byte.isBlank {
      if let last = result.bytes.last, last != .space { result.bytes.append(.space) }
    } else {
      result.bytes.append(byte)
    }
  }

  /// Adds `inner`, linked to `target`.
  mutating func put(_ inner: InlineText, target: String?) {
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

  func inner(_ piece: Piece) -> InlineText { Self.scan(piece, dialect, targets: targets) }

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
