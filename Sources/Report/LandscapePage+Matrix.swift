import Landscape

extension LandscapePage {
  /// All forks of a family against all surfaces that one of them has.
  func matrix(_ forks: [ForkContext]) -> [Block] {
    let rows = forks.compactMap { context in context.fork.compatibility.map { (context: context, entry: $0) } }
      .filter { !$0.entry.surfaces.isEmpty }
    guard !rows.isEmpty else { return [] }
    var names: [String] = []
    for row in rows {
      for surface in row.entry.surfaces where !names.contains(surface.name) { names.append(surface.name) }
    }
    // Forks stand in columns where there are few: names of surfaces are long, and there are many of them.
    let columns =
      [Table.Column(SurfaceWords.surface)]
      + rows.map { .init(.link(Phrase($0.context.fork.name), to: $0.context.page)) }
    var cells = names.map { name in
      [Phrase(name)]
        + rows.map { row in
          row.entry.surfaces.first { $0.name == name }.map(SurfaceWords.cell) ?? "—"
        }
    }
    cells.append([SurfaceWords.licence] + rows.map { SurfaceWords.licence($0.context) })
    cells.append(
      [SurfaceWords.score] + rows.map { row in row.entry.score.map { .strong(Phrase($0.twoDecimals)) } ?? "—" }
    )
    return [
      .heading(3, SurfaceWords.matrixTitle), .paragraph(SurfaceWords.matrixIntroduction),
      .table(Table(columns, rows: cells)),
    ]
  }
}
