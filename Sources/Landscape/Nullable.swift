/// An optional that is always written: absent values stand in the JSON as `null`, so that a reader can tell "not found"
/// from "unknown to this version". Reading accepts `null` and a missing key alike.
@propertyWrapper
public struct Nullable<Wrapped> {
  /// The value; nil is written as `null`.
  public var wrappedValue: Wrapped?

  /// A nullable of `wrappedValue`.
  public init(wrappedValue: Wrapped?) {
    self.wrappedValue = wrappedValue
  }
}

extension Nullable: Sendable where Wrapped: Sendable {}
extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}

extension Nullable: Encodable where Wrapped: Encodable {
  /// Writes the value as the type's documentation says.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}

extension Nullable: Decodable where Wrapped: Decodable {
  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    wrappedValue = container.decodeNil() ? nil : try container.decode(Wrapped.self)
  }
}

extension KeyedDecodingContainer {
  /// What the compiler's own `init(from:)` calls for a ``Nullable`` property: a missing key is nil too.
  func decode<Wrapped: Decodable>(
    _ type: Nullable<Wrapped>.Type,
    forKey key: Key
  ) throws -> Nullable<Wrapped> {
    Nullable(wrappedValue: try decodeIfPresent(Wrapped.self, forKey: key))
  }
}
