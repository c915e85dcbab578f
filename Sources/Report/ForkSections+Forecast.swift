import Landscape

extension ForkSections {
  /// The most conflicted files shown.
  static let conflictLimit = 25
  /// The most folders with conflicts shown.
  static let conflictAreaLimit = 10

  /// What merging upstream would meet.
  var forecast: [Block] {
    guard let forecast = context.fork.mergeForecast else { return [] }
    var blocks: [Block] = [
      .heading(2, ForkWords.forecastTitle),
      .paragraph(ForkWords.forecast(forecast, line: context.fork.lineage?.line?.ref.shortRef)),
    ]
    guard forecast.conflictedPaths > 0 else { return blocks }
    if forecast.areas.count > 1 {
      let areas = forecast.areas.prefix(Self.conflictAreaLimit).map { area -> [Phrase] in
        [area.path == "." ? ForkWords.topFolder : .code(area.path), "\(area.conflictedPaths)"]
      }
      blocks.append(.table(Table(ForkWords.conflictAreaColumns, rows: areas)))
      if forecast.areas.count > areas.count {
        blocks.append(.paragraph(ForkWords.moreAreas(forecast.areas.count - areas.count)))
      }
    }
    let shown = forecast.paths.prefix(Self.conflictLimit)
    blocks.append(.paragraph(ForkWords.conflicts(shown: shown.count, of: forecast.paths.count)))
    let rows = shown.map { path -> [Phrase] in
      [.code(path.path), ForkWords.cause(path), ForkWords.touch(path.lastByFork), ForkWords.touch(path.lastByUpstream)]
    }
    return blocks + [.table(Table(ForkWords.conflictColumns, rows: rows))]
  }
}
