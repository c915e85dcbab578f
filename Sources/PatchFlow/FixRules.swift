import Foundation

/// Tells from its message whether a commit fixes security or data loss. Rules: `fix-rules.json`.
struct FixRules: Sendable, Decodable {
  private let ids: Phrases
  private let phrases: Phrases
  private let phrasesIfBackpatched: Phrases
  private let never: Phrases
  private let denying: Phrases
  private let comparing: Phrases
  private let features: Phrases

  /// The rules of `fix-rules.json`.
  static func standard() throws -> FixRules {
    try JSONDecoder().decode(FixRules.self, from: Data(PackageResources.fix_rules_json))
  }

  /// What makes it a fix: the number of an advisory, else a phrase of the rules; nil where nothing does.
  ///
  /// - Parameter message: in lower case.
  func reason(_ message: [UInt8]) -> String? {
    let text = message[...]
    let id = ids.first(in: text, isOpen: true) { place in
      Self.hasFigure(Self.word(at: place.range, in: text)) && !follows(place.range, comparing, in: text)
    }
    if let id { return Self.name(Self.word(at: id.range, in: text)) }
    return phrase(of: phrases, in: text)
  }

  /// What makes it a fix where it was made on several of upstream's branches, too: nil where nothing does.
  ///
  /// - Parameter message: in lower case.
  func reasonIfBackpatched(_ message: [UInt8]) -> String? { phrase(of: phrasesIfBackpatched, in: message[...]) }

  private func phrase(of phrases: Phrases, in text: ArraySlice<UInt8>) -> String? {
    let subject = text.prefix { $0 != UInt8(ascii: "\n") }
    let isFeature = features.isOne(subject.prefix(while: Phrases.isWord))
    let found = phrases.first(in: text, isOpen: false) { place in
      place.range.lowerBound < subject.endIndex || !isFeature && !follows(place.range, denying, in: text)
    }
    guard let found else { return nil }
    return never.first(in: subject, isOpen: false) == nil ? phrases.text(found.phrase) : nil
  }

  /// The numbers of advisories in a text, in upper case. Order: as they stand, each once.
  func advisories(_ text: [UInt8]) -> [String] {
    let words = text.split { !Phrases.isWord($0) && $0 != UInt8(ascii: "-") }
    var found: [String] = []
    for word in words where ids.begin(word) && Self.hasFigure(word) {
      let name = Self.name(word)
      if !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// Whether one of `words` is among the three words before `range`, of the same clause: “this is not a security issue”.
  private func follows(_ range: Range<Int>, _ words: Phrases, in text: ArraySlice<UInt8>) -> Bool {
    let before = text[..<range.lowerBound].suffix(Self.reach)
    let clause = before.lastIndex { ".:;,()".utf8.contains($0) }.map { before[($0 + 1)...] } ?? before
    let nearest = clause.split { !Phrases.isWord($0) && $0 != UInt8(ascii: "'") }.suffix(3)
    return nearest.contains { words.isOne($0) }
  }

  /// Bytes in which three words stand.
  private static let reach = 60

  /// The letters, figures and hyphens from the start of `range` on.
  private static func word(at range: Range<Int>, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = text[range.upperBound...]
    let end = rest.firstIndex { !Phrases.isWord($0) && $0 != UInt8(ascii: "-") } ?? text.endIndex
    return text[range.lowerBound..<end]
  }

  private static func hasFigure(_ word: ArraySlice<UInt8>) -> Bool { word.contains { $0 >= 0x30 && $0 <= 0x39 } }

  private static func name(_ word: ArraySlice<UInt8>) -> String { String(decoding: word, as: UTF8.self).uppercased() }
}
