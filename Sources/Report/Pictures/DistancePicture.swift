import Evidence
import Landscape

/// Ahead and behind by month, and how old the oldest of what had not arrived was.
struct DistancePicture {
  private let fork: ForkEntry
  private let months: [HistoryEntry]
  private let axis: TimeAxis
  private static let (left, right, width) = (70.0, 24.0, 880.0)
  private static let (top, height, gap, lagHeight) = (48.0, 190.0, 46.0, 80.0)

  /// nil where fewer than three months are known.
  init?(_ fork: ForkEntry) {
    let apart = (fork.divergence?.history ?? []).drop { $0.ahead == 0 && $0.behind == 0 }
    guard apart.count >= 3, let start = apart.first?.start, let end = apart.last?.end else { return nil }
    self.fork = fork
    months = Array(apart)
    axis = TimeAxis(start: start, end: end, left: Self.left, right: Self.width - Self.right)
  }

  func picture(named name: String) -> Picture {
    let hasLag = months.contains { ($0.lagDays ?? 0) > 0 }
    let bottom = Self.top + Self.height
    let total = bottom + (hasLag ? Self.gap + Self.lagHeight : 0) + 30
    var drawing = Drawing(width: Self.width, height: total)
    drawing.text(ExplainText.plain(PictureWords.distanceTitle(fork.name)), .init(x: 16, y: 24), .title, limit: 840)
    axis.draw(on: &drawing, top: Self.top, bottom: total - 30)
    drawCounts(on: &drawing, bottom: bottom)
    if hasLag { drawLag(on: &drawing, top: bottom + Self.gap, bottom: total - 30) }
    return Picture(
      name: name,
      title: PictureWords.distanceTitle(fork.name),
      summary: PictureWords.distanceSummary(months[0], months[months.count - 1]),
      drawing: drawing,
      table: Table(ForkWords.historyColumns, rows: ForkSections.yearlyRows(months))
    )
  }

  /// Ahead above the middle line, behind below it, on one scale.
  private func drawCounts(on drawing: inout Drawing, bottom: Double) {
    let (most, least) = (months.map(\.ahead).max() ?? 0, months.map(\.behind).max() ?? 0)
    let scale = NumberAxis(upTo: Double(max(most, least)))
    let (up, down) = (ceil(most, scale), ceil(least, scale))
    let unit = Self.height / max(up + down, 1)
    let zero = Self.top + up * unit
    for tick in scale.ticks {
      for (value, isDrawn) in [(zero - tick * unit, tick <= up), (zero + tick * unit, tick <= down && tick > 0)]
      where isDrawn {
        drawing.line(.init(x: Self.left, y: value), .init(x: axis.right, y: value), tick == 0 ? .axis : .grid)
        drawing.text(Int(tick).grouped, .init(x: Self.left - 8, y: value + 4), .number, .end)
      }
    }
    draw(months.map { zero - Double($0.ahead) * unit }, zero: zero, .ownArea, .ownLine, on: &drawing)
    draw(months.map { zero + Double($0.behind) * unit }, zero: zero, .behindArea, .behindLine, on: &drawing)
    drawing.text(ExplainText.plain(PictureWords.ahead), .init(x: Self.left + 6, y: Self.top + 12), .small)
    drawing.text(ExplainText.plain(PictureWords.behind), .init(x: Self.left + 6, y: bottom - 5), .small)
  }

  private func ceil(_ value: Int, _ scale: NumberAxis) -> Double {
    (Double(value) / scale.step).rounded(.up) * scale.step
  }

  private func drawLag(on drawing: inout Drawing, top: Double, bottom: Double) {
    let scale = NumberAxis(upTo: Double(months.compactMap(\.lagDays).max() ?? 0), steps: 2)
    let unit = (bottom - top) / scale.limit
    for tick in scale.ticks {
      let y = bottom - tick * unit
      drawing.line(.init(x: Self.left, y: y), .init(x: axis.right, y: y), tick == 0 ? .axis : .grid)
      drawing.text(Int(tick).grouped, .init(x: Self.left - 8, y: y + 4), .number, .end)
    }
    drawing.text(ExplainText.plain(PictureWords.lag), .init(x: Self.left, y: top - 10), .small)
    draw(months.map { bottom - Double($0.lagDays ?? 0) * unit }, zero: bottom, .lagArea, .lagLine, on: &drawing)
  }

  /// Steps: a month's value holds from its start to its end.
  private func draw(
    _ values: [Double],
    zero: Double,
    _ area: PictureStyle.Role,
    _ line: PictureStyle.Role,
    on drawing: inout Drawing
  ) {
    let points = zip(months, values).flatMap { month, y -> [Drawing.Point] in
      guard let start = month.start, let end = month.end else { return [] }
      return [.init(x: axis.x(start), y: y), .init(x: axis.x(end), y: y)]
    }
    guard let first = points.first, let last = points.last else { return }
    drawing.area([.init(x: first.x, y: zero)] + points + [.init(x: last.x, y: zero)], area)
    drawing.line(through: points, line)
  }
}
