import Landscape

extension ForkSections {
  /// What users depend on, what broke first.
  var surfaces: [Block] {
    guard let entry = context.fork.compatibility, !entry.surfaces.isEmpty else { return [] }
    let order: [SurfaceLevel] = [.absent, .breaking, .modified, .lagging, .superset, .identical]
    func place(_ entry: SurfaceEntry) -> Int { entry.level.flatMap { order.firstIndex(of: $0) } ?? order.count }
    let sorted = entry.surfaces.enumerated().sorted {
      (place($0.element), $1.element.weight, $0.offset) < (place($1.element), $0.element.weight, $1.offset)
    }.map(\.element)
    let edge = SurfaceWords.edge("\(context.fork.name)", upstream: context.upstreamName)
    return [
      .heading(2, SurfaceWords.title),
      .paragraph(SurfaceWords.introduction(entry, upstream: context.upstreamName)),
    ] + (context.isAtEdge ? [.paragraph(edge)] : []) + [
      .table(Table(SurfaceWords.columns, rows: sorted.map(SurfaceWords.row)))
    ] + sorted.flatMap(details) + [.paragraph(SurfaceWords.whole(context.dataFile("surfaces")))]
  }

  /// The elements of one surface that users would notice; nothing where none are.
  private func details(_ entry: SurfaceEntry) -> [Block] {
    let sorts: [(Phrase, [String], Int)] = [
      (SurfaceWords.removed, entry.examples.removed, entry.removed),
      (SurfaceWords.changed, entry.examples.changed, entry.changed + entry.clashing),
      (SurfaceWords.added, entry.examples.added, entry.added),
    ]
    var blocks: [Block] = []
    for (name, examples, count) in sorts where !examples.isEmpty {
      blocks += [
        .paragraph(SurfaceWords.sort(name, examples.count, of: count)), .list(examples.map { .code($0) }),
      ]
    }
    let further = entry.files.filter { $0.base == nil && $0.line == nil }.compactMap(\.fork)
    if !further.isEmpty, entry.files.contains(where: { $0.base != nil }) {
      blocks.append(.paragraph(SurfaceWords.further(further)))
    }
    guard !blocks.isEmpty else { return [] }
    return [.details("\(entry.name): \(SurfaceWords.cell(entry))", blocks)]
  }
}
