import Yams

/// Reads YAML piece by piece, so that every problem is found and has a place.
public struct DeclarationReader {
  /// What was found wrong, in the order of finding.
  public private(set) var problems: [DeclarationProblem] = []
  /// The file's name, for problems.
  public let file: String

  /// A reader of a file of that name.
  public init(file: String) { self.file = file }

  /// The YAML that `text` is; nil where it is empty or none, which is then a problem.
  public mutating func parse(_ text: String) -> Declared? {
    do {
      return try Yams.compose(yaml: text).map(Declared.init)
    } catch let error as YamlError {
      let (mark, message) = Self.explanation(of: error)
      report(Declared.place(mark), message)
    } catch {
      report(Declared.place(nil), "\(error)")
    }
    return nil
  }

  /// Notes a problem.
  public mutating func report(_ place: DeclaredPlace, _ message: String) {
    problems.append(DeclarationProblem(file: file, place: place, message: message))
  }

  /// The entries of a mapping whose keys are names; none where `node` is missing, empty or something else.
  public mutating func entries(
    _ node: Declared?,
    _ what: String
  ) -> [(key: String, place: DeclaredPlace, value: Declared)] {
    guard let node, !node.isNull else { return [] }
    guard case .mapping(let entries, _) = node else {
      report(node.place, "\(what) must be a mapping (`name: …`)")
      return []
    }
    var result: [(key: String, place: DeclaredPlace, value: Declared)] = []
    for entry in entries {
      if case .scalar(let text, _, let place) = entry.key, !text.isEmpty {
        result.append((text, place, entry.value))
      } else {
        report(entry.key.place, "a key of \(what) must be a name")
      }
    }
    return result
  }

  /// The values of a mapping by key, empty ones left out; a key that is not among `keys` is a problem.
  public mutating func mapping(_ node: Declared?, _ what: String, keys: [String]) -> [String: Declared] {
    var values: [String: Declared] = [:]
    for (key, place, value) in entries(node, what) {
      if keys.contains(key) {
        if !value.isNull { values[key] = value }
      } else {
        report(place, "`\(key)` is no key of \(what)" + NearestWord.hint(for: key, among: keys))
      }
    }
    return values
  }

  /// The parts of a list; none where `node` is missing, empty or something else.
  public mutating func sequence(_ node: Declared?, _ what: String) -> [Declared] {
    guard let node, !node.isNull else { return [] }
    guard case .sequence(let parts, _) = node else {
      report(node.place, "\(what) must be a list (`- …`)")
      return []
    }
    return parts
  }

  /// The text of a scalar, whatever it looks like: `8.0` and `on` are names too. nil: missing, empty or something else.
  public mutating func text(_ node: Declared?, _ what: String) -> String? {
    guard let node else { return nil }
    guard case .scalar(let text, _, let place) = node else {
      report(node.place, "\(what) must be text")
      return nil
    }
    if text.isEmpty {
      report(place, "\(what) is empty")
      return nil
    }
    return text
  }

  /// A list of texts, or one alone.
  public mutating func texts(_ node: Declared?, _ what: String) -> [String] {
    guard let node else { return [] }
    if case .scalar = node { return text(node, what).map { [$0] } ?? [] }
    var result: [String] = []
    for part in sequence(node, what) {
      if let text = text(part, "a part of \(what)") { result.append(text) }
    }
    return result
  }

  /// A whole number from 0 up.
  public mutating func count(_ node: Declared?, _ what: String) -> Int? {
    guard let node, let text = text(node, what) else { return nil }
    if let number = Int(text), number >= 0 { return number }
    report(node.place, "\(what) must be a whole number from 0 up, not `\(text)`")
    return nil
  }

  /// Yes or no.
  public mutating func flag(_ node: Declared?, _ what: String) -> Bool? {
    guard let node, let text = text(node, what) else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      report(node.place, "\(what) must be true or false, not `\(text)`")
      return nil
    }
  }

  /// One of `words`.
  public mutating func word(_ node: Declared?, _ what: String, among words: [String]) -> String? {
    guard let node, let text = text(node, what) else { return nil }
    if words.contains(text) { return text }
    report(node.place, "\(what) cannot be `\(text)`" + NearestWord.hint(for: text, among: words))
    return nil
  }

  private static func explanation(of error: YamlError) -> (Mark?, String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark, "it is no YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark, "the same key stands twice: " + duplicates.map { "\($0)" }.sorted().joined(separator: ", "))
    default: (nil, "it is no YAML: " + "\(error)".split(whereSeparator: \.isNewline).joined(separator: " "))
    }
  }
}

extension Declared {
  fileprivate init(_ node: Node) {
    let place = Self.place(node.mark)
    switch node {
    case .scalar(let scalar):
      self = .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any, place)
    case .mapping(let mapping):
      self = .mapping(mapping.map { Entry(key: Declared($0.key), value: Declared($0.value)) }, place)
    case .sequence(let sequence): self = .sequence(sequence.map(Declared.init), place)
    case .alias: self = .scalar("", isPlain: true, place)
    }
  }

  fileprivate static func place(_ mark: Mark?) -> DeclaredPlace {
    DeclaredPlace(line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
  }
}
