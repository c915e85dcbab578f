public import Evidence

/// Something said about an entry: a message id and its parameters, with their English rendering.
public struct MessageEntry: Hashable, Sendable, Codable {
  /// The message's id, dotted: `lineage.staleMergeBase`. A catalogue of another language is keyed by it.
  public let message: String
  /// What the message is filled with.
  public let parameters: Parameters
  /// The English rendering: one sentence of plain text, no markup. May hold foreign text; whoever renders it escapes.
  public let text: String

  /// A message of its parts.
  public init(message: String, parameters: Parameters = [:], text: String) {
    self.message = message
    self.parameters = parameters
    self.text = text
  }
}
