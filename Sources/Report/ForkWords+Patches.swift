import Landscape

/// The wording of the section on patches.
extension ForkWords {
  static let patchesTitle: Phrase = "Patches"
  static let patchColumns: [Table.Column] = [.init("What became of them"), .init("Commits", .right)]
  static let flowColumns: [Table.Column] = [
    .init("Copies made in"), .init("From upstream", .right), .init("To upstream", .right), .init("Not known", .right),
  ]
  static let fixesTitle: Phrase = "Fixes that it lacks"
  static let fixColumns: [Table.Column] = [
    .init("Date"), .init("Upstream commit"), .init("Why it counts"), .init("Here"), .init("Days since", .right),
    .init("Subject"),
  ]

  static func upstreamPatches(_ entry: UpstreamPatchesEntry, upstream: String) -> Phrase {
    let behind = entry.missing + entry.partial
    return "Of \(entry.total.of("commit", "commits")) that only \(upstream) has, merges left out, "
      + "\(.strong("\(behind)")) are missing here in whole or in part:"
  }

  static func forkPatches(_ entry: ForkPatchesEntry, upstream: String) -> Phrase {
    "Of \(entry.total.of("commit", "commits")) that only the fork has, merges left out, "
      + "\(.strong("\(entry.carried)")) are its own and not in \(upstream) as a commit:"
  }

  static func upstreamStatus(_ entry: UpstreamPatchesEntry) -> [(meaning: Phrase, count: Int)] {
    [
      ("at or before the base", entry.inBase), ("taken as they are", entry.equivalent),
      ("taken with changes", entry.adapted), ("there without a commit of their own", entry.present),
      ("there in part", entry.partial), ("missing", entry.missing),
      ("for code that the fork does not have", entry.notApplicable), ("undone by upstream itself", entry.reverted),
      ("empty", entry.empty), ("could not be judged", entry.notAnalysed),
    ]
  }

  static func forkStatus(_ entry: ForkPatchesEntry) -> [(meaning: Phrase, count: Int)] {
    [
      ("carried", entry.carried), ("copies of upstream's", entry.taken),
      ("given to upstream as they are", entry.upstreamed), ("given to upstream with changes", entry.upstreamedAdapted),
      ("came in with others", entry.imported), ("undone by the fork itself", entry.reverted), ("empty", entry.empty),
      ("could not be judged", entry.notAnalysed),
    ]
  }

  static func soak(_ entry: SoakEntry) -> Phrase {
    let half: Phrase =
      entry.median.map { "Half of upstream's changes arrived within \(days($0))" }
      ?? "Fewer than half of upstream's changes arrived"
    let most: Phrase = entry.p90.map { ", nine of ten within \(days($0))" } ?? ""
    return half + most + " (\(entry.arrived) arrived, \(entry.censored) had not when the clones were made)."
  }

  static func fixes(_ shown: Int, of total: Int) -> Phrase {
    let which: Phrase =
      shown == total ? "By their messages, \(total.of("fix", "fixes"))" : "The newest \(shown) of \(total)"
    return which + " of security or data loss that the fork's tree lacks in whole or in part:"
  }

  private static func days(_ count: Double) -> Phrase { Phrase(Int(count.rounded()).of("day", "days")) }
}
