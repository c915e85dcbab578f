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
    if old.isEmpty || new.isEmpty {
      forEachLine(of: old) { visit(.removed, $0) }
      forEachLine(of: new) { visit(.added, $0) }
      return true
    }
    let same = CommonEnds(old, new, margin: CommonEnds.diffMargin)
    let (old, new) = (same.middle(of: old), same.middle(of: new))
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

  private static func forEachLine(of text: UnsafeRawBufferPointer, _ visit: (UnsafeRawBufferPointer) -> Void) {
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
      end = min(end + 1, text.count)
      visit(UnsafeRawBufferPointer(rebasing: text[start..<end]))
      start = end
    }
  }

  private struct Visitor {
    let visit: (Origin, UnsafeRawBufferPointer) -> Void
  }
}

/// What two texts have in common at their beginning and end, whole lines, but for as many as a diff may look at: most of
/// a large file need not be hashed to find a small change.
public struct CommonEnds {
  /// Lines that a diff needs on either side of what differs. git moves a change by no more than a hundred lines to where
  /// it reads best.
  static let diffMargin = 120
  private static let newline = UInt8(ascii: "\n")

  /// The bytes that both begin with, whole lines.
  public let head: Int
  /// The bytes that both end with, whole lines.
  public let tail: Int

  /// - Parameter margin: so many common lines are left on either side of what differs.
  public init(_ old: UnsafeRawBufferPointer, _ new: UnsafeRawBufferPointer, margin: Int) {
    let shorter = min(old.count, new.count)
    let first = Self.equalBytes(shorter) {
      old[$0] == new[$0]
    } words: {
      old.loadUnaligned(fromByteOffset: $0, as: UInt64.self) == new.loadUnaligned(fromByteOffset: $0, as: UInt64.self)
    }
    head = Self.back(in: old, from: first, margin)
    let rest = shorter - head
    let last = Self.equalBytes(rest) {
      old[old.count - 1 - $0] == new[new.count - 1 - $0]
    } words: {
      old.loadUnaligned(fromByteOffset: old.count - 8 - $0, as: UInt64.self)
        == new.loadUnaligned(fromByteOffset: new.count - 8 - $0, as: UInt64.self)
    }
    tail = Self.forward(in: old, from: old.count - last, margin)
  }

  func middle(of text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: text[head..<(text.count - tail)])
  }

  @inline(__always)
  private static func equalBytes(_ limit: Int, _ byte: (Int) -> Bool, words: (Int) -> Bool) -> Int {
    var count = 0
    while count + 8 <= limit, words(count) { count += 8 }
    while count < limit, byte(count) { count += 1 }
    return count
  }

  /// The place behind the last newline that leaves the margin before `end`.
  private static func back(in text: UnsafeRawBufferPointer, from end: Int, _ margin: Int) -> Int {
    var (place, left) = (end, margin + 1)
    while place > 0 {
      if text[place - 1] == newline {
        left -= 1
        if left == 0 { return place }
      }
      place -= 1
    }
    return 0
  }

  /// How many bytes at the end lie behind the first newline that leaves the margin after `start`.
  private static func forward(in text: UnsafeRawBufferPointer, from start: Int, _ margin: Int) -> Int {
    var (place, left) = (start, margin + 2)
    while place < text.count {
      place += 1
      if text[place - 1] == newline {
        left -= 1
        if left == 0 { return text.count - place }
      }
    }
    return 0
  }
}
