/// Splits plain text into sentences.
enum Sentences {
  /// The ranges of the sentences of `text`, without blanks at their ends, in order.
  ///
  /// A sentence ends at `.`, `!` or `?` before a blank and something that can start one, or at `。`, `！`, `？`, `；`.
  static func ranges(of text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    func close(at end: Int) {
      let piece = text[start..<end].trimmed
      if !piece.isEmpty { ranges.append(piece.startIndex..<piece.endIndex) }
      start = end
    }
    while index < text.count {
      if isWideEnd(text, index) {
        index += 3
        close(at: index)
      } else if text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: "!") || text[index] == UInt8(ascii: "?")
      {
        var end = index + 1
        while end < text.count, ".!?\")'".utf8.contains(text[end]) { end += 1 }
        if end == text.count || (text[end].isBlank && starts(text, end + 1) && !isAbbreviation(text, index)) {
          close(at: end)
        }
        index = end
      } else {
        index += 1
      }
    }
    close(at: text.count)
    return ranges
  }

  /// `。`, `！`, `？` and `；` of Chinese and Japanese.
  private static func isWideEnd(_ text: [UInt8], _ index: Int) -> Bool {
    guard text[index] == 0xe3 || text[index] == 0xef, index + 2 < text.count else { return false }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xe3, 0x80, 0x82), (0xef, 0xbc, 0x81), (0xef, 0xbc, 0x9f), (0xef, 0xbc, 0x9b): return true
    default: return false
    }
  }

  private static func starts(_ text: [UInt8], _ index: Int) -> Bool {
    index >= text.count || !text[index].isLower
  }

  /// Whether the full stop at `index` ends an abbreviation or an initial.
  private static func isAbbreviation(_ text: [UInt8], _ index: Int) -> Bool {
    guard text[index] == UInt8(ascii: ".") else { return false }
    var start = index
    while start > 0, text[start - 1].isWord || text[start - 1] == UInt8(ascii: ".") { start -= 1 }
    let word = text[start..<index]
    if word.count == 1, word.first?.isUpper == true { return true }
    let known = [
      "e.g", "i.e", "vs", "etc", "mr", "dr", "st", "inc", "ltd", "co", "corp", "approx", "ca", "cf", "no", "ver",
    ]
    return known.contains(word.text.lowercased()) && (word.text.lowercased() != "etc" || index + 1 < text.count)
  }
}
