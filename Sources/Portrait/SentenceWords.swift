/// The words of one sentence, with what the markup said of them.
struct SentenceWords {
  /// One word: letters, digits, and marks inside such as in `go-ethereum` or `node.js`.
  struct Word {
    /// As written.
    let text: String
    /// In lower case.
    let lower: String
    /// Where in the block's text.
    let range: Range<Int>
    /// Whether a comma, colon, bracket or dash stands between this word and the one before.
    let isAfterBreak: Bool

    /// Whether it is written like a name: with a capital, or with a digit or mark inside a word.
    var looksLikeName: Bool {
      let bytes = text.utf8
      guard bytes.contains(where: \.isLetter) else { return false }
      if bytes.contains(where: \.isUpper) { return true }
      return bytes.dropFirst().dropLast().contains { $0 == UInt8(ascii: "-") } && !lower.hasSuffix("-based")
    }
  }

  /// The words in order.
  let words: [Word]
  /// The sentence, at most 240 characters.
  let quote: String
  private let links: [InlineText.Link]

  /// The words of the sentence at `range` of a block.
  init(_ inline: InlineText, _ range: Range<Int>) {
    var words: [Word] = []
    let bytes = inline.bytes
    var index = range.lowerBound
    var isBroken = false
    while index < range.upperBound {
      let script = Self.script(bytes[index])
      if script == .none {
        if ",;:()[]—–|/".utf8.contains(bytes[index]) { isBroken = true }
        if bytes[index] == UInt8(ascii: "-") { isBroken = true }
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, Self.belongs(bytes, end, to: script, range.upperBound) { end += 1 }
      let text = bytes[index..<end].text
      words.append(Word(text: text, lower: text.lowercased(), range: index..<end, isAfterBreak: isBroken))
      isBroken = false
      index = end
    }
    self.words = words
    quote = bytes[range].text.shortened(to: 240)
    links = inline.links.filter { $0.range.overlaps(range) }
  }

  private enum Script { case none, alphabet, wide }

  /// Scripts without spaces are told from those with: `基于PostgreSQL` is two words.
  private static func script(_ byte: UInt8) -> Script {
    if byte >= 0xe3, byte <= 0xed { return .wide }
    // General punctuation (U+2000 to U+2FFF) separates; the apostrophe is seen in ``belongs(_:_:to:_:)``.
    if byte == 0xe2 { return .none }
    return byte.isWord ? .alphabet : .none
  }

  private static func belongs(_ bytes: [UInt8], _ index: Int, to script: Script, _ end: Int) -> Bool {
    let byte = bytes[index]
    if script == .wide { return byte >= 0x80 && !(byte >= 0xc0 && (byte < 0xe3 || byte > 0xed)) }
    if byte == 0xe2 || (byte >= 0xe3 && byte <= 0xed) {
      return byte == 0xe2 && index + 3 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
        && bytes[index + 3].isLetter
    }
    if byte.isWord { return true }
    guard "-.'+_@#".utf8.contains(byte) else { return false }
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "#") { return true }
    return index + 1 < end && bytes[index + 1].isWord
  }

  /// The link that the word at `position` belongs to.
  func link(at position: Int) -> InlineText.Link? {
    let start = words[position].range.lowerBound
    return links.first { $0.range.contains(start) }
  }

  /// Whether `phrase` stands at `position`.
  func matches(_ phrase: [String], at position: Int) -> Bool {
    guard position >= 0, position + phrase.count <= words.count else { return false }
    for (offset, word) in phrase.enumerated() where words[position + offset].lower != word { return false }
    return true
  }
}
