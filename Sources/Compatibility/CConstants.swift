/// Named constants of C and C++: macros with a value, enumerators, and constant variables, compared by value.
enum CConstants {
  static func extract(_ bytes: [UInt8]) -> Extraction {
    let text: [UInt8]
    do throws(SourceText.Unended) { text = try SourceText.withoutComments(bytes) } catch { return error.extraction }
    var file = File()
    for line in lines(text) {
      if line.isDirective { file.directive(CTokens.of(line.bytes)) } else { file.code += line.bytes + [0x0a] }
    }
    file.declarations()
    return .merging(file.elements)
  }

  /// Lines, each with what a backslash at its end continues.
  private static func lines(_ text: [UInt8]) -> [(bytes: ArraySlice<UInt8>, isDirective: Bool)] {
    var lines: [(ArraySlice<UInt8>, Bool)] = []
    var start = 0
    for index in 0...text.count where index == text.count || text[index] == UInt8(ascii: "\n") {
      let isContinued = index > start && index < text.count && text[start..<index].last { $0 != 0x0d } == 0x5c
      if isContinued { continue }
      let line = text[start..<index]
      lines.append((line, line.first { !SourceText.isSpace($0) } == UInt8(ascii: "#")))
      start = index + 1
    }
    return lines
  }

  private struct File {
    /// What is left when the preprocessor's lines are gone.
    var code: [UInt8] = []
    private var macros: [String: ConstantValue.Macro] = [:]
    private var known: [String: Int64] = [:]
    private var constants: [(name: String, tokens: [CTokens.Token])] = []

    mutating func directive(_ tokens: [CTokens.Token]) {
      guard tokens.count >= 3, tokens[0].text == "#", tokens[1].text == "define", tokens[2].kind == .name else {
        return
      }
      let (name, rest) = (tokens[2].text, tokens.dropFirst(3))
      if let parameters = Self.parameters(rest) {
        let body = rest.drop { $0.text != ")" }.dropFirst()
        if macros[name] == nil { macros[name] = ConstantValue.Macro(parameters: parameters, body: Array(body)) }
      } else if !rest.isEmpty {
        if macros[name] == nil { macros[name] = ConstantValue.Macro(parameters: nil, body: Array(rest)) }
        constants.append((name, Array(rest)))
      }
    }

    /// The names in parentheses that follow a macro's name; nil where none do.
    private static func parameters(_ tokens: ArraySlice<CTokens.Token>) -> [String]? {
      guard tokens.first?.text == "(", let end = tokens.firstIndex(where: { $0.text == ")" }),
        end + 1 < tokens.endIndex
      else { return nil }
      let inner = tokens[(tokens.startIndex + 1)..<end]
      let isList = inner.enumerated().allSatisfy { place, token in
        place % 2 == 0 ? token.kind == .name : token.text == ","
      }
      return isList ? inner.filter { $0.kind == .name }.map(\.text) : nil
    }

    mutating func declarations() {
      let tokens = CTokens.of(code[...])
      var place = 0
      while place < tokens.count {
        if tokens[place].text == "enum", let next = enumerators(tokens, place + 1) {
          place = next
        } else if ["const", "constexpr"].contains(tokens[place].text), let next = variable(tokens, place + 1) {
          place = next
        } else {
          place += 1
        }
      }
    }

    /// Reads `name { A, B = 2 }` from `start`; nil where no list follows.
    private mutating func enumerators(_ tokens: [CTokens.Token], _ start: Int) -> Int? {
      guard let open = tokens[start...].prefix(8).firstIndex(where: { [";", "{", "(", ")"].contains($0.text) }),
        tokens[open].text == "{", let close = tokens[open...].firstIndex(where: { $0.text == "}" })
      else { return nil }
      var (next, lastName): (Int64?, String?) = (0, nil)
      var offset: Int64 = 0
      for part in tokens[(open + 1)..<close].split(whereSeparator: { $0.text == "," }) {
        guard let name = part.first, name.kind == .name else { continue }
        var shown: [CTokens.Token] = []
        if part.count > 2, part[part.startIndex + 1].text == "=" {
          shown = Array(part.dropFirst(2))
          next = ConstantValue(macros: macros, known: known).value(of: shown)
          (lastName, offset) = (name.text, 0)
        }
        if let next { known[name.text] = next }
        // After one that cannot be worked out, the distance to it is what can be said.
        let fallback = next == nil && shown.isEmpty ? lastName.map { "\($0)+\(offset)" } : nil
        let number = CTokens.Token(kind: .number, text: fallback ?? next.map(String.init) ?? "")
        constants.append((name.text, shown.isEmpty ? [number] : shown))
        next = next.flatMap { $0 == .max ? nil : $0 + 1 }
        offset += 1
      }
      return close + 1
    }

    /// Reads `int NAME = 3;` or `NAME{3};` from `start`; nil where something else follows.
    private mutating func variable(_ tokens: [CTokens.Token], _ start: Int) -> Int? {
      let head = tokens[start...].prefix(12)
      guard let mark = head.firstIndex(where: { ["=", "{", "(", ";", ")"].contains($0.text) }), mark > start,
        ["=", "{"].contains(tokens[mark].text)
      else { return nil }
      var place = mark - 1
      while place > start, tokens[place].kind != .name { place -= 1 }
      guard tokens[place].kind == .name, let end = tokens[mark...].prefix(64).firstIndex(where: { $0.text == ";" })
      else { return nil }
      var body = Array(tokens[(mark + 1)..<end])
      if tokens[mark].text == "{", body.last?.text == "}" { body.removeLast() }
      if !body.isEmpty { constants.append((tokens[place].text, body)) }
      return end + 1
    }

    /// Order: macros as they stand, then the rest.
    var elements: [Element] {
      let values = ConstantValue(macros: macros, known: known)
      return constants.map { name, tokens in
        let text = CTokens.text(tokens)
        guard let value = values.value(of: tokens) else { return Element(name, text) }
        return Element(name, "\(value)", text: text)
      }
    }
  }
}
