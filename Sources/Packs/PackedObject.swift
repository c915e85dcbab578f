/// An object's content, held in memory of its own.
public final class PackedObject {
  /// What an object is. Raw values: as packs have them.
  public enum Kind: UInt8, Sendable {
    /// A commit.
    case commit = 1
    /// A folder.
    case tree
    /// A file's content.
    case blob
    /// An annotated tag.
    case tag
  }

  /// What it is.
  public let kind: Kind
  /// The content, valid as long as the object lives.
  public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(memory) }
  let memory: UnsafeMutableRawBufferPointer

  init(_ kind: Kind, size: Int) {
    self.kind = kind
    memory = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
  }

  deinit {
    memory.deallocate()
  }
}
