import Evidence

/// Every signal about a fork's track, each measured apart, with the sentence that a person can check.
struct Signals {
  /// A signal and what it counts: above zero for same-track.
  struct Signal {
    let weight: Double
    let evidence: Evidence
  }

  let facts: TrackFacts
  let names: ProjectNames
  private let definitions: SelfDefinitions

  init(_ facts: TrackFacts) {
    self.facts = facts
    names = ProjectNames(facts)
    definitions = SelfDefinitions(facts: facts, names: names)
  }

  /// Those that spoke, those that are only shown too. Order: as measured.
  var all: [Signal] {
    [
      name, statement, otherTopic, likeness, sharedTerms, fate, licence, territory, retained, surfaces, syncs, ownWork,
      contributors, releaseLines,
    ].compactMap { $0 }
  }

  /// - Parameter value: how strongly the signal speaks, with its sign.
  private func signal(_ name: String, _ value: Double, _ weight: Double, _ message: Message) -> Signal {
    let counts = value * weight
    return Signal(
      weight: counts,
      evidence: Evidence(
        name,
        value: value,
        weight: abs(counts),
        says: counts > 0 ? "same-track" : "different-track",
        message
      )
    )
  }

  private func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  private var name: Signal? {
    guard let isKept = names.isKept, let upstream = facts.upstreamName, let fork = facts.forkName else { return nil }
    let parameters: Parameters = ["upstream": .string(upstream), "fork": .string(fork)]
    return isKept
      ? signal(
        "name",
        0.5,
        Weights.keptName,
        Message("track.kept-name", parameters, text: "It goes on under upstream's name: “\(fork)”, from “\(upstream)”.")
      )
      : signal(
        "name",
        -0.5,
        Weights.keptName,
        Message("track.own-name", parameters, text: "It goes by a name of its own: “\(fork)”, not “\(upstream)”.")
      )
  }

  private var statement: Signal? {
    // A sentence says first what it is about: “a fork of X, based on Y”, “derived from a fork of X”.
    var quotes: Set<String> = []
    let known = facts.statements.map { ($0, kind: Self.kind(of: $0)) }.filter { statement in
      Weights.statements[statement.kind] != nil && quotes.insert(statement.0.quote).inserted
    }
    let order = ["dropIn", "successor", "port", "fork", "basedOn"]
    guard let telling = order.lazy.compactMap({ kind in known.first { $0.kind == kind } }).first,
      let value = Weights.statements[telling.kind]
    else { return nil }
    return signal(
      "self-description",
      value,
      Weights.statement,
      Message(
        "track.statement.\(telling.kind)",
        ["quote": .string(telling.0.quote)],
        text: "The fork describes itself: “\(telling.0.quote)”"
      )
    )
  }

  /// "A port for Windows based on X" is a port, and "forked from X and modified for Ruby" something made from it,
  /// whichever phrase was found.
  private static func kind(of statement: TrackFacts.Statement) -> String {
    let quote = statement.quote.lowercased()
    switch statement.kind {
    case "basedOn" where quote.contains(#/\bport for\b/#): return "port"
    case "fork" where quote.contains(#/\b(?:modified|adapted|converted|reworked) for\b/#): return "basedOn"
    default: return statement.kind
    }
  }

  /// What the fork says that it is to its upstream.
  func says(_ kind: String) -> Bool { facts.statements.contains { Self.kind(of: $0) == kind } }

  private var otherTopic: Signal? {
    guard let gained = definitions.gained else { return nil }
    func quoted(_ definition: String?) -> String { definition.map { ": “\($0)”" } ?? "" }
    var sentences = [
      "The fork says that it is for “\(gained.word)”\(quoted(facts.forkDefinition)); the word stands in "
        + "\(percent(gained.fork)) % of its source files and in \(percent(gained.upstream)) % of upstream's."
    ]
    var parameters: [(String, ParameterValue)] = [
      ("gained", .string(gained.word)), ("gainedFork", .int(percent(gained.fork))),
      ("gainedUpstream", .int(percent(gained.upstream))),
    ]
    if let lost = definitions.lost {
      sentences.append(
        "Upstream says that it is for “\(lost.word)”\(quoted(facts.upstreamDefinition)); the word stands in "
          + "\(percent(lost.upstream)) % of its source files and in \(percent(lost.fork)) % of the fork's."
      )
      parameters += [
        ("lost", .string(lost.word)), ("lostFork", .int(percent(lost.fork))),
        ("lostUpstream", .int(percent(lost.upstream))),
      ]
    }
    return signal(
      "vocabulary",
      definitions.otherTopic,
      Weights.otherTopic,
      Message(
        "track.topic-\(definitions.lost == nil ? "gained" : "exchanged")",
        Parameters(parameters),
        text: sentences.joined(separator: " ")
      )
    )
  }

  private var likeness: Signal? {
    guard let found = definitions.likeness, let upstream = facts.upstreamDefinition, let fork = facts.forkDefinition
    else { return nil }
    let parameters: Parameters = ["upstream": .string(upstream), "fork": .string(fork)]
    let value = (found.share - Weights.evenLikeness) * 2
    return value > 0
      ? signal(
        "self-definition",
        value,
        Weights.likeness,
        Message(
          "track.same-definition",
          parameters,
          text:
            "The two define themselves in the same words (\(found.words.prefix(5).joined(separator: ", "))): upstream "
            + "“\(upstream)”, the fork “\(fork)”"
        )
      )
      : signal(
        "self-definition",
        value,
        Weights.likeness,
        Message(
          "track.other-definition",
          parameters,
          text: "The two define themselves in different words: upstream “\(upstream)”, the fork “\(fork)”"
        )
      )
  }

  private var sharedTerms: Signal? {
    let terms = definitions.sharedTerms
    guard !terms.isEmpty else { return nil }
    let shown = terms.prefix(4).map { "“\($0)”" }.joined(separator: ", ")
    return signal(
      "shared terms",
      1,
      Weights.sharedTerms,
      Message(
        "track.shared-terms",
        ["terms": .string(terms.prefix(4).joined(separator: ", "))],
        text: "Terms by which upstream defines itself stand in the fork's README too: \(shown)."
      )
    )
  }

  /// Whether upstream came to an end and the fork did not.
  var hasUpstreamEnded: Bool {
    guard let days = facts.daysForkOutlivesUpstream else { return false }
    if facts.upstreamSaysItStopped { return days > 0 }
    guard days > Weights.stoppedAfterDays, let last = facts.upstreamCommitsInLastYear,
      let busiest = facts.upstreamCommitsInBusiestYear
    else { return false }
    return Double(last) <= Double(busiest) * Weights.fadingShare
  }

  private var fate: Signal? {
    guard hasUpstreamEnded, let days = facts.daysForkOutlivesUpstream else { return nil }
    let said = facts.upstreamSaysItStopped ? " and says so itself" : ""
    return signal(
      "upstream's fate",
      1,
      Weights.upstreamEnded,
      Message(
        "track.upstream-ended",
        ["days": .int(days), "saysSo": .bool(facts.upstreamSaysItStopped)],
        text: "Upstream stopped\(said); the fork went on for \(days.grouped) more days."
      )
    )
  }

  /// Whether upstream left the common licence and the fork kept it.
  var keptLicence: Bool {
    guard let base = facts.baseLicence, let upstream = facts.upstreamLicence, let fork = facts.forkLicence else {
      return false
    }
    return upstream != base && fork == base
  }

  private var licence: Signal? {
    guard keptLicence, let base = facts.baseLicence, let upstream = facts.upstreamLicence else { return nil }
    return signal(
      "licence",
      1,
      Weights.keptLicence,
      Message(
        "track.kept-licence",
        ["base": .string(base), "upstream": .string(upstream)],
        text: "Upstream changed its licence from \(base) to \(upstream) after the split; the fork kept \(base)."
      )
    )
  }

  // MARK: Shown, and counted for nothing

  // A fork of another job can keep every surface, sync each week and be small: over many forks these say little about
  // the track, and much about the fork.

  private func shown(_ name: String, _ value: Double, _ message: Message) -> Signal { signal(name, value, 0, message) }

  private func times(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count.grouped) \(count == 1 ? one : many)"
  }

  private var territory: Signal? {
    guard let territory = facts.territory else { return nil }
    let (home, new) = (percent(territory.home), percent(territory.new))
    return shown(
      "territory",
      territory.new,
      Message(
        "track.territory",
        ["home": .int(home), "new": .int(new)],
        text: "\(new) % of the fork's own lines lie in files that upstream never had, \(home) % in files that upstream "
          + "works on as well. (Shown, not counted.)"
      )
    )
  }

  private var retained: Signal? {
    guard let kept = facts.retainedFiles, let all = facts.baseFiles, all > 0, kept < all else { return nil }
    return shown(
      "retained files",
      Double(kept) / Double(all),
      Message(
        "track.retained-files",
        ["kept": .int(kept), "all": .int(all)],
        text:
          "\(kept.grouped) of the \(all.grouped) files of the time of the split are left in the fork. (Shown, not counted.)"
      )
    )
  }

  private var surfaces: Signal? {
    guard let surfaces = facts.surfaces else { return nil }
    let all = surfaces.kept + surfaces.changed + surfaces.broken
    guard all > 0 else { return nil }
    return shown(
      "surfaces",
      Double(surfaces.kept) / Double(all),
      Message(
        "track.surfaces",
        ["kept": .int(surfaces.kept), "changed": .int(surfaces.changed), "broken": .int(surfaces.broken)],
        text: "Surfaces that users of upstream depend on: \(surfaces.kept) stand whole, \(surfaces.changed) changed, "
          + "\(surfaces.broken) broken. (Shown, not counted.)"
      )
    )
  }

  private var syncs: Signal? {
    guard let syncs = facts.syncs else { return nil }
    guard let days = syncs.daysSinceLast else {
      return shown(
        "syncs",
        0,
        Message(
          "track.never-synced",
          text: "It never took upstream in since it split off, as far as its history shows. (Shown, not counted.)"
        )
      )
    }
    return shown(
      "syncs",
      Double(syncs.count),
      Message(
        "track.syncs",
        ["count": .int(syncs.count), "days": .int(days)],
        text:
          "It took upstream in \(times(syncs.count, "time", "times")), last \(times(days, "day", "days")) before its "
          + "newest commit. (Shown, not counted.)"
      )
    )
  }

  private var ownWork: Signal? {
    guard let commits = facts.ownCommits, commits > 0, let days = facts.daysOfOwnWork, days >= 0 else { return nil }
    return shown(
      "own work",
      Double(commits),
      Message(
        "track.own-work",
        ["commits": .int(commits), "days": .int(days)],
        text:
          "Its own work is \(times(commits, "commit", "commits")) in \(times(days, "day", "days")), merges left out. "
          + "(Shown, not counted.)"
      )
    )
  }

  private var contributors: Signal? {
    guard let people = facts.contributors, people.before > 0 else { return nil }
    let share = percent(people.share)
    let who = "\(times(people.before, "person", "people")) who wrote for the project in the two years before the split"
    return shown(
      "contributors",
      people.share,
      Message(
        "track.contributors",
        [
          "before": .int(people.before), "fork": .int(people.inFork), "only": .int(people.inForkOnly),
          "share": .int(share),
        ],
        text: people.inFork == 0
          ? "The \(who) did not go on in the fork. (Shown, not counted.)"
          : "Of the \(who), \(people.inFork) went on in the fork, \(people.inForkOnly) of them there alone; they had "
            + "written \(share) % of its commits. (Shown, not counted.)"
      )
    )
  }

  private var releaseLines: Signal? {
    guard let lines = facts.releaseLines, lines > 0 else { return nil }
    return shown(
      "release lines",
      Double(lines),
      Message(
        "track.release-lines",
        ["count": .int(lines)],
        text: "It keeps \(times(lines, "branch", "branches")) for releases of its own. (Shown, not counted.)"
      )
    )
  }
}
