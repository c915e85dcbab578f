import Evidence
import Landscape

/// Our own words with values among them, before they are put into a language.
///
/// A sentence that is composed of several literals keeps them apart, so that a language may translate the whole or, where
/// its end varies, piece by piece.
public struct Sentence: Hashable, Sendable {
  /// A run of words, or a value.
  enum Piece: Hashable, Sendable {
    case words(String)
    case value(Phrase)

    /// The value; nil for words.
    var value: Phrase? {
      if case .value(let phrase) = self { phrase } else { nil }
    }
  }

  /// The literals, in their order.
  var literals: [[Piece]]

  /// The most literals that are looked up as one.
  private static let longestRun = 6

  /// The words in the language of the rendering.
  var parts: [Inline] {
    guard let catalogue = Language.current.catalogue else { return literals.flatMap(Self.english) }
    var result: [Inline] = []
    var rest = literals[...]
    while !rest.isEmpty {
      let longest = min(rest.count, Self.longestRun)
      let found = (1...longest).reversed().lazy.compactMap { count -> (count: Int, parts: [Inline])? in
        let pieces = rest.prefix(count).flatMap { $0 }
        return catalogue.phrases[Self.key(pieces)].map { (count, Self.fill($0, pieces)) }
      }.first
      if found == nil { Self.tellMissing(Self.key(rest.first ?? [])) }
      result += found?.parts ?? Self.english(rest.first ?? [])
      rest = rest.dropFirst(found?.count ?? 1)
    }
    return result
  }

  /// What holds no letter is the same in every language.
  private static func tellMissing(_ key: String) {
    if key.contains(where: \.isLetter) { Language.missing?("phrase: \(key)") }
  }

  /// The keys of the literals, each for itself.
  var keys: [String] { literals.map(Self.key) }

  private static func key(_ pieces: [Piece]) -> String {
    var number = 0
    return pieces.map { piece in
      switch piece {
      case .words(let words): return words
      case .value:
        number += 1
        return "{\(number)}"
      }
    }.joined()
  }

  private static func fill(_ template: String, _ pieces: [Piece]) -> [Inline] {
    let values = pieces.compactMap(\.value)
    return Catalogue.fill(template) { name in
      Int(name).flatMap { values.indices.contains($0 - 1) ? values[$0 - 1] : nil }
    }
  }

  private static func english(_ pieces: [Piece]) -> [Inline] {
    pieces.flatMap { piece -> [Inline] in
      switch piece {
      case .words(let words): [.text(words)]
      case .value(let phrase): phrase.parts
      }
    }
  }
}

/// A number and the noun it counts.
public struct Count: Hashable, Sendable {
  let number: Int
  let one: String
  let many: String

  /// The words in the language of the rendering.
  var text: String {
    let language = Language.current
    guard let forms = language.catalogue?.counts["\(one)|\(many)"] else {
      if language.catalogue != nil { Language.missing?("count: \(one)|\(many)") }
      return "\(number.grouped) \(number == 1 ? one : many)"
    }
    let form = forms[language.pluralCategory(of: number)] ?? forms["other"] ?? "{1}"
    return form.replacing("{1}", with: number.grouped)
  }
}

/// A message of the landscape: its id and values, and the English text that came with it.
public struct Said: Hashable, Sendable {
  let message: String?
  let parameters: Parameters
  let text: String

  /// The words in the language of the rendering; the English text where its catalogue lacks the message.
  var parts: [Inline] {
    guard let catalogue = Language.current.catalogue else { return [.text(text)] }
    guard let message, let template = catalogue.messages[message] else {
      if let message {
        Language.missing?("message: \(message)")
      } else if catalogue.phrases[text] == nil {
        Language.missing?("term: \(text)")
      }
      return [.text(catalogue.phrases[text] ?? text)]
    }
    return Catalogue.fill(template) { name in parameters[String(name)].map(Self.phrase) }
  }

  private static func phrase(_ value: ParameterValue) -> Phrase {
    switch value {
    case .string(let text): Phrase(text)
    case .int(let number): Phrase(number.grouped)
    case .double(let number): Phrase(number.twoDecimals)
    case .bool(let flag): Phrase(flag ? "✓" : "✗")
    }
  }
}

extension Phrase {
  /// What a message of the landscape says.
  static func said(_ entry: MessageEntry) -> Phrase {
    Phrase([.said(Said(message: entry.message, parameters: entry.parameters, text: entry.text))])
  }

  /// What a piece of evidence says.
  static func said(_ entry: EvidenceEntry) -> Phrase {
    Phrase([.said(Said(message: entry.message, parameters: entry.parameters, text: entry.text))])
  }

  /// A word of the model, such as the name of a signal.
  static func term(_ word: String) -> Phrase { Phrase([.said(Said(message: nil, parameters: [:], text: word))]) }

  /// Why something is not known.
  static func reason(_ entry: NotAnalysedEntry) -> Phrase {
    Phrase([.said(Said(message: entry.message, parameters: entry.parameters, text: entry.reason))])
  }
}
