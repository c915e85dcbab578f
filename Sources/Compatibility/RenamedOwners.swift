/// Packages that one tree calls otherwise than the base: for those who import one, that is one change, and not the loss of
/// every name in it.
enum RenamedOwners {
  /// From so many names on, a package can be told by them.
  private static let fewestNames = 10

  /// The same elements under the base's names of packages. A package that was renamed is an element of its own, `name.*`.
  static func aligned(_ trees: ThreeSides<[String: Element]>) -> ThreeSides<[String: Element]> {
    let before = packages(trees.base)
    var trees = trees
    var renamed: Set<String> = []
    for side in [Side.line, .fork] {
      for (old, new) in renames(from: before, to: packages(trees[side])) {
        var elements = trees[side]
        for (name, element) in trees[side] where name.hasPrefix("\(new).") {
          let name = old + name.dropFirst(new.count)
          elements[element.name] = nil
          elements[name] = Element(name, element.signature, text: element.text)
        }
        elements["\(old).*"] = Element("\(old).*", new)
        trees[side] = elements
        renamed.insert(old)
      }
    }
    for old in renamed {
      let element = Element("\(old).*", old)
      trees.base[element.name] = element
      for side in [Side.line, .fork] where trees[side][element.name] == nil {
        if trees[side].keys.contains(where: { $0.hasPrefix("\(old).") }) { trees[side][element.name] = element }
      }
    }
    return trees
  }

  /// What stands before the first dot and is no element itself, with what stands behind it.
  private static func packages(_ elements: [String: Element]) -> [String: Set<Substring>] {
    var packages: [String: Set<Substring>] = [:]
    for name in elements.keys {
      guard let dot = name.firstIndex(of: ".") else { continue }
      packages[String(name[..<dot]), default: []].insert(name[name.index(after: dot)...])
    }
    return packages.filter { elements[$0.key] == nil }
  }

  /// Packages that are gone, with one that came and has at least half of their names. Order: most names first.
  private static func renames(
    from before: [String: Set<Substring>],
    to after: [String: Set<Substring>]
  ) -> [(old: String, new: String)] {
    let gone = before.filter { after[$0.key] == nil && $0.value.count >= fewestNames }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    var came = after.filter { before[$0.key] == nil }
    var renames: [(String, String)] = []
    for (old, names) in gone {
      let best = came.map { (name: $0.key, common: names.intersection($0.value).count) }
        .max { ($0.common, $1.name) < ($1.common, $0.name) }
      guard let best, best.common * 2 >= names.count else { continue }
      came[best.name] = nil
      renames.append((old, best.name))
    }
    return renames
  }
}
