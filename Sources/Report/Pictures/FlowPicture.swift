import Evidence
import Landscape

/// What went down and what went up, year by year.
struct FlowPicture {
  private let fork: ForkEntry
  private let upstream: String
  private let years: [FlowYearEntry]
  private static let (width, height, left, top, bottom) = (880.0, 250.0, 70.0, 46.0, 56.0)

  /// nil where fewer than two years are known.
  init?(_ context: ForkContext) {
    let years = context.fork.patches?.flow.byYear ?? []
    guard years.count >= 2 else { return nil }
    fork = context.fork
    upstream = context.upstreamName
    self.years = years.sorted { $0.year < $1.year }
  }

  func picture(named name: String) -> Picture {
    var drawing = Drawing(width: Self.width, height: Self.height)
    let title = PictureWords.flowTitle(fork.name, upstream)
    drawing.text(ExplainText.plain(title), .init(x: 16, y: 24), .title, limit: 840)
    let scale = NumberAxis(upTo: Double(years.flatMap { [$0.down, $0.up, $0.unknown] }.max() ?? 0))
    let floor = Self.height - Self.bottom
    let unit = (floor - Self.top) / scale.limit
    for tick in scale.ticks {
      let y = floor - tick * unit
      drawing.line(.init(x: Self.left, y: y), .init(x: Self.width - 24, y: y), tick == 0 ? .axis : .grid)
      drawing.text(Int(tick).grouped, .init(x: Self.left - 8, y: y + 4), .number, .end)
    }
    let slot = (Self.width - 24 - Self.left) / Double(years.count)
    for (index, year) in years.enumerated() {
      let bars: [(Int, PictureStyle.Role)] = [
        (year.down, .behindFill), (year.up, .ownFill), (year.unknown, .unknownFill),
      ]
      let bar = min(slot * 0.26, 26)
      let start = Self.left + slot * Double(index) + (slot - bar * 3) / 2
      for (place, (count, role)) in bars.enumerated() where count > 0 {
        let height = max(1, Double(count) * unit)
        drawing.rectangle(
          .init(x: start + bar * Double(place), y: floor - height),
          width: bar - 1,
          height: height,
          role,
          hint: "\(year.year): \(count.grouped)"
        )
      }
      drawing.text("\(year.year)", .init(x: Self.left + slot * (Double(index) + 0.5), y: floor + 16), .number, .middle)
    }
    drawKey(on: &drawing)
    return Picture(
      name: name,
      title: title,
      summary: PictureWords.flowSummary(
        down: years.reduce(0) { $0 + $1.down },
        up: years.reduce(0) { $0 + $1.up },
        unknown: years.reduce(0) { $0 + $1.unknown }
      ),
      drawing: drawing,
      table: Table(ForkWords.flowColumns, rows: ForkSections.flowRows(years))
    )
  }

  private func drawKey(on drawing: inout Drawing) {
    var x = Self.left
    let y = Self.height - 14
    let words: [(PictureStyle.Role, Table.Column)] = Array(
      zip([.behindFill, .ownFill, .unknownFill], ForkWords.flowColumns.dropFirst())
    )
    for (role, column) in words {
      let text = ExplainText.plain(column.title)
      drawing.rectangle(.init(x: x, y: y - 10), width: 11, height: 11, role)
      drawing.text(text, .init(x: x + 17, y: y), .small)
      x += 17 + Drawing.width(of: text, size: 11) + 18
    }
  }
}
