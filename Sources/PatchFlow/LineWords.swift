import GitValues

/// Turns lines into numbers: one for the whole line, one for each word.
///
/// White space is left out of a line, as git's patch id does, so that a changed indentation is no change.
enum LineWords {
  /// The number of a line's visible bytes; 0 for a line that has none.
  @inline(__always)
  static func line(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var value: UInt64 = 0
    for byte in bytes where !isSpace(byte) {
      value = (value ^ UInt64(byte) &+ 0x9e37_79b9) &* 0x100_0000_01b3
      value ^= value >> 29
    }
    return value == 0 ? 0 : StableHash.mixed(value)
  }

  /// Calls `visit` with a number for each word of a line, in their order.
  ///
  /// A word is a run of letters and digits, in lower case, parted where `camelCase` and `snake_case` part it. Runs of
  /// one byte are no words. Bytes beyond ASCII count as letters.
  @inline(__always)
  static func words(_ bytes: UnsafeRawBufferPointer, _ visit: (UInt32) -> Void) {
    tokens(bytes) { number, length in
      if length > 1 { visit(number) }
    }
  }

  /// Calls `visit` with a number for each word and each mark of a line, in their order, and the word's bytes: 0 for a
  /// mark.
  @inline(__always)
  static func tokens(_ bytes: UnsafeRawBufferPointer, _ visit: (_ number: UInt32, _ length: Int) -> Void) {
    var value: UInt64 = 0
    var length = 0
    var last: Kind = .other
    func end() {
      if length > 0 { visit(UInt32(truncatingIfNeeded: StableHash.mixed(value) >> 1), length) }
      value = 0
      length = 0
    }
    for byte in bytes {
      let kind = Kind(byte)
      let isBreak = kind == .other || (kind == .upper && last != .upper) || (kind == .digit) != (last == .digit)
      if isBreak { end() }
      if kind != .other {
        let lower = kind == .upper ? byte | 0x20 : byte
        value = (value ^ UInt64(lower) &+ 0x51_7cc1) &* 0x100_0000_01b3
        value ^= value >> 31
        length += 1
      } else if !isSpace(byte) {
        visit(UInt32(byte), 0)
      }
      last = kind
    }
    end()
  }

  private enum Kind {
    case lower, upper, digit, other

    @inline(__always)
    init(_ byte: UInt8) {
      switch byte {
      case 0x61...0x7a, 0x80...: self = .lower
      case 0x41...0x5a: self = .upper
      case 0x30...0x39: self = .digit
      default: self = .other
      }
    }
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0d)
  }
}
