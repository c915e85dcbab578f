import Landscape

/// The wording of what a fork's commits are made of, and of its syncs.
extension ForkWords {
  static let ownWorkTitle: Phrase = "What its commits are"
  static func ownWork(_ work: OwnWorkEntry) -> Phrase {
    """
    Of the \(work.total.of("commit", "commits")) that the fork has and the line has not, its own work: \
    \(.strong("\(work.own)")). Each commit counts once, in the first row that it fits:
    """
  }
  static let ownWorkColumns: [Table.Column] = [.init("What"), .init("Commits", .right)]
  static func ownWorkParts(_ work: OwnWorkEntry, upstream: String) -> [(name: Phrase, count: Int)] {
    [
      ("on other branches or tags of \(upstream)", work.upstreamBranches),
      ("histories of other projects, joined by subtree merges", work.sideHistories),
      ("earlier generations of its patches, applied anew since", work.earlierGenerations),
      ("of lines of \(upstream) that this clone of it lacks", work.upstreamLines),
      ("squashes, imports and rebases that took \(upstream) in", work.syncs),
      ("commits of \(upstream) under other ids", work.copies),
      ("repeats of its own commits", work.repeats),
      ("other merges", work.merges),
      (.strong("own work"), work.own),
    ]
  }

  static let branchesTitle: Phrase = "Branches"
  static func branches(_ branches: BranchesEntry) -> Phrase {
    let kinds: [(Int, String, String)] = [
      (branches.releaseLines, "release line", "release lines"), (branches.custom, "custom branch", "custom branches"),
      (branches.longLived, "other long-lived branch", "other long-lived branches"),
      (branches.topics, "topic", "topics"), (branches.merged, "merged branch", "merged branches"),
      (branches.carried, "branch of upstream", "branches of upstream"),
    ]
    let named = kinds.filter { $0.0 > 0 }.map { $0.0.of($0.1, $0.2) }
    let rest: Phrase =
      branches.leftOut == 0 ? "" : " \(branches.leftOut.of("older branch", "older branches")) were not looked at."
    return "Beside the head it has \(VerdictWords.list(named))." + rest
  }
  static let branchColumns: [Table.Column] = [
    .init("Branch"), .init("What it is"), .init("Commits apart", .right), .init("Follows"),
    .init("Last commit"),
  ]
  static func moreBranches(_ count: Int) -> Phrase { "And \(count.of("more", "more"))." }

  static func phantom(_ entry: PhantomEntry) -> Phrase {
    let ahead: Phrase = entry.ahead.map { " and \($0.of("commit", "commits")) ahead" } ?? ""
    return """
      \(entry.days.of("day", "days")) before the effective base: counted from it, \(entry.behind.of("commit", "commits")) \
      behind\(ahead) are no difference
      """
  }
  static let phantomTitle: Phrase = "What git's base costs"

  static let syncsTitle: Phrase = "Syncs with upstream"
  static let noSyncs: Phrase = "It was not found to have taken upstream in since it split off."

  static func syncs(_ summary: SyncSummaryEntry) -> Phrase {
    var sentences: [Phrase] = []
    let kinds: [(Int, String, String)] = [
      (summary.merges, "merge", "merges"), (summary.squashes, "squash", "squashes"),
      (summary.imports, "import", "imports"), (summary.picks, "batch of picks", "batches of picks"),
      (summary.rebases, "rebase", "rebases"),
    ]
    let named = kinds.filter { $0.0 > 0 }.map { $0.0.of($0.1, $0.2) }
    sentences.append("It took upstream in by \(VerdictWords.list(named)).")
    if let days = summary.medianDaysBetween {
      sentences.append("From one to the next it took \(days.days) in the median\(trend(summary.trend)).")
    }
    if let lag = summary.medianLagDays {
      let most: Phrase = summary.maxLagDays.map { Double($0) > lag ? ", at most \($0.of("day", "days"))" : "" } ?? ""
      sentences.append("The oldest commit taken had by then stood upstream for \(lag.days) in the median\(most).")
    }
    if let last = summary.last, let since = summary.daysSinceLast {
      sentences.append(
        "The last was on \(last.day), \(since.of("day", "days")) before the older of the two clones ends."
      )
    }
    return sentences.joined(separator: " ")
  }

  private static func trend(_ trend: SyncTrend?) -> Phrase {
    switch trend {
    case .moreOften: ", and it became more often"
    case .lessOften: ", and it became less often"
    case .steady: ", steadily"
    case .stopped: ", until they stopped"
    case nil: ""
    }
  }

  static let syncYearColumns: [Table.Column] = [
    .init("Year"), .init("Syncs", .right), .init("Upstream commits taken", .right),
  ]
  static func lastSyncs(_ shown: Int, of total: Int) -> Phrase {
    total == 1 ? "One sync:" : shown == total ? "All \(total.of("sync", "syncs")):" : "The last \(shown) of \(total):"
  }
  static let syncColumns: [Table.Column] = [
    .init("Date"), .init("How"), .init("Fork's commit"), .init("Newest upstream commit taken"),
    .init("Commits taken", .right), .init("Days behind", .right),
  ]
}

extension Double {
  /// `1 day`, `12 days`; halves are shown.
  fileprivate var days: Phrase {
    if self == rounded() { return Int(self).of("day", "days") }
    let number = String(self)
    return "\(number) days"
  }
}
