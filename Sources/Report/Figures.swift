import Evidence
public import Landscape

extension Int {
  /// The number and its noun: `1 commit`, `2,000 commits`.
  func of(_ one: String, _ many: String) -> Phrase {
    Phrase([.count(Count(number: self, one: one, many: many))])
  }
}

extension Double {
  /// A share as a whole percentage; what is more than nothing is never shown as 0, less than all never as 100.
  var percent: String { "\(percentNumber) %" }

  /// ``percent`` without the sign.
  var percentNumber: String {
    let share = self * 100
    if share > 0, share < 1 { return "<1" }
    if share < 100, share > 99 { return ">99" }
    return String(Int(share.rounded()))
  }

  /// Two decimals: `0.91`, `−1.20`.
  var twoDecimals: String {
    let hundredths = Int((magnitude * 100).rounded())
    let fraction = hundredths % 100
    let text = "\((hundredths / 100).grouped).\(fraction < 10 ? "0" : "")\(fraction)"
    return self < 0 && hundredths > 0 ? "−" + text : text
  }
}

extension String {
  /// The first 12 digits of an id: enough for git to find it in any clone.
  var shortID: String { String(prefix(12)) }

  /// A ref as people say it: without `refs/heads/`, `refs/tags/` or `refs/remotes/`.
  var shortRef: String {
    for prefix in ["refs/heads/", "refs/tags/", "refs/remotes/"] where hasPrefix(prefix) {
      return String(dropFirst(prefix.count))
    }
    return self
  }
}

extension PatchesEntry {
  /// Changes of upstream that the fork's files lack in whole or in part.
  var changesLacking: Int { upstreamSide.missing + upstreamSide.partial }
}

extension EffectiveBaseEntry {
  /// The nearest tag where it tells a reader something: from so many commits on, it is some old tag that happens to be on
  /// the branch.
  public var tellingTag: String? { commitsSinceTag ?? 0 < 1000 ? nearestTag : nil }
}

extension ForkEntry {
  /// Fixes that the fork lacks and could have had: those made before its clone ends.
  var openFixes: [MissingFixEntry] {
    (patches?.missingFixes ?? []).filter { fix in asOf.map { fix.date <= $0 } ?? true }
  }

  /// Whether a note says that its commits repeat one another or upstream's.
  var hasRepeats: Bool { notes.contains { $0.message == "lineage.repeats" } }
}
