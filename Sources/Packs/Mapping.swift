internal import Glibc

/// A file in memory, read only. Unmapped when the last holder lets go.
///
/// Sendable because nobody writes to it: not this process, and git never changes a pack that it has written.
final class Mapping: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer

  /// nil where there is no such file, it is empty, or it cannot be mapped.
  init?(path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }
}

extension UnsafeRawBufferPointer {
  /// The big-endian number of four bytes at `offset`.
  ///
  /// - Precondition: they lie inside.
  func word(at offset: Int) -> UInt32 {
    UInt32(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
