import Landscape

/// The English wording of a fork's page.
enum ForkWords {
  static let back: Phrase = .link("All forks", to: "../../README.md")

  // The verdict.

  static func verdict(_ track: TrackEntry, fork: String, upstream: String) -> Phrase {
    let asKind: Phrase = track.kind.map { ", as a \(.strong(VerdictWords.kind($0)))" } ?? ""
    let sure: Phrase = " (confidence \(track.confidence.twoDecimals))"
    switch track.verdict {
    case .sameTrack:
      return """
        \(fork) is on the \(.strong("same track")) as \(upstream)\(asKind)\(sure): a user of \(upstream) could take it \
        for the job they already do.
        """
    case .differentTrack:
      return """
        \(fork) is on a \(.strong("different track")) than \(upstream)\(asKind)\(sure): it exists to do another job.
        """
    case .undetermined:
      let why: Phrase = track.reason.map { " \(.said($0))" } ?? ""
      return "Which way \(fork) goes against \(upstream) is \(.strong("undetermined")).\(why)"
    }
  }

  static func mirror(fork: String, upstream: String) -> Phrase {
    "\(fork) is a \(.strong("mirror")) of \(upstream): it has nothing of its own."
  }

  static func unrelated(fork: String, upstream: String) -> Phrase {
    "\(fork) is \(.strong("unrelated")) to \(upstream): the two share no descent."
  }

  static func notAnalysed(fork: String) -> Phrase { "\(fork) was \(.strong("not analysed")); the reasons are below." }

  static func noTrack(fork: String, upstream: String) -> Phrase {
    "\(fork) is a fork of \(upstream). Which way it goes was \(.strong("not analysed"))."
  }

  static func declared(_ declared: TrackVerdict, found: TrackVerdict) -> Phrase {
    declared == found
      ? "The family file says the same."
      : "The family file says otherwise: \(VerdictWords.track(declared))."
  }

  /// Since when the verdict stands, and what made it other than before.
  static func crossed(_ crossing: TrackCrossingEntry, upstream: String) -> Phrase {
    let (day, commit) = (
      crossing.date.day, crossing.commit.map { " (\(.code(String($0.prefix(10)))))" as Phrase } ?? ""
    )
    let before: Phrase =
      crossing.before == .undetermined
      ? "before, the evidence would not have decided"
      : "before, the evidence would have said \(VerdictWords.track(crossing.before))"
    switch crossing.cause {
    case .ownWords: return "It has stood so since \(day), when its README or licence changed\(commit); \(before)."
    case .upstreamEnded: return "It has stood so since \(day), when \(upstream) had come to an end\(commit); \(before)."
    case .upstreamLicence:
      return "It has stood so since \(day), when \(upstream) changed its licence\(commit); \(before)."
    }
  }

  static func against(_ evidence: EvidenceEntry) -> Phrase { "Against it: \(.said(evidence))" }

  static func distance(_ base: EffectiveBaseEntry, upstream: String) -> Phrase {
    "Its code rests on \(upstream) of \(base.date.day)\(orLater(base))\(base.tellingTag.map { tag($0, base) } ?? "")."
  }

  /// What stands behind the date of a base that is only the newest which the upstream's clone could offer.
  static func orLater(_ base: EffectiveBaseEntry) -> Phrase { base.atEdge ? " or later" : "" }

  private static func tag(_ name: String, _ base: EffectiveBaseEntry) -> Phrase {
    switch base.commitsSinceTag {
    case nil: " (after tag \(.code(name)))"
    case 0: " (tag \(.code(name)))"
    case let count?: " (\(count.of("commit", "commits")) after tag \(.code(name)))"
    }
  }

  static func distance(ahead: Int, behind: Int, line: Phrase) -> Phrase {
    "As git counts, it is \(ahead.of("commit", "commits")) ahead of \(line) and \(behind) behind."
  }

  static func distance(_ patches: PatchesEntry, of fork: ForkEntry, upstream: String) -> Phrase {
    let fixes = fork.openFixes.count
    let fixed: Phrase =
      fixes == 0 ? "" : ", \(.strong(fixes.of("fix", "fixes"))) of security or data loss among them"
    let lacking: Phrase = "Of upstream's changes it lacks \(.strong("\(patches.changesLacking)"))\(fixed)."
    let own = patches.forkSide.carried
    if patches.forkSide.total == 0 { return lacking }
    if fork.hasRepeats {
      return lacking
        + " Many of its commits repeat one another or upstream's: their number says little of its own work."
    }
    return lacking + " Of its own commits, \(.strong("\(own)")) \(own == 1 ? "is" : "are") not in \(upstream)."
  }

  static func carried(_ count: Int, hasRepeats: Bool) -> Phrase {
    hasRepeats ? "\(count), repeats among them (see the notes)" : "\(count)"
  }

  static let noCommonCommits: Phrase = "The two have no common commits, so git cannot count ahead and behind."
  static let cutOff: Phrase = "How far the two are apart in commits is not known: the history at hand breaks off."

  static func activity(_ activity: Activity, asOf: Instant) -> Phrase {
    switch activity {
    case .active: "Its own work is active as of \(asOf.day)."
    case .slow: "Its own work is slow: some within three years before \(asOf.day), none in the last."
    case .dormant: "It is dormant: no own work in the three years before \(asOf.day)."
    }
  }

  static func says(_ text: String) -> Phrase { "It says of itself: “\(text)”" }
  static func saysForkOf(_ text: String) -> Phrase { "On its origin: “\(text)”" }
  static func license(fork: String, upstream: String?) -> Phrase {
    guard let upstream, upstream != fork else { return "Licence: \(fork)." }
    return "Licence: \(fork), where upstream has \(upstream)."
  }

  // Facts.

  static let factsTitle: Phrase = "Facts"
  static let factColumns: [Table.Column] = [.init("Fact"), .init("Value"), .init("Check it with")]
  static func checkingInOneClone(_ clone: String) -> Phrase {
    "The commands run in \(.code(clone)); with \(.code("--no-merges")), git rev-list leaves merges out."
  }
  static let checkingInACopy: Phrase = """
    The commands run in a scratch copy that holds both sides (and git describe in the upstream's clone); with \
    \(.code("--no-merges")), git rev-list leaves merges out:
    """
  static func makingACopy(fork: String, upstream: String) -> String {
    """
    git clone --bare \(shellWord(fork)) check.git
    git --git-dir=check.git fetch \(shellWord(upstream)) '+refs/*:refs/upstream/*'
    """
  }

  /// A path as one word of a shell's command line, whatever is in it; what would act on a terminal is made visible, at
  /// the price that such a path has to be typed by hand.
  static func shellWord(_ path: String) -> String {
    let shown = VisibleText.of(path)
    let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-+".unicodeScalars
    if !shown.isEmpty, !shown.hasPrefix("-"), shown.unicodeScalars.allSatisfy({ plain.contains($0) }) { return shown }
    // By scalars: in a Swift string a quote with an accent above is another character, to a shell it is a quote.
    var quoted = String.UnicodeScalarView()
    for scalar in shown.unicodeScalars {
      quoted.append(contentsOf: scalar == "'" ? "'\\''".unicodeScalars : String(scalar).unicodeScalars)
    }
    return "'" + String(quoted) + "'"
  }

  static let head: Phrase = "Head"
  static let upstream: Phrase = "Upstream"
  static let comparedWith: Phrase = "Compared with"
  static let line: Phrase = "Line followed"
  static let lineage: Phrase = "Lineage"
  static let mergeBase: Phrase = "Git merge base"
  static let forkPoint: Phrase = "Fork point"
  static let effectiveBase: Phrase = "Effective base"
  static func ahead(_ ref: String) -> Phrase { "Ahead of \(.code(ref))" }
  static func behind(_ ref: String) -> Phrase { "Behind \(.code(ref))" }
  static func count(_ all: Int, noMerges: Int?) -> Phrase {
    guard let noMerges else { return "\(all.of("commit", "commits"))" }
    if noMerges == all { return "\(all.of("commit", "commits")), no merge among them" }
    return "\(all.of("commit", "commits")), \(noMerges) without merges"
  }
  static let carried: Phrase = "Own changes not in upstream"
  static let missing: Phrase = "Upstream changes lacking"
  static let linesByFork: Phrase = "Lines changed by the fork"
  static let linesByUpstream: Phrase = "Lines changed by upstream"
  static let linesBetweenHeads: Phrase = "Lines between the heads"
  static let renames: Phrase = "Files renamed"

  static func commit(_ id: String, _ date: Instant) -> Phrase { "\(.code(id.shortID)), \(date.day)" }
  static func ref(_ ref: String, _ id: String, _ date: Instant) -> Phrase {
    "\(.code(ref.shortRef)) at \(commit(id, date))"
  }
  static func confidence(_ value: Double) -> Phrase {
    value == 1 ? "" : value >= 0.995 ? ", confidence over 0.99" : ", confidence \(value.twoDecimals)"
  }
  static func others(_ count: Int) -> Phrase {
    count == 0 ? "" : ", and \(count.of("other", "others"))"
  }
  static func lineage(_ lineage: LineageEntry) -> Phrase {
    "\(VerdictWords.lineage(lineage.kind))\(confidence(lineage.confidence))"
  }
  static func base(_ base: EffectiveBaseEntry, _ syncs: [SyncEntry]?) -> Phrase {
    let since: Phrase =
      base.commitsSinceTag.map { $0 == 0 ? "" : ($0.of("commit", "commits") + " after ") } ?? "after "
    let tag: Phrase = base.nearestTag.map { ", \(since)tag \(.code($0))" } ?? ""
    let similar: Phrase = base.similarity.map { ", \($0.percent) of the fork's files as they were there" } ?? ""
    let passages: Phrase = base.passageSimilarity.map { ", \($0.percent) of the passages of its texts" } ?? ""
    let prefix: Phrase = base.prefix.isEmpty ? "" : ", under \(.code(base.prefix))"
    let edge: Phrase = base.atEdge ? ", at the edge of the upstream clone" : ""
    let found: Phrase = ", found \(VerdictWords.method(base, syncs))"
    return commit(base.commit, base.date) + tag + found + confidence(base.confidence) + similar + passages + prefix
      + edge
  }
  static func lines(_ count: LineCountEntry) -> Phrase {
    let binary: Phrase = count.binaryFiles == 0 ? "" : ", \(count.binaryFiles.of("binary file", "binary files"))"
    return "+\(count.added) −\(count.removed)\(binary)"
  }
  static func renames(_ renames: RenamesEntry) -> Phrase {
    "\(renames.byFork) by the fork, \(renames.byUpstream) by upstream"
  }
  static func reason(_ reason: Phrase) -> Phrase { "not analysed: \(reason)" }
}
