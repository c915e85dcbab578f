public import Evidence

/// One piece of evidence for a conclusion.
public struct EvidenceEntry: Hashable, Sendable, Codable {
  /// What was measured: `territory`, `vocabulary`, `syncs`.
  public let signal: String
  /// What was found, in the signal's own unit. null: the signal has no number.
  @Nullable public internal(set) var value: Double?
  /// How much it counts, from 0 up; 0 counts for nothing and is shown all the same. Unit: log-odds in a track's
  /// evidence, plain points in ``ForkEntry/upstreamEvidence``.
  public let weight: Double
  /// What it speaks for: a verdict of ``TrackVerdict`` in a track's evidence, an upstream's name in
  /// ``ForkEntry/upstreamEvidence``.
  public let says: String
  /// The message's id.
  public let message: String
  /// What the message is filled with.
  public let parameters: Parameters
  /// The English rendering: one sentence of plain text, no markup.
  public let text: String

  /// Evidence of its parts; numbers are rounded to four decimals.
  public init(
    signal: String,
    value: Double?,
    weight: Double,
    says: String,
    message: String,
    parameters: Parameters = [:],
    text: String
  ) {
    self.signal = signal
    _value = Nullable(wrappedValue: value?.toFourDecimals)
    self.weight = weight.toFourDecimals
    self.says = says
    self.message = message
    self.parameters = parameters
    self.text = text
  }
}
