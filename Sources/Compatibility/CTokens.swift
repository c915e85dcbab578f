/// Splits C without comments into tokens: names, numbers, literals, and signs one by one or in pairs.
enum CTokens {
  struct Token: Hashable {
    enum Kind: Hashable { case name, number, text, character, sign }
    let kind: Kind
    let text: String
  }

  private static let pairs: Set<String> = ["<<", ">>", "==", "!=", "<=", ">=", "&&", "||", "->", "::", "##"]

  static func of(_ bytes: ArraySlice<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var source = SourceText(bytes)
    while !source.isAtEnd {
      let byte = source.here
      let start = source.position
      if SourceText.isSpace(byte) || (byte == UInt8(ascii: "\\") && SourceText.isSpace(source.peek(1))) {
        source.position += 1
      } else if SourceText.isNameStart(byte) {
        while SourceText.isName(source.here) { source.position += 1 }
        tokens.append(Token(kind: .name, text: source.text(start..<source.position)))
      } else if SourceText.isDigit(byte) {
        while SourceText.isName(source.here) || source.here == UInt8(ascii: ".") || source.here == UInt8(ascii: "'") {
          source.position += 1
        }
        tokens.append(Token(kind: .number, text: source.text(start..<source.position)))
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        do throws(SourceText.Unended) { try source.skipLiteral() } catch { source.position = start + 1 }
        let kind: Token.Kind = byte == UInt8(ascii: "'") ? .character : .text
        tokens.append(Token(kind: kind, text: source.text(start..<min(source.position, source.bytes.count))))
      } else {
        let two = start + 2 <= source.bytes.count ? source.text(start..<(start + 2)) : ""
        let isPair = pairs.contains(two)
        source.position += isPair ? 2 : 1
        tokens.append(Token(kind: .sign, text: isPair ? two : source.text(start..<(start + 1))))
      }
    }
    return tokens
  }

  /// The tokens with a space only between two that would run together.
  static func text(_ tokens: some Sequence<Token>) -> String {
    var text = ""
    var last: Token?
    for token in tokens {
      if let last, last.kind != .sign, token.kind != .sign { text += " " }
      if let last, last.text == ",", token.kind != .sign { text += " " }
      text += token.text
      last = token
    }
    return text
  }
}
