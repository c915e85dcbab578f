/// A typed value that a message is filled with, so that it can be rendered anew in another language.
///
/// In JSON: a plain string, number or boolean. JSON does not tell 1 from 1.0, so ``canonical`` holds a whole number as
/// an integer; a reader that expects a fraction uses ``doubleValue``.
public enum ParameterValue: Hashable, Sendable {
  /// Text, foreign or not: rendered by the report, which escapes it.
  case string(String)
  /// A whole number.
  case int(Int)
  /// A number.
  case double(Double)
  /// Yes or no.
  case bool(Bool)

  /// The value as JSON gives it back: fractions to four decimals, whole numbers as integers.
  public var canonical: ParameterValue {
    guard case .double(let number) = self else { return self }
    let rounded = number.toFourDecimals
    guard let whole = Int(exactly: rounded) else { return .double(rounded) }
    return .int(whole)
  }

  /// The number, whole or not; nil for text and booleans.
  public var doubleValue: Double? {
    switch self {
    case .int(let number): Double(number)
    case .double(let number): number
    case .string, .bool: nil
    }
  }
}

extension ParameterValue: Codable {
  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let value =
      Self.decoded(Bool.self, container).map(Self.bool) ?? Self.decoded(Int.self, container).map(Self.int)
      ?? Self.decoded(Double.self, container).map(Self.double)
    self = try value ?? .string(container.decode(String.self))
  }

  /// The value as a `Value`; nil where it is none. What is of no type at all fails in the last attempt.
  private static func decoded<Value: Decodable>(
    _ type: Value.Type,
    _ container: any SingleValueDecodingContainer
  ) -> Value? {
    // Foundation has an error of its own, no DecodingError, for a number that does not fit.
    do { return try container.decode(type) } catch { return nil }
  }

  /// Writes the value as the type's documentation says.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .double(let value): try container.encode(value)
    case .bool(let value): try container.encode(value)
    }
  }
}

extension ParameterValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// A number.
  public init(floatLiteral value: Double) { self = .double(value) }
  /// Yes or no.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}
