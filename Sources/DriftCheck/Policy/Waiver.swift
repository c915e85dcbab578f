public import Declarations
public import Landscape

/// A recorded decision to accept findings.
public struct Waiver: Hashable, Sendable {
  /// The fingerprint of the one finding that it accepts; nil where ``rule`` says which.
  public var fingerprint: String?
  /// The rule whose findings it accepts; nil where ``fingerprint`` says which.
  public var rule: String?
  /// Only findings at paths of this pattern; nil: at all.
  public var path: PathGlob?
  /// Only findings of the fork of this name; nil: of all.
  public var fork: String?
  /// Why.
  public var reason: String
  /// Who decided.
  public var who: String
  /// The last day on which it holds, to its end in UTC; nil: without an end.
  public var until: Instant?
  /// Where it stands in the file.
  public var place: DeclaredPlace

  /// Whether it accepts `finding`, its time aside.
  func accepts(_ finding: Finding) -> Bool {
    if let fingerprint { return finding.fingerprint == fingerprint }
    guard finding.rule == rule, fork == nil || fork == finding.fork else { return false }
    guard let path else { return true }
    return finding.place.map { $0.root == .fork && path.matches($0.path) } ?? false
  }

  /// What it accepts, in words.
  var subject: String {
    if let fingerprint { return "finding \(fingerprint.prefix(12))" }
    let at = path.map { " at \($0.pattern)" } ?? ""
    return "\(rule ?? "")\(at)\(fork.map { " of \($0)" } ?? "")"
  }
}

/// The file of waivers.
public struct Waivers: Hashable, Sendable {
  /// The file, as it was given; nil where there is none.
  public let file: String?
  /// Order: as in the file.
  public let list: [Waiver]

  /// No waivers.
  public static let none = Waivers(file: nil, list: [])

  init(file: String?, list: [Waiver]) {
    self.file = file
    self.list = list
  }

  /// The waivers that `text` holds.
  ///
  /// - Throws: `DeclarationError` with everything that is wrong.
  public init(text: String, file: String) throws(DeclarationError) {
    var reader = DeclarationReader(file: file)
    var list: [Waiver] = []
    let root = reader.parse(text)
    let nodes = reader.mapping(root, "the file", keys: ["waivers"])["waivers"]
    for node in reader.sequence(nodes, "waivers") {
      if let waiver = Self.waiver(node, &reader) { list.append(waiver) }
    }
    guard reader.problems.isEmpty else { throw DeclarationError(reader.problems) }
    self.init(file: file, list: list)
  }

  private static func waiver(_ node: Declared, _ reader: inout DeclarationReader) -> Waiver? {
    let keys = ["fingerprint", "rule", "path", "fork", "reason", "who", "until"]
    let values = reader.mapping(node, "a waiver", keys: keys)
    for key in ["reason", "who"] where values[key] == nil {
      reader.report(node.place, "a waiver lacks the key `\(key)`")
    }
    let fingerprint = reader.text(values["fingerprint"], "fingerprint")
    let rule = reader.word(values["rule"], "rule", among: Rule.all.map(\.id))
    if values["fingerprint"] == nil, values["rule"] == nil {
      reader.report(node.place, "a waiver needs `fingerprint`, or `rule`")
    } else if let both = values["fingerprint"], values["rule"] != nil || values["path"] != nil {
      reader.report(both.place, "a waiver has `fingerprint`, or `rule` and `path`, not both")
    }
    let path = reader.text(values["path"], "path").map(PathGlob.init)
    let fork = reader.text(values["fork"], "fork")
    let (reason, who) = (reader.text(values["reason"], "reason"), reader.text(values["who"], "who"))
    var until: Instant?
    if let node = values["until"], let text = reader.text(node, "until") {
      until = Instant(iso8601: text + "T23:59:59Z")
      if until == nil { reader.report(node.place, "until must be a day such as 2026-01-31, not `\(text)`") }
    }
    guard let reason, let who else { return nil }
    return Waiver(
      fingerprint: fingerprint,
      rule: rule,
      path: path,
      fork: fork,
      reason: reason,
      who: who,
      until: until,
      place: node.place
    )
  }
}
