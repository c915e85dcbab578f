import Evidence
import Landscape
import Report

/// Results as a page that forges show: summaries, comments, issues. Never longer than the style's limit; what does not
/// fit is counted.
struct MarkdownWriter {
  private let check: DriftCheck
  private let style: CheckStyle

  init(_ check: DriftCheck, _ style: CheckStyle) {
    self.check = check
    self.style = style
  }

  /// Every line ends in a newline.
  var text: String { "# Drift check\n\n" + body }

  /// The page without its heading.
  var body: String {
    let head = ["\(verdict) \(ForeignMarkdown.text(check.summary)).", ""]
    let tail = gapLines + decidedLines + ["<sub>forkscape \(style.version), \(check.now.day)</sub>", ""]
    let room = style.limit - (head + tail).reduce(200) { $0 + $1.utf8.count + 1 }
    return (head + table(room: room) + tail).joined(separator: "\n")
  }

  private var verdict: String {
    if check.fails(at: style.failOn) { return "**Failed**:" }
    return check.gaps.isEmpty ? "**Passed**:" : "**Incomplete**:"
  }

  /// A row for each finding that counts, as many as fit.
  private func table(room: Int) -> [String] {
    let findings = check.findings.filter { $0.state == .new }
    if findings.isEmpty { return [] }
    let several = check.hasSeveralForks
    var lines = [
      "| | \(several ? "fork | " : "")rule | finding | what to do |", "|---|\(several ? "---|" : "")---|---|---|",
    ]
    var left = room
    var shown = 0
    for finding in findings {
      let row = row(finding, several)
      guard row.utf8.count < left else { break }
      left -= row.utf8.count + 1
      lines.append(row)
      shown += 1
    }
    lines.append("")
    if shown < findings.count {
      lines += ["\((findings.count - shown).of("finding")) more did not fit here and are left out.", ""]
    }
    return lines
  }

  private func row(_ finding: Finding, _ several: Bool) -> String {
    let place = finding.place.flatMap { $0.root == .policy ? nil : ForeignMarkdown.code($0.path) }
    let text = ForeignMarkdown.text(finding.text)
    // Paths are in the sentence already, where the finding is about one.
    let at = place.map { finding.text.contains(finding.place?.path ?? "") ? "" : " (\($0))" } ?? ""
    let fork = several ? "\(ForeignMarkdown.text(finding.fork)) | " : ""
    let remedy = ForeignMarkdown.text(finding.remedy)
    return "| \(Self.mark(finding.severity)) | \(fork)`\(finding.rule)` | \(text)\(at) | \(remedy) |"
  }

  private static func mark(_ severity: Severity) -> String {
    switch severity {
    case .error: "❌ error"
    case .warning: "⚠️ warning"
    case .info: "ℹ️ info"
    }
  }

  private var gapLines: [String] {
    if check.gaps.isEmpty { return [] }
    let shown = check.gaps.prefix(20).map { gap in
      "- \(check.hasSeveralForks ? ForeignMarkdown.text(gap.fork) + ", " : "")`\(gap.rule)`: \(ForeignMarkdown.text(gap.reason))"
    }
    let rest = check.gaps.count > 20 ? ["- and \((check.gaps.count - 20).grouped) more"] : []
    return ["What could not be told:", ""] + shown + rest + [""]
  }

  private var decidedLines: [String] {
    let waived = check.findings.filter { $0.state == .waived }
    if waived.isEmpty { return [] }
    let lines = waived.prefix(20).compactMap { finding in
      finding.waiver.map { waiver in
        let until = waiver.until.map { ", until \($0.day)" } ?? ""
        return "- `\(finding.rule)`: \(ForeignMarkdown.text(finding.text)) — \(ForeignMarkdown.text(waiver.reason)) "
          + "(\(ForeignMarkdown.text(waiver.who))\(until))"
      }
    }
    let rest = waived.count > 20 ? ["- and \((waived.count - 20).grouped) more"] : []
    return ["<details><summary>\(waived.count.grouped) waived</summary>", ""] + lines + rest + ["", "</details>", ""]
  }
}
