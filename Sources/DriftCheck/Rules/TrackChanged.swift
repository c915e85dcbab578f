import Evidence
import Landscape

extension Rule {
  /// Which way the fork goes.
  static let trackChanged = Rule(
    id: "track-changed",
    purpose: "The evidence says another track than the one declared, or than the baseline.",
    details: """
      The track says whether a user of the upstream could take the fork for the same job. Compares the verdict with \
      what the family file declares and with the baseline, as far as there are any. `undetermined` contradicts nothing.
      """,
    remedy: "Look at the evidence with `forkscape explain`, and correct the declaration or the course.",
    severity: .warning,
    needs: [.lineage, .divergence, .track],
    examples: [
      RuleExample("Nothing is declared, there is no baseline", .passes),
      RuleExample(
        "Declared otherwise",
        .finds(["It is declared different-track, and the evidence says same-track (90 %)."]),
        { $0.fork.track?.declared = .differentTrack }
      ),
      RuleExample(
        "Another verdict than in the baseline",
        .finds(["It was different-track in the baseline, and the evidence says same-track (90 %)."]),
        { facts in
          facts.hasBaseline = true
          facts.earlier = facts.fork
          facts.earlier?.track?.verdict = .differentTrack
        }
      ),
      RuleExample("It was not judged", .cannotTell("its track was not judged")) { $0.fork.track = nil },
    ],
    judge: { facts, _ in
      if facts.fork.relation == .mirror { return .passed }
      guard let track = facts.fork.track else {
        return .unknown(facts.reason("track", otherwise: "its track was not judged"))
      }
      let percent = Int((track.confidence * 100).rounded())
      var outcome = RuleOutcome.passed
      func add(_ other: TrackVerdict?, _ where: String, _ key: String) {
        guard let other, other != track.verdict, other != .undetermined, track.verdict != .undetermined else { return }
        outcome =
          outcome
          + .found(
            "\(`where`), and the evidence says \(track.verdict.rawValue) (\(percent) %).",
            [
              "expected": .string(other.rawValue), "verdict": .string(track.verdict.rawValue),
              "confidence": .double(track.confidence),
            ],
            key: key,
            part: key
          )
      }
      add(track.declared, "It is declared \(track.declared?.rawValue ?? "")", "declared")
      let before = facts.earlier?.track?.verdict
      add(before, "It was \(before?.rawValue ?? "") in the baseline", "baseline")
      return outcome
    }
  )
}
