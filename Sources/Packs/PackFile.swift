import GitValues

/// A pack with its index.
struct PackFile: Sendable {
  /// How an object is stored.
  enum Form {
    /// Whole.
    case whole(PackedObject.Kind)
    /// As the difference from the object that begins at the offset, in the same pack.
    case delta(base: Int)
  }

  /// An object as the pack has it.
  struct Entry {
    let form: Form
    /// Bytes of the content, or of the difference, when inflated.
    let size: Int
    /// Where the deflated bytes begin.
    let data: Int
  }

  private let index: PackIndex
  private let mapping: Mapping

  /// The pack that belongs to the index at `path`; nil where either is missing or of a form not known here.
  init?(index path: String) {
    guard let indexMapping = Mapping(path: path), let index = PackIndex(indexMapping),
      let mapping = Mapping(path: path.dropLast(4) + ".pack")
    else { return nil }
    let bytes = mapping.bytes
    // "PACK", version 2 (3 differs in nothing that is read here), and at the end a hash of it all.
    guard bytes.count >= 12 + 20, bytes.word(at: 0) == 0x5041_434b, [2, 3].contains(bytes.word(at: 4)),
      Int(bytes.word(at: 8)) == index.count
    else { return nil }
    self.index = index
    self.mapping = mapping
  }

  /// Where the object begins; nil where the pack does not have it.
  func offset(of id: AnyObjectID) -> Int? { index.offset(of: id) }

  /// What begins at `offset`; nil where that is no object.
  func entry(at offset: Int) -> Entry? {
    let end = mapping.bytes.count - 20
    guard offset >= 12, offset < end else { return nil }
    var at = offset
    var byte = mapping.bytes[at]
    at += 1
    let type = byte >> 4 & 7
    var (size, shift) = (Int(byte & 15), 4)
    while byte & 0x80 != 0 {
      guard at < end, shift <= 46 else { return nil }
      byte = mapping.bytes[at]
      at += 1
      size |= Int(byte & 0x7f) << shift
      shift += 7
    }
    switch type {
    case 6:
      guard let distance = distance(&at, end), distance > 0, distance <= offset - 12 else { return nil }
      return Entry(form: .delta(base: offset - distance), size: size, data: at)
    case 7:
      guard at + 20 <= end, let start = mapping.bytes.baseAddress,
        let base = index.offset(of: AnyObjectID(bytes: start + at))
      else { return nil }
      return Entry(form: .delta(base: base), size: size, data: at + 20)
    default:
      guard let kind = PackedObject.Kind(rawValue: type) else { return nil }
      return Entry(form: .whole(kind), size: size, data: at)
    }
  }

  /// The deflated bytes of an entry, and what stands behind them: where they end is known only to them.
  func deflated(_ entry: Entry) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: mapping.bytes[entry.data..<mapping.bytes.count - 20])
  }

  /// How far before a delta its base begins: seven bits a byte, each further byte counting from where the former ended.
  private func distance(_ at: inout Int, _ end: Int) -> Int? {
    guard at < end else { return nil }
    var byte = mapping.bytes[at]
    at += 1
    var distance = Int(byte & 0x7f)
    while byte & 0x80 != 0 {
      guard at < end, distance < 1 << 48 else { return nil }
      byte = mapping.bytes[at]
      at += 1
      distance = (distance + 1) << 7 | Int(byte & 0x7f)
    }
    return distance
  }
}
