import Foundation

/// Tells from its message whether a commit fixes security or data loss. Rules: `fix-rules.json`.
struct FixRules: Sendable, Decodable {
  private let ids: [String]
  private let phrases: [String]
  private let phrasesIfBackpatched: [String]
  private let never: [String]

  /// The rules of `fix-rules.json`.
  static func standard() throws -> FixRules {
    try JSONDecoder().decode(FixRules.self, from: Data(PackageResources.fix_rules_json))
  }

  /// What makes it a fix: the number of an advisory, else a phrase of the rules; nil where nothing does.
  ///
  /// - Parameter message: in lower case.
  func reason(_ message: [UInt8]) -> String? {
    let text = message[...]
    for id in ids {
      if let found = Self.first(id, in: text, isOpen: true) {
        let end = text[found.upperBound...].firstIndex { !Self.isWord($0) && $0 != UInt8(ascii: "-") } ?? text.endIndex
        let number = text[found.lowerBound..<end]
        if number.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
          return String(decoding: number, as: UTF8.self).uppercased()
        }
      }
    }
    return phrase(of: phrases, in: text)
  }

  /// What makes it a fix where it was made on several of upstream's branches, too: nil where nothing does.
  ///
  /// - Parameter message: in lower case.
  func reasonIfBackpatched(_ message: [UInt8]) -> String? { phrase(of: phrasesIfBackpatched, in: message[...]) }

  private func phrase(of phrases: [String], in text: ArraySlice<UInt8>) -> String? {
    guard let phrase = phrases.first(where: { Self.first($0, in: text, isOpen: false) != nil }) else { return nil }
    let subject = text.prefix { $0 != UInt8(ascii: "\n") }
    return never.contains { Self.first($0, in: subject, isOpen: false) != nil } ? nil : phrase
  }

  /// The numbers of advisories in a text, in upper case. Order: as they stand, each once.
  func advisories(_ text: [UInt8]) -> [String] {
    let words = text.split { !Self.isWord($0) && $0 != UInt8(ascii: "-") }
    var found: [String] = []
    for word in words where ids.contains(where: { word.starts(with: $0.utf8) }) {
      let name = String(decoding: word, as: UTF8.self).uppercased()
      if word.contains(where: { $0 >= 0x30 && $0 <= 0x39 }), !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// - Parameter isOpen: whether a word may go on behind it.
  private static func first(_ phrase: String, in text: ArraySlice<UInt8>, isOpen: Bool) -> Range<Int>? {
    let pattern = Array(phrase.utf8)
    guard let head = pattern.first, text.count >= pattern.count else { return nil }
    var place = text.startIndex
    while let found = text[place...].firstIndex(of: head), found + pattern.count <= text.endIndex {
      let end = found + pattern.count
      let isBordered =
        (found == text.startIndex || !isWord(text[found - 1])) && (isOpen || end == text.endIndex || !isWord(text[end]))
      if isBordered, text[found..<end].elementsEqual(pattern) { return found..<end }
      place = found + 1
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7a || byte == UInt8(ascii: "_")
  }
}
