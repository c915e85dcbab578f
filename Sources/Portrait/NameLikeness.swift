/// How much a clone's name agrees with what the project in it says of itself: who kept the name of the time before a
/// split.
///
/// Names are compared without case, punctuation, a leading "the" or "go", and suffixes that tell a language or an
/// edition (`.js`, `-rs`, `-ng`, `-server`). The README speaks first, since a fork often keeps the manifests' names:
/// - 1.0: the clone's name is, but for case and punctuation, the README's name of the project, or where the README says
///   none, a manifest's;
/// - 0.9: the same after suffixes such as `-ng` are dropped on either side, or where the clone's name is a general word
///   such as `server` and `owner` is the project's name;
/// - 0.8: only a manifest says that name, and the README another;
/// - 0.6: one contains the other, as a word or as a part of at least four letters; or the clone's name is made of the
///   first letters of the project's;
/// - 0.4: only the sentence that describes the project has it;
/// - 0.0: nothing of it. Also where the tree says no name at all.
///
/// - Parameter cloneName: the clone's short name, such as `go-ethereum`.
/// - Parameter owner: the owner of the clone on its forge; nil where unknown.
public func nameLikeness(_ portrait: Portrait, to cloneName: String, owner: String?) -> Double {
  let clone = ProjectName(cloneName)
  guard !clone.letters.isEmpty else { return 0 }
  let manifests = portrait.names.map { ProjectName(ProjectName.shortName($0.name)) }
  let read = ProjectName.inReadme(of: portrait)
  let first = read.isEmpty ? manifests : read
  if first.contains(where: { $0.letters == clone.letters }) { return 1 }
  if !clone.core.isEmpty, first.contains(where: { $0.core == clone.core }) { return 0.9 }
  if let owner = owner.map(ProjectName.init), clone.isGeneral,
    first.contains(where: { $0.letters.hasPrefix(owner.letters) && !owner.letters.isEmpty })
  {
    return 0.9
  }
  if manifests.contains(where: { $0.letters == clone.letters || $0.core == clone.core }) { return 0.8 }
  if (first + manifests).contains(where: { $0.contains(clone) || clone.contains($0) || $0.initials == clone.letters }) {
    return 0.6
  }
  return portrait.describes.map { ProjectName.words(of: $0).contains(clone.letters) } == true ? 0.4 : 0
}

/// Whether a README's title calls the project by the name of the clone or of its owner, so that another project's README
/// would not have it.
///
/// - Parameter title: the README's title.
/// - Parameter cloneName: the clone's short name.
/// - Parameter owner: the owner of the clone on its forge; nil where unknown.
public func isTitle(_ title: String, of cloneName: String, owner: String?) -> Bool {
  let own = [cloneName, owner].compactMap { $0.map(ProjectName.init) }.filter { !$0.letters.isEmpty && !$0.isGeneral }
  return ProjectName.titleNames(title).map(ProjectName.init).contains { name in
    own.contains { name.letters == $0.letters || name.core == $0.core || name.contains($0) }
  }
}

/// Whether two titles are the same but for case, spaces and punctuation.
public func isSameTitle(_ left: String, _ right: String) -> Bool {
  ProjectName(left).letters == ProjectName(right).letters
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
    let editions: Set<String> = [
      "js", "rs", "py", "go", "ng", "server", "core", "oss", "ce", "cpp", "portable", "reloaded",
    ]
    while rest.count > 1, let last = rest.last, editions.contains(last) { rest.removeLast() }
    while rest.count > 1, ["the", "go", "py"].contains(rest[0]) { rest.removeFirst() }
    core = rest.joined()
  }

  /// The words' first letters; empty for fewer than three words.
  var initials: String { words.count < 3 ? "" : String(words.compactMap(\.first)) }

  /// Whether it is one word that any project may have in its name.
  var isGeneral: Bool {
    let general: Set<String> = [
      "server", "core", "app", "client", "launcher", "portable", "cli", "engine", "main", "gui",
    ]
    return general.contains(letters)
  }

  /// Whether `other` is a part of this name: one of its words, or four letters or more of it. General words are none.
  func contains(_ other: ProjectName) -> Bool {
    if other.core.isEmpty || other.core.count > letters.count || other.isGeneral { return false }
    return words.contains(other.core) || (other.core.count > 3 && letters.contains(other.core))
  }

  /// Words in lower case.
  static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// What the README calls the project, without the title's explanation.
  static func inReadme(of portrait: Portrait) -> [ProjectName] {
    var texts = portrait.title.map(titleNames) ?? []
    if let subject = portrait.describes.flatMap(Definition.definedName) {
      texts.append(subject)
      // "Some Database (SDB) is …": the short form in brackets is a name too.
      let brackets = portrait.describes?.dropFirst(subject.count).prefix(24) ?? ""
      if brackets.hasPrefix(" ("), let end = brackets.firstIndex(of: ")") {
        let short = brackets[..<end].dropFirst(2)
        if !short.contains(" ") { texts.append(String(short)) }
      }
    }
    return texts.map(ProjectName.init).filter { !$0.letters.isEmpty }
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
    // "name 1.3" is name.
    var words = title.split(separator: " ")
    while words.count > 1, let last = words.last?.drop(while: { $0 == "v" }), last.contains("."),
      last.allSatisfy({ $0.isNumber || $0 == "." })
    {
      words.removeLast()
    }
    return [words.joined(separator: " ")] + names
  }
}
