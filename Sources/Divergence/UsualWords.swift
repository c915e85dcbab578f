/// How usual words are in code at large, as `scripts/background` counted them: `usual-words.tsv`.
public struct UsualWords: Sendable {
  private let shares: [Word: (code: Double, documents: Double)]

  /// The table that is shipped.
  public static let standard = UsualWords(table: PackageResources.usual_words_tsv)

  /// A table of lines of a word, its share of the files of code and of documents in per mille, tabs between them.
  init(table: some Collection<UInt8>) {
    var shares: [Word: (code: Double, documents: Double)] = [:]
    for line in table.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: "\t"))
      guard parts.count == 3, let code = Double(String(decoding: parts[1], as: UTF8.self)),
        let documents = Double(String(decoding: parts[2], as: UTF8.self))
      else { continue }
      shares[Word(parts[0])] = (code / 1000, documents / 1000)
    }
    self.shares = shares
  }

  /// The mean share of a code base's source files that have the word, 0 to 1; 0 below 0.003.
  public func inCode(_ word: String) -> Double { shares[Word(word.utf8)]?.code ?? 0 }

  /// The mean share of a code base's documents that have the word, 0 to 1; 0 where it is rare in code and documents.
  public func inDocuments(_ word: String) -> Double { shares[Word(word.utf8)]?.documents ?? 0 }
}
