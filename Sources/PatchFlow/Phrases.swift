/// Phrases that are looked for in a text, all of them in one pass. A phrase begins where a word may begin.
struct Phrases: Sendable, Decodable {
  /// A phrase, and where it stands.
  struct Place {
    /// Its place among the phrases.
    let phrase: Int
    let range: Range<Int>
  }

  private let texts: [String]
  private let bytes: [[UInt8]]
  /// By first byte, the places of the phrases that begin with it.
  private let byFirst: [[Int]]

  init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode([String].self)) }

  /// - Parameter texts: in lower case.
  init(_ texts: [String]) {
    self.texts = texts
    bytes = texts.map { Array($0.utf8) }
    var byFirst = [[Int]](repeating: [], count: 256)
    for (place, phrase) in bytes.enumerated() {
      if let first = phrase.first { byFirst[Int(first)].append(place) }
    }
    self.byFirst = byFirst
  }

  func text(_ phrase: Int) -> String { texts[phrase] }

  /// Where the first of the phrases, in their order, stands first; nil where `text` has none.
  ///
  /// - Parameter isOpen: whether a word may go on behind it.
  /// - Parameter isMeant: whether a place counts; only the first place of each phrase is asked.
  func first(in text: ArraySlice<UInt8>, isOpen: Bool, where isMeant: (Place) -> Bool = { _ in true }) -> Place? {
    var firsts: [Int: Int] = [:]
    var isBorder = true
    for place in text.indices {
      if isBorder {
        for phrase in byFirst[Int(text[place])] where firsts[phrase] == nil && stands(phrase, at: place, text, isOpen) {
          firsts[phrase] = place
        }
      }
      isBorder = !Self.isWord(text[place])
    }
    return firsts.sorted { $0.key < $1.key }.lazy
      .map { Place(phrase: $0, range: $1..<$1 + bytes[$0].count) }.first(where: isMeant)
  }

  private func stands(_ phrase: Int, at place: Int, _ text: ArraySlice<UInt8>, _ isOpen: Bool) -> Bool {
    let phrase = bytes[phrase]
    let end = place + phrase.count
    guard end <= text.endIndex, isOpen || end == text.endIndex || !Self.isWord(text[end]) else { return false }
    return text[place..<end].elementsEqual(phrase)
  }

  /// Whether `text` is one of the phrases.
  func isOne(_ text: ArraySlice<UInt8>) -> Bool { bytes.contains { $0.elementsEqual(text) } }

  /// Whether one of the phrases begins `text`.
  func begin(_ text: ArraySlice<UInt8>) -> Bool { bytes.contains { text.starts(with: $0) } }

  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7a || byte == UInt8(ascii: "_")
  }
}
