import Landscape

/// The body of one issue that a pipeline keeps up to date: open while something counts, closed when nothing does.
///
/// The first line says which, for programs; forges do not show it.
struct IssueWriter {
  private let check: DriftCheck
  private let style: CheckStyle

  init(_ check: DriftCheck, _ style: CheckStyle) {
    self.check = check
    self.style = style
  }

  /// Every line ends in a newline.
  var text: String {
    let isOpen = check.count(.new) > 0 || !check.gaps.isEmpty
    let head = "<!-- forkscape: \(isOpen ? "open" : "closed") -->\n"
    guard isOpen else {
      return head + "Nothing is left to do, says the drift check of \(check.now.day).\n"
    }
    var style = style
    style.limit = CheckStyle.issueLimit - head.utf8.count - Self.foot.utf8.count
    return head + MarkdownWriter(check, style).body + Self.foot
  }

  private static let foot =
    "\nThis issue is written by the drift check: it is brought up to date with each run, and closed "
    + "when nothing is left.\n"
}
