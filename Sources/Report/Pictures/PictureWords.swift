import Landscape

/// The wording of pictures.
enum PictureWords {
  static let figures: Phrase = "The figures behind this picture"

  static func treeTitle(_ family: String) -> Phrase { "The family of \(family) over time" }
  static func treeSummary(forks: Int, from: Instant, to: Instant) -> Phrase {
    "A lane for the upstream and one for each of \(forks.of("fork", "forks")), from where it split off to the end of "
      + "its clone, between \(from.month) and \(to.month); marks are syncs, bands show how far each lagged behind."
  }
  static let treeColumns: [Table.Column] = [
    .init("Fork"), .init("Of"), .init("Split off"), .init("Clone ends"), .init("Syncs", .right), .init("Last sync"),
    .init("Days behind at the end", .right),
  ]
  static func syncKey(_ kind: SyncKind) -> Phrase {
    switch kind {
    case .merge: "merge"
    case .squash: "squashed merge"
    case .import: "release copied in"
    case .picks: "picks"
    case .rebase: "rebase"
    }
  }
  static func bandKey(_ days: Int) -> Phrase {
    "Band: age of the oldest upstream commit not taken in; the tallest is \(days.of("day", "days"))."
  }

  static func distanceTitle(_ fork: String) -> Phrase { "\(fork) and its line, month by month" }
  static let ahead: Phrase = "commits ahead"
  static let behind: Phrase = "commits behind"
  static let lag: Phrase = "days: age of the oldest upstream commit that had not arrived"
  static func distanceSummary(_ first: HistoryEntry, _ last: HistoryEntry) -> Phrase {
    "From \(first.month), \(first.ahead) ahead and \(first.behind) behind, to \(last.month), \(last.ahead) ahead and "
      + "\(last.behind) behind."
  }

  static func territoryTitle(_ fork: String) -> Phrase { "Where the work of \(fork) lies" }
  static func territorySummary(_ areas: [(name: String, share: Double)]) -> Phrase {
    let parts = areas.map { "\($0.name) with \($0.share.percent)" as Phrase }
    return "Lines that the fork changed, by folder; the largest: \(VerdictWords.list(parts))."
  }

  static func flowTitle(_ fork: String, _ upstream: String) -> Phrase {
    "Commits that travelled between \(upstream) and \(fork)"
  }
  static func flowSummary(down: Int, up: Int, unknown: Int) -> Phrase {
    "Over all years \(down) came from upstream, \(up) went there, and of \(unknown) the direction is not known."
  }

  static func quadrantTitle(_ family: String) -> Phrase { "Distance and compatibility in the family of \(family)" }
  static func quadrantSummary(_ count: Int) -> Phrase {
    "\(count.of("fork", "forks")) by the share of files that differ from upstream's and by how much of what users "
      + "depend on is kept."
  }
  static let quadrantColumns: [Table.Column] = [
    .init("Fork"), .init("Track"), .init("Files that differ", .right), .init("Compatibility", .right),
  ]
  static let distanceAxis: Phrase = "files that differ from upstream's →"
  static let compatibilityAxis: Phrase = "compatibility ↑"
  static let nearAndCompatible: Phrase = "close, users at home"
  static let farAndCompatible: Phrase = "far, users still at home"
  static let nearAndBroken: Phrase = "close, yet users notice"
  static let farAndBroken: Phrase = "far, another place"
}
