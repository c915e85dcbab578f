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

  /// Order: confirms, complements, returns. Empty where no fork has a verdict.
  static func of(_ forks: [ForkEntry], upstream: String) -> [MessageEntry] {
    let real = forks.filter { $0.relation == .fork && $0.track != nil }
    guard !real.isEmpty else { return [] }
    return [confirms(real, upstream), complements(real), returns(real, upstream)].compactMap { $0 }
  }

  private static func confirms(_ forks: [ForkEntry], _ upstream: String) -> MessageEntry {
    let same = forks.filter { $0.track?.verdict == .sameTrack }
    let active = same.filter { $0.activity == .active }
    let parameters: Parameters = ["forks": .int(forks.count), "same": .int(same.count), "active": .int(active.count)]
    let subject = "\(same.count) of \(forks.count) fork\(forks.count == 1 ? "" : "s")"
    var text = "Confirms: \(subject) stay\(same.count == 1 ? "s" : "") on \(upstream)'s track"
    if !same.isEmpty {
      text +=
        ", \(active.count) of them with work of their own within a year of their clones' date"
        + (active.isEmpty ? "" : ": \(list(active.map(\.name)))")
    }
    return MessageEntry(message: "landscape.confirms", parameters: parameters, text: text + ".")
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
    let texts = largest.prefix(shown).map { "\($0.fork) in \($0.area.path) (\($0.area.linesAdded) lines added)" }
    return MessageEntry(
      message: "landscape.complements",
      parameters: ["areas": .int(areas.count)],
      text: "Complements: the largest areas of work in forks on another track are \(list(texts))."
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
    let byYear = years.sorted { $0.key < $1.key }.suffix(5).map { "\($0.key): \($0.value)" }
    let givers = looked.filter { $0.count > 0 }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    return MessageEntry(
      message: "landscape.returns",
      parameters: ["changes": .int(total), "forks": .int(looked.count)],
      text: total == 0
        ? "Returns: no change of \(looked.count == 1 ? "the fork" : "the \(looked.count) forks") was found in \(upstream)."
        : "Returns: \(total) change\(total == 1 ? "" : "s") of forks stand\(total == 1 ? "s" : "") in \(upstream) too"
          + (byYear.isEmpty ? "" : " (\(byYear.joined(separator: ", ")))") + ", most from "
          + list(givers.map { "\($0.name) (\($0.count))" }) + "."
    )
  }

  private static func list(_ names: [String]) -> String {
    let some = names.count > shown ? names.prefix(shown - 1) + ["\(names.count - shown + 1) more"] : names[...]
    guard let last = some.last, some.count > 1 else { return some.first ?? "" }
    return some.dropLast().joined(separator: ", ") + " and " + last
  }
}
