/// How an element stands in the fork.
public enum ElementStatus: String, Hashable, Sendable, CaseIterable {
  /// In the base as in the fork, or as in the line today.
  case kept
  /// Other than in the base, and other than in the line.
  case changed
  /// In the base and in the line, not in the fork.
  case removed
  /// Only in the fork.
  case added
  /// In the line since the base, or other there since, and not so in the fork.
  case lagging
  /// In the line since the base, and in the fork too.
  case taken
  /// In the line and in the fork since the base, in each in another way.
  case clashing
  /// In the base, and neither in the line nor in the fork.
  case dropped
}

/// One element that does not stand as it did.
public struct ElementChange: Hashable, Sendable {
  /// How it stands.
  public let status: ElementStatus
  /// The file that it belongs to, where the surface's files are parts of their own; empty elsewhere.
  public let part: String
  /// Whether ``part`` is the fork's alone.
  public let isInNewPart: Bool
  /// Its name.
  public let name: String
  /// What stands in each tree, for people; nil where it is not there.
  public let texts: ThreeSides<String?>
}

/// The elements of one surface, or of one part of it, in three trees.
struct SurfaceComparison {
  /// How many elements have each status. An element can be `lagging` and `kept`.
  private(set) var counts: [ElementStatus: Int] = [:]
  /// How many elements each tree has.
  private(set) var sizes = ThreeSides(base: 0, line: 0, fork: 0)
  /// Everything but what was kept. Order: none.
  private(set) var changes: [ElementChange] = []
  /// Whether productions are paired, see ``pair(_:_:)``.
  let isGrammar: Bool

  init(isGrammar: Bool) { self.isGrammar = isGrammar }

  mutating func add(_ elements: ThreeSides<[String: Element]>, part: String, isInNewPart: Bool) {
    for side in Side.allCases { sizes[side] += elements[side].count }
    var found: [ElementChange] = []
    var names = Set(elements.base.keys)
    names.formUnion(elements.line.keys)
    names.formUnion(elements.fork.keys)
    for name in names {
      let three = elements.map { $0[name] }
      for status in Self.statuses(three.map { $0?.signature }) {
        guard status != .kept else {
          counts[.kept, default: 0] += 1
          continue
        }
        found.append(
          ElementChange(
            status: status,
            part: part,
            isInNewPart: isInNewPart,
            name: name,
            texts: three.map { $0?.text }
          )
        )
      }
    }
    if isGrammar { found = Self.pair(found) }
    for change in found { counts[change.status, default: 0] += 1 }
    changes += found
  }

  /// One of `kept`, `changed`, `removed`, `dropped` for what the base has; `lagging` besides where the line went on.
  static func statuses(_ signatures: ThreeSides<String?>) -> [ElementStatus] {
    switch (signatures.base, signatures.line, signatures.fork) {
    case (let base?, let line, let fork?):
      if fork == line { return [.kept] }
      if fork == base { return line == nil ? [.kept] : [.kept, .lagging] }
      return [.changed]
    case (.some, nil, nil): return [.dropped]
    case (.some, .some, nil): return [.removed]
    case (nil, let line?, let fork?): return [line == fork ? .taken : .clashing]
    case (nil, nil, .some): return [.added]
    case (nil, .some, nil): return [.lagging]
    case (nil, nil, nil): return []
    }
  }

  /// Takes a production that went and one that came, of the same symbol and with at least half of their parts in common,
  /// for one that changed.
  static func pair(_ changes: [ElementChange]) -> [ElementChange] {
    var result = changes.filter { $0.status != .removed && $0.status != .added }
    let open = changes.filter { $0.status == .removed || $0.status == .added }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let groups = Dictionary(grouping: open) { BisonGrammar.production($0.name).map { String($0.symbol) } ?? "" }
    for (symbol, group) in groups {
      var added = group.filter { $0.status == .added }
      for removed in group where removed.status == .removed {
        guard !symbol.isEmpty, added.count <= 200, let best = Self.nearest(to: removed.name, in: added) else {
          result.append(removed)
          continue
        }
        let other = added.remove(at: best)
        result.append(
          ElementChange(
            status: .changed,
            part: removed.part,
            isInNewPart: removed.isInNewPart,
            name: removed.name,
            texts: ThreeSides(base: "", line: "", fork: other.name)
          )
        )
      }
      result += added
    }
    return result
  }

  private static func nearest(to name: String, in others: [ElementChange]) -> Int? {
    guard let parts = BisonGrammar.production(name)?.parts else { return nil }
    var best: (place: Int, likeness: Double)?
    for (place, other) in others.enumerated() {
      guard let its = BisonGrammar.production(other.name)?.parts else { continue }
      var left = Dictionary(grouping: its) { $0 }.mapValues(\.count)
      let common = parts.count { part in
        guard let count = left[part], count > 0 else { return false }
        left[part] = count - 1
        return true
      }
      let likeness = Double(common) / Double(max(parts.count, its.count))
      if likeness >= 0.5, likeness > best?.likeness ?? 0 { best = (place, likeness) }
    }
    return best?.place
  }
}
