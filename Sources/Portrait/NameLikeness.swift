/// How much a clone's name agrees with what the project in it says of itself: who kept the name of the time before a
/// split.
///
/// Names are compared without case, punctuation, a leading "the" or "go", and suffixes that tell a language or an
/// edition (`.js`, `-rs`, `-ng`, `-server`):
/// - 1.0: the clone's name is, but for case and punctuation, the title's name or the name of a manifest;
/// - 0.9: the same after suffixes such as `-ng` are dropped on either side, or where `owner` is the project's name and
///   the clone's a general word;
/// - 0.6: one contains the other, as a word, or as a part of at least four letters;
/// - 0.4: only the first paragraph's sentence names it;
/// - 0.0: nothing of it. Also where the tree says no name at all.
///
/// - Parameter cloneName: the clone's short name, such as `go-ethereum`.
/// - Parameter owner: the owner of the clone on its forge; nil where unknown.
public func nameLikeness(_ portrait: Portrait, to cloneName: String, owner: String?) -> Double {
  let own = ProjectName.all(of: portrait)
  let clone = ProjectName(cloneName)
  guard !clone.letters.isEmpty else { return 0 }
  if own.contains(where: { $0.letters == clone.letters }) { return 1 }
  if own.contains(where: { $0.core == clone.core && !$0.core.isEmpty }) { return 0.9 }
  let general: Set<String> = ["server", "core", "app", "client", "launcher", "portable", "cli", "engine", "main", "gui"]
  if let owner, general.contains(clone.letters), own.contains(where: { $0.core == ProjectName(owner).core }) { return 0.9 }
  if own.contains(where: { $0.contains(clone) || clone.contains($0) }) { return 0.6 }
  if let describes = portrait.describes, ProjectName.words(of: describes).contains(clone.letters) { return 0.4 }
  return 0
}

/// A name, made comparable.
struct ProjectName: Hashable {
  /// Letters and digits only, in lower case.
  let letters: String
  /// ``letters`` without words that tell a language or an edition.
  let core: String
  private let words: [String]

  init(_ text: String) {
    words = Self.words(of: text)
    letters = words.joined()
    var rest = words
    let editions: Set<String> = ["js", "rs", "py", "go", "ng", "server", "core", "oss", "ce", "cpp", "portable", "reloaded"]
    while rest.count > 1, let last = rest.last, editions.contains(last) { rest.removeLast() }
    while rest.count > 1, ["the", "go", "py"].contains(rest[0]) { rest.removeFirst() }
    core = rest.joined()
  }

  /// Whether `other` is a part of this name: one of its words, or four letters or more of it.
  func contains(_ other: ProjectName) -> Bool {
    if other.core.isEmpty || other.core.count > letters.count { return false }
    return words.contains(other.core) || (other.core.count > 3 && letters.contains(other.core))
  }

  /// Words in lower case.
  static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// What the title and the manifests call the project, without the title's explanation.
  static func all(of portrait: Portrait) -> [ProjectName] {
    var texts = portrait.names.map { shortName($0.name) }
    if let title = portrait.title { texts += titleNames(title) }
    if let subject = portrait.describes.flatMap(Definition.subject(of:)), !Definition.isPronoun(subject) {
      texts.append(subject)
    }
    var names: [ProjectName] = []
    for name in texts.map(ProjectName.init) where !name.letters.isEmpty && !names.contains(name) { names.append(name) }
    return names
  }

  /// The last part of a name with a path or vendor in front; Go's version suffix is no name.
  static func shortName(_ name: String) -> String {
    let parts = name.split { $0 == "/" || $0 == ":" }.map(String.init)
    guard let last = parts.last else { return name }
    if parts.count > 1, last.first == "v", Int(last.dropFirst()) != nil { return parts[parts.count - 2] }
    return last
  }

  /// The title, and what stands in it before a dash, colon, comma or parenthesis.
  static func titleNames(_ title: String) -> [String] {
    var names: [String] = []
    for separator in [" - ", " – ", " — ", ": ", ", ", " (", " | "] {
      guard let end = title.firstRange(of: separator) else { continue }
      names.append(String(title[..<end.lowerBound]))
    }
    return [title] + names
  }
}
