import Landscape

/// The English wording of the landscape page.
enum LandscapeWords {
  static let title: Phrase = "Fork landscape"
  static let columns: [Table.Column] = [
    .init("Fork"), .init("Follows"), .init("Track"), .init("Rests on"), .init("Ahead", .right),
    .init("Behind", .right), .init("Lacks", .right), .init("Last sync"), .init("State"),
  ]

  static func made(_ generator: GeneratorEntry, now: Instant) -> Phrase {
    let library: Phrase = generator.libgit2.map { " with libgit2 \($0)" } ?? ""
    return .emphasis("Made by \(generator.name) \(generator.version)\(library); its clock stood at \(now.day).")
  }

  // The summary.

  /// How many clones there are of each sort; sorts without any are left out.
  struct Scope {
    var clones = 0
    var families = 0
    var forks = 0
    var mirrors = 0
    var unrelated = 0
    var duplicates = 0
    var patchFolders = 0
    var notAnalysed = 0
  }

  static func scope(_ scope: Scope) -> Phrase {
    var parts: [Phrase] = [
      "\(scope.families.of("upstream", "upstreams"))",
      "\(.strong("\(scope.forks.of("fork", "forks")) with work of \(scope.forks == 1 ? "its" : "their") own"))",
    ]
    if scope.mirrors > 0 { parts.append("\(scope.mirrors.of("mirror", "mirrors"))") }
    if scope.unrelated > 0 {
      parts.append("\(scope.unrelated) that \(scope.unrelated == 1 ? "shares" : "share") no descent with the others")
    }
    if scope.duplicates > 0 { parts.append("\(scope.duplicates.of("duplicate", "duplicates"))") }
    if scope.patchFolders > 0 { parts.append("\(scope.patchFolders.of("patch folder", "patch folders"))") }
    if scope.notAnalysed > 0 { parts.append("\(scope.notAnalysed) that could not be analysed") }
    let found: Phrase = "\(scope.clones.of("clone", "clones")) in \(scope.families.of("family", "families"))"
    return "This report covers \(found): \(VerdictWords.list(parts, limit: 9))."
  }

  static let noFamilies: Phrase =
    "No two clones were found to descend from one code base, so there is nothing to compare."

  static func tracks(same: [Phrase], different: [Phrase], undetermined: [Phrase]) -> Phrase? {
    var parts: [Phrase] = []
    if !same.isEmpty {
      parts.append("\(VerdictWords.list(same)) \(same.count == 1 ? "does" : "do") the same job as the upstream")
    }
    if !different.isEmpty {
      parts.append("\(VerdictWords.list(different)) \(different.count == 1 ? "does" : "do") another job")
    }
    if !undetermined.isEmpty {
      parts.append("the evidence does not decide about \(VerdictWords.list(undetermined))")
    }
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: "; ") + "."
  }

  static func freshest(_ fork: Phrase, upstream: String, date: Instant) -> Phrase {
    "The freshest is \(fork), whose code rests on \(upstream) of \(date.day)"
  }

  static func stalest(_ fork: Phrase, upstream: String, date: Instant) -> Phrase {
    "; the stalest is \(fork), on \(upstream) of \(date.day)."
  }

  /// Which fork lacks the most of upstream's changes, and which lack fixes.
  static func lacking(_ most: (fork: Phrase, changes: Int)?, fixes: [(fork: Phrase, count: Int)]) -> Phrase? {
    var parts: [Phrase] = []
    if let most {
      parts.append("\(most.fork) lacks the most of its upstream's changes, \(most.changes)")
    }
    if !fixes.isEmpty {
      let counts = fixes.map { "\($0.fork) (\($0.count))" as Phrase }
      parts.append(
        "\(parts.isEmpty ? "Fixes" : "fixes") of security or data loss are missing in \(VerdictWords.list(counts))"
      )
    }
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: "; ") + "."
  }

  static func staleBases(_ forks: [Phrase]) -> Phrase {
    "For \(VerdictWords.list(forks)), git's merge base is misleading; the content tells another story."
  }

  // A family.

  static func upstream(_ entry: UpstreamEntry) -> Phrase {
    let about: Phrase = entry.portrait?.describes.map { " It says of itself: “\($0)”" } ?? ""
    return """
      The upstream is \(.strong(Phrase(entry.name))), with \(entry.commits.of("commit", "commits")) on \
      \(.code(entry.head.ref.shortRef)); its clone is as of \(entry.asOf.day).\(about)
      """
  }

  static let noForks: Phrase = "No fork with work of its own was found in this family."
  static func saysTitle(_ upstream: String) -> Phrase { "What the forks say about \(upstream) as a whole:" }
  static let notesTitle: Phrase = "To know when reading the table:"

  static func staleBase(
    _ fork: Phrase,
    git: CommitEntry,
    base: EffectiveBaseEntry,
    _ syncs: [SyncEntry]?
  ) -> Phrase {
    if VerdictWords.isRecorded(base, syncs) {
      return """
        \(fork): git's merge base is of \(git.date.day), yet its history records that it took in upstream of \
        \(base.date.day) (confidence \(base.confidence.twoDecimals)). Files and territory count from the latter.
        """
    }
    return """
      \(fork): git's merge base is of \(git.date.day), yet its files match upstream of \(base.date.day) \
      (found \(VerdictWords.method(base.method)), confidence \(base.confidence.twoDecimals)). Files and territory count \
      from the latter.
      """
  }

  static func atEdge(_ fork: Phrase, upstream: String) -> Phrase {
    "\(fork): its content is newer than the clone of \(upstream), or on a line that this clone lacks."
  }

  static func otherAge(whose fork: Phrase, upstream: String, days: Int, countsPatches: Bool) -> Phrase {
    let gap: Phrase = abs(days).of("day", "days")
    guard days < 0, countsPatches else {
      return
        "\(fork) clone is \(gap) \(days < 0 ? "older" : "newer") than that of \(upstream); figures of time use the earlier date."
    }
    return """
      \(fork) clone is \(gap) older than that of \(upstream): what upstream did in the meantime counts as lacking. \
      Figures of time use the earlier date.
      """
  }

  static func disagreement(_ fork: Phrase, declared: TrackVerdict, found: TrackVerdict) -> Phrase {
    """
    \(fork): declared \(VerdictWords.track(declared)) in the family file, while the evidence \(says(found)).
    """
  }

  private static func says(_ found: TrackVerdict) -> Phrase {
    found == .undetermined ? "does not decide" : "says \(VerdictWords.track(found))"
  }

  static func note(_ fork: Phrase, _ text: Phrase) -> Phrase { "\(fork): \(text)" }

  static func mirrors(_ forks: [Phrase]) -> Phrase {
    "\(.strong("Mirrors")), with nothing of their own: \(VerdictWords.list(forks, limit: 20))."
  }

  static func unrelated(_ forks: [Phrase]) -> Phrase {
    "\(.strong("Unrelated")), though they look alike: \(VerdictWords.list(forks, limit: 20))."
  }

  static func notAnalysed(_ forks: [Phrase]) -> Phrase {
    "\(.strong("Not analysed")), reasons below: \(VerdictWords.list(forks, limit: 20))."
  }

  static let withoutCloneTitle: Phrase =
    "Known by the family file, and not here to be analysed; what follows is what that file says:"

  static func withoutClone(_ fork: KnownForkEntry) -> Phrase {
    var parts: [Phrase] = []
    if fork.isClosed { parts.append("closed, without public sources") }
    if let track = fork.track { parts.append("declared \(VerdictWords.track(track))") }
    if let address = fork.address { parts.append("\(.code(address))") }
    let about: Phrase = parts.isEmpty ? "no clone" : parts.joined(separator: ", ")
    let source: Phrase = fork.source.map { "; source: \($0)" } ?? ""
    return "\(.strong(Phrase(fork.name))): \(about)\(source)"
  }

  // Cells.

  static func track(_ track: TrackEntry?) -> Phrase {
    guard let track else { return "not analysed" }
    let kind: Phrase = track.kind.map { ", \(VerdictWords.kind($0))" } ?? ""
    // Of a verdict that was not given there is no confidence to speak of.
    let sure: Phrase = track.verdict == .undetermined ? "" : " (\(track.confidence.twoDecimals))"
    return "\(.strong(VerdictWords.track(track.verdict)))\(kind)\(sure)"
  }

  /// The line; with its project where that is not the family's upstream, whose name stands above the table.
  static func follows(_ upstream: String, root: String, line: LineEntry?) -> Phrase {
    guard let line else { return "\(upstream)" }
    return upstream == root ? .code(line.ref.shortRef) : "\(upstream) \(.code(line.ref.shortRef))"
  }

  static func base(_ base: EffectiveBaseEntry?) -> Phrase {
    guard let base else { return "—" }
    guard let tag = base.tellingTag else { return "\(base.date.day)\(ForkWords.orLater(base))" }
    let since: Phrase = base.commitsSinceTag.map { $0 == 0 ? "" : " + \($0)" } ?? ""
    return "\(base.date.day)\(ForkWords.orLater(base)), \(.code(tag))\(since)"
  }

  static func lacks(_ fork: ForkEntry) -> Phrase {
    guard let patches = fork.patches else { return "—" }
    let changes: Phrase = "\(patches.changesLacking)"
    guard !fork.openFixes.isEmpty else { return changes }
    return "\(changes), \(.strong(fork.openFixes.count.of("fix", "fixes")))"
  }

  static func state(_ activity: Activity?, asOf: Instant?) -> Phrase {
    guard let asOf else { return VerdictWords.activity(activity) }
    guard let activity else { return "as of \(asOf.day)" }
    return "\(VerdictWords.activity(activity)), as of \(asOf.day)"
  }

  static func count(_ all: Int?, noMerges: Int?) -> Phrase {
    guard let all else { return "—" }
    guard let noMerges, noMerges != all else { return "\(all)" }
    return "\(all) (\(noMerges))"
  }

  static func sync(_ lineage: LineageEntry?) -> Phrase {
    guard let syncs = lineage?.syncs else { return "—" }
    guard let last = syncs.first else { return "none found" }
    return "\(last.date.day), \(VerdictWords.sync(last.kind))"
  }
}
