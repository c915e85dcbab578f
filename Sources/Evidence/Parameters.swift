/// What a message is filled with: names and typed values. Order: by name, bytewise. A name stands once; of two, the
/// last counts.
public struct Parameters: Hashable, Sendable {
  /// One name and its value.
  public struct Entry: Hashable, Sendable {
    /// The name, camelCase.
    public let name: String
    /// The value, canonical.
    public let value: ParameterValue
  }

  /// The parameters, by name.
  public let entries: [Entry]

  /// Parameters of names and values in any order.
  public init(_ values: some Sequence<(String, ParameterValue)> = []) {
    let unique = Dictionary(values.map { ($0, $1.canonical) }, uniquingKeysWith: { $1 })
    entries =
      unique
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { Entry(name: $0.key, value: $0.value) }
  }

  /// The value of `name`; nil where there is none.
  public subscript(name: String) -> ParameterValue? {
    entries.first { $0.name == name }?.value
  }
}

extension Parameters: ExpressibleByDictionaryLiteral {
  /// Parameters of names and values in any order.
  public init(dictionaryLiteral elements: (String, ParameterValue)...) {
    self.init(elements)
  }
}

extension Parameters: Codable {
  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.singleValueContainer().decode([String: ParameterValue].self)
    self.init(values.map { ($0.key, $0.value) })
  }

  /// Writes the value as the type's documentation says.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    for entry in entries {
      try container.encode(entry.value, forKey: Name(stringValue: entry.name))
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }
}
