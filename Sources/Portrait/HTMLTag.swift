/// One tag of HTML inside a README.
struct HTMLTag {
  /// The name in lower case.
  let name: String
  /// Whether it closes.
  let isClosing: Bool
  /// The first position after it.
  let end: Int
  private let attributes: Piece

  /// The tag that starts at `start` of `source`; nil where none does.
  init?(_ source: Piece, at start: Int) {
    var index = start + 1
    guard index < source.endIndex else { return nil }
    isClosing = source[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let nameStart = index
    while index < source.endIndex, source[index].isLetter || source[index].isDigit { index += 1 }
    guard index > nameStart, source[nameStart].isLetter else { return nil }
    name = source[nameStart..<index].text.lowercased()
    let attributesStart = index
    var quote: UInt8?
    while index < source.endIndex {
      let byte = source[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      index += 1
    }
    // `<user@example.org>` and `<path>` of an argument are tags too: nobody misses them in prose.
    guard index < source.endIndex else { return nil }
    attributes = source[attributesStart..<index]
    end = index + 1
  }

  /// The value of the attribute `name`; nil where the tag has none.
  func attribute(_ name: StaticString) -> String? {
    var start = attributes.startIndex
    while let found = attributes.range(of: name, from: start) {
      start = found.upperBound
      guard found.lowerBound > attributes.startIndex, attributes[found.lowerBound - 1].isBlank else { continue }
      let rest = attributes[found.upperBound...].trimmed
      guard rest.first == UInt8(ascii: "=") else { continue }
      let value = rest.dropFirst().trimmed
      guard let quote = value.first else { return "" }
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        return value.dropFirst().prefix { $0 != quote }.text
      }
      return value.prefix { !$0.isBlank && $0 != UInt8(ascii: "/") }.text
    }
    return nil
  }
}
