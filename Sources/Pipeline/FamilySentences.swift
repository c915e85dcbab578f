import Evidence
import GitValues
import Landscape

/// What the forks of a family say about their upstream as a whole, in sentences with figures; nothing is praised and
/// nothing guessed.
enum FamilySentences {
  /// How many names a sentence gives.
  private static let shown = 6
  /// Smaller areas are no direction.
  private static let areaLines = 500

  /// Order: confirms, widens, complements, returns, vendor editions. Empty where no fork has a verdict.
  static func of(_ forks: [ForkEntry], upstream: String) -> [MessageEntry] {
    let real = forks.filter { $0.relation == .fork && $0.track != nil }
    guard !real.isEmpty else { return [] }
    return [confirms(real, upstream), widens(real), complements(real), returns(real, upstream), editions(real)]
      .compactMap { $0 }
  }

  private static func confirms(_ forks: [ForkEntry], _ upstream: String) -> MessageEntry {
    let same = forks.filter { $0.track?.verdict == .sameTrack }
    let active = same.filter { $0.activity == .active }
    let parameters: Parameters = [
      "forks": .int(forks.count), "same": .int(same.count), "active": .int(active.count),
      "which": .string(names(active.map(\.name))),
    ]
    let subject = "\(same.count) of \(forks.count) fork\(forks.count == 1 ? "" : "s")"
    var text = "Confirms: \(subject) stay\(same.count == 1 ? "s" : "") on \(upstream)'s track"
    if !same.isEmpty {
      text +=
        ", \(active.count) of them with work of their own within a year of their clones' date"
        + (active.isEmpty ? "" : ": \(list(active.map(\.name)))")
    }
    return MessageEntry(message: "landscape.confirms", parameters: parameters, text: text + ".")
  }

  /// Forks that do another job and keep a grammar, a protocol or an interface whole: users of the one can use the other.
  private static func widens(_ forks: [ForkEntry]) -> MessageEntry? {
    let different = forks.filter { $0.track?.verdict == .differentTrack }
    let compared = different.filter { $0.compatibility.map { !$0.surfaces.filter(isTelling).isEmpty } ?? false }
    guard !compared.isEmpty else { return nil }
    let keepers = compared.compactMap { fork in
      let kept = (fork.compatibility?.surfaces ?? []).filter { isTelling($0) && isWhole($0) }.map(\.name)
      return kept.isEmpty ? nil : "\(fork.name) (\(list(kept)))"
    }
    let subject = "\(keepers.count) of \(compared.count) fork\(compared.count == 1 ? "" : "s") on another track"
    return MessageEntry(
      message: "landscape.widens",
      parameters: [
        "forks": .int(compared.count), "keeping": .int(keepers.count), "which": .string(names(keepers)),
      ],
      text: keepers.isEmpty
        ? "Widens: none of \(compared.count) fork\(compared.count == 1 ? "" : "s") on another track keeps a grammar, a "
          + "protocol or an interface whole."
        : "Widens: \(subject) keep\(keepers.count == 1 ? "s" : "") a grammar, a protocol or an interface whole: "
          + list(keepers) + "."
    )
  }

  /// Whether programs and users of the upstream depend on it across forks, and there was something of it at the base.
  private static func isTelling(_ surface: SurfaceEntry) -> Bool {
    [.grammar, .protocolConstants, .api].contains(surface.kind) && surface.level != nil && surface.base > 0
  }

  private static func isWhole(_ surface: SurfaceEntry) -> Bool {
    surface.level == .identical || surface.level == .superset
  }

  /// Whose editions there are: forks with releases of their own and one organisation behind more than half of the work.
  private static func editions(_ forks: [ForkEntry]) -> MessageEntry? {
    let editions = forks.compactMap { fork -> String? in
      guard let edition = fork.community?.edition, edition.isVendorEdition == true,
        let organisation = edition.organisation, let share = edition.share
      else { return nil }
      return "\(fork.name) (\(organisation), \(Int((share * 100).rounded())) % of its own commits)"
    }
    guard !editions.isEmpty else { return nil }
    return MessageEntry(
      message: "landscape.editions",
      parameters: ["editions": .int(editions.count), "which": .string(names(editions))],
      text: "Vendor editions among them: \(list(editions))."
    )
  }

  /// The largest areas of work that upstream has not, of forks that do another job.
  private static func complements(_ forks: [ForkEntry]) -> MessageEntry? {
    let areas = forks.filter { $0.track?.verdict == .differentTrack }.flatMap { fork in
      (fork.divergence?.areas ?? []).filter { $0.linesAdded >= Self.areaLines }.prefix(2).map {
        (fork: fork.name, area: $0)
      }
    }
    guard !areas.isEmpty else { return nil }
    let largest = areas.sorted {
      ($1.area.linesAdded, $0.fork, $0.area.path) < ($0.area.linesAdded, $1.fork, $1.area.path)
    }
    let texts = largest.prefix(shown).map { "\($0.fork): \($0.area.path) (+\($0.area.linesAdded.grouped))" }
    return MessageEntry(
      message: "landscape.complements",
      parameters: ["areas": .int(areas.count), "which": .string(names(texts))],
      text: "Complements: the largest areas of work in forks on another track, by lines added, are \(list(texts))."
    )
  }

  /// What went back to upstream; nil where nobody looked.
  private static func returns(_ forks: [ForkEntry], _ upstream: String) -> MessageEntry? {
    let looked = forks.compactMap { fork in
      fork.patches.map {
        (name: fork.name, count: $0.forkSide.upstreamed + $0.forkSide.upstreamedAdapted, flow: $0.flow)
      }
    }
    guard !looked.isEmpty else { return nil }
    let total = looked.reduce(0) { $0 + $1.count }
    var years: [Int: Int] = [:]
    for year in looked.flatMap(\.flow.byYear) where year.up > 0 { years[year.year, default: 0] += year.up }
    let byYear = years.sorted { $0.key < $1.key }.suffix(5).map { "\($0.key): \($0.value.grouped)" }
    let givers = looked.filter { $0.count > 0 }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let from = givers.map { "\($0.name) (\($0.count.grouped))" }
    return MessageEntry(
      message: "landscape.returns",
      parameters: [
        "changes": .int(total), "forks": .int(looked.count), "years": .string(names(byYear)),
        "which": .string(names(from)),
      ],
      text: total == 0
        ? "Returns: no change of \(looked.count == 1 ? "the fork" : "the \(looked.count) forks") was found in \(upstream)."
        : "Returns: \(total.grouped) change\(total == 1 ? "" : "s") of forks stand\(total == 1 ? "s" : "") in \(upstream) too"
          + (byYear.isEmpty ? "" : " (\(names(byYear)))") + ", from " + list(from) + "."
    )
  }

  /// Without words of a language.
  private static func names(_ names: some Collection<String>) -> String {
    let shown = names.prefix(shown).joined(separator: ", ")
    return names.isEmpty ? "—" : names.count > Self.shown ? shown + ", …" : shown
  }

  private static func list(_ names: [String]) -> String {
    let some = names.count > shown ? names.prefix(shown - 1) + ["\(names.count - shown + 1) more"] : names[...]
    guard let last = some.last, some.count > 1 else { return some.first ?? "" }
    return some.dropLast().joined(separator: ", ") + " and " + last
  }
}
