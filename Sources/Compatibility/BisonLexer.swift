/// Splits a Bison or Yacc grammar into tokens; actions and code are passed over.
struct BisonLexer {
  enum Token: Hashable {
    /// A name of a symbol, or a literal as it is written.
    case symbol(String)
    /// `%token` and kin.
    case directive(String)
    case colon, semicolon, bar, sectionEnd
    /// Code in braces.
    case code
    /// A type in angle brackets.
    case tag
    case number
    case end
  }

  private var text: SourceText
  /// The line of the last token.
  private(set) var line = 1
  private var countedTo = 0
  private var countedLine = 1

  init(_ bytes: [UInt8]) { text = SourceText(bytes) }

  /// The next token; `end` at the end.
  mutating func next() throws(SourceText.Unended) -> Token {
    while !text.isAtEnd {
      if SourceText.isSpace(text.here) {
        text.position += 1
      } else if text.starts(with: "%{") {
        try skipPrologue()
      } else if try !text.skipComment() {
        break
      }
    }
    countLines()
    let byte = text.here
    if text.isAtEnd { return .end }
    if SourceText.isNameStart(byte) || byte == UInt8(ascii: ".") { return name() }
    switch byte {
    case UInt8(ascii: "%"): return try percent()
    case UInt8(ascii: "{"):
      try skipCode()
      return .code
    case UInt8(ascii: "<"):
      try skipTag()
      return .tag
    case UInt8(ascii: "["):
      try skip(to: UInt8(ascii: "]"), "a name in brackets")
      return try next()
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let start = text.position
      try text.skipLiteral()
      return .symbol(text.text(start..<text.position))
    default: break
    }
    text.position += 1
    switch byte {
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: "|"): return .bar
    default: break
    }
    if SourceText.isDigit(byte) {
      while SourceText.isName(text.here) { text.position += 1 }
      return .number
    }
    // Yacc's old `=` before an action, commas between names: nothing that tells of syntax.
    return try next()
  }

  private mutating func countLines() {
    countedLine += text.bytes[countedTo..<max(countedTo, min(text.position, text.bytes.count))]
      .count { $0 == UInt8(ascii: "\n") }
    countedTo = max(countedTo, text.position)
    line = countedLine
  }

  private mutating func name() -> Token {
    let start = text.position
    while SourceText.isName(text.here) || text.here == UInt8(ascii: ".") || text.here == UInt8(ascii: "-") {
      text.position += 1
    }
    return .symbol(text.text(start..<text.position))
  }

  private mutating func percent() throws(SourceText.Unended) -> Token {
    if text.starts(with: "%%") {
      text.position += 2
      return .sectionEnd
    }
    if text.starts(with: "%?") {
      text.position += 2
      return try next()
    }
    let start = text.position
    text.position += 1
    while SourceText.isName(text.here) || text.here == UInt8(ascii: "-") { text.position += 1 }
    return .directive(text.text(start..<text.position))
  }

  private mutating func skipPrologue() throws(SourceText.Unended) {
    let start = text.position
    while !text.starts(with: "%}") {
      if text.isAtEnd { throw SourceText.Unended(line: text.line(of: start), what: "a prologue") }
      text.position += 1
    }
    text.position += 2
  }

  private mutating func skip(to end: UInt8, _ what: String) throws(SourceText.Unended) {
    let start = text.position
    while text.here != end {
      if text.isAtEnd { throw SourceText.Unended(line: text.line(of: start), what: what) }
      text.position += 1
    }
    text.position += 1
  }

  private mutating func skipTag() throws(SourceText.Unended) {
    let start = text.position
    var depth = 0
    repeat {
      if text.isAtEnd { throw SourceText.Unended(line: text.line(of: start), what: "a type in angle brackets") }
      if text.here == UInt8(ascii: "<") { depth += 1 }
      if text.here == UInt8(ascii: ">"), text.bytes[text.position - 1] != UInt8(ascii: "-") { depth -= 1 }
      text.position += 1
    } while depth > 0
  }

  private mutating func skipCode() throws(SourceText.Unended) {
    let start = text.position
    var depth = 0
    repeat {
      if text.isAtEnd { throw SourceText.Unended(line: text.line(of: start), what: "code in braces") }
      if try text.skipComment() { continue }
      switch text.here {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        try text.skipLiteral()
        continue
      default: break
      }
      text.position += 1
    } while depth > 0
  }
}
