internal import CLibgit2
import Packs

/// One object's bytes, held until the value ends, wherever they come from.
struct RawObject: ~Copyable {
  private let packed: PackedObject?
  private let pointer: OpaquePointer?

  init(_ packed: PackedObject) {
    self.packed = packed
    pointer = nil
  }

  /// Takes over what libgit2 gave.
  init(_ pointer: OpaquePointer) {
    packed = nil
    self.pointer = pointer
  }

  deinit {
    if let pointer { git_odb_object_free(pointer) }
  }

  /// nil where libgit2 gives it a type that is none of the four.
  var type: ObjectDatabase.ObjectType? {
    if let packed { return ObjectDatabase.ObjectType(packed.kind) }
    return pointer.flatMap { ObjectDatabase.ObjectType(git_odb_object_type($0)) }
  }

  /// Valid as long as the value lives.
  var bytes: UnsafeRawBufferPointer {
    if let packed { return packed.bytes }
    guard let pointer else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: git_odb_object_data(pointer), count: git_odb_object_size(pointer))
  }
}
