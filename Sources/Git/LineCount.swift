internal import CLibgit2
internal import Glibc

/// How many lines a change of one file adds and removes.
public struct LineCount: Hashable, Sendable {
  /// Lines that the new content has and the old has not.
  public var added: Int
  /// Lines that the old content has and the new has not.
  public var removed: Int

  /// A count of its parts.
  public init(added: Int, removed: Int) {
    self.added = added
    self.removed = removed
  }

  /// The lines by which `old` and `new` differ, as `git diff --numstat` counts them.
  ///
  /// - Returns: nil where one of them is binary: it has a zero byte among its first 8,000, as git decides it.
  public static func between(_ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer) throws(GitError)
    -> LineCount?
  {
    if isBinary(old) || isBinary(new) { return nil }
    if old.isEmpty { return LineCount(added: lines(in: new), removed: 0) }
    if new.isEmpty { return LineCount(added: 0, removed: lines(in: old)) }
    var options = git_diff_options()
    git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
    options.context_lines = 0
    options.flags = GIT_DIFF_FORCE_TEXT.rawValue | GIT_DIFF_IGNORE_FILEMODE.rawValue
    var count = LineCount(added: 0, removed: 0)
    let code = withUnsafeMutablePointer(to: &count) { count in
      ContentDifference.compare(
        old,
        new,
        &options,
        // Without context a hunk is nothing but its removed and its added lines.
        hunk: { _, hunk, payload in
          guard let hunk, let count = payload?.assumingMemoryBound(to: LineCount.self) else { return 0 }
          count.pointee.added += Int(hunk.pointee.new_lines)
          count.pointee.removed += Int(hunk.pointee.old_lines)
          return 0
        },
        line: nil,
        count
      )
    }
    try Libgit2.check(code, "compare", "two blobs")
    return count
  }

  /// Whether git would call the content binary.
  public static func isBinary(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    return memchr(start, 0, Swift.min(bytes.count, 8000)) != nil
  }

  /// The lines of a text; a last one without a newline counts.
  public static func lines(in bytes: UnsafeRawBufferPointer) -> Int {
    guard let last = bytes.last else { return 0 }
    var count = last == UInt8(ascii: "\n") ? 0 : 1
    for byte in bytes where byte == UInt8(ascii: "\n") { count += 1 }
    return count
  }
}
