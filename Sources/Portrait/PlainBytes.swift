/// The bytes of text that was made plain: valid UTF-8, lines end with `\n`, no control characters but `\n` and tab.
///
/// Markup is ASCII, so the parsers of this room work on bytes and leave everything above 0x7f alone.
struct PlainBytes {
  /// The bytes.
  let bytes: [UInt8]

  /// Bytes that are already plain.
  init(_ text: String) {
    bytes = Self.cleaned(Array(text.utf8))
  }

  /// The text of a file: UTF-16 where a byte order mark says so, UTF-8 where it is valid, else Latin-1.
  ///
  /// - Parameter limit: how many bytes of the file are read at most; a character cut in two there is left out.
  init(file: UnsafeRawBufferPointer, limit: Int = .max) {
    let part = UnsafeRawBufferPointer(rebasing: file.prefix(limit))
    if part.starts(with: [0xff, 0xfe]) || part.starts(with: [0xfe, 0xff]) {
      bytes = Self.cleaned(Self.utf16(part.dropFirst(2), bigEndian: part[0] == 0xfe))
      return
    }
    var raw = Array(part.starts(with: [0xef, 0xbb, 0xbf]) ? part.dropFirst(3) : part[...])
    if part.count < file.count { Self.dropCutCharacter(&raw) }
    if String(validating: raw, as: UTF8.self) == nil { raw = Self.latin1(raw) }
    bytes = Self.cleaned(raw)
  }

  private static func utf16(_ part: Slice<UnsafeRawBufferPointer>, bigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    var index = part.startIndex
    while index + 1 < part.endIndex {
      let (first, second) = (UInt16(part[index]), UInt16(part[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func latin1(_ raw: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count + raw.count / 8)
    for byte in raw {
      if byte < 0x80 {
        bytes.append(byte)
      } else {
        bytes.append(0xc0 | byte >> 6)
        bytes.append(0x80 | byte & 0x3f)
      }
    }
    return bytes
  }

  private static func dropCutCharacter(_ raw: inout [UInt8]) {
    var index = raw.count - 1
    while index >= 0, raw.count - index < 4, raw[index] & 0xc0 == 0x80 { index -= 1 }
    guard index >= 0, raw[index] >= 0xc0 else { return }
    let needed = raw[index] >= 0xf0 ? 4 : raw[index] >= 0xe0 ? 3 : 2
    if raw.count - index < needed { raw.removeSubrange(index...) }
  }

  /// Without control characters, and without the invisible ones that turn the direction of text.
  private static func cleaned(_ raw: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      if byte == 0x0d {
        if index + 1 == raw.count || raw[index + 1] != .newline { bytes.append(.newline) }
        index += 1
      } else if byte < 0x20 || byte == 0x7f {
        if byte == .newline || byte == .tab { bytes.append(byte) }
        index += 1
      } else if byte < 0x80 {
        bytes.append(byte)
        index += 1
      } else {
        let skipped = hiddenLength(raw, index)
        if skipped == 0 { bytes.append(byte) }
        index += max(skipped, 1)
      }
    }
    return bytes
  }

  /// Length of the C1 control, direction mark, zero-width space or byte order mark at `index`; 0 for anything else.
  private static func hiddenLength(_ raw: [UInt8], _ index: Int) -> Int {
    if raw[index] == 0xc2, index + 1 < raw.count, raw[index + 1] < 0xa0 { return 2 }
    guard index + 2 < raw.count else { return 0 }
    switch (raw[index], raw[index + 1], raw[index + 2]) {
    case (0xe2, 0x80, 0x8b), (0xe2, 0x80, 0x8e...0x8f), (0xe2, 0x80, 0xaa...0xae): return 3
    case (0xe2, 0x81, 0xa6...0xa9), (0xef, 0xbb, 0xbf): return 3
    default: return 0
    }
  }
}
