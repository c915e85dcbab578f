import GitValues

/// Where each object of a pack begins. Source: git's `gitformat-pack`, index version 2.
struct PackIndex: Sendable {
  private static let header = 8
  private static let fanout = 256 * 4
  private static let names = header + fanout

  let count: Int
  private let mapping: Mapping

  /// nil where the file is no whole index of version 2 over 20-byte ids.
  init?(_ mapping: Mapping) {
    let bytes = mapping.bytes
    guard bytes.count >= Self.names + 40, bytes.word(at: 0) == 0xff74_4f63, bytes.word(at: 4) == 2 else { return nil }
    let count = Int(bytes.word(at: Self.header + 255 * 4))
    // A name, a checksum and an offset for each object, then the two trailing hashes.
    guard bytes.count >= Self.names + count * 28 + 40 else { return nil }
    self.count = count
    self.mapping = mapping
  }

  /// Where the object begins in the pack; nil where the pack does not have it.
  func offset(of id: AnyObjectID) -> Int? {
    let bytes = mapping.bytes
    let first = Int(id.high >> 56)
    var low = first == 0 ? 0 : Int(bytes.word(at: Self.header + (first - 1) * 4))
    var high = Int(bytes.word(at: Self.header + first * 4))
    guard low <= high, high <= count, let start = bytes.baseAddress else { return nil }
    let names = start + Self.names
    while low < high {
      let middle = low + (high - low) / 2
      let found = AnyObjectID(bytes: names + middle * 20)
      if found == id { return offset(at: middle) }
      if found < id { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func offset(at place: Int) -> Int? {
    let bytes = mapping.bytes
    let short = bytes.word(at: Self.names + count * 24 + place * 4)
    if short & 0x8000_0000 == 0 { return Int(short) }
    // Packs over 2 GiB keep the long offsets in a table behind the short ones.
    let long = Self.names + count * 28 + Int(short & 0x7fff_ffff) * 8
    guard long + 8 + 40 <= bytes.count else { return nil }
    return Int(exactly: UInt64(bytes.word(at: long)) << 32 | UInt64(bytes.word(at: long + 4)))
  }
}
