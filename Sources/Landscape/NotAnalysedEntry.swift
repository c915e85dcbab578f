public import Evidence

/// Something that could not be found out, and why. Whatever is null for a reason other than "does not apply" has one.
public struct NotAnalysedEntry: Hashable, Sendable, Codable {
  /// What is missing: a path in the JSON (`divergence.history`), a stage (`patches`), a clone's path.
  public let what: String
  /// Why, in English: one sentence of plain text.
  public let reason: String
  /// The reason's message id. null: the reason is only known as text.
  @Nullable public internal(set) var message: String?
  /// What the message is filled with; empty without one.
  public let parameters: Parameters

  /// A gap of its parts.
  public init(what: String, reason: String, message: String? = nil, parameters: Parameters = [:]) {
    self.what = what
    self.reason = reason
    _message = Nullable(wrappedValue: message)
    self.parameters = parameters
  }
}
