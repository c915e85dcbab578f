/// Tokens and productions of a Bison or Yacc grammar.
///
/// An element is a token (`%token NAME`), the start symbol (`%start NAME`), or a production (`name: A B 'c'`); what
/// actions do, which precedence wins and what types values have is no syntax and left out.
enum BisonGrammar {
  static func extract(_ bytes: [UInt8]) -> Extraction {
    var parser = Parser(bytes)
    do throws(SourceText.Unended) {
      guard try parser.declarations() else {
        return .failure(line: nil, reason: "it has no rules: there is no %%")
      }
      if let failure = try parser.rules() { return failure }
    } catch {
      return error.extraction
    }
    return .merging(parser.elements)
  }

  /// The symbol that a production makes, and its parts; nil for other elements.
  static func production(_ name: String) -> (symbol: Substring, parts: [Substring])? {
    // Symbols are names: the first space stands after the colon.
    guard !name.hasPrefix("%"), let space = name.utf8.firstIndex(of: UInt8(ascii: " ")), space > name.startIndex else {
      return nil
    }
    let colon = name.utf8.index(before: space)
    guard name.utf8[colon] == UInt8(ascii: ":") else { return nil }
    return (name[..<colon], name[name.utf8.index(after: space)...].split(separator: " "))
  }

  private struct Parser {
    var lexer: BisonLexer
    var elements: [Element] = []
    private var ahead: BisonLexer.Token?
    /// Places of tokens in ``elements``.
    private var tokens: [String: Int] = [:]

    init(_ bytes: [UInt8]) { lexer = BisonLexer(bytes) }

    private static let tokenDirectives: Set<String> = [
      "%token", "%left", "%right", "%nonassoc", "%precedence", "%binary", "%term",
    ]

    private mutating func next() throws(SourceText.Unended) -> BisonLexer.Token {
      if let token = ahead {
        ahead = nil
        return token
      }
      return try lexer.next()
    }

    /// Reads up to the rules; false where there are none.
    mutating func declarations() throws(SourceText.Unended) -> Bool {
      var directive = ""
      var last: Int?
      while true {
        switch try next() {
        case .end: return false
        case .sectionEnd: return true
        case .directive(let name): (directive, last) = (name, nil)
        case .symbol(let name):
          if directive == "%start" {
            elements.append(Element("%start \(name)"))
          } else if Self.tokenDirectives.contains(directive) {
            declare(name, &last)
          }
        default: break
        }
      }
    }

    /// A token, or the literal that stands for the token before it.
    private mutating func declare(_ name: String, _ last: inout Int?) {
      if name.hasPrefix("\"") {
        if let place = last { elements[place] = Element(elements[place].name, name) }
        return
      }
      if name.hasPrefix("'") { return }
      if let place = tokens[name] {
        last = place
        return
      }
      last = elements.count
      tokens[name] = elements.count
      elements.append(Element("%token \(name)"))
    }

    mutating func rules() throws(SourceText.Unended) -> Extraction? {
      while true {
        switch try next() {
        case .end, .sectionEnd: return nil
        case .semicolon, .code: continue
        case .directive: try skipDeclaration()
        case .symbol(let name):
          guard try next() == .colon else {
            return .failure(line: lexer.line, reason: "a colon was expected after \(name)")
          }
          try alternatives(of: name)
        default: return .failure(line: lexer.line, reason: "a rule was expected")
        }
      }
    }

    /// A declaration among the rules ends with a semicolon.
    private mutating func skipDeclaration() throws(SourceText.Unended) {
      while true {
        switch try next() {
        case .semicolon, .end: return
        case .sectionEnd:
          ahead = .sectionEnd
          return
        default: continue
        }
      }
    }

    private mutating func alternatives(of first: String) throws(SourceText.Unended) {
      var name = first
      var parts: [String] = []
      func production() -> Element { Element("\(name): \(parts.isEmpty ? "%empty" : parts.joined(separator: " "))") }
      while true {
        let token = try next()
        switch token {
        case .bar:
          elements.append(production())
          parts = []
        case .semicolon, .end, .sectionEnd:
          elements.append(production())
          let following = token == .semicolon ? try next() : token
          // A rule may go on after a semicolon, says Bison's own grammar.
          guard following == .bar else {
            ahead = following
            return
          }
          parts = []
        case .symbol(let symbol):
          // Without a semicolon, the next rule shows by its colon.
          let following = try next()
          ahead = following
          if following == .colon {
            ahead = nil
            elements.append(production())
            (name, parts) = (symbol, [])
          } else {
            parts.append(symbol)
          }
        case .directive(let directive): try skipArgument(of: directive)
        default: continue
        }
      }
    }

    private mutating func skipArgument(of directive: String) throws(SourceText.Unended) {
      if ["%prec", "%dprec", "%merge", "%expect", "%expect-rr"].contains(directive) { _ = try next() }
    }
  }
}
