public import Evidence
import Foundation

/// What the evidence says of a fork's track and kind.
public struct Verdict: Hashable, Sendable {
  /// The possible tracks.
  public enum Track: String, Hashable, Sendable {
    /// A user of the upstream could take the fork for the same job.
    case same = "same-track"
    /// The fork exists to do another job.
    case different = "different-track"
    /// The evidence does not decide.
    case undetermined
  }

  /// The possible kinds.
  public enum Kind: String, Hashable, Sendable {
    /// Branches meant to go back.
    case contribution
    /// Follows upstream closely with patches of its own.
    case patchStack = "patch-stack"
    /// Another platform.
    case port
    /// The upstream stopped or closed its licence.
    case successor
    /// Both alive.
    case competitor
    /// Another job.
    case derivative
  }

  /// The track.
  public let track: Track
  /// How probable the likelier track is by the model, from 0.5 to 1; near 0.5 where it is undetermined.
  public let confidence: Double
  /// The kind; nil where the track is undetermined.
  public let kind: Kind?
  /// Every signal that spoke. Order: most telling first, then by signal.
  public let evidence: [Evidence]

  /// The verdict on `facts`.
  public init(_ facts: TrackFacts) {
    let signals = Signals(facts).all
    let score = signals.reduce(Weights.prior) { $0 + $1.weight }
    let probability = 1 / (1 + exp(-abs(score)))
    track = abs(score) < Weights.decision ? .undetermined : score > 0 ? .same : .different
    confidence = probability
    kind = Self.kind(track, facts)
    evidence = signals.map { $0.evidence }.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.signal < $1.signal
    }
  }

  private static func kind(_ track: Track, _ facts: TrackFacts) -> Kind? {
    switch track {
    case .undetermined: return nil
    case .different: return .derivative
    case .same: break
    }
    if facts.statements.contains(where: { $0.kind == "port" }) { return .port }
    if Signals(facts).hasUpstreamEnded || Signals(facts).keptLicence { return .successor }
    if facts.statements.contains(where: { $0.kind == "successor" }) { return .successor }
    if isRenamed(facts) { return .competitor }
    if let own = facts.ownCommits, own <= 20, (facts.addedFiles ?? 0) <= 10 { return .contribution }
    if let own = facts.ownCommits, own <= Weights.smallWorkCommits { return .patchStack }
    return .competitor
  }

  private static func isRenamed(_ facts: TrackFacts) -> Bool {
    guard let base = facts.baseTitle, let fork = facts.forkTitle else { return false }
    return base.lowercased() != fork.lowercased()
  }
}
