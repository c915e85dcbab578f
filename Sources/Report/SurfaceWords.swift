import Landscape

/// The wording of what users would notice.
enum SurfaceWords {
  static let matrixTitle: Phrase = "What users would notice"
  static let surface: Phrase = "Surface"
  static let licence: Phrase = "Licence"
  static let score: Phrase = "Score"

  static let matrixIntroduction: Phrase = """
    How each fork stands on what users and other programs depend on, against its base: − removed, ~ changed, + added \
    elements, and how many it lags behind of what upstream added or changed since. The score is from 0 to 1, see the \
    fork's page for its parts.
    """

  static func level(_ level: SurfaceLevel?) -> String {
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
    var text: Phrase =
      entry.level == .breaking || entry.level == .absent
      ? .strong(Phrase(level(entry.level))) : Phrase(level(entry.level))
    if entry.removed > 0, entry.level != .absent { text += " −\(entry.removed)" }
    if entry.changed + entry.clashing > 0 { text += " ~\(entry.changed + entry.clashing)" }
    if entry.added > 0 { text += " +\(entry.added)" }
    if entry.lagging > 0 { text += ", \(entry.lagging) behind" }
    return text
  }

  static func licence(_ context: ForkContext) -> Phrase {
    let own = context.fork.portrait?.license
    let upstream = context.upstreamPortrait?.license
    guard let own else { return "—" }
    guard let upstream, upstream != own else { return Phrase(own) }
    return "\(own), upstream \(upstream)"
  }

  // The fork's page.

  static let title: Phrase = "What users would notice"

  static func introduction(_ entry: CompatibilityEntry, upstream: String) -> Phrase {
    let score: Phrase = entry.score.map { " Its score is \(.strong(Phrase($0.twoDecimals)))" } ?? " It has no score"
    return """
      By the profile \(.code(entry.profile)), against the commit of \(upstream) that it rests on.\(score): the mean of \
      the surfaces' scores by their weights, each (kept + changed / 2) / (kept + changed + removed). What only \
      upstream added since counts as behind, and not in the score.
      """
  }

  static let columns: [Table.Column] = [
    .init("Surface"), .init("Level"), .init("Base", .right), .init("Upstream now", .right), .init("Fork", .right),
    .init("Kept", .right), .init("Changed", .right), .init("Removed", .right), .init("Added", .right),
    .init("Behind", .right), .init("Score × weight", .right),
  ]

  static func row(_ entry: SurfaceEntry) -> [Phrase] {
    let score: Phrase = entry.score.map { "\($0.twoDecimals) × \(weight(entry.weight))" } ?? "—"
    return [
      Phrase(entry.name), Phrase(level(entry.level)), "\(entry.base)", "\(entry.line)", "\(entry.fork)",
      "\(entry.kept)", "\(entry.changed + entry.clashing)", "\(entry.removed)", "\(entry.added)", "\(entry.lagging)",
      score,
    ]
  }

  private static func weight(_ weight: Double) -> String {
    weight == weight.rounded() && weight < 1_000 ? String(Int(weight)) : weight.twoDecimals
  }

  static func sort(_ name: String, _ shown: Int, of count: Int) -> Phrase {
    shown == count ? "\(name) (\(count)):" : "\(name) (the first \(shown) of \(count)):"
  }

  /// Files beside those that the base has, as a second grammar beside the first.
  static func further(_ places: [SurfaceFileEntry.Place]) -> Phrase {
    let files = places.map { place -> Phrase in
      let count: Phrase = place.elements.map { " (\($0.of("element", "elements")))" } ?? ""
      return .code(place.path) + count
    }
    return "Files of its own beside upstream's: \(VerdictWords.list(files, limit: 6))."
  }

  static func whole(_ path: String) -> Phrase { "All of them, one a line: \(.code(path))" }
}
