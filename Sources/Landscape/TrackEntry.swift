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

/// Since when a fork is judged as it is.
public struct TrackCrossingEntry: Hashable, Sendable, Codable {
  /// What made the difference.
  public enum Cause: String, Hashable, Sendable, Codable, CaseIterable {
    /// What the fork's README or licence says.
    case ownWords
    /// Upstream had come to an end.
    case upstreamEnded
    /// Upstream had changed its licence.
    case upstreamLicence
  }

  /// When.
  public var date: Instant
  /// What made the difference.
  public var cause: Cause
  /// The commit that did: the fork's, or upstream's. null: none did.
  @Nullable public var commit: String?
  /// What it would have been judged before, with everything but ``cause`` as today.
  public var before: TrackVerdict

  /// A crossing of its parts.
  public init(date: Instant, cause: Cause, commit: String?, before: TrackVerdict) {
    (self.date, self.cause, self.before) = (date, cause, before)
    _commit = Nullable(wrappedValue: commit)
  }
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
  /// Since when the evidence says so. null: it never said otherwise since the fork began, as far as its README, its
  /// licence and upstream's fate tell; or they could not be read.
  @Nullable public var crossed: TrackCrossingEntry?
  /// What led to the verdict. Order: heaviest first, then signal.
  public var evidence: [EvidenceEntry]

  /// A track of its parts; the confidence is rounded to four decimals.
  public init(
    verdict: TrackVerdict,
    confidence: Double,
    kind: TrackKind?,
    reason: MessageEntry? = nil,
    declared: TrackVerdict?,
    crossed: TrackCrossingEntry? = nil,
    evidence: [EvidenceEntry]
  ) {
    self.verdict = verdict
    self.confidence = confidence.toFourDecimals
    _kind = Nullable(wrappedValue: kind)
    _reason = Nullable(wrappedValue: reason)
    _declared = Nullable(wrappedValue: declared)
    _crossed = Nullable(wrappedValue: crossed)
    self.evidence = evidence
  }
}
