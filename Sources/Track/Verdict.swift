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
  /// How probable the likelier track is by the model, from 0.5 to 1. Where nothing was decided it is the score's all
  /// the same: below 0.55 where the evidence is balanced, that of the prior where nothing spoke, and of any height
  /// where the fork is too young, either side has too few files, or only a name spoke.
  public let confidence: Double
  /// The kind; nil where the track is undetermined.
  public let kind: Kind?
  /// Every signal that spoke. Order: most telling first, then by signal.
  public let evidence: [Evidence]
  /// Why nothing was decided; nil where something was.
  public let reason: Message?

  /// A fork whose own work spans fewer days is too young to be judged.
  public static let youngDays = Weights.youngDays
  /// After so many days without a commit, a project that had been fading out counts as ended.
  public static let stoppedAfterDays = Weights.stoppedAfterDays

  /// The verdict on `facts`.
  public init(_ facts: TrackFacts) {
    let signals = Signals(facts)
    let all = signals.all
    let score = all.reduce(Weights.prior) { $0 + $1.weight }
    let reason = Self.tooLittle(facts) ?? Self.nameAlone(facts, all) ?? Self.balance(score, all)
    self.reason = reason
    track = reason != nil ? .undetermined : score > 0 ? .same : .different
    confidence = 1 / (1 + exp(-abs(score)))
    kind = Self.kind(track, facts, signals)
    evidence = all.map { $0.evidence }.sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.signal < $1.signal
    }
  }

  /// Why no verdict can rest on what there is; nil where one can.
  private static func tooLittle(_ facts: TrackFacts) -> Message? {
    if let days = facts.daysOfOwnWork, days < Weights.youngDays {
      return Message(
        "track.too-young",
        ["days": .int(days)],
        text: "The fork's own work is \(days) day\(days == 1 ? "" : "s") old: too young to tell where it goes."
      )
    }
    if let fork = facts.forkFiles, let upstream = facts.upstreamFiles, min(fork, upstream) < Weights.fewFiles {
      return Message(
        "track.too-few-files",
        ["fork": .int(Int(fork)), "upstream": .int(Int(upstream))],
        text: "The fork has \(Int(fork)) file\(fork == 1 ? "" : "s") of text and upstream \(Int(upstream)): too few to "
          + "tell what they are about."
      )
    }
    return nil
  }

  /// Why a name is not enough: where nothing else spoke, and the fork's own words cannot be had, it may be about anything.
  private static func nameAlone(_ facts: TrackFacts, _ all: [Signals.Signal]) -> Message? {
    let counted = all.filter { $0.weight != 0 }
    guard let readme = facts.forkReadme, !counted.isEmpty, counted.allSatisfy({ $0.evidence.signal == "name" }) else {
      return nil
    }
    if readme.isEmpty {
      // Then the source files have to speak, and there must be enough of them.
      let files = min(facts.forkFiles ?? 0, facts.upstreamFiles ?? 0)
      if counted.contains(where: { $0.weight > 0 }), files >= Weights.tellingFiles,
        let shift = facts.vocabularyShift, shift <= Weights.stayedWords
      {
        return nil
      }
      return Message(
        "track.no-readme",
        text: "The fork has no README that could be read, and neither its name nor its words tell what it is "
          + "for."
      )
    }
    let isOwn = facts.forkDefinition != facts.upstreamDefinition || facts.forkTitle != facts.upstreamTitle
    guard isOwn, TextWords.isInOtherScript(readme) else { return nil }
    return Message(
      "track.readme-script",
      text:
        "The fork's README is in a script whose words are not compared here, and nothing but its name tells what it "
        + "is for."
    )
  }

  private static func balance(_ score: Double, _ all: [Signals.Signal]) -> Message? {
    let counted = all.filter { $0.weight != 0 }
    if counted.isEmpty {
      return Message("track.nothing-spoke", text: "Nothing that was looked at tells what the fork is for.")
    }
    guard abs(score) < Weights.decision else { return nil }
    let isSplit = counted.contains { $0.weight > 0 } && counted.contains { $0.weight < 0 }
    return Message(
      "track.balanced",
      text: isSplit
        ? "What speaks for either track weighs about the same." : "What was found is too weak to decide."
    )
  }

  private static func kind(_ track: Track, _ facts: TrackFacts, _ signals: Signals) -> Kind? {
    switch track {
    case .undetermined: return nil
    case .different: return .derivative
    case .same: break
    }
    if signals.says("port") { return .port }
    if signals.names.isSame {
      guard let own = facts.ownCommits, own <= Weights.contributionCommits,
        (facts.addedFiles ?? 0) <= Weights.contributionFiles, !signals.hasUpstreamEnded
      else { return .patchStack }
      return .contribution
    }
    if signals.hasUpstreamEnded || signals.keptLicence || signals.says("successor") { return .successor }
    return .competitor
  }
}
