internal import CLibgit2
internal import Synchronization

/// Compares two contents in memory as libgit2 compares blobs.
///
/// `git_diff_buffers` does the same, but hashes both contents first, only to have ids for headers that nobody reads: that
/// cost more than a third of a comparison. So the two are handed to libgit2 as the only objects of a repository that
/// exists in memory alone, under ids that we give them.
final class ContentDifference {
  /// What the callback of libgit2 finds beside the backend.
  private struct Contents {
    var old = UnsafeRawBufferPointer(start: nil, count: 0)
    var new = UnsafeRawBufferPointer(start: nil, count: 0)
  }

  private let repository: OpaquePointer
  private let contents: UnsafeMutablePointer<Contents>
  /// Counts comparisons: no id is used twice.
  private var number: UInt64 = 0

  /// Calls back for hunks and lines of the difference from `old` to `new`, as `git_diff_buffers` does.
  ///
  /// - Returns: libgit2's code; the last error belongs to the calling thread.
  static func compare(
    _ old: UnsafeRawBufferPointer,
    _ new: UnsafeRawBufferPointer,
    _ options: inout git_diff_options,
    hunk: git_diff_hunk_cb?,
    line: git_diff_line_cb?,
    _ payload: UnsafeMutableRawPointer?
  ) -> Int32 {
    // Ids of our own pass for the contents' only where nobody checks; an empty content has no bytes to hand over.
    guard !Libgit2.verifies, !old.isEmpty, !new.isEmpty, let one = idle.withLock({ $0.popLast() }) ?? make() else {
      return git_diff_buffers(
        old.baseAddress,
        old.count,
        nil,
        new.baseAddress,
        new.count,
        nil,
        &options,
        nil,
        nil,
        hunk,
        line,
        payload
      )
    }
    let code = one.value.compare(old, new, &options, hunk: hunk, line: line, payload)
    idle.withLock { $0.append(one) }
    return code
  }

  /// One that a single thread uses at a time: whoever took it out of ``idle``.
  private struct Lent: @unchecked Sendable {
    let value: ContentDifference
  }

  /// Those that nobody uses now: as many as threads once compared at the same time.
  private static let idle = Mutex<[Lent]>([])

  private static func make() -> Lent? { ContentDifference().map { Lent(value: $0) } }

  private static let contentsOffset = (MemoryLayout<git_odb_backend>.size + 15) / 16 * 16

  /// nil where libgit2 refuses: the contents are then compared the slow way.
  private init?() {
    var (database, found): (OpaquePointer?, OpaquePointer?) = (nil, nil)
    guard git_odb_new(&database) == 0, let database else { return nil }
    defer { git_odb_free(database) }
    let size = Self.contentsOffset + MemoryLayout<Contents>.size
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    let backend = memory.initializeMemory(as: git_odb_backend.self, repeating: git_odb_backend(), count: 1)
    contents = (memory + Self.contentsOffset).initializeMemory(as: Contents.self, repeating: Contents(), count: 1)
    git_odb_init_backend(backend, UInt32(GIT_ODB_BACKEND_VERSION))
    backend.pointee.read = { data, size, type, backend, id in
      guard let data, let size, let type, let backend, let id else { return GIT_ERROR.rawValue }
      let contents = (UnsafeMutableRawPointer(backend) + ContentDifference.contentsOffset)
        .assumingMemoryBound(to: Contents.self)
      let wanted = id.pointee.id.19 == 0 ? contents.pointee.old : contents.pointee.new
      guard let source = wanted.baseAddress, let copy = git_odb_backend_data_alloc(backend, wanted.count) else {
        return GIT_ENOTFOUND.rawValue
      }
      copy.copyMemory(from: source, byteCount: wanted.count)
      (data.pointee, size.pointee, type.pointee) = (copy, wanted.count, GIT_OBJECT_BLOB)
      return 0
    }
    backend.pointee.free = { backend in backend.map { UnsafeMutableRawPointer($0).deallocate() } }
    guard git_odb_add_backend(database, backend, 1) == 0 else {
      memory.deallocate()
      return nil
    }
    guard git_repository_wrap_odb(&found, database) == 0, let found else { return nil }
    repository = found
  }

  deinit { git_repository_free(repository) }

  private func compare(
    _ old: UnsafeRawBufferPointer,
    _ new: UnsafeRawBufferPointer,
    _ options: inout git_diff_options,
    hunk: git_diff_hunk_cb?,
    line: git_diff_line_cb?,
    _ payload: UnsafeMutableRawPointer?
  ) -> Int32 {
    contents.pointee = Contents(old: old, new: new)
    defer { contents.pointee = Contents() }
    number += 1
    var (left, right): (OpaquePointer?, OpaquePointer?) = (nil, nil)
    defer {
      git_blob_free(left)
      git_blob_free(right)
    }
    var (leftID, rightID) = (id(0), id(1))
    var code = git_blob_lookup(&left, repository, &leftID)
    if code == 0 { code = git_blob_lookup(&right, repository, &rightID) }
    return code == 0
      ? git_diff_blobs(left, nil, right, nil, &options, nil, nil, hunk, line, payload) : code
  }

  /// The number of the comparison, and in the last byte which of the two it is.
  private func id(_ side: UInt8) -> git_oid {
    var id = git_oid()
    withUnsafeMutableBytes(of: &id) { bytes in
      bytes[0] = 1
      bytes.storeBytes(of: number, toByteOffset: 1, as: UInt64.self)
      bytes[19] = side
    }
    return id
  }
}
