import Landscape

extension LandscapePage {
  /// All forks of a family against all surfaces that one of them has. Forks stand in columns: names of surfaces are long,
  /// and there are more of them.
  func matrix(_ forks: [ForkContext]) -> [Block] {
    let columns = forks.compactMap { context in context.fork.compatibility.map { (context: context, entry: $0) } }
      .filter { !$0.entry.surfaces.isEmpty }
    guard !columns.isEmpty else { return [] }
    var names: [String] = []
    for name in columns.flatMap({ $0.entry.surfaces.map(\.name) }) where !names.contains(name) { names.append(name) }
    var rows = names.map { name -> [Phrase] in
      let cells = columns.map { $0.entry.surfaces.first { $0.name == name }.map(SurfaceWords.cell) ?? "—" }
      return ["\(name)"] + cells
    }
    rows.append([SurfaceWords.name] + columns.map { SurfaceWords.name($0.context) })
    rows.append([SurfaceWords.licence] + columns.map { SurfaceWords.licence($0.entry) })
    rows.append(
      [SurfaceWords.score] + columns.map { $0.entry.score.map { .strong("\($0.twoDecimals)") } ?? "—" }
    )
    let titles = columns.map { Table.Column(link($0.context)) }
    return [
      .heading(3, SurfaceWords.title), .paragraph(SurfaceWords.matrixIntroduction),
      .table(Table([.init(SurfaceWords.surface)] + titles, rows: rows)),
    ] + edge(columns.map(\.context)) + first(columns)
  }

  /// Where upstream's own changes may pass for the fork's.
  private func edge(_ contexts: [ForkContext]) -> [Block] {
    let forks = contexts.filter(\.isAtEdge)
    guard let first = forks.first else { return [] }
    return [.paragraph(SurfaceWords.edge(VerdictWords.list(links(forks), limit: 6), upstream: first.upstreamName))]
  }

  /// For each fork what users of its weightiest surfaces meet first.
  private func first(_ columns: [(context: ForkContext, entry: CompatibilityEntry)]) -> [Block] {
    let items = columns.compactMap { column -> Phrase? in
      let broken = SurfaceWords.first(of: column.entry)
      guard !broken.isEmpty else { return nil }
      return "\(link(column.context)): \(broken.joined(separator: "; "))"
    }
    return items.isEmpty ? [] : [.paragraph(SurfaceWords.firstIntroduction), .list(items)]
  }
}
