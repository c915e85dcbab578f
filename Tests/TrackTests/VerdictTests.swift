import Evidence
import Testing

@testable import Track

@Suite struct VerdictTests {
  private static func facts(_ change: (inout TrackFacts) -> Void) -> TrackFacts {
    var facts = TrackFacts()
    change(&facts)
    return facts
  }

  /// What each signal alone makes of facts that say nothing else: its name, what it speaks for, and the message.
  struct Case: Sendable, CustomStringConvertible {
    let signal: String
    let says: String
    let message: String
    let facts: TrackFacts

    var description: String { message }

    init(_ signal: String, _ says: String, _ message: String, _ change: (inout TrackFacts) -> Void) {
      (self.signal, self.says, self.message, facts) = (signal, says, message, VerdictTests.facts(change))
    }
  }

  private static func use(_ fork: Double, _ upstream: Double, usual: Double = 0.001) -> TrackFacts.WordUse {
    TrackFacts.WordUse(fork: fork, upstream: upstream, usualInCode: usual, usualInDocuments: usual)
  }

  static let alone: [Case] = [
    Case("self-definition", "same-track", "track.same-definition") {
      $0.upstreamDefinition = "Tidepool keeps values: caches."
      $0.forkDefinition = "Rockpool keeps caches, values."
    },
    Case("self-definition", "different-track", "track.other-definition") {
      $0.upstreamDefinition = "A key-value server for caches."
      $0.forkDefinition = "Stores measurements of sensors over months."
    },
    Case("shared terms", "same-track", "track.shared-terms") {
      $0.upstreamDefinition = "A web server."
      $0.forkReadme = "Rockpool: this web server has no limits."
    },
    Case("self-description", "same-track", "track.statement.dropIn") {
      $0.statements = [
        .init(kind: "basedOn", quote: "Based on."), .init(kind: "dropIn", quote: "A drop-in replacement."),
      ]
    },
    Case("self-description", "different-track", "track.statement.basedOn") {
      $0.statements = [.init(kind: "basedOn", quote: "Based on it."), .init(kind: "compatible", quote: "Compatible.")]
    },
    Case("name", "same-track", "track.kept-name") { ($0.upstreamName, $0.forkName) = ("tidepool", "tidepool-ng") },
    Case("name", "same-track", "track.kept-name") { ($0.upstreamName, $0.forkName) = ("quiet-tide", "calm-tide") },
    Case("name", "different-track", "track.own-name") { ($0.upstreamName, $0.forkName) = ("tide-core", "rock-core") },
    Case("vocabulary", "different-track", "track.topic-gained") {
      $0.forkDefinition = "A movie manager."
      $0.words = ["movie": use(0.3, 0.01), "manager": use(0.3, 0.3)]
    },
    Case("self-description", "different-track", "track.statement.basedOn") {
      $0.statements = [.init(kind: "fork", quote: "Forked from it and modified for Ruby.")]
    },
    // What a sentence says first is what it is about; "support for" is no port.
    Case("self-description", "different-track", "track.statement.basedOn") {
      let quote = "Derived from a fork of it, with support for more."
      $0.statements = [.init(kind: "basedOn", quote: quote), .init(kind: "fork", quote: quote)]
    },
    Case("self-description", "same-track", "track.statement.port") {
      $0.statements = [.init(kind: "basedOn", quote: "A port for Windows based on it.")]
    },
    Case("upstream's fate", "same-track", "track.upstream-ended") {
      $0.daysForkOutlivesUpstream = 366
      ($0.upstreamCommitsInLastYear, $0.upstreamCommitsInBusiestYear) = (20, 100)
    },
    Case("upstream's fate", "same-track", "track.upstream-ended") {
      $0.daysForkOutlivesUpstream = 1
      $0.upstreamSaysItStopped = true
    },
    Case("licence", "same-track", "track.kept-licence") {
      ($0.baseLicence, $0.upstreamLicence, $0.forkLicence) = ("BSD-3-Clause", "SSPL-1.0", "BSD-3-Clause")
    },
  ]

  @Test(arguments: alone) func eachSignalAlone(_ example: Case) throws {
    let verdict = Verdict(example.facts)
    let evidence = try #require(verdict.evidence.first, "\(example)")
    #expect(verdict.evidence.count == 1, "\(example)")
    #expect(evidence.signal == example.signal && evidence.says == example.says, "\(example)")
    #expect(evidence.message.id == example.message && evidence.weight > 0, "\(example)")
    #expect(!evidence.message.text.isEmpty, "\(example)")
    #expect(verdict.track != .same || example.says == "same-track", "\(example)")
    #expect(verdict.track != .different || example.says == "different-track", "\(example)")
  }

  /// Just below each threshold nothing is said.
  static let silent: [TrackFacts] = [
    facts { ($0.upstreamDefinition, $0.forkDefinition) = ("A key-value server.", "A key-value server.") },
    facts {
      $0.daysForkOutlivesUpstream = 365
      ($0.upstreamCommitsInLastYear, $0.upstreamCommitsInBusiestYear) = (0, 100)
    },
    // A clone that breaks off at full pace is old, not one of a project that ended.
    facts {
      $0.daysForkOutlivesUpstream = 900
      ($0.upstreamCommitsInLastYear, $0.upstreamCommitsInBusiestYear) = (21, 100)
    },
    facts { $0.upstreamSaysItStopped = true },
    facts { ($0.baseLicence, $0.upstreamLicence, $0.forkLicence) = ("MIT", "MIT", "GPL-3.0") },
    facts { ($0.baseLicence, $0.upstreamLicence, $0.forkLicence) = ("MIT", "BUSL-1.1", "BUSL-1.1") },
    // A word that merely went out of use.
    facts {
      $0.upstreamDefinition = "An episode manager."
      $0.words = ["episode": use(0.01, 0.3)]
    },
    // A platform, a filling word, a word as usual elsewhere, one on both sides, one of a name.
    topic("A windows manager.", ["windows": use(0.3, 0)]),
    topic("A powerful manager.", ["powerful": use(0.3, 0)]),
    topic("A cluster manager.", ["cluster": use(0.3, 0, usual: 0.1)]),
    topic("A movie manager.", ["movie": use(0.3, 0.2)]),
    topic("A tidepool manager.", ["tidepool": use(0.3, 0)]),
    facts { $0.statements = [.init(kind: "movedTo", quote: "Moved.")] },
  ]

  private static func topic(_ definition: String, _ words: [String: TrackFacts.WordUse]) -> TrackFacts {
    facts {
      $0.forkDefinition = definition
      $0.forkTitle = "tidepool"
      $0.words = words
    }
  }

  @Test(arguments: silent) func belowItsThresholdASignalIsSilent(_ facts: TrackFacts) {
    #expect(Verdict(facts).evidence.isEmpty)
  }

  @Test(arguments: [
    ("", "潮池", "track.no-readme"), ("岩池是一个时间序列数据库。", "岩池", "track.readme-script"),
    ("Скала — база временных рядов, by Ada.", "Скала", "track.readme-script"),
  ])
  func aNameAloneIsNotEnoughWhereOwnWordsCannotBeHad(readme: String, title: String, reason: String) {
    let kept = Self.facts {
      ($0.upstreamName, $0.forkName) = ("tidepool", "tidepool-ng")
      ($0.upstreamTitle, $0.forkTitle, $0.forkReadme) = ("Tidepool", title, readme)
    }
    let verdict = Verdict(kept)
    #expect(verdict.track == .undetermined && verdict.kind == nil && verdict.reason?.id == reason)
  }

  @Test(arguments: [
    // In Latin letters, and without a sentence that defines it; upstream's own README, in whatever script.
    ("Tidepool NG. See the manual, Ñandú.", "Tidepool NG"), ("潮池是一个键值存储服务器。", "Tidepool"),
  ])
  func aNameIsEnoughWhereTheReadmeSaysNothingElse(readme: String, title: String) {
    let kept = Self.facts {
      ($0.upstreamName, $0.forkName) = ("tidepool", "tidepool-ng")
      ($0.upstreamTitle, $0.forkTitle, $0.forkReadme) = ("Tidepool", title, readme)
    }
    #expect(Verdict(kept).track == .same && Verdict(kept).reason == nil)
  }

  @Test(arguments: [(50.0, 0.5, true), (49, 0.5, false), (50, 0.6, false)])
  func withoutAReadmeManyWordsThatStayedSpeakForAKeptName(files: Double, shift: Double, isTold: Bool) {
    var facts = Self.facts {
      ($0.upstreamName, $0.forkName, $0.forkReadme) = ("tidepool", "tidepool-ng", "")
      ($0.forkFiles, $0.upstreamFiles, $0.vocabularyShift) = (files, files + 1, shift)
    }
    #expect(Verdict(facts).track == (isTold ? .same : .undetermined))
    facts.forkName = "rockpool"
    #expect(Verdict(facts).track == .undetermined)
  }

  @Test func withoutFactsNothingIsDecided() {
    let verdict = Verdict(TrackFacts())
    #expect(verdict.track == .undetermined && verdict.kind == nil && verdict.evidence.isEmpty)
    #expect(verdict.confidence > 0.5 && verdict.confidence <= 1)
  }

  static let shown: [(String, TrackFacts)] = [
    ("track.retained-files", facts { ($0.retainedFiles, $0.baseFiles) = (2, 3) }),
    ("track.surfaces", facts { $0.surfaces = TrackFacts.Surfaces(kept: 5, changed: 1, broken: 2) }),
    ("track.syncs", facts { $0.syncs = TrackFacts.Syncs(count: 1, daysSinceLast: 3) }),
    ("track.never-synced", facts { $0.syncs = TrackFacts.Syncs(count: 0, daysSinceLast: nil) }),
    ("track.own-work", facts { ($0.ownCommits, $0.daysOfOwnWork) = (12, 400) }),
    ("track.release-lines", facts { $0.releaseLines = 3 }),
    ("track.territory", facts { $0.territory = (home: 0.5, quiet: 0.2, new: 0.3) }),
  ]

  /// Over many forks these say little about the track: they are shown, and decide nothing.
  @Test(arguments: shown.indices) func whatIsOnlyShownDecidesNothing(_ index: Int) throws {
    let (message, facts) = Self.shown[index]
    let verdict = Verdict(facts)
    #expect(verdict.track == .undetermined && verdict.reason?.id == "track.nothing-spoke")
    #expect(verdict.evidence.map(\.message.id) == [message] && verdict.evidence[0].weight == 0)
    #expect(verdict.evidence[0].message.text.hasSuffix("(Shown, not counted.)"))
  }

  @Test func evidenceIsOrderedByWeightAndWhatIsOnlyShownComesLast() {
    let verdict = Verdict(
      Self.facts {
        $0.territory = (home: 1, quiet: 0, new: 0)
        $0.statements = [.init(kind: "dropIn", quote: "x")]
        ($0.upstreamName, $0.forkName) = ("tidepool", "tidepool")
        $0.daysForkOutlivesUpstream = 9
        $0.upstreamSaysItStopped = true
      }
    )
    #expect(Set(verdict.evidence.prefix(3).map(\.signal)) == ["self-description", "name", "upstream's fate"])
    #expect(verdict.evidence.last?.signal == "territory" && verdict.evidence.last?.weight == 0)
    #expect(zip(verdict.evidence, verdict.evidence.dropFirst()).allSatisfy { $0.weight >= $1.weight })
    #expect(verdict.track == .same && verdict.confidence > 0.8 && verdict.reason == nil)
  }

  static let undecided: [(message: String, facts: TrackFacts)] = [
    ("track.nothing-spoke", TrackFacts()),
    (
      "track.too-young",
      facts {
        $0.daysOfOwnWork = 6
        $0.statements = [.init(kind: "dropIn", quote: "x")]
      }
    ),
    (
      "track.too-few-files",
      facts {
        ($0.forkFiles, $0.upstreamFiles) = (2, 2)
        $0.statements = [.init(kind: "dropIn", quote: "x")]
      }
    ),
  ]

  @Test(arguments: undecided.indices) func whatIsNotDecidedHasAReason(_ index: Int) {
    let (message, facts) = Self.undecided[index]
    let verdict = Verdict(facts)
    #expect(verdict.track == .undetermined && verdict.kind == nil)
    #expect(verdict.reason?.id == message && verdict.reason?.text.isEmpty == false)
  }

  static let kinds: [(Verdict.Kind?, TrackFacts)] = [
    (
      .derivative,
      facts {
        ($0.upstreamName, $0.forkName, $0.upstreamDefinition, $0.forkDefinition) = (
          "tide", "rock", "A cache server.", "Plots sensor data."
        )
      }
    ),
    (.port, facts { $0.statements = [.init(kind: "port", quote: "x"), .init(kind: "successor", quote: "x")] }),
    (
      .successor,
      facts {
        $0.daysForkOutlivesUpstream = 900
        ($0.upstreamCommitsInLastYear, $0.upstreamCommitsInBusiestYear) = (5, 100)
      }
    ),
    (.successor, facts { $0.statements = [.init(kind: "successor", quote: "x")] }),
    (
      .successor,
      facts { ($0.baseLicence, $0.upstreamLicence, $0.forkLicence) = ("BSD-3-Clause", "SSPL-1.0", "BSD-3-Clause") }
    ),
    (
      .competitor,
      facts {
        $0.statements = [.init(kind: "dropIn", quote: "x")]
        ($0.upstreamName, $0.forkName) = ("tide", "rock")
      }
    ),
    (.contribution, named("tide", own: 20, added: 5)), (.patchStack, named("tide", own: 21, added: 5)),
    (.patchStack, named("tide", own: 20, added: 11)), (.competitor, named("tide-ng", own: 5, added: 0)),
    (nil, TrackFacts()),
  ]

  private static func named(_ fork: String, own: Int, added: Int) -> TrackFacts {
    facts {
      ($0.upstreamName, $0.forkName) = ("tide", fork)
      ($0.ownCommits, $0.addedFiles) = (own, added)
    }
  }

  @Test(arguments: kinds.indices) func kindFollowsFromTheFacts(_ index: Int) {
    let (kind, facts) = Self.kinds[index]
    #expect(Verdict(facts).kind == kind, "case \(index)")
  }

  @Test func wordsAreThoseOfFiles() {
    #expect(TextWords.of("readHTTPServer x_yz MoviesAPI, 42nd") == ["read", "http", "server", "movies", "api"])
    #expect(TextWords.stem("databases") == TextWords.stem("database"))
    #expect(TextWords.of("数据库 сервер").isEmpty)
  }
}
