/// Paths as small numbers: each folder and file name once, under its folder. One thread at a time.
///
/// A history names the same few paths again and again; numbers make comparing and counting them cheap.
public final class PathTable {
  /// The number of a path in its table.
  public typealias Index = Int32

  /// The top folder.
  public static let root: Index = 0

  private var parents: [Index] = [0]
  private var nameStarts: [Int] = [0]
  private var nameLengths: [Int32] = [0]
  private var names: [UInt8] = []
  /// Open addressing: -1 where free, otherwise an index. Its length is a power of two.
  private var slots: [Index] = Array(repeating: -1, count: 1 << 12)

  /// A table with only the root.
  public init() {}

  /// How many paths, folders and the root among them, have a number.
  public var count: Int { parents.count }

  /// The folder of `path`; the root's is the root.
  public func parent(of path: Index) -> Index { parents[Int(path)] }

  /// The last part of `path`; nothing for the root.
  public func name(of path: Index) -> ArraySlice<UInt8> {
    let start = nameStarts[Int(path)]
    return path == Self.root ? [] : names[start..<(start + Int(nameLengths[Int(path)]))]
  }

  /// The number of the entry `name` in `folder`.
  public func intern(_ name: UnsafeRawBufferPointer, in folder: Index) -> Index {
    if (parents.count + 1) * 2 > slots.count { grow() }
    let mask = slots.count - 1
    var slot = Self.hash(name, folder) & mask
    while slots[slot] >= 0 {
      let candidate = slots[slot]
      if parents[Int(candidate)] == folder, isName(of: candidate, name) { return candidate }
      slot = (slot + 1) & mask
    }
    let index = Index(parents.count)
    slots[slot] = index
    parents.append(folder)
    nameStarts.append(names.count)
    nameLengths.append(Int32(name.count))
    names.append(contentsOf: name)
    return index
  }

  /// The number of `path`, all its folders numbered too.
  public func intern(_ path: RepoPath) -> Index {
    var folder = Self.root
    path.bytes.withUnsafeBytes { bytes in
      var start = 0
      for index in 0...bytes.count where index == bytes.count || bytes[index] == UInt8(ascii: "/") {
        if index > start { folder = intern(UnsafeRawBufferPointer(rebasing: bytes[start..<index]), in: folder) }
        start = index + 1
      }
    }
    return folder
  }

  /// The path that has the number `index`.
  public func path(_ index: Index) -> RepoPath {
    var parts: [Range<Int>] = []
    var current = index
    while current != Self.root {
      let start = nameStarts[Int(current)]
      parts.append(start..<(start + Int(nameLengths[Int(current)])))
      current = parents[Int(current)]
    }
    var bytes: [UInt8] = []
    for part in parts.reversed() {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "/")) }
      bytes.append(contentsOf: names[part])
    }
    return RepoPath(bytes: bytes)
  }

  private func isName(of index: Index, _ name: UnsafeRawBufferPointer) -> Bool {
    guard Int(nameLengths[Int(index)]) == name.count else { return false }
    let start = nameStarts[Int(index)]
    for offset in 0..<name.count where names[start + offset] != name[offset] { return false }
    return true
  }

  /// FNV-1a over the folder's number and the name.
  private static func hash(_ name: UnsafeRawBufferPointer, _ folder: Index) -> Int {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: folder)
    value = value &* 0x100_0000_01b3
    for byte in name {
      value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return Int(truncatingIfNeeded: (value ^ value >> 29) & 0x7fff_ffff_ffff_ffff)
  }

  private func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for index in 1..<parents.count {
      let start = nameStarts[index]
      let length = Int(nameLengths[index])
      let hash = names.withUnsafeBytes { bytes in
        Self.hash(UnsafeRawBufferPointer(rebasing: bytes[start..<(start + length)]), parents[index])
      }
      var slot = hash & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Index(index)
    }
  }
}
