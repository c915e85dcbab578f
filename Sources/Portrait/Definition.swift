/// Tells whether a sentence says what a project is.
enum Definition {
  /// Whether a sentence is long enough to say something, and more than a command or an address.
  static func isProse(_ sentence: String) -> Bool {
    let letters = sentence.unicodeScalars.count { $0.properties.isAlphabetic }
    if sentence.utf8.count > 3 * letters + 12 { return false }
    // Wide scripts say with eight characters what others say with five words.
    if sentence.unicodeScalars.contains(where: { $0.value > 0x2e7f }) { return letters >= 8 }
    return letters >= 12 && sentence.split(separator: " ").count >= 4
  }

  /// Whether a sentence defines the project.
  static func defines(_ sentence: String) -> Bool {
    if speaksOfFile(sentence) { return false }
    if let subject = subject(of: sentence) { return !isVague(subject) }
    if wideCopulas.contains(where: { place($0, in: sentence).map { (1...24).contains($0) } ?? false }) { return true }
    // "A fast server for …", "An …": a phrase that stands for "X is a …".
    let words = sentence.split(separator: " ", maxSplits: 2)
    return words.count == 3 && ["A", "An"].contains(words[0])
  }

  /// Whether a sentence that defines nothing can still stand for what the project is.
  static func mayDescribe(_ sentence: String) -> Bool {
    !speaksOfFile(sentence) && !sentence.contains("://") && !isVague(sentence) && !sentence.hasSuffix("?")
  }

  /// Whether a sentence says what one of `names` is or does: it starts with the name, and a verb follows.
  static func defines(_ sentence: String, _ names: [ProjectName]) -> Bool {
    var words = sentence.split(separator: " ").prefix(8).map { $0.filter { $0.isLetter || $0.isNumber }.lowercased() }
    if words.first == "the" { words.removeFirst() }
    var letters = ""
    for (position, word) in words.enumerated() where position + 1 < words.count {
      letters += word
      guard names.contains(where: { $0.letters == letters }) else { continue }
      let next = words[position + 1]
      return !isPlaceless(words[min(position + 2, words.count - 1)]) && next.hasSuffix("s") && next.count > 1
        && !["has", "was", "does"].contains(next)
    }
    return false
  }

  /// Whether a word after "is" says where or since when, not what.
  private static func isPlaceless(_ word: some StringProtocol) -> Bool {
    let words: Set<String> = [
      "available", "aiming", "located", "found", "published", "released", "licensed", "distributed", "now", "currently",
      "covered",
      "tested", "documented", "installed", "hosted", "maintained", "deprecated", "unmaintained", "no", "not",
      "required",
      "stable", "in", "at", "under", "supported", "built", "compiled", "being", "only", "also", "asked",
    ]
    return words.contains(word.lowercased())
  }

  /// Whether a sentence tells that something has come to an end: that defines nothing.
  static func speaksOfEnd(_ sentence: String) -> Bool {
    let lower = sentence.lowercased()
    let ends = [
      "no longer", "unmaintained", "not maintained", "deprecated", "archived", "discontinued", "abandoned",
      "not under active",
      "do not use", "ceased ",
    ]
    return ends.contains { lower.contains($0) }
  }

  /// Whether a sentence is about the README, the folder or the code as such.
  static func speaksOfFile(_ sentence: String) -> Bool {
    let words = sentence.lowercased().split(separator: " ", maxSplits: 3)
    guard words.count > 2, ["this", "the", "further", "more"].contains(words[0]) else { return false }
    let files: Set<Substring> = [
      "readme", "file", "document", "documentation", "directory", "folder", "page", "section", "guide", "release",
      "branch", "text", "main", "latest", "full", "information", "manual", "official", "following",
    ]
    return files.contains(words[1])
  }

  /// What stands before the verb in "X is a …": at most six words; nil where there is no such verb near the start.
  static func subject(of sentence: String) -> String? {
    let words = sentence.split(separator: " ")
    var subject: [Substring] = []
    var inParentheses = false
    for (position, word) in words.enumerated().prefix(14) {
      if word.hasPrefix("(") || word.hasPrefix("[") { inParentheses = true }
      defer { if word.hasSuffix(")") || word.hasSuffix("]") || word.hasSuffix("),") { inParentheses = false } }
      if inParentheses { continue }
      if position > 0, position < 5, ["-", "–", "—", "--"].contains(word) { return subject.joined(separator: " ") }
      if copulas.contains(word.lowercased()) {
        guard position > 0, position + 2 < words.count, !isPlaceless(words[position + 1]) else { return nil }
        return subject.joined(separator: " ")
      }
      if word.hasSuffix(",") || word.hasSuffix(":") || subject.count == 6 { return nil }
      subject.append(word)
    }
    return nil
  }

  /// The name that a sentence defines; nil where its subject is none.
  static func definedName(in sentence: String) -> String? {
    guard let subject = subject(of: sentence), !isPronoun(subject), !isVague(subject), !subject.contains("://") else {
      return nil
    }
    return subject
  }

  /// Whether a subject stands for the project without naming it.
  private static func isPronoun(_ subject: String) -> Bool {
    let first = subject.lowercased().split(separator: " ").first ?? ""
    return ["this", "the", "it", "these", "our", "my"].contains(first)
  }

  /// Whether a subject is none that a project would be defined under.
  static func isVague(_ subject: String) -> Bool {
    let words = subject.lowercased().split(separator: " ")
    let vague: Set<Substring> = [
      "there", "here", "you", "we", "they", "that", "what", "which", "if", "all", "some", "these", "below", "note",
      "most",
      "documentation", "to", "for", "in", "at", "who", "when", "where", "as", "please", "see", "visit", "read", "use",
      "i", "he", "she",
      "contributions",
    ]
    return words.first.map { vague.contains($0) } ?? true
  }

  private static let copulas: Set<String> = [
    "is", "provides", "implements", "offers", "aims", "lets", "allows", "makes", "helps", "enables", "extends",
    "adds", "gives", "это", "est", "ist", "es",
  ]
  private static let wideCopulas = ["是", "为", "は", "とは", "— это", "– это"]

  /// How many characters of `sentence` stand before `word`.
  private static func place(_ word: String, in sentence: String) -> Int? {
    let characters = Array(sentence.prefix(40))
    let wanted = Array(word)
    guard characters.count > wanted.count else { return nil }
    return (0...(characters.count - wanted.count)).first { characters[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }
}
