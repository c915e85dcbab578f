/// Entries of a catalogue in the form of Perl's lists: `{ oid => '1', proname => 'abs', … }`. Comments begin with `#`.
struct Catalogue {
  /// Fields that make an entry's name: the first as it is, the others in parentheses.
  let keys: [String]
  /// Fields that make its signature.
  let values: [String]

  func extract(_ bytes: [UInt8]) -> Extraction {
    var text = SourceText(bytes)
    var elements: [Element] = []
    while !text.isAtEnd {
      switch text.here {
      case UInt8(ascii: "#"): while !text.isAtEnd, text.here != UInt8(ascii: "\n") { text.position += 1 }
      case UInt8(ascii: "{"):
        let start = text.position
        guard let fields = Self.entry(&text) else {
          return .failure(line: text.line(of: start), reason: "an entry has no end")
        }
        if let element = element(fields) { elements.append(element) }
      default: text.position += 1
      }
    }
    return .merging(elements)
  }

  private func element(_ fields: [String: String]) -> Element? {
    guard let first = keys.first, var name = fields[first] else { return nil }
    if keys.count > 1 {
      name += "(" + keys.dropFirst().map { fields[$0] ?? "" }.joined(separator: "; ").replacing(" ", with: ", ") + ")"
    }
    return Element(name, values.map { fields[$0] ?? "" }.joined(separator: ", "))
  }

  /// The fields up to the closing brace; nil where there is none.
  private static func entry(_ text: inout SourceText) -> [String: String]? {
    var fields: [String: String] = [:]
    var key = ""
    text.position += 1
    while !text.isAtEnd {
      let byte = text.here
      if byte == UInt8(ascii: "}") {
        text.position += 1
        return fields
      } else if byte == UInt8(ascii: "#") {
        while !text.isAtEnd, text.here != UInt8(ascii: "\n") { text.position += 1 }
      } else if byte == UInt8(ascii: "'") {
        guard let value = literal(&text) else { return nil }
        if !key.isEmpty { fields[key] = value }
        key = ""
      } else if SourceText.isNameStart(byte) {
        let start = text.position
        while SourceText.isName(text.here) { text.position += 1 }
        key = text.text(start..<text.position)
      } else {
        text.position += 1
      }
    }
    return nil
  }

  private static func literal(_ text: inout SourceText) -> String? {
    var value: [UInt8] = []
    text.position += 1
    while !text.isAtEnd {
      if text.here == UInt8(ascii: "'") {
        text.position += 1
        return String(decoding: value, as: UTF8.self)
      }
      if text.here == UInt8(ascii: "\\") { text.position += 1 }
      value.append(text.here)
      text.position += 1
    }
    return nil
  }
}
