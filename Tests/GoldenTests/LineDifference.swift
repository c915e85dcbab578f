/// Where two texts first differ, for a person: a few common lines, then those of each side.
struct LineDifference: CustomStringConvertible {
  private static let context = 3
  private static let shown = 12

  let description: String

  /// nil where the texts are equal.
  init?(expected: String, actual: String) {
    guard !expected.utf8.elementsEqual(actual.utf8) else { return nil }
    let (old, new) = (Self.lines(expected), Self.lines(actual))
    let common = zip(old, new).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let tail = zip(old.dropFirst(common).reversed(), new.dropFirst(common).reversed())
      .prefix { $0.utf8.elementsEqual($1.utf8) }.count
    var lines = ["line \(common + 1) is the first to differ (- expected, + actual):"]
    lines += old[max(0, common - Self.context)..<common].map { "  " + $0 }
    lines += Self.some(old[common..<(old.count - tail)], "- ")
    lines += Self.some(new[common..<(new.count - tail)], "+ ")
    description = lines.joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func some(_ lines: ArraySlice<Substring>, _ mark: String) -> [String] {
    let rest = lines.count - shown
    return lines.prefix(shown).map { mark + $0 } + (rest > 0 ? ["\(mark)… and \(rest) lines more"] : [])
  }
}
