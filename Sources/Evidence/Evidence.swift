/// A sentence for people: an id and typed values, from which every language makes its own text, and the English one.
public struct Message: Hashable, Sendable {
  /// What is said, "family.readme-names".
  public let id: String
  /// The values in it, by name.
  public let parameters: Parameters
  /// The English sentence.
  public let text: String

  /// A sentence of its parts.
  public init(_ id: String, _ parameters: Parameters = [:], text: String) {
    self.id = id
    self.parameters = parameters
    self.text = text
  }
}

/// One thing that was measured and what it speaks for.
public struct Evidence: Hashable, Sendable {
  /// What was measured, "territory".
  public let signal: String
  /// The measured value; nil where the signal is a plain fact.
  public let value: Double?
  /// How much it counts, from 0 up.
  public let weight: Double
  /// What it speaks for.
  public let says: String
  /// The sentence that a person can check.
  public let message: Message

  /// Evidence of its parts.
  public init(_ signal: String, value: Double? = nil, weight: Double, says: String, _ message: Message) {
    self.signal = signal
    self.value = value
    self.weight = weight
    self.says = says
    self.message = message
  }
}
