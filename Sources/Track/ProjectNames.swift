/// What both projects are called: such words tell nothing about what they are for.
struct ProjectNames {
  private let names: Set<String>
  private let facts: TrackFacts

  init(_ facts: TrackFacts) {
    var names: Set<String> = []
    for text in [facts.upstreamName, facts.forkName, facts.upstreamOwner, facts.forkOwner].compactMap({ $0 }) {
      names.insert(Self.letters(text))
    }
    for title in [facts.upstreamTitle, facts.forkTitle].compactMap({ $0 }) {
      let count = title.split(separator: " ").count
      if count <= 2 { names.insert(Self.letters(title)) }
      if count == 1 { names.formUnion(TextWords.of(title)) }
    }
    for name in [facts.upstreamName, facts.forkName].compactMap({ $0 }) where name != name.lowercased() {
      names.formUnion(TextWords.of(name).filter { $0.count > 3 && facts.use(of: $0).usualInCode < Self.rareInCode })
    }
    self.names = names.filter { $0.count > 2 }
    self.facts = facts
  }

  private static let rareInCode = 0.005
  private static let rareInDocuments = 0.01

  /// Whether a word is one of the names, holds one, or is half of one and no word of the language.
  func contain(_ word: String) -> Bool {
    if names.contains(word) { return true }
    let use = facts.use(of: word)
    let isRare = use.usualInCode < Self.rareInCode && use.usualInDocuments < Self.rareInDocuments
    return names.contains { name in
      if name.count >= 4, word.contains(name) { return true }
      return isRare && word.count * 2 >= name.count && (name.hasPrefix(word) || name.hasSuffix(word))
    }
  }

  /// Whether the fork goes by upstream's name, whole or as a part of its own; nil where either has none.
  var isKept: Bool? {
    guard let upstream = facts.upstreamName, let fork = facts.forkName else { return nil }
    let (left, right) = (Self.letters(upstream), Self.letters(fork))
    if left.count >= 3, right.contains(left) { return true }
    let title = facts.upstreamTitle?.split(separator: " ").prefix(2).joined(separator: " ") ?? ""
    return !Self.tokens(upstream + " " + title).isDisjoint(with: Self.tokens(fork))
  }

  /// Whether the fork's repository has upstream's very name.
  var isSame: Bool {
    guard let upstream = facts.upstreamName, let fork = facts.forkName else { return false }
    if upstream.lowercased() == fork.lowercased() { return true }
    // A clone of "Bitcoin Core" may be called otherwise than its project.
    let title = facts.upstreamTitle?.lowercased().split(separator: " ").prefix(2) ?? []
    return title.contains { $0 == fork.lowercased() }
  }

  private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  private static func tokens(_ text: String) -> Set<String> {
    let tokens = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    return Set(tokens.filter { $0.count > 2 && !general.contains($0) })
  }

  /// Parts of names that many projects have.
  private static let general: Set<String> = [
    "core", "open", "lib", "the", "project", "python", "ruby", "rust", "tool", "server", "client", "app", "src", "gui",
    "api", "sdk", "net", "main", "modified", "for", "and", "java", "node", "web", "new", "fork",
  ]
}
