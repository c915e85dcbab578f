/// The difference between two contents as packs hold it: copies from the base and insertions. Source: git's
/// `gitformat-pack`, "Deltified representation".
struct Delta {
  /// Bytes that the base must have.
  let baseSize: Int
  /// Bytes of what comes out.
  let size: Int
  private let bytes: UnsafeRawBufferPointer
  private let start: Int

  /// nil where the two sizes are not there.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var at = 0
    guard let baseSize = Self.size(bytes, &at), let size = Self.size(bytes, &at) else { return nil }
    (self.baseSize, self.size, self.bytes, start) = (baseSize, size, bytes, at)
  }

  private static func size(_ bytes: UnsafeRawBufferPointer, _ at: inout Int) -> Int? {
    var (size, shift) = (0, 0)
    while at < bytes.count, shift <= 49 {
      let byte = bytes[at]
      at += 1
      size |= Int(byte & 0x7f) << shift
      shift += 7
      if byte & 0x80 == 0 { return size }
    }
    return nil
  }

  /// Writes what comes of `base` into `target`, which has room for ``size`` bytes.
  ///
  /// - Returns: whether the difference was whole and fitted both.
  func apply(to base: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Bool {
    guard base.count == baseSize, target.count == size else { return false }
    guard let source = base.baseAddress, let into = target.baseAddress, let instructions = bytes.baseAddress else {
      return size == 0 && start == bytes.count
    }
    var (at, written) = (start, 0)
    while at < bytes.count {
      let instruction = bytes[at]
      at += 1
      if instruction & 0x80 != 0 {
        guard let (offset, length) = copy(instruction, &at), offset + length <= base.count, written + length <= size
        else { return false }
        (into + written).copyMemory(from: source + offset, byteCount: length)
        written += length
      } else {
        let length = Int(instruction)
        guard length > 0, at + length <= bytes.count, written + length <= size else { return false }
        (into + written).copyMemory(from: instructions + at, byteCount: length)
        at += length
        written += length
      }
    }
    return written == size
  }

  /// Offset and length of a copy: the instruction's low bits say which of their bytes follow.
  private func copy(_ instruction: UInt8, _ at: inout Int) -> (offset: Int, length: Int)? {
    var words = (offset: 0, length: 0)
    for bit in 0..<7 where instruction & 1 << UInt8(bit) != 0 {
      guard at < bytes.count else { return nil }
      let byte = Int(bytes[at])
      at += 1
      if bit < 4 { words.offset |= byte << (8 * bit) } else { words.length |= byte << (8 * (bit - 4)) }
    }
    if words.length == 0 { words.length = 0x10000 }
    return words
  }
}
