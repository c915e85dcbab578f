import Evidence

/// Running text: parts in a row.
///
/// A string literal is a sentence of ours, which a catalogue may put into another language. What is interpolated is a part
/// of its own: a string becomes plain text, which writers escape, so that a phrase cannot smuggle markup in.
public struct Phrase: Hashable, Sendable {
  /// The parts from left to right.
  public var parts: [Inline]

  /// A phrase of its parts.
  public init(_ parts: [Inline] = []) { self.parts = parts }

  /// A phrase of plain text that is in no language, or in one that is not ours to change.
  public init(_ text: String) { parts = text.isEmpty ? [] : [.text(text)] }

  /// The same phrase: so that words of the model can be given where text could.
  public init(_ phrase: Phrase) { self = phrase }

  /// The parts in the language of the rendering: text, code, emphasis and links alone.
  var spoken: [Inline] {
    parts.flatMap { part -> [Inline] in
      switch part {
      case .sentence(let sentence): Phrase(sentence.parts).spoken
      case .said(let said): Phrase(said.parts).spoken
      case .count(let count): [.text(count.text)]
      case .text, .code, .strong, .emphasis, .link: [part]
      }
    }
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { parts.isEmpty }

  /// Both in a row; sentences that meet become one of several literals.
  public static func + (left: Phrase, right: Phrase) -> Phrase {
    guard case .sentence(var one)? = left.parts.last, case .sentence(let other)? = right.parts.first else {
      return Phrase(left.parts + right.parts)
    }
    one.literals += other.literals
    return Phrase(left.parts.dropLast() + [.sentence(one)] + right.parts.dropFirst())
  }

  /// The other at the end of the first.
  public static func += (left: inout Phrase, right: Phrase) { left = left + right }

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
    var pieces: [Sentence.Piece] = []

    /// Room for the parts.
    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount * 2 + 1)
    }

    /// Our own words.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.words(literal)) }
    }

    /// Text, foreign or not.
    public mutating func appendInterpolation(_ text: String) {
      pieces.append(.value(Phrase(text)))
    }

    /// A number, with thousands separators.
    public mutating func appendInterpolation(_ number: Int) {
      pieces.append(.value(Phrase(number.grouped)))
    }

    /// Parts that are phrases already.
    public mutating func appendInterpolation(_ phrase: Phrase) {
      pieces.append(.value(phrase))
    }
  }

  /// A sentence of ours.
  public init(stringLiteral value: String) {
    parts = value.isEmpty ? [] : [.sentence(Sentence(literals: [[.words(value)]]))]
  }

  /// A sentence of ours with values in it; values alone are no sentence.
  public init(stringInterpolation: StringInterpolation) {
    let pieces = stringInterpolation.pieces
    let values = pieces.compactMap(\.value)
    parts = values.count < pieces.count ? [.sentence(Sentence(literals: [pieces]))] : values.flatMap(\.parts)
  }
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
