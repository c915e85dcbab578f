/// Walks the bytes of a source file. Bytes, since sources are in no promised encoding.
struct SourceText {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  var isAtEnd: Bool { position >= bytes.count }
  /// The byte here; 0 at the end.
  var here: UInt8 { peek(0) }

  func peek(_ offset: Int) -> UInt8 {
    position + offset < bytes.count ? bytes[position + offset] : 0
  }

  func starts(with text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in
      for index in 0..<buffer.count where bytes[position + index] != buffer[index] { return false }
      return true
    }
  }

  /// The line of a place, from 1.
  func line(of place: Int? = nil) -> Int {
    1 + bytes[..<min(place ?? position, bytes.count)].count { $0 == UInt8(ascii: "\n") }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isNameStart(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x5f || byte >= 0x80
  }

  static func isName(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }

  /// Why a part of a source has no end.
  struct Unended: Error {
    let line: Int
    let what: String
    var extraction: Extraction { .failure(line: line, reason: "\(what) has no end") }
  }

  /// Passes over a comment of C; false where none begins here.
  mutating func skipComment() throws(Unended) -> Bool {
    guard here == UInt8(ascii: "/") else { return false }
    if peek(1) == UInt8(ascii: "/") {
      while !isAtEnd, here != UInt8(ascii: "\n") {
        position += here == UInt8(ascii: "\\") && peek(1) == UInt8(ascii: "\n") ? 2 : 1
      }
      return true
    }
    guard peek(1) == UInt8(ascii: "*") else { return false }
    let start = position
    position += 2
    while !(here == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) {
      if isAtEnd { throw Unended(line: line(of: start), what: "a comment") }
      position += 1
    }
    position += 2
    return true
  }

  /// Passes over the literal that begins here with a quote, which is not counted as its own end by a backslash.
  mutating func skipLiteral() throws(Unended) {
    let (quote, start) = (here, position)
    position += 1
    while here != quote {
      if isAtEnd || (here == UInt8(ascii: "\n") && quote != UInt8(ascii: "`")) {
        throw Unended(line: line(of: start), what: "a literal")
      }
      position += here == UInt8(ascii: "\\") ? 2 : 1
    }
    position += 1
  }

  /// The bytes of a template without what a build puts in the place of `@NAME@`: no C has such a thing.
  static func withoutPlaceholders(_ source: [UInt8]) -> [UInt8] {
    let sign = UInt8(ascii: "@")
    guard source.contains(sign) else { return source }
    var result: [UInt8] = []
    var rest = source[...]
    while let start = rest.firstIndex(of: sign) {
      let name = rest[(start + 1)...].prefix(while: isName)
      let isPlaceholder = !name.isEmpty && name.endIndex < rest.endIndex && rest[name.endIndex] == sign
      result += rest[..<start]
      if !isPlaceholder { result += rest[start..<name.endIndex] }
      rest = isPlaceholder ? rest[(name.endIndex + 1)...] : rest[name.endIndex...]
    }
    return result + rest
  }

  /// The bytes with comments of C as spaces, so that lines and columns stay.
  ///
  /// What looks like an unended literal, as an apostrophe in `#error don't`, ends with its line.
  static func withoutComments(_ source: [UInt8]) throws(Unended) -> [UInt8] {
    var text = SourceText(source)
    var result = source
    while !text.isAtEnd {
      let start = text.position
      if try text.skipComment() {
        for place in start..<min(text.position, result.count) where result[place] != UInt8(ascii: "\n") {
          result[place] = UInt8(ascii: " ")
        }
      } else if text.here == UInt8(ascii: "\"") || text.here == UInt8(ascii: "'") {
        do {
          try text.skipLiteral()
        } catch {
          text.position = source[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
        }
      } else {
        text.position += 1
      }
    }
    return result
  }
}
