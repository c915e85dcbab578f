extension InlineScanner {
  /// Code, or in reStructuredText a link.
  mutating func scanBackticks() -> Bool {
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
  mutating func putReference(_ content: Piece) {
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
  func close(of start: Int, _ open: UInt8, _ close: UInt8) -> Int? {
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
  func link(at start: Int) -> (text: Piece, target: String?, end: Int)? {
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
    return (text, targets[Self.key(name)], end)
  }

  /// The name of a reference as ``targets`` has it.
  static func key(_ name: Piece) -> String {
    name.split(whereSeparator: \.isBlank).map { $0.text.lowercased() }.joined(separator: " ")
  }

  mutating func scanImage() -> Bool {
    guard let link = link(at: position + 1) else { return false }
    result.images.append(.init(text: inner(link.text).text, target: link.target ?? ""))
    position = link.end
    return true
  }

  mutating func scanBracket() -> Bool {
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

  mutating func scanOrgLink() -> Bool {
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
  mutating func scanAddress() -> Bool {
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
}
