/// Running text: parts in a row.
///
/// A string literal is plain text. What is interpolated is a part of its own: a string becomes plain text, which
/// writers escape, so that a phrase cannot smuggle markup in.
public struct Phrase: Hashable, Sendable {
  /// The parts from left to right.
  public var parts: [Inline]

  /// A phrase of its parts.
  public init(_ parts: [Inline] = []) { self.parts = parts }

  /// A phrase of plain text.
  public init(_ text: String) { parts = text.isEmpty ? [] : [.text(text)] }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { parts.isEmpty }

  /// Both in a row.
  public static func + (left: Phrase, right: Phrase) -> Phrase { Phrase(left.parts + right.parts) }

  /// The other at the end of the first.
  public static func += (left: inout Phrase, right: Phrase) { left.parts += right.parts }

  /// A name, id or command in fixed width.
  public static func code(_ text: String) -> Phrase { Phrase([.code(text)]) }

  /// A phrase set off strongly.
  public static func strong(_ phrase: Phrase) -> Phrase { Phrase([.strong(phrase)]) }

  /// A phrase set off.
  public static func emphasis(_ phrase: Phrase) -> Phrase { Phrase([.emphasis(phrase)]) }

  /// A phrase that links to another page of the report.
  public static func link(_ phrase: Phrase, to target: String) -> Phrase { Phrase([.link(phrase, to: target)]) }
}

extension Phrase: ExpressibleByStringInterpolation {
  /// Collects the parts of an interpolated phrase.
  public struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Inline] = []

    /// Room for the parts.
    public init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(interpolationCount * 2 + 1)
    }

    /// Our own words.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    /// Text, foreign or not.
    public mutating func appendInterpolation(_ text: String) {
      if !text.isEmpty { parts.append(.text(text)) }
    }

    /// A number, with thousands separators.
    public mutating func appendInterpolation(_ number: Int) {
      parts.append(.text(number.grouped))
    }

    /// Parts that are phrases already.
    public mutating func appendInterpolation(_ phrase: Phrase) {
      parts += phrase.parts
    }
  }

  /// Plain text.
  public init(stringLiteral value: String) { self.init(value) }

  /// Text with parts in it.
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }
}

extension Sequence where Element == Phrase {
  /// The phrases in a row with `separator` between them.
  func joined(separator: Phrase) -> Phrase {
    var result = Phrase()
    for (index, phrase) in enumerated() {
      if index > 0 { result += separator }
      result += phrase
    }
    return result
  }
}
