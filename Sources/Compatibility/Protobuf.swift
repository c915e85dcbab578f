/// Messages, fields, enumerators, services and calls of a Protocol Buffers file. Names carry their package and message;
/// a field's signature is its label, type and number: what stands on the wire.
enum Protobuf {
  static func extract(_ bytes: [UInt8]) -> Extraction {
    let text: [UInt8]
    do throws(SourceText.Unended) { text = try SourceText.withoutComments(bytes) } catch { return error.extraction }
    var parser = Parser(tokens: CTokens.of(text[...]))
    guard parser.file() else {
      return .failure(line: nil, reason: "braces are not closed, or nest too deep")
    }
    return .merging(parser.elements)
  }

  private struct Parser {
    let tokens: [CTokens.Token]
    var elements: [Element] = []
    private var place = 0
    private var package: [String] = []

    init(tokens: [CTokens.Token]) { self.tokens = tokens }

    private var here: String { place < tokens.count ? tokens[place].text : "" }

    private func name(_ scope: [String], _ last: String) -> String { (scope + [last]).joined(separator: ".") }

    /// The tokens up to one of `ends`, which is left; brackets are passed over whole.
    private mutating func statement() -> [CTokens.Token] {
      var parts: [CTokens.Token] = []
      while place < tokens.count, ![";", "{", "}"].contains(here) {
        if here == "[" {
          // Options of a field: their braces and semicolons end nothing.
          var depth = 0
          repeat {
            if here == "[" { depth += 1 }
            if here == "]" { depth -= 1 }
            place += 1
          } while depth > 0 && place < tokens.count
        } else {
          parts.append(tokens[place])
          place += 1
        }
      }
      return parts
    }

    mutating func file() -> Bool {
      while place < tokens.count {
        guard body([], depth: 0, isTop: true) else { return false }
        if here == "}" { return false }
      }
      return true
    }

    /// Declarations up to the brace that closes them; false where it is missing.
    private mutating func body(_ scope: [String], depth: Int, isTop: Bool = false) -> Bool {
      guard depth < 60 else { return false }
      while place < tokens.count {
        if here == "}" { return !isTop }
        if here == ";" {
          place += 1
          continue
        }
        let parts = statement().map(\.text)
        if here == "{" {
          place += 1
          guard block(parts, scope, depth) else { return false }
          guard here == "}" else { return false }
          place += 1
        } else if here == ";" {
          place += 1
          declare(parts, scope)
        }
      }
      return isTop
    }

    private mutating func block(_ parts: [String], _ scope: [String], _ depth: Int) -> Bool {
      let last = parts.count > 1 ? parts[1] : ""
      switch parts.first {
      case "message":
        elements.append(Element("message \(name(package + scope, last))"))
        return body(scope + [last], depth: depth + 1)
      case "enum":
        elements.append(Element("enum \(name(package + scope, last))"))
        return enumerators(scope + [last])
      case "service":
        elements.append(Element("service \(name(package + scope, last))"))
        return body(scope + [last], depth: depth + 1)
      case "oneof", "extend": return body(scope, depth: depth + 1)
      case "rpc":
        declare(parts, scope)
        return skip()
      case "optional", "required", "repeated":
        declare(parts, scope)
        return body(scope + [parts.count > 2 ? parts[2] : ""], depth: depth + 1)
      default: return skip()
      }
    }

    /// Passes over a block of options.
    private mutating func skip() -> Bool {
      var depth = 1
      while place < tokens.count {
        if here == "{" { depth += 1 }
        if here == "}" { depth -= 1 }
        if depth == 0 { return true }
        place += 1
      }
      return false
    }

    private mutating func enumerators(_ scope: [String]) -> Bool {
      while place < tokens.count, here != "}" {
        let parts = statement().map(\.text)
        guard here != "{" else {
          place += 1
          guard skip() else { return false }
          place += 1
          continue
        }
        if parts.count > 2, parts[1] == "=", parts[0] != "option" {
          elements.append(Element(name(package + scope, parts[0]), parts[2...].joined()))
        }
        if here == ";" { place += 1 }
      }
      return here == "}"
    }

    private mutating func declare(_ parts: [String], _ scope: [String]) {
      switch parts.first {
      case "package": package = [parts.dropFirst().joined()]
      case "rpc" where parts.count > 1:
        let shape = parts.dropFirst(2).joined(separator: " ").replacing(" . ", with: ".").replacing("( ", with: "(")
          .replacing(" )", with: ")")
        elements.append(Element("rpc \(name(package + scope, parts[1]))", shape))
      case nil, "syntax", "edition", "import", "option", "reserved", "extensions": return
      default:
        guard let equals = parts.lastIndex(of: "="), equals > 1, equals + 1 < parts.count else { return }
        let type = parts[..<(equals - 1)].joined(separator: " ").replacing(" . ", with: ".")
          .replacing(" < ", with: "<").replacing(" , ", with: ", ").replacing(" >", with: ">")
        elements.append(Element(name(package + scope, parts[equals - 1]), "\(type) = \(parts[equals + 1])"))
      }
    }
  }
}
