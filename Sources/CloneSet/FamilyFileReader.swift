import Yams

/// Reads a family file node by node, so that every problem is found and has a place.
struct FamilyFileReader {
  /// What was found wrong, in the order of finding.
  private(set) var problems: [FamilyFileProblem] = []
  private let file: String

  init(file: String) {
    self.file = file
  }

  /// What the file declares, as far as it can be read; complete where ``problems`` stays empty.
  mutating func read(
    _ text: String
  ) -> (
    families: [FamilyFile.Family], organisations: [FamilyFile.Organisation], profiles: [SurfaceProfile], policy: Bool
  ) {
    guard let root = compose(text) else { return ([], [], [], false) }
    let keys = mapping(root, "the file", keys: ["families", "organisations", "profiles", "policy"])
    var families: [FamilyFile.Family] = []
    for (key, node) in entries(keys["families"], "families") { families.append(family(key, node)) }
    var organisations: [FamilyFile.Organisation] = []
    for node in sequence(keys["organisations"], "organisations") {
      if let organisation = organisation(node) { organisations.append(organisation) }
    }
    var profiles: [SurfaceProfile] = []
    for (key, node) in entries(keys["profiles"], "profiles") { profiles.append(profile(key, node)) }
    let policy = !entries(keys["policy"], "policy").isEmpty
    return (families, organisations, profiles, policy)
  }

  private mutating func compose(_ text: String) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      let (mark, message) = Self.explanation(of: error)
      problems.append(FamilyFileProblem(file: file, place: Self.place(mark), message: message))
    } catch {
      problems.append(FamilyFileProblem(file: file, place: Self.place(nil), message: "\(error)"))
    }
    return nil
  }

  private mutating func family(_ key: Node.Scalar, _ node: Node) -> FamilyFile.Family {
    let what = "family `\(key.string)`"
    let keys = mapping(node, what, keys: ["upstream", "forks"])
    var upstream: FamilyFile.Upstream?
    if let node = keys["upstream"] {
      let keys = mapping(node, "upstream of \(what)", keys: ["clone", "line", "address", "source"])
      let line = text(keys["line"], "line")
      if let clone = text(keys["clone"], "clone") {
        upstream = FamilyFile.Upstream(
          clone: clone,
          line: line,
          address: text(keys["address"], "address"),
          place: Self.place(node.mark)
        )
      } else if keys["clone"] == nil {
        report(node, "upstream of \(what) lacks the key `clone`")
      }
    }
    var forks: [FamilyFile.Fork] = []
    for (key, node) in entries(keys["forks"], "forks of \(what)") { forks.append(fork(key, node)) }
    return FamilyFile.Family(name: key.string, upstream: upstream, forks: forks, place: Self.place(key.mark))
  }

  private mutating func fork(_ key: Node.Scalar, _ node: Node) -> FamilyFile.Fork {
    let what = "fork `\(key.string)`"
    let ofSources = ["clone", "ref", "line", "prefix", "address"]
    let keys = mapping(node, what, keys: ofSources + ["track", "source", "closed"])
    let isClosed = flag(keys["closed"], "closed")
    if isClosed, let key = ofSources.first(where: { keys[$0] != nil }) {
      report(node, "\(what) is closed, so it cannot have the key `\(key)`: that is of sources that can be had")
    }
    let clone = text(keys["clone"], "clone") ?? key.string
    return FamilyFile.Fork(
      name: key.string,
      clone: isClosed ? nil : clone,
      ref: text(keys["ref"], "ref"),
      line: text(keys["line"], "line"),
      track: track(keys["track"]),
      prefix: prefix(keys["prefix"]),
      address: text(keys["address"], "address"),
      isClosed: isClosed,
      source: text(keys["source"], "source"),
      place: Self.place(key.mark)
    )
  }

  private mutating func organisation(_ node: Node) -> FamilyFile.Organisation? {
    let keys = mapping(node, "an organisation", keys: ["name", "domains", "people", "from", "until"])
    let name = text(keys["name"], "name")
    if name == nil, keys["name"] == nil, node.mapping != nil { report(node, "an organisation lacks the key `name`") }
    var domains: [String] = []
    for node in sequence(keys["domains"], "domains") {
      if let domain = text(node, "a domain") { domains.append(domain.lowercased()) }
    }
    var people: [String] = []
    for node in sequence(keys["people"], "people") {
      if let person = text(node, "a person") { people.append(person) }
    }
    let (from, until) = (day(keys["from"], "from"), day(keys["until"], "until"))
    if let from, let until, until <= from { report(node, "an organisation ends (`until`) before it begins (`from`)") }
    return name.map {
      FamilyFile.Organisation(
        name: $0,
        domains: domains,
        people: people,
        from: from,
        until: until,
        place: Self.place(node.mark)
      )
    }
  }

  private mutating func track(_ node: Node?) -> FamilyFile.Track? {
    guard let node, let word = text(node, "track") else { return nil }
    if let track = FamilyFile.Track(rawValue: word) { return track }
    report(
      node,
      "`\(word)` is no track" + NearestWord.hint(for: word, among: FamilyFile.Track.allCases.map(\.rawValue))
    )
    return nil
  }

  private mutating func prefix(_ node: Node?) -> String? {
    guard let node, let text = text(node, "prefix", mayBeEmpty: true) else { return nil }
    let parts = text.split(separator: "/")
    if text.hasPrefix("/") || parts.contains("..") || parts.contains(".") {
      report(node, "prefix must be a folder inside the repository, such as src/postgres")
      return nil
    }
    return parts.joined(separator: "/")
  }

  private mutating func day(_ node: Node?, _ what: String) -> Int64? {
    guard let node, let text = text(node, what) else { return nil }
    if let day = CalendarDay.seconds(of: text) { return day }
    report(node, "`\(text)` is no date; write it as 1995-01-31")
    return nil
  }
}

extension FamilyFileReader {
  mutating func report(_ node: Node, _ message: String) { report(node.mark, message) }

  private mutating func report(_ mark: Mark?, _ message: String) {
    problems.append(FamilyFileProblem(file: file, place: Self.place(mark), message: message))
  }

  static func place(_ mark: Mark?) -> FamilyFile.Place {
    FamilyFile.Place(line: max(1, mark?.line ?? 1), column: max(1, mark?.column ?? 1))
  }

  static func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The entries of a mapping whose keys are names; none where `node` is missing, empty or something else.
  mutating func entries(_ node: Node?, _ what: String) -> [(key: Node.Scalar, value: Node)] {
    guard let node, !Self.isNull(node) else { return [] }
    guard case .mapping(let mapping) = node else {
      report(node, "\(what) must be a mapping (`name: …`)")
      return []
    }
    var entries: [(key: Node.Scalar, value: Node)] = []
    for (key, value) in mapping {
      if case .scalar(let scalar) = key, !scalar.string.isEmpty {
        entries.append((scalar, value))
      } else {
        report(key, "a key of \(what) must be a name")
      }
    }
    return entries
  }

  /// The values of a mapping by key; a key that is not among `keys` is reported.
  mutating func mapping(_ node: Node, _ what: String, keys: [String]) -> [String: Node] {
    var values: [String: Node] = [:]
    for (key, value) in entries(node, what) {
      if keys.contains(key.string) {
        if !Self.isNull(value) { values[key.string] = value }
      } else {
        report(key.mark, "`\(key.string)` is no key of \(what)" + NearestWord.hint(for: key.string, among: keys))
      }
    }
    return values
  }

  mutating func sequence(_ node: Node?, _ what: String) -> [Node] {
    guard let node else { return [] }
    guard case .sequence(let sequence) = node else {
      report(node, "\(what) must be a list (`- …`)")
      return []
    }
    return Array(sequence)
  }

  /// The text of a scalar, whatever it looks like: `8.0` and `on` are names too.
  mutating func text(_ node: Node?, _ what: String, mayBeEmpty: Bool = false) -> String? {
    guard let node else { return nil }
    guard case .scalar(let scalar) = node else {
      report(node, "\(what) must be text")
      return nil
    }
    if scalar.string.isEmpty, !mayBeEmpty {
      report(node, "\(what) is empty")
      return nil
    }
    return scalar.string
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
