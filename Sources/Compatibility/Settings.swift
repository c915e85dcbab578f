/// Keys and values of a sample configuration file: `key value`, `key = value` or `#key = value`, one a line; `[section]`
/// stands before the keys below it.
///
/// A commented key counts only with an equals sign or as `#Key value` without a space: after `# ` stands prose.
enum Settings {
  static func extract(_ bytes: [UInt8]) -> Extraction {
    if bytes.contains(0) { return .failure(line: nil, reason: "it is no text") }
    var elements: [Element] = []
    var section = ""
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self).trimmed
      if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
        section = String(text[text.index(after: text.startIndex)..<end]) + "."
      } else if let (key, value) = setting(text) {
        elements.append(Element(section + key, value))
      }
    }
    return .merging(elements)
  }

  private static func setting(_ line: Substring) -> (String, String)? {
    var rest = line
    let isComment = rest.first == "#" || rest.first == ";"
    if isComment { rest = rest.drop { $0 == "#" || $0 == ";" } }
    guard let first = rest.first, first.isLetter || first == "_" else { return nil }
    let key = rest.prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    let after = rest[key.endIndex...].trimmed
    if after.first == "=" {
      let value = after.dropFirst().trimmed
      if isComment, value.contains(" "), !value.contains("#"), !value.hasPrefix("'"), !value.hasPrefix("\"") {
        return nil
      }
      return (String(key), withoutComment(value))
    }
    guard !isComment || rest.startIndex == line.index(after: line.startIndex), !after.isEmpty,
      rest[key.endIndex].isWhitespace, !isComment || !after.contains(" ")
    else { return nil }
    return (String(key), withoutComment(after))
  }

  /// Up to a `#` after a space that stands in no quotes.
  private static func withoutComment(_ value: Substring) -> String {
    var quote: Character?
    var last: Character = " "
    for place in value.indices {
      let character = value[place]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "#", last.isWhitespace {
        return String(value[..<place].trimmed)
      }
      last = character
    }
    return String(value)
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: SubSequence {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }
}
