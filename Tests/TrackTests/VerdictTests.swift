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

  static let alone: [Case] = [
    Case("self-definition", "same-track", "track.same-definition") {
      $0.upstreamDefinition = "Tidepool is a key-value server for caches."
      $0.forkDefinition = "Rockpool is a key-value server for caches and queues."
      $0.names = ["tidepool", "rockpool"]
    },
    Case("self-definition", "different-track", "track.other-definition") {
      $0.upstreamDefinition = "A key-value server for caches."
      $0.forkDefinition = "Stores measurements of sensors over months."
    },
    Case("self-description", "same-track", "track.statement.dropIn") {
      $0.statements = [.init(kind: "dropIn", quote: "A drop-in replacement.")]
    },
    Case("self-description", "different-track", "track.statement.basedOn") {
      $0.statements = [.init(kind: "basedOn", quote: "Based on it."), .init(kind: "compatible", quote: "Compatible.")]
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
    Case("territory", "different-track", "track.new-territory") {
      $0.territory = (home: 0.3, quiet: 0.1, new: 0.6)
      $0.ownCommits = 301
    },
    Case("territory", "same-track", "track.home-territory") { $0.territory = (home: 0.6, quiet: 0.4, new: 0) },
    Case("retained files", "different-track", "track.dropped-files") { ($0.retainedFiles, $0.baseFiles) = (49, 100) },
    Case("size of own work", "same-track", "track.small-work") {
      ($0.ownCommits, $0.addedFiles, $0.baseFiles) = (300, 5, 100)
    },
    Case("identity", "different-track", "track.other-title") {
      ($0.baseTitle, $0.upstreamTitle, $0.forkTitle) = ("Tidepool", "TIDEPOOL", "Shoal")
    },
  ]

  @Test(arguments: alone) func eachSignalAlone(_ example: Case) throws {
    let verdict = Verdict(example.facts)
    let evidence = try #require(verdict.evidence.first, "\(example)")
    #expect(verdict.evidence.count == 1, "\(example)")
    #expect(evidence.signal == example.signal && evidence.says == example.says, "\(example)")
    #expect(evidence.message.id == example.message && evidence.weight > 0, "\(example)")
    #expect(!evidence.message.text.isEmpty, "\(example)")
    #expect(verdict.track.rawValue == (example.says == "same-track" ? "same-track" : verdict.track.rawValue))
    #expect(verdict.track != .same || example.says == "same-track", "\(example)")
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
    facts {
      $0.territory = (home: 0.1, quiet: 0.1, new: 0.8)
      $0.ownCommits = 300
    },
    facts { $0.territory = (home: 0.59, quiet: 0, new: 0.41) },
    facts { ($0.retainedFiles, $0.baseFiles) = (50, 100) },
    facts { ($0.retainedFiles, $0.baseFiles) = (0, 0) },
    facts { ($0.ownCommits, $0.addedFiles, $0.baseFiles) = (0, 0, 100) },
    facts { ($0.ownCommits, $0.addedFiles, $0.baseFiles) = (3, 6, 100) },
    facts { ($0.baseTitle, $0.upstreamTitle, $0.forkTitle) = ("Tidepool", "Shoal", "Shoal") },
    facts { $0.statements = [.init(kind: "movedTo", quote: "Moved.")] },
  ]

  @Test(arguments: silent) func belowItsThresholdASignalIsSilent(_ facts: TrackFacts) {
    #expect(Verdict(facts).evidence.isEmpty)
  }

  @Test func withoutFactsNothingIsDecided() {
    let verdict = Verdict(TrackFacts())
    #expect(verdict.track == .undetermined && verdict.kind == nil && verdict.evidence.isEmpty)
    #expect(verdict.confidence > 0.5 && verdict.confidence <= 1)
  }

  @Test func evidenceIsOrderedByWeight() {
    let verdict = Verdict(
      Self.facts {
        $0.territory = (home: 1, quiet: 0, new: 0)
        $0.statements = [.init(kind: "dropIn", quote: "x")]
        ($0.baseTitle, $0.upstreamTitle, $0.forkTitle) = ("A", "A", "B")
      }
    )
    #expect(verdict.evidence.map(\.signal) == ["self-description", "territory", "identity"])
    #expect(verdict.track == .same && verdict.confidence > 0.8)
  }

  static let kinds: [(Verdict.Kind?, TrackFacts)] = [
    (.derivative, facts { ($0.upstreamDefinition, $0.forkDefinition) = ("A cache server.", "Plots sensor data.") }),
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
        ($0.baseTitle, $0.upstreamTitle, $0.forkTitle) = ("A", "A", "B")
      }
    ),
    (.contribution, facts { ($0.ownCommits, $0.addedFiles, $0.baseFiles) = (20, 5, 100) }),
    (.patchStack, facts { ($0.ownCommits, $0.addedFiles, $0.baseFiles) = (21, 5, 100) }),
    (.patchStack, facts { ($0.ownCommits, $0.addedFiles, $0.baseFiles) = (20, 11, 1000) }),
    (
      .competitor,
      facts {
        $0.territory = (home: 1, quiet: 0, new: 0)
        $0.ownCommits = 301
      }
    ),
    (nil, TrackFacts()),
  ]

  @Test(arguments: kinds.indices) func kindFollowsFromTheFacts(_ index: Int) {
    let (kind, facts) = Self.kinds[index]
    #expect(Verdict(facts).kind == kind, "case \(index)")
  }

  @Test func definitionsAreComparedByTheirWords() {
    let upstream = Definition("Tidepool is a fast database for caches.", leavingOut: ["tidepool"])
    let fork = Definition("Rockpool: databases and caching", leavingOut: ["rockpool"])
    #expect(!upstream.words.contains("tidepool") && !upstream.words.contains("fast"))
    #expect(upstream.words.contains(Definition.stem("databases")))
    #expect((upstream.overlap(with: fork) ?? 0) > 0.4)
    #expect(upstream.overlap(with: Definition("Sensors", leavingOut: [])) == nil)
  }
}
