internal import CLibgit2

/// The lines of a diff between two contents, as `git diff` shows them: three lines of context, indent heuristic on.
public enum LineDifference {
  /// What a line of a diff is.
  public enum Origin: Hashable, Sendable {
    /// A line that both contents have, beside a change.
    case context
    /// A line that only the new content has.
    case added
    /// A line that only the old content has.
    case removed
  }

  /// Calls `visit` for every line of the diff from `old` to `new`, without git's remarks on missing newlines.
  ///
  /// Order: as the diff has them. The bytes are valid during the call and end in the line's newline, where it has one.
  ///
  /// - Returns: false, without a call, where one of the two is binary: see ``LineCount/isBinary(_:)``.
  public static func forEachLine(
    from old: UnsafeRawBufferPointer,
    to new: UnsafeRawBufferPointer,
    _ visit: (Origin, UnsafeRawBufferPointer) -> Void
  ) throws(GitError) -> Bool {
    if LineCount.isBinary(old) || LineCount.isBinary(new) { return false }
    var options = git_diff_options()
    git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
    options.flags =
      GIT_DIFF_FORCE_TEXT.rawValue | GIT_DIFF_IGNORE_FILEMODE.rawValue | GIT_DIFF_INDENT_HEURISTIC.rawValue
    let code = withoutActuallyEscaping(visit) { visit in
      var visitor = Visitor(visit: visit)
      return withUnsafeMutablePointer(to: &visitor) { visitor in
        ContentDifference.compare(
          old,
          new,
          &options,
          hunk: nil,
          line: { _, _, line, payload in
            guard let line, let visitor = payload?.assumingMemoryBound(to: Visitor.self) else { return 0 }
            let bytes = UnsafeRawBufferPointer(start: line.pointee.content, count: line.pointee.content_len)
            switch UInt32(UInt8(bitPattern: line.pointee.origin)) {
            case GIT_DIFF_LINE_CONTEXT.rawValue: visitor.pointee.visit(.context, bytes)
            case GIT_DIFF_LINE_ADDITION.rawValue: visitor.pointee.visit(.added, bytes)
            case GIT_DIFF_LINE_DELETION.rawValue: visitor.pointee.visit(.removed, bytes)
            default: break
            }
            return 0
          },
          visitor
        )
      }
    }
    try Libgit2.check(code, "compare", "two blobs")
    return true
  }

  private struct Visitor {
    let visit: (Origin, UnsafeRawBufferPointer) -> Void
  }
}
