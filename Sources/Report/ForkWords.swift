import Landscape

/// The English wording of a fork's page.
enum ForkWords {
  static let back: Phrase = .link("All forks", to: "../../README.md")

  // The verdict.

  static func verdict(_ track: TrackEntry, fork: String, upstream: String) -> Phrase {
    let asKind: Phrase = track.kind.map { ", as a \(.strong(Phrase(VerdictWords.kind($0))))" } ?? ""
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
      return "Which way \(fork) goes against \(upstream) is \(.strong("undetermined"))\(asKind)\(sure)."
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

  static func against(_ evidence: EvidenceEntry) -> Phrase { "Against it: \(evidence.text)" }

  static func distance(_ base: EffectiveBaseEntry, upstream: String) -> Phrase {
    let tag: Phrase = base.nearestTag.map { " (after tag \(.code($0)))" } ?? ""
    return "Its code rests on \(upstream) of \(base.date.day)\(tag)."
  }

  static func distance(ahead: Int, behind: Int, line: Phrase) -> Phrase {
    "It is \(ahead.of("commit", "commits")) ahead of \(line) and \(behind) behind."
  }

  static let noCommonCommits: Phrase = "The two have no common commits, so git cannot count ahead and behind."

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
  static func checkingInOneClone(_ clone: String) -> Phrase { "The commands run in \(.code(clone))." }
  static let checkingInACopy: Phrase =
    "The commands run in a scratch copy that holds both sides (and git describe in the upstream's clone):"
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
  static let withoutMerges: Phrase = "… without merges"
  static let carried: Phrase = "Carried patches"
  static let missing: Phrase = "Missing upstream changes"
  static let linesByFork: Phrase = "Lines changed by the fork"
  static let linesByUpstream: Phrase = "Lines changed by upstream"
  static let linesBetweenHeads: Phrase = "Lines between the heads"
  static let renames: Phrase = "Files renamed"

  static func commit(_ id: String, _ date: Instant) -> Phrase { "\(.code(id.shortID)), \(date.day)" }
  static func ref(_ ref: String, _ id: String, _ date: Instant) -> Phrase {
    "\(.code(ref.shortRef)) at \(commit(id, date))"
  }
  static func confidence(_ value: Double) -> Phrase { value == 1 ? "" : ", confidence \(value.twoDecimals)" }
  static func others(_ count: Int) -> Phrase {
    count == 0 ? "" : ", and \(count.of("other", "others"))"
  }
  static func lineage(_ lineage: LineageEntry) -> Phrase {
    "\(VerdictWords.lineage(lineage.kind))\(confidence(lineage.confidence))"
  }
  static func base(_ base: EffectiveBaseEntry) -> Phrase {
    let tag: Phrase = base.nearestTag.map { ", tag \(.code($0))" } ?? ""
    let similar: Phrase = base.similarity.map { ", \($0.percent) of the fork's files as they were there" } ?? ""
    let prefix: Phrase = base.prefix.isEmpty ? "" : ", under \(.code(base.prefix))"
    let edge: Phrase = base.atEdge ? ", at the edge of the upstream clone" : ""
    let found: Phrase = ", found \(VerdictWords.method(base.method))"
    return commit(base.commit, base.date) + tag + found + confidence(base.confidence) + similar + prefix + edge
  }
  static func lines(_ count: LineCountEntry) -> Phrase {
    let binary: Phrase = count.binaryFiles == 0 ? "" : ", \(count.binaryFiles.of("binary file", "binary files"))"
    return "+\(count.added) −\(count.removed)\(binary)"
  }
  static func renames(_ renames: RenamesEntry) -> Phrase {
    "\(renames.byFork) by the fork, \(renames.byUpstream) by upstream"
  }
  static func reason(_ reason: String) -> Phrase { "not analysed: \(reason)" }
}
