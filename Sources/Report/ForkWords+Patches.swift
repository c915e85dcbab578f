import Landscape

/// The wording of the section on patches.
extension ForkWords {
  static let patchesTitle: Phrase = "Patches"
  static let patchColumns: [Table.Column] = [.init("What became of them"), .init("Commits", .right)]
  static let flowColumns: [Table.Column] = [
    .init("Year"), .init("From upstream", .right), .init("To upstream", .right), .init("Not known which way", .right),
  ]
  static let fixesTitle: Phrase = "Fixes that it lacks"
  /// How much of it is missing, and whether its code stands there at all.
  static func fixStatus(_ fix: MissingFixEntry) -> Phrase {
    fix.isCodeThere ? "\(fix.status.rawValue)" : "\(fix.status.rawValue); its code stands otherwise here"
  }

  static let fixColumns: [Table.Column] = [
    .init("Date"), .init("Upstream commit"), .init("Why it counts"), .init("Here"), .init("Days open", .right),
    .init("Subject"),
  ]

  static let silentRevertsTitle: Phrase = "Merges that left out what upstream did"
  static let silentRevertColumns: [Table.Column] = [
    .init("Date"), .init("Merge"), .init("Files", .right), .init("Which"), .init("Subject"),
  ]

  static let labelsTitle: Phrase = "Labels that do not hold"
  static let labelColumns: [Table.Column] = [
    .init("Date"), .init("Commit"), .init("What is wrong"), .init("Other side"), .init("Subject"),
  ]

  static func limits(_ limits: PatchLimitsEntry) -> Phrase {
    let read: Phrase =
      "Limits: of a commit, \(limits.files.of("file", "files")) of up to \(limits.fileBytes >> 20) MiB are compared line by "
      + "line; whether its change is there is judged by \(limits.judgedFiles.of("file", "files")) of up to "
      + "\(limits.judgedFileBytes >> 20) MiB and \(limits.judgedLines.of("changed line", "changed lines")) of each."
    if limits.partlySeen == 0 { return read + " Nothing was beyond them, and no file was binary." }
    return read
      + " \(limits.partlySeen.of("commit has", "commits have")) files that were compared by their ids alone, because they are "
      + "binary or beyond these limits."
  }

  static func labels(_ shown: Int, of total: Int) -> Phrase {
    let which: Phrase = shown == total ? "" : " The newest \(shown):"
    return "What was found speaks against \(total.of("label", "labels")) in the messages of commits." + which
  }

  static func finding(_ finding: LabelFindingEntry.Finding) -> Phrase {
    switch finding {
    case .contradicted: "names a commit whose change is another one"
    case .ownButUpstream: "marked as the fork's own, and upstream has it"
    }
  }

  static let soakByArea: Phrase = "By the folders that upstream's changes touched:"
  static let soakColumns: [Table.Column] = [
    .init("Folder"), .init("Half arrived within", .right), .init("Arrived", .right), .init("Waiting", .right),
  ]

  static func half(_ median: Double?) -> Phrase { median.map(days) ?? "fewer than half arrived" }

  static func upstreaming(_ entry: SoakEntry, upstream: String) -> Phrase {
    let half: Phrase = entry.median.map { ", half of them within \(days($0))" } ?? ""
    return "The other way, \(upstream) took \(entry.arrived.of("change", "changes")) of the fork" + half
      + "; \(entry.censored) it has not taken."
  }

  static func silentReverts(_ shown: Int, of total: Int, upstream: String) -> Phrase {
    let which: Phrase =
      shown == total ? "\(total.of("merge", "merges"))" : "The newest \(shown) of \(total) merges"
    return which
      + " of \(upstream) kept files as they were, although only \(upstream) had changed them. They are still so, and no "
      + "diff of the merge shows it: was it meant?"
  }

  static func upstreamPatches(_ entry: UpstreamPatchesEntry, upstream: String) -> Phrase {
    let lacking = entry.missing + entry.partial
    return
      "Of \(entry.total.of("commit", "commits")) that only \(upstream) has, merges left out, the fork's files lack "
      + "\(.strong("\(lacking)")) in whole or in part:"
  }

  static func forkPatches(_ entry: ForkPatchesEntry, upstream: String) -> Phrase {
    "Of \(entry.total.of("commit", "commits")) that only the fork has, merges left out, \(.strong("\(entry.carried)")) "
      + "\(entry.carried == 1 ? "is" : "are") not in \(upstream) in any form that was recognised:"
  }

  static func upstreamStatus(_ entry: UpstreamPatchesEntry) -> [(meaning: Phrase, count: Int)] {
    [
      ("missing", entry.missing), ("there in part", entry.partial),
      ("there, though no commit of the fork matches", entry.present),
      ("in both, the same change", entry.equivalent), ("in both, with differences", entry.adapted),
      ("at or before the base already", entry.inBase),
      ("for code that the fork does not have", entry.notApplicable),
      ("undone later by upstream itself", entry.reverted), ("empty", entry.empty),
      ("could not be judged", entry.notAnalysed),
    ]
  }

  static func forkStatus(_ entry: ForkPatchesEntry) -> [(meaning: Phrase, count: Int)] {
    [
      ("the fork's alone", entry.carried), ("copied from upstream", entry.taken),
      ("copied by upstream, the same change", entry.upstreamed),
      ("copied by upstream, with differences", entry.upstreamedAdapted),
      ("brought in with a merge of upstream's lines or of another history", entry.imported),
      ("undone later by the fork itself, or applied anew by a rebase since", entry.reverted), ("empty", entry.empty),
      ("could not be judged", entry.notAnalysed),
    ]
  }

  static let flowIntroduction: Phrase = "Commits that stand on both sides, by the year in which the copy was made:"

  static func soak(_ entry: SoakEntry, until: Instant?) -> Phrase {
    let end: Phrase = until.map { "by \($0.day)" } ?? "when the clones were made"
    if entry.arrived == 0 {
      return "Of upstream's changes since the base, none had arrived \(end); \(entry.censored) were waiting."
    }
    let half: Phrase =
      entry.median.map { "Half of upstream's changes arrived within \(days($0))" }
      ?? "Fewer than half of upstream's changes arrived"
    let most: Phrase = entry.p90.map { ", nine of ten within \(days($0))" } ?? ""
    return half + most + ": \(entry.arrived) had arrived, merged or copied, and \(entry.censored) had not \(end)."
      + trend(entry.trend)
  }

  private static func trend(_ trend: SoakEntry.Trend?) -> Phrase {
    switch trend {
    case .faster?: " What upstream did in the last two years arrives sooner than what it did in the two before."
    case .slower?: " What upstream did in the last two years arrives later than what it did in the two before."
    case .steady?: " What upstream did in the last two years arrives as soon as what it did in the two before."
    case nil: ""
    }
  }

  /// - Parameter later: how many are newer than the fork's clone, and not in the table.
  static func fixes(_ shown: Int, of total: Int, later: Int, asOf: Instant?) -> Phrase {
    let nature: Phrase =
      "of security or data loss (told by message, release notes and back-patching) that the fork's files lack in whole or in part"
    let end: Phrase = asOf.map { " (\($0.day))" } ?? ""
    let others: Phrase =
      later == 0
      ? "" : " \(later.of("more is", "more are")) newer than the fork's clone\(end), which could not have had them."
    if total == 0 {
      return
        "\(later.of("fix", "fixes")) \(nature), all newer than the fork's clone\(end), which could not have had them."
    }
    let which: Phrase = shown == total ? "\(total.of("fix", "fixes"))" : "The newest \(shown) of \(total) fixes"
    return which + " " + nature + "." + others
  }

  private static func days(_ count: Double) -> Phrase {
    count < 1.5 ? "a day" : Int(count.rounded()).of("day", "days")
  }
}
