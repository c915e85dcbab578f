import Foundation

/// Which words a fork gained and lost against upstream, the most telling first.
public enum VocabularyShift {
  /// A word that one side has in more of its files than the other.
  public struct Moved: Hashable, Sendable {
    /// The word, lower case.
    public let word: String
    /// The share of the fork's files that have it, 0 to 1.
    public let fork: Double
    /// The share of upstream's files that have it.
    public let upstream: Double
    /// How telling it is: the difference, times how many doublings its share lies above what is usual in code at large.
    public let strength: Double
  }

  /// The words whose shares differ, by how telling they are; those that are as usual elsewhere are left out.
  ///
  /// - Parameter names: what both projects and their owners are called: such words tell nothing.
  public static func ranked(
    _ part: Vocabulary.Part,
    leavingOut names: [String],
    usual: UsualWords = .standard
  ) -> (gained: [Moved], lost: [Moved]) {
    let left = Set(names.flatMap(Self.parts))
    let moved = part.differing.compactMap { word, fork, upstream -> Moved? in
      let atLarge = max(usual.inCode(word), usual.inDocuments(word)) + 0.002
      let strength = (fork - upstream) * max(0, log2(max(fork, upstream) / atLarge))
      guard abs(strength) > 0.001, !left.contains(word), !isHex(word) else { return nil }
      return Moved(word: word, fork: fork, upstream: upstream, strength: strength)
    }
    func sorted(_ words: [Moved]) -> [Moved] {
      let sorted = words.sorted { (abs($1.strength), $0.word) < (abs($0.strength), $1.word) }
      let known = Set(sorted.map(\.word))
      // "movies" says nothing beside "movie".
      return sorted.filter { !($0.word.hasSuffix("s") && known.contains(String($0.word.dropLast()))) }
    }
    return (sorted(moved.filter { $0.strength > 0 }), sorted(moved.filter { $0.strength < 0 }))
  }

  /// How far the vocabulary moved, 0 to 1: of the ten most telling words gained and the ten lost, the mean strength,
  /// 1 from an eighth of a doubling in all files.
  public static func shift(_ gained: [Moved], _ lost: [Moved]) -> Double {
    let strengths = (gained.prefix(10) + lost.prefix(10)).map { abs($0.strength) }
    return min(1, strengths.reduce(0, +) / 20 * 8)
  }

  private static func parts(_ name: String) -> [String] {
    var words: [String] = []
    let bytes = Array(name.utf8)
    bytes.withUnsafeBytes { WordScanner.scan($0) { words.append(Word($0).text) } }
    return words + [String(decoding: bytes.filter { ($0 | 0x20) &- 0x61 < 26 }.map { $0 | 0x20 }, as: UTF8.self)]
  }

  /// Pieces of numbers in base sixteen; "added" and "feed" are in every code base and left out as usual anyway.
  private static func isHex(_ word: String) -> Bool { word.utf8.allSatisfy { $0 <= UInt8(ascii: "f") } }
}
