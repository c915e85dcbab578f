import Evidence

/// A word that one side uses more than the other.
public struct WordEntry: Hashable, Sendable, Codable {
  /// The word, lower case.
  public let word: String
  /// The share of the fork's files that have it, 0 to 1.
  public let fork: Double
  /// The share of upstream's files that have it, 0 to 1.
  public let upstream: Double

  /// A word of its parts; shares are rounded to four decimals.
  public init(word: String, fork: Double, upstream: Double) {
    self.word = word
    self.fork = fork.toFourDecimals
    self.upstream = upstream.toFourDecimals
  }
}

/// Words that a fork's READMEs and manuals gained or lost.
public struct DocumentWordsEntry: Hashable, Sendable, Codable {
  /// Words that they gained. Order: as given, most telling first, then word.
  public var gained: [WordEntry]
  /// Words that they lost. Order: the same.
  public var lost: [WordEntry]

  /// Words of their parts.
  public init(gained: [WordEntry], lost: [WordEntry]) {
    self.gained = gained
    self.lost = lost
  }
}

/// Domain words that a fork gained or lost against upstream.
public struct VocabularyEntry: Hashable, Sendable, Codable {
  /// The most telling words that its source files gained. Order: largest difference of the two shares first, then word.
  public var gained: [WordEntry]
  /// Words that they lost. Order: the same.
  public var lost: [WordEntry]
  /// How far the vocabulary as a whole moved, 0 to 1.
  public var shift: Double
  /// The same of READMEs, manuals and pages, in an order of its own.
  public var documents: DocumentWordsEntry

  /// A vocabulary of its parts; the shift is rounded to four decimals.
  public init(
    gained: [WordEntry],
    lost: [WordEntry],
    shift: Double,
    documents: DocumentWordsEntry = DocumentWordsEntry(gained: [], lost: [])
  ) {
    self.gained = gained
    self.lost = lost
    self.shift = shift.toFourDecimals
    self.documents = documents
  }
}
