import Evidence

/// A word that one side uses more than the other.
public struct WordEntry: Hashable, Sendable, Codable {
  /// The word, lower case.
  public let word: String
  /// Its share of the fork's words, 0 to 1.
  public let fork: Double
  /// Its share of the upstream's words, 0 to 1.
  public let upstream: Double

  /// A word of its parts; shares are rounded to four decimals.
  public init(word: String, fork: Double, upstream: Double) {
    self.word = word
    self.fork = fork.toFourDecimals
    self.upstream = upstream.toFourDecimals
  }
}

/// Domain words that a fork gained or lost against upstream.
public struct VocabularyEntry: Hashable, Sendable, Codable {
  /// Words that it gained. Order: difference of the shares, largest first; then word.
  public var gained: [WordEntry]
  /// Words that it lost. Order: the same.
  public var lost: [WordEntry]
  /// How far the vocabulary as a whole moved, 0 to 1.
  public var shift: Double

  /// A vocabulary of its parts; the shift is rounded to four decimals.
  public init(gained: [WordEntry], lost: [WordEntry], shift: Double) {
    self.gained = gained
    self.lost = lost
    self.shift = shift.toFourDecimals
  }
}
