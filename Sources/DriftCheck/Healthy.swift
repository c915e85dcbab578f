import GitValues
import Landscape

extension ForkFacts {
  /// An invented fork of which everything is known and nothing is wrong; examples of rules change what they are about.
  static let healthy: ForkFacts = {
    let base = id("base")
    var fork = ForkEntry(
      name: "harbor",
      clone: "harbor",
      relation: .fork,
      upstream: "tide",
      head: HeadEntry(ref: "refs/heads/main", refIsEncoded: false, commit: id("head"), date: day("2026-06-29")),
      asOf: day("2026-06-29"),
      activity: .active,
      portrait: PortraitEntry(title: "harbor", license: "MIT", describes: nil, forkOf: nil)
    )
    fork.lineage = LineageEntry(
      kind: .sharedHistory,
      confidence: 1,
      line: LineEntry(
        ref: "refs/heads/main",
        refIsEncoded: false,
        commit: id("line"),
        date: day("2026-06-30"),
        confidence: 1
      ),
      gitMergeBase: CommitEntry(commit: base, date: day("2026-06-01")),
      otherBases: [],
      forkPoint: nil,
      effectiveBase: .healthy(base, day("2026-06-01"), .ancestry),
      syncs: [SyncEntry(date: day("2026-06-02"), kind: .merge, forkCommit: id("sync"), upstreamCommit: base)],
      releases: []
    )
    fork.divergence = DivergenceEntry(
      base: BaseEntry(commit: base, method: .ancestry),
      ahead: 12,
      behind: 7,
      aheadNoMerges: 10,
      behindNoMerges: 6,
      effective: EffectiveDistanceEntry(ahead: 2, behind: 1),
      files: FilesEntry([.identical: 100, .changedByFork: 1]),
      history: (1...6).map { HistoryEntry(month: "2026-0\($0)", ahead: 12, behind: 7, lagDays: 20) }
    )
    fork.track = TrackEntry(verdict: .sameTrack, confidence: 0.9, kind: .patchStack, declared: nil, evidence: [])
    let lines = [
      PatchLine.example(.upstream, "gale", "2026-06-20", .missing, "Widen the channel"),
      .example(.fork, "quay", "2026-05-10", .carried, "UPSTREAM: <carry>: add the quay"),
      .example(.fork, "crane", "2026-05-11", .carried, "UPSTREAM: <carry>: add the crane"),
    ]
    fork.patches = PatchesEntry(
      upstreamSide: UpstreamPatchesEntry(lines),
      forkSide: ForkPatchesEntry(lines),
      flow: FlowEntry(direction: .down, byYear: []),
      soakDays: nil,
      missingFixes: []
    )
    var facts = ForkFacts(now: day("2026-07-01"), family: "tide", fork: fork)
    facts.upstreamPortrait = PortraitEntry(title: "tide", license: "MIT", describes: nil, forkOf: nil)
    facts.upstreamAsOf = day("2026-06-30")
    facts.forkClone = .healthy("harbor", .fork)
    facts.upstreamClone = .healthy("tide", .upstream)
    facts.patches = lines
    facts.files = [
      FileLine(path: "src/quay.c", pathIsEncoded: false, fileClass: .changedByFork),
      FileLine(path: "src/tide.c", pathIsEncoded: false, fileClass: .identical),
    ]
    facts.conflicts = []
    facts.surfaces = [SurfaceStand(name: "commands", kind: "commands", level: .identical)]
    facts.silentReverts = []
    return facts
  }()

  /// A fork of which nothing but its name is known: no rule may pass on it.
  static let unknown = ForkFacts(
    now: day("2026-07-01"),
    family: "tide",
    fork: ForkEntry(name: "harbor", clone: "harbor", relation: .fork, upstream: "tide", head: nil, asOf: nil)
  )

  /// Noon of a day, for examples.
  static func day(_ text: String) -> Instant { Instant(iso8601: text + "T12:00:00Z") ?? .earliest }

  /// An invented id of 40 digits, always the same for a word.
  static func id(_ word: String) -> String { String((Fingerprint.of(word) + Fingerprint.of(word, word)).prefix(40)) }
}

extension EffectiveBaseEntry {
  static func healthy(
    _ commit: String,
    _ date: Instant,
    _ method: BaseMethod,
    confidence: Double = 0.95,
    atEdge: Bool = false
  ) -> Self {
    EffectiveBaseEntry(
      commit: commit,
      date: date,
      method: method,
      confidence: confidence,
      nearestTag: "4.2",
      nearestTagIsEncoded: false,
      prefix: "",
      prefixIsEncoded: false,
      similarity: 0.97,
      runnerUp: nil,
      atEdge: atEdge
    )
  }
}

extension CloneEntry {
  static func healthy(_ name: String, _ role: CloneRole) -> Self {
    CloneEntry(
      path: name,
      pathIsEncoded: false,
      name: name,
      role: role,
      asOf: ForkFacts.day("2026-06-29"),
      missingObjects: 0,
      isShallow: false,
      headRef: "refs/heads/main",
      headRefIsEncoded: false,
      origin: nil
    )
  }
}

extension PatchLine {
  static func example(
    _ side: PatchSide,
    _ word: String,
    _ day: String,
    _ status: PatchStatus,
    _ subject: String,
    match: String? = nil,
    by rung: PatchMatch.Rung = .patchId,
    contradicted: [String] = [],
    isOnMainLine: Bool = true
  ) -> Self {
    PatchLine(
      side: side,
      commit: ForkFacts.id(word),
      date: ForkFacts.day(day),
      subject: subject,
      subjectIsEncoded: false,
      isOnMainLine: isOnMainLine,
      status: status,
      presence: nil,
      direction: nil,
      fix: nil,
      matches: match.map {
        [PatchMatch(commit: ForkFacts.id($0), by: rung, similarity: .init(message: 1, diff: 1))]
      } ?? [],
      contradicted: contradicted.map(ForkFacts.id),
      area: "src",
      submodules: [],
      reason: nil
    )
  }
}
