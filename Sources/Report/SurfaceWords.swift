import Landscape

/// The wording of what users would notice.
enum SurfaceWords {
  static let title: Phrase = "What users would notice"
  static let surface: Phrase = "Surface"
  static let licence: Phrase = "Licence"
  static let name: Phrase = "Name"
  static let score: Phrase = "Score"

  static let matrixIntroduction: Phrase = """
    How each fork stands on what users and other programs depend on, against the commit that it rests on: elements \
    removed (−), changed (~) and added (+), and how many it is behind of those that upstream added or changed since. \
    The score is from 0 to 1; each fork's page tells its parts.
    """

  static func edge(_ forks: Phrase, upstream: String) -> Phrase {
    """
    \(forks): the clone of \(upstream) ends before what the fork rests on, or lacks that line. What upstream itself \
    removed or changed there counts as the fork's.
    """
  }

  static let firstIntroduction: Phrase = "What users of each fork would meet first, on the surfaces that weigh most:"

  /// Surfaces and elements of each that are named there.
  private static let (firstSurfaces, firstElements) = (3, 2)

  /// What is gone or other on the surfaces that weigh most; tests and dependencies meet builders, not users.
  static func first(of entry: CompatibilityEntry) -> [Phrase] {
    let broken = entry.surfaces.enumerated().filter { surface in
      let kind = surface.element.kind
      return kind != .tests && kind != .dependencies
        && !(surface.element.examples.removed.isEmpty && surface.element.examples.changed.isEmpty)
    }.sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
    return broken.prefix(firstSurfaces).map { surface in
      let changed = surface.examples.changed.prefix(firstElements).map { withoutFile($0, surface) }
      let removed = surface.examples.removed.prefix(firstElements).map { withoutFile($0, surface) }
      var parts: [Phrase] = []
      if !removed.isEmpty { parts.append(without(removed, of: surface.removed, isGrammar: surface.kind == .grammar)) }
      if !changed.isEmpty { parts.append(otherwise(changed, of: surface.changed + surface.clashing)) }
      return "\(surface.name) \(parts.joined(separator: ", "))"
    }
  }

  private static func without(_ elements: [String], of count: Int, isGrammar: Bool) -> Phrase {
    // Which element is gone says enough.
    let names = elements.map { $0.split(separator: ": ", maxSplits: 1).first.map(String.init) ?? $0 }
    return "without \(VerdictWords.list((isGrammar ? elements : names).map(short), of: count))"
  }

  /// `gram.y: SelectStmt: …` without the file: the grammar that all have is meant.
  private static func withoutFile(_ element: String, _ surface: SurfaceEntry) -> String {
    guard surface.kind == .grammar, let colon = element.firstRange(of: ": ") else { return element }
    return element[..<colon.lowerBound].contains(".") ? String(element[colon.upperBound...]) : element
  }

  /// Elements above this many characters are cut; the fork's page has the whole.
  private static let width = 60

  private static func short(_ element: String) -> Phrase {
    let scalars = element.unicodeScalars
    return .code(scalars.count > width ? String(scalars.prefix(width - 1)) + "…" : element)
  }

  private static func otherwise(_ elements: [String], of count: Int) -> Phrase {
    "with \(VerdictWords.list(elements.map(short), of: count))"
  }

  static func level(_ level: SurfaceLevel?) -> Phrase {
    switch level {
    case nil: "not read"
    case .identical: "identical"
    case .superset: "superset"
    case .lagging: "lagging"
    case .modified: "modified"
    case .breaking: "breaking"
    case .absent: "absent"
    }
  }

  /// `breaking −3 ~1 +12`
  static func cell(_ entry: SurfaceEntry) -> Phrase {
    let isBroken = entry.level == .breaking || entry.level == .absent
    var text = isBroken ? Phrase.strong(level(entry.level)) : level(entry.level)
    if entry.removed > 0, entry.level != .absent { text += " −\(entry.removed)" }
    if entry.changed + entry.clashing > 0 { text += " ~\(entry.changed + entry.clashing)" }
    if entry.added > 0 { text += " +\(entry.added)" }
    if entry.lagging > 0 { text += ", \(entry.lagging) behind" }
    return text
  }

  /// `MIT since 2020-05-01; upstream BUSL-1.1 since 2023-08-10`
  static func licence(_ entry: CompatibilityEntry) -> Phrase {
    guard let licenses = entry.licenses else { return "—" }
    let own = dated(licenses.fork, licenses.forkSince)
    return licenses.upstream == licenses.fork
      ? own : "\(own); upstream \(dated(licenses.upstream, licenses.upstreamSince))"
  }

  private static func dated(_ licence: String?, _ since: CommitEntry?) -> Phrase {
    let name: Phrase = licence.map { "\($0)" } ?? "none"
    return since.map { "\(name) since \($0.date.day)" } ?? name
  }

  /// What the README calls it.
  static func name(_ context: ForkContext) -> Phrase {
    context.fork.portrait?.title.map { "\($0)" } ?? "—"
  }

  // The fork's page.

  static func introduction(_ entry: CompatibilityEntry, upstream: String) -> Phrase {
    let profile: Phrase = """
      Against the commit of \(upstream) that it rests on, by the profile \(.code(entry.profile)). \
      A surface's score is (kept + changed / 2) / (kept + changed + removed); what upstream added since counts as behind, \
      and in no score.
      """
    guard let score = entry.score else { return profile }
    return profile + " The fork's is the mean by weight, \(.strong("\(score.twoDecimals)"))."
  }

  static let columns: [Table.Column] = [
    .init("Surface"), .init("Level"), .init("Base", .right), .init("Upstream now", .right), .init("Fork", .right),
    .init("Kept", .right), .init("Changed", .right), .init("Removed", .right), .init("Added", .right),
    .init("Behind", .right), .init("Score × weight", .right),
  ]

  static func row(_ entry: SurfaceEntry) -> [Phrase] {
    let score: Phrase = entry.score.map { "\($0.twoDecimals) × \(weight(entry.weight))" } ?? "—"
    return [
      "\(entry.name)", level(entry.level), "\(entry.base)", "\(entry.line)", "\(entry.fork)", "\(entry.kept)",
      "\(entry.changed + entry.clashing)", "\(entry.removed)", "\(entry.added)", "\(entry.lagging)", score,
    ]
  }

  private static func weight(_ weight: Double) -> String {
    weight == weight.rounded() && weight < 1_000 ? String(Int(weight)) : weight.twoDecimals
  }

  static let removed: Phrase = "Removed"
  static let changed: Phrase = "Changed"
  static let added: Phrase = "Added"

  static func sort(_ name: Phrase, _ shown: Int, of count: Int) -> Phrase {
    shown == count ? "\(name), \(count):" : "\(name), the first \(shown) of \(count):"
  }

  /// Files beside those that the base has, as a second grammar beside the first.
  static func further(_ places: [SurfaceFileEntry.Place]) -> Phrase {
    let files = places.map { place -> Phrase in
      .code(place.path) + (place.elements.map { " (\($0.of("element", "elements")))" } ?? "")
    }
    return "Files of its own beside upstream's: \(VerdictWords.list(files, limit: 6))."
  }

  static func whole(_ path: String) -> Phrase { "All of them, one a line: \(.code(path))" }
}
