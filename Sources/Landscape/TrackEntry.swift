import Evidence

/// Whether a user of the upstream could take the fork for the job they already do with it.
public enum TrackVerdict: String, Hashable, Sendable, Codable, CaseIterable {
  /// They could: successor, competitor, patched build, port.
  case sameTrack = "same-track"
  /// The fork exists to do another job.
  case differentTrack = "different-track"
  /// The evidence does not decide.
  case undetermined
}

/// What a fork is for.
public enum TrackKind: String, Hashable, Sendable, Codable, CaseIterable {
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

/// Which way a fork goes.
public struct TrackEntry: Hashable, Sendable, Codable {
  /// What the evidence says.
  public var verdict: TrackVerdict
  /// How sure the verdict is, 0 to 1.
  public var confidence: Double
  /// What the fork is for. null: the evidence does not tell.
  @Nullable public var kind: TrackKind?
  /// Why nothing was decided. null: something was.
  @Nullable public var reason: MessageEntry?
  /// What the family file says. null: nothing.
  @Nullable public var declared: TrackVerdict?
  /// What led to the verdict. Order: heaviest first, then signal.
  public var evidence: [EvidenceEntry]

  /// A track of its parts; the confidence is rounded to four decimals.
  public init(
    verdict: TrackVerdict,
    confidence: Double,
    kind: TrackKind?,
    reason: MessageEntry? = nil,
    declared: TrackVerdict?,
    evidence: [EvidenceEntry]
  ) {
    self.verdict = verdict
    self.confidence = confidence.toFourDecimals
    _kind = Nullable(wrappedValue: kind)
    _reason = Nullable(wrappedValue: reason)
    _declared = Nullable(wrappedValue: declared)
    self.evidence = evidence
  }
}
