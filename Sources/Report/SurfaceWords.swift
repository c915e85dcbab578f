import Landscape

/// The wording of what users would notice.
enum SurfaceWords {
  static let title: Phrase = "What users would notice"
  static let surface: Phrase = "Surface"
  static let licence: Phrase = "Licence"
  static let score: Phrase = "Score"

  static let matrixIntroduction: Phrase = """
    How each fork stands on what users and other programs depend on, against the commit that it rests on: elements \
    removed (−), changed (~) and added (+), and how many it is behind of those that upstream added or changed since. \
    The score is from 0 to 1; each fork's page tells its parts.
    """

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

  static func licence(_ context: ForkContext) -> Phrase {
    guard let own = context.fork.portrait?.license else { return "—" }
    guard let upstream = context.upstreamPortrait?.license, upstream != own else { return "\(own)" }
    return "\(own); upstream \(upstream)"
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
