/// Lines and pieces of text as bytes.
typealias Piece = ArraySlice<UInt8>

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")

  /// Space, tab or newline.
  var isBlank: Bool { self == .space || self == .tab || self == .newline }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isUpper: Bool { self >= 0x41 && self <= 0x5a }
  var isLower: Bool { self >= 0x61 && self <= 0x7a }
  var isLetter: Bool { isUpper || isLower }
  /// A letter, a digit, or a byte of any character beyond ASCII.
  var isWord: Bool { isLetter || isDigit || self >= 0x80 }
  var isPunctuation: Bool { self > 0x20 && self < 0x7f && !isLetter && !isDigit }
  var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

extension RandomAccessCollection<UInt8> where Index == Int, SubSequence == Piece {
  /// Without blanks at both ends.
  var trimmed: Piece {
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return self[start..<end]
  }

  /// The text; the bytes are UTF-8.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// How many of `byte` it starts with.
  func run(of byte: UInt8) -> Int { prefix { $0 == byte }.count }

  /// Where `byte` stands first at or after `start`.
  func index(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < endIndex {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// Whether `text`, lower-case ASCII, stands at `index`, letters of either case alike.
  func matches(_ text: StaticString, at index: Int) -> Bool {
    guard index >= startIndex, index + text.utf8CodeUnitCount <= endIndex else { return false }
    for offset in 0..<text.utf8CodeUnitCount where self[index + offset].lowered != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether `bytes`, lower-case ASCII, stand at `index`, letters of either case alike.
  func starts(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + bytes.count <= endIndex else { return false }
    for offset in bytes.indices where self[index + offset].lowered != bytes[offset] { return false }
    return true
  }

  /// Whether it starts with `text`, lower-case ASCII, letters of either case alike.
  func starts(withText text: StaticString) -> Bool { matches(text, at: startIndex) }

  /// Where `text`, lower-case ASCII, stands first at or after `start`, letters of either case alike.
  func range(of text: StaticString, from start: Int? = nil) -> Range<Int>? {
    let length = text.utf8CodeUnitCount
    let first = text.utf8Start[0]
    var index = start ?? startIndex
    while index + length <= endIndex {
      if self[index].lowered == first, matches(text, at: index) { return index..<(index + length) }
      index += 1
    }
    return nil
  }

  /// Whether `text`, lower-case ASCII, stands anywhere, letters of either case alike.
  func contains(_ text: StaticString) -> Bool { range(of: text) != nil }

  /// The pieces between newlines.
  var lines: [Piece] {
    split(separator: UInt8.newline, omittingEmptySubsequences: false)
  }
}

extension String {
  /// At most `limit` characters, cut after a word and marked with `…` where more was there.
  func shortened(to limit: Int) -> String {
    guard utf8.count > limit, count > limit else { return self }
    let cut = prefix(limit - 1)
    let end = cut.lastIndex(of: " ").map { cut.distance(from: $0, to: cut.endIndex) < 40 ? $0 : cut.endIndex }
    return cut[..<(end ?? cut.endIndex)] + "…"
  }
}
