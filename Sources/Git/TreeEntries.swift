public import GitValues

/// One entry of a folder, as it stands in the tree object. Valid as long as the tree's bytes are.
public struct TreeEntry {
  /// The mode as written.
  public let mode: FileMode
  /// The name's bytes.
  public let name: UnsafeRawBufferPointer
  /// The id of what stands there.
  public let id: AnyObjectID
}

/// Walks the entries of a tree object's bytes, in the tree's order.
public struct TreeEntries {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// The entries of `bytes`, the content of a tree object.
  public init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The next entry; nil only at the end.
  ///
  /// - Throws: ``GitError`` of kind `corrupt` where the bytes are no tree.
  @inline(__always)
  public mutating func next() throws(GitError) -> TreeEntry? {
    if position == bytes.count { return nil }
    var mode: UInt32 = 0
    var index = position
    while index < bytes.count, bytes[index] != UInt8(ascii: " ") {
      mode = mode << 3 | UInt32(bytes[index] & 7)
      index += 1
    }
    let nameStart = index + 1
    index = nameStart
    while index < bytes.count, bytes[index] != 0 { index += 1 }
    guard index + 21 <= bytes.count, index > nameStart, let start = bytes.baseAddress else {
      throw GitError(.corrupt, "read", "a tree", message: "an entry at byte \(position) is cut off")
    }
    position = index + 21
    return TreeEntry(
      mode: FileMode(rawValue: mode),
      name: UnsafeRawBufferPointer(rebasing: bytes[nameStart..<index]),
      id: AnyObjectID(bytes: start + index + 1)
    )
  }
}
