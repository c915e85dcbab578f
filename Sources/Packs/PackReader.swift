internal import CLibdeflate
public import GitValues

/// Reads objects out of packs. One thread at a time.
///
/// It is faster than libgit2 by a better inflater, a larger memory of bases and no locks, and it knows less: loose
/// objects, other forms of packs and everything damaged are left to libgit2. Nothing that a pack says is believed
/// unchecked; contents are checked by the sum that ends their deflated form, not by their id.
public final class PackReader {
  private let packs: [PackFile]
  /// The pack that had the last object: neighbours in history are neighbours in packs.
  private var last = 0
  private var bases: BaseCache
  private let inflater: OpaquePointer
  private var scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)

  /// Longer chains of differences are left to libgit2. git makes none of more than 4,095.
  private static let longestChain = 4096
  /// Larger contents are left to libgit2.
  private static let largest = 1 << 31

  /// A reader of the packs of `store`.
  ///
  /// - Parameter limit: how many bytes of bases are kept.
  /// - Returns: nil where there is no pack that can be read here.
  public init?(_ store: PackStore, keeping limit: Int = 96 << 20) {
    guard !store.packs.isEmpty, let inflater = libdeflate_alloc_decompressor() else { return nil }
    packs = store.packs
    bases = BaseCache(limit: limit)
    self.inflater = inflater
  }

  deinit {
    libdeflate_free_decompressor(inflater)
    scratch.deallocate()
  }

  /// Whether a pack has the object.
  public func contains(_ id: AnyObjectID) -> Bool { place(of: id) != nil }

  /// The object's content; nil where no pack has it in a form that can be read here.
  public func object(_ id: AnyObjectID) -> PackedObject? {
    guard let (pack, offset) = place(of: id) else { return nil }
    return object(at: offset, of: pack)
  }

  /// What the object is and how many bytes it has; nil as in ``object(_:)``. Reads no more of it than that takes.
  public func header(of id: AnyObjectID) -> (kind: PackedObject.Kind, size: Int)? {
    guard let (pack, start) = place(of: id) else { return nil }
    var (offset, size): (Int, Int?) = (start, nil)
    for _ in 0..<Self.longestChain {
      guard let entry = packs[pack].entry(at: offset) else { return nil }
      switch entry.form {
      case .whole(let kind): return (kind, size ?? entry.size)
      case .delta(let base):
        if size == nil {
          guard let delta = delta(entry, of: pack) else { return nil }
          size = delta.size
        }
        offset = base
      }
    }
    return nil
  }

  private func place(of id: AnyObjectID) -> (pack: Int, offset: Int)? {
    if let offset = packs[last].offset(of: id) { return (last, offset) }
    for pack in packs.indices where pack != last {
      if let offset = packs[pack].offset(of: id) {
        last = pack
        return (pack, offset)
      }
    }
    return nil
  }

  private func object(at start: Int, of pack: Int) -> PackedObject? {
    var chain: [(entry: PackFile.Entry, offset: Int)] = []
    var offset = start
    var found: PackedObject?
    while found == nil {
      if let base = bases[pack, offset] {
        found = base
        break
      }
      guard chain.count < Self.longestChain, let entry = packs[pack].entry(at: offset), entry.size < Self.largest
      else { return nil }
      switch entry.form {
      case .whole(let kind):
        let object = PackedObject(kind, size: entry.size)
        guard inflate(entry, of: pack, into: object.memory) else { return nil }
        if !chain.isEmpty { bases.insert(object, pack: pack, offset: offset) }
        found = object
      case .delta(let base):
        chain.append((entry, offset))
        offset = base
      }
    }
    guard var object = found else { return nil }
    for (index, link) in chain.enumerated().reversed() {
      guard let delta = delta(link.entry, of: pack), delta.size < Self.largest else { return nil }
      let next = PackedObject(object.kind, size: delta.size)
      guard delta.apply(to: object.bytes, into: next.memory) else { return nil }
      if index > 0 { bases.insert(next, pack: pack, offset: link.offset) }
      object = next
    }
    return object
  }

  /// The difference that an entry holds, valid until the next one is read.
  private func delta(_ entry: PackFile.Entry, of pack: Int) -> Delta? {
    if scratch.count < entry.size {
      guard entry.size < Self.largest else { return nil }
      scratch.deallocate()
      scratch = .allocate(byteCount: entry.size, alignment: 8)
    }
    let memory = UnsafeMutableRawBufferPointer(rebasing: scratch[..<entry.size])
    guard inflate(entry, of: pack, into: memory) else { return nil }
    return Delta(UnsafeRawBufferPointer(memory))
  }

  private func inflate(_ entry: PackFile.Entry, of pack: Int, into memory: UnsafeMutableRawBufferPointer) -> Bool {
    let deflated = packs[pack].deflated(entry)
    var written = 0
    let result = libdeflate_zlib_decompress(
      inflater,
      deflated.baseAddress,
      deflated.count,
      memory.baseAddress,
      memory.count,
      &written
    )
    return result == LIBDEFLATE_SUCCESS && written == memory.count
  }
}
