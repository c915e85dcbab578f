import CloneSet
import GitValues

extension Compatibility {
  /// What was read of one surface's files, in the order of the files; nil where the content is no part of the surface.
  typealias Contents = ThreeSides<[Extraction]>

  /// nil where the surface has no file in any of the trees.
  static func compare(
    _ declaration: SurfaceDeclaration,
    _ files: ThreeSides<[SurfaceFile]>,
    _ contents: Contents,
    _ pair: SurfaceTrees
  ) -> SurfaceResult? {
    var kept = ThreeSides<[SurfaceFile]>(base: [], line: [], fork: [])
    var elements = ThreeSides<[[Element]?]>(base: [], line: [], fork: [])
    var unread: [SurfaceResult.Unread] = []
    for side in Side.allCases {
      for (file, content) in zip(files[side], contents[side]) {
        switch content {
        case .other: continue
        case .elements(let found):
          elements[side].append(found)
        case .failure(let line, let reason):
          elements[side].append(nil)
          unread.append(SurfaceResult.Unread(side: side, path: file.path, line: line, reason: reason))
        }
        kept[side].append(file)
      }
    }
    if Side.allCases.allSatisfy({ kept[$0].isEmpty }) { return nil }
    let gap = emptyFork(kept.fork, elements)
    if let gap {
      unread.append(gap)
      for place in elements.fork.indices { elements.fork[place] = nil }
    }
    let alignment = Alignment(
      files: kept,
      names: names(elements, declaration, hasUnread: !unread.isEmpty),
      unread: elements.map { elements in Set(elements.indices.filter { elements[$0] == nil }) }
    )
    let groups = alignment.groups(lineMoves: pair.lineMoves, forkMoves: pair.forkMoves)
    return result(declaration, kept, elements, groups, unread, isForkSilent: gap != nil)
  }

  /// From so many elements of the base on, a fork whose files have none of their kind keeps them elsewhere.
  private static let manyElements = 10

  /// Why nothing can be said of the fork, where its files are there and nothing of the kind is in them: it keeps the
  /// elements elsewhere or writes them otherwise, and to call all of them removed would be a guess.
  private static func emptyFork(
    _ files: [SurfaceFile],
    _ elements: ThreeSides<[[Element]?]>
  ) -> SurfaceResult.Unread? {
    guard let first = files.first, elements.fork.allSatisfy({ $0?.isEmpty ?? false }) else { return nil }
    let inBase = elements.base.reduce(0) { $0 + ($1?.count ?? 0) }
    guard inBase >= manyElements else { return nil }
    return SurfaceResult.Unread(
      side: .fork,
      path: first.path,
      line: nil,
      reason: "it has none of the elements, of which the base has \(inBase): the fork keeps them elsewhere or writes "
        + "them otherwise"
    )
  }

  /// By what files are told to be the same one: names of elements, or the content as it is; nothing where only paths count.
  private static func names(
    _ elements: ThreeSides<[[Element]?]>,
    _ declaration: SurfaceDeclaration,
    hasUnread: Bool
  ) -> ThreeSides<[Set<String>]> {
    let isFile = declaration.extractor == .file
    guard declaration.isSeparate || hasUnread || isFile else { return elements.map { $0.map { _ in [] } } }
    return elements.map { $0.map { Set(($0 ?? []).map { isFile ? $0.signature : $0.name }) } }
  }

  private static func result(
    _ declaration: SurfaceDeclaration,
    _ files: ThreeSides<[SurfaceFile]>,
    _ elements: ThreeSides<[[Element]?]>,
    _ groups: [Alignment.Group],
    _ unread: [SurfaceResult.Unread],
    isForkSilent: Bool
  ) -> SurfaceResult {
    func file(_ group: Alignment.Group, _ side: Side) -> SurfaceFile? { group[side].map { files[side][$0] } }
    // Where one tree's file cannot be read, its counterparts say nothing: what it lacks is not known.
    let readable =
      isForkSilent
      ? []
      : groups.filter { group in
        Side.allCases.allSatisfy { side in group[side].map { elements[side][$0] != nil } ?? true }
      }
    // What only the fork has says nothing of what became of upstream's, where none of that can be compared.
    func hasUpstream(_ group: Alignment.Group) -> Bool { group.base != nil || group.line != nil }
    let tellsOfUpstream =
      readable.contains(where: hasUpstream) || (!readable.isEmpty && !groups.contains(where: hasUpstream))
    var comparison = SurfaceComparison(isGrammar: declaration.extractor == .bison)
    let isOfSources = declaration.extractor == .ctags
    if declaration.isSeparate {
      let labels = labels(readable.map { file($0, .base) ?? file($0, .line) ?? file($0, .fork) })
      for (group, label) in zip(readable, labels) {
        let three = ThreeSides(base: Side.base, line: .line, fork: .fork).map { side in
          dictionary(
            group[side].flatMap { place in elements[side][place].map { (files[side][place], $0) } }.map { [$0] } ?? [],
            declaration
          )
        }
        let aligned = isOfSources ? SameSignatures.aligned(three) : three
        comparison.add(aligned, part: label, isInNewPart: group.base == nil && group.line == nil)
      }
    } else {
      let three = ThreeSides(base: Side.base, line: .line, fork: .fork).map { side in
        dictionary(
          readable.compactMap { group in
            group[side].flatMap { place in
              elements[side][place].map { (file(group, .base) ?? files[side][place], $0) }
            }
          },
          declaration
        )
      }
      let aligned = isOfSources ? SameSignatures.aligned(RenamedOwners.aligned(three)) : three
      comparison.add(aligned, part: "", isInNewPart: false)
    }
    return SurfaceResult(
      declaration: declaration,
      level: tellsOfUpstream ? SurfaceResult.level(comparison.counts, comparison.sizes) : nil,
      counts: comparison.counts,
      sizes: comparison.sizes,
      changes: comparison.changes.sorted(by: ElementChange.isOrdered),
      files: groups.map { group in
        SurfaceResult.File(
          paths: ThreeSides(base: Side.base, line: .line, fork: .fork).map { file(group, $0)?.path },
          elements: ThreeSides(base: Side.base, line: .line, fork: .fork).map { side in
            group[side].flatMap { elements[side][$0]?.count }
          }
        )
      },
      unread: unread.sorted { ($0.path, $0.side.rawValue) < ($1.path, $1.side.rawValue) }
    )
  }

  /// Elements by name; what several files have is joined.
  private static func dictionary(
    _ files: [(file: SurfaceFile, elements: [Element])],
    _ declaration: SurfaceDeclaration
  ) -> [String: Element] {
    var table = ElementTable()
    for (file, elements) in files {
      if declaration.extractor == .file {
        if let element = elements.first { table.add(Element(file.path.text, element.signature, text: "")) }
      } else if declaration.namesFile {
        let stem = stem(file.path)
        for element in elements {
          table.add(Element("\(stem) \(element.name)", element.signature, text: element.text))
        }
      } else {
        for element in elements { table.add(element) }
      }
    }
    let elements = table.elements(isSorted: files.count > 1)
    return Dictionary(elements.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The name of a file without its ending.
  private static func stem(_ path: RepoPath) -> String {
    let name = path.lastComponent
    let end = name.dropFirst().firstIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    return EncodedText(name[..<end]).text
  }

  /// Names of files, with their folders where two have one name.
  private static func labels(_ files: [SurfaceFile?]) -> [String] {
    let names = files.map { $0.map { EncodedText($0.path.lastComponent).text } ?? "" }
    let counts = Dictionary(grouping: names) { $0 }.mapValues(\.count)
    return zip(files, names).map { file, name in counts[name, default: 0] > 1 ? file?.path.text ?? name : name }
  }
}

extension ElementChange {
  private static let order: [ElementStatus: Int] = Dictionary(
    uniqueKeysWithValues: ElementStatus.allCases.enumerated().map { ($1, $0) }
  )

  /// Status, parts that the base has, part, name.
  static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    if left.status != right.status { return (order[left.status] ?? 0) < (order[right.status] ?? 0) }
    if left.isInNewPart != right.isInNewPart { return right.isInNewPart }
    if left.part != right.part { return left.part.utf8.lexicographicallyPrecedes(right.part.utf8) }
    return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}
