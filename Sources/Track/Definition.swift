/// What the sentence by which a project defines itself is about: its telling words.
struct Definition {
  /// Lower-case words, endings cut, without names, filling words and words that any project uses. Order: by first use.
  let words: [String]

  /// - Parameter names: words of the projects' names and owners.
  init(_ text: String, leavingOut names: Set<String>) {
    var seen: Set<String> = []
    words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
      .map { Self.stem(String($0)) }
      .filter { $0.count > 2 && !Self.filling.contains($0) && !names.contains($0) && seen.insert($0).inserted }
  }

  /// The share of the smaller definition's words that the other has too; nil where one has fewer than two words.
  func overlap(with other: Definition) -> Double? {
    let smaller = min(words.count, other.words.count)
    guard smaller >= 2 else { return nil }
    let shared = Set(words).intersection(other.words).count
    return Double(shared) / Double(smaller)
  }

  /// The word without the endings of English plurals and forms: enough to find "databases" in "database".
  static func stem(_ word: String) -> String {
    let endings = ["ing", "ers", "es", "ed", "er", "s", "e"]
    for ending in endings where word.hasSuffix(ending) && word.count - ending.count >= 4 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let filling: Set<String> = Set(
    """
    the and for with from that this your you our its into than then can will has have are was were not but all any more
    most other some such only also very fast simple easy modern new open source free software project program tool
    library application based fork forked drop replacement compatible version written using use used user high low level
    lightweight powerful small large support provide make work run build built official implementation alternative
    community driven well known which while when where what who how why
    """.split(whereSeparator: \.isWhitespace).map { stem(String($0)) }
  )
}
