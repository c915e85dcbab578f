/// Finds what a README says of the project's descent and fate, and not of other projects.
struct StatementFinder {
  /// The names by which the project speaks of itself.
  let own: Set<String>

  /// A finder for a project with these names.
  init(ownNames: [ProjectName]) {
    own = Set(ownNames.map(\.letters).filter { $0.count > 1 })
  }

  /// The statements of a sentence of the kinds that are wanted, one at most for each, in the order of the words.
  func statements(
    in words: SentenceWords,
    isItem: Bool,
    where isWanted: (ForkStatement.Kind) -> Bool
  ) -> [ForkStatement] {
    var found: [ForkStatement] = []
    var position = 0
    while position < words.words.count {
      let phrases = StatementPhrases.byFirstWord[words.words[position].lower] ?? []
      guard let phrase = phrases.first(where: { words.matches($0.words, at: position) }) else {
        let other = forkedAway(words, position) ?? wideStatement(words, position)
        if let statement = other, isWanted(statement.kind), !found.contains(where: { $0.kind == statement.kind }) {
          found.append(statement)
        }
        position += 1
        continue
      }
      let end = position + phrase.words.count
      if isWanted(phrase.kind), !found.contains(where: { $0.kind == phrase.kind }),
        let projects = projects(phrase, words, position..<end, isItem: isItem)
      {
        found.append(ForkStatement(kind: phrase.kind, quote: words.quote, projects: projects))
      }
      position = end
    }
    return found
  }

  /// The projects that a phrase names; nil where it does not speak of this project.
  private func projects(
    _ phrase: StatementPhrases.Phrase,
    _ words: SentenceWords,
    _ range: Range<Int>,
    isItem: Bool
  ) -> [ForkStatement.Project]? {
    let reader = ProjectNameReader(words: words, kind: phrase.kind)
    let projects = reader.projects(from: range.upperBound)
    switch phrase.kind {
    case .stopped:
      guard isFate(words, range) else { return nil }
      return reader.laterProjects(from: range.upperBound).filter { !own.contains(ProjectName($0.name).letters) }
    case .movedTo where phrase.words[0] == "new":
      let isPlain = words.words[..<range.lowerBound].allSatisfy {
        ["the", "our", "its", "see", "a"].contains($0.lower)
      }
      let later = reader.laterProjects(from: range.upperBound)
      return isPlain && !later.isEmpty ? later : nil
    case .movedTo:
      return isFate(words, range) && !projects.isEmpty && !isItem ? projects : nil
    case .fork, .successor, .dropIn:
      let isNamed = !projects.isEmpty
      return (isNamed || !isItem) && isOwn(phrase.kind, words, range, isItem: isItem, isNamed: isNamed) ? projects : nil
    case .basedOn, .port, .compatible:
      let known = projects.filter { !StatementPhrases.platforms.contains($0.name.lowercased()) }
      return !known.isEmpty && isOwn(phrase.kind, words, range, isItem: isItem, isNamed: true) ? known : nil
    }
  }

  // MARK: Who is spoken of

  /// Whether what stands before a phrase of descent speaks of this project.
  private func isOwn(
    _ kind: ForkStatement.Kind,
    _ words: SentenceWords,
    _ phrase: Range<Int>,
    isItem: Bool,
    isNamed: Bool
  ) -> Bool {
    let start = phrase.lowerBound
    // What others are to this project is not what it is: "X is a fork of us".
    var object = phrase.upperBound
    if object < words.words.count, ["the", "a", "original"].contains(words.words[object].lower) { object += 1 }
    if ownName(words, object) != nil { return false }
    if ["if", "when", "please", "you", "to", "for"].contains(words.words[0].lower) { return false }
    if isUnstated(words, start) { return (!isItem || words.words[start].lower == "forked") && isNamed }
    // "… making the project a drop in replacement for …"
    for position in max(0, start - 3)..<start where kind == .dropIn && ownName(words, position) != nil {
      if words.words[position..<start].allSatisfy({ !StatementPhrases.otherVerbs.contains($0.lower) }) { return true }
    }
    guard let after = selfReference(words, before: min(start, 14)) else { return false }
    return isDescriptive(words, after..<start)
  }

  /// Whether the sentence starts with the phrase, or with no more than an article and adjectives before it.
  private func isUnstated(_ words: SentenceWords, _ start: Int) -> Bool {
    if start == 0 { return true }
    let openers: Set<String> = ["a", "an", "the", "initially", "originally", "my", "our", "currently", "this"]
    return start <= 4 && openers.contains(words.words[0].lower)
      && words.words[1..<start].allSatisfy { word in
        !StatementPhrases.otherVerbs.contains(word.lower) && !word.isAfterBreak
          && !StatementPhrases.descriptiveVerbs.contains(word.lower)
      } && words.words[0].lower != "this" && !(start > 1 && words.words[0].lower == "the")
  }

  /// The first position after a word by which the project speaks of itself; nil where none stands before `limit`.
  private func selfReference(_ words: SentenceWords, before limit: Int) -> Int? {
    for position in 0..<max(limit, 0) {
      if let end = ownName(words, position), end <= limit { return end }
      let word = words.words[position].lower
      switch word {
      case "this", "the", "our":
        let reach = word == "this" ? 4 : position == 0 ? 3 : 1
        let nouns = words.words[(position + 1)..<min(position + max(reach, 1), words.words.count)]
        if let noun = nouns.firstIndex(where: { StatementPhrases.selfNouns.contains($0.lower) }), noun < limit {
          return noun + 1
        }
        if word == "this", position + 1 < limit, ["is", "was"].contains(words.words[position + 1].lower) {
          return position + 1
        }
      case "it's", "it’s":
        let openings: Set<String> = ["a", "an", "the", "based", "forked", "derived", "built", "fully", "compatible"]
        if position < 6, position + 1 < words.words.count, openings.contains(words.words[position + 1].lower) {
          return position + 1
        }
      case "it", "we", "i", "i've", "i’ve": if position < 6 { return position + 1 }
      default: break
      }
    }
    return nil
  }

  /// The position after one of the project's names that starts at `position`.
  func ownName(_ words: SentenceWords, _ position: Int) -> Int? {
    guard position < words.words.count else { return nil }
    var letters = ""
    for end in position..<min(position + 4, words.words.count) {
      var word = words.words[end].lower
      for suffix in ["'s", "’s"] where word.hasSuffix(suffix) { word.removeLast(suffix.count) }
      letters += word.filter { $0.isLetter || $0.isNumber }
      if own.contains(letters) { return end + 1 }
    }
    return nil
  }

  /// Whether the first verb of `range` describes its subject.
  private func isDescriptive(_ words: SentenceWords, _ range: Range<Int>) -> Bool {
    // "… offers much, while remaining compatible with …"
    let staying: Set<String> = [
      "remaining", "staying", "remains", "stays", "remain", "stay", "retaining", "maintaining",
    ]
    if words.words[range].suffix(4).contains(where: { staying.contains($0.lower) }) { return true }
    for position in range {
      let word = words.words[position].lower
      if StatementPhrases.descriptiveVerbs.contains(word) { return true }
      if StatementPhrases.otherVerbs.contains(word) { return false }
    }
    return range.count <= 6
  }

  /// Whether a phrase of fate speaks of the whole project.
  private func isFate(_ words: SentenceWords, _ phrase: Range<Int>) -> Bool {
    let start = phrase.lowerBound
    let first = words.words[start].lower
    // "stopped developing X", "archive this project"
    if first == "stopped" || words.words[phrase.upperBound - 1].lower == "this" {
      let end = phrase.upperBound
      if ownName(words, end) != nil { return true }
      return end < words.words.count && StatementPhrases.selfNouns.contains(words.words[end].lower)
    }
    if start == 0 { return phrase.upperBound == words.words.count || words.words[phrase.upperBound].isAfterBreak }
    var position = 0
    while position < start {
      if let after = fateSubject(words, position, before: start),
        words.words[after..<start].allSatisfy({ word in
          StatementPhrases.fateWords.contains(word.lower) || word.lower.utf8.allSatisfy(\.isDigit)
        })
      {
        return true
      }
      position += 1
    }
    return false
  }

  private func fateSubject(_ words: SentenceWords, _ position: Int, before limit: Int) -> Int? {
    if let end = ownName(words, position), end <= limit { return end }
    guard ["this", "the", "our"].contains(words.words[position].lower), position + 1 < limit else { return nil }
    let next = words.words[position + 1].lower
    let nouns: Set<String> = [
      "project", "repository", "repo", "fork", "library", "package", "software", "codebase", "crate",
    ]
    if nouns.contains(next) || (next == "github" && position + 2 < limit) { return position + 2 }
    let name = ownName(words, position + 1)
    return name.map { min($0, limit) }
  }
}
