import Evidence
import Landscape

/// Where a fork's own work lies: a tile for each folder, its size the lines changed there.
struct TerritoryPicture {
  private let fork: ForkEntry
  private let areas: [AreaEntry]
  private static let (width, height, top) = (880.0, 380.0, 40.0)
  /// The most tiles drawn.
  static let tileLimit = 40

  /// nil where fewer than three folders are known.
  init?(_ fork: ForkEntry) {
    let areas = (fork.divergence?.areas ?? []).filter { $0.lines > 0 }
    guard areas.count >= 3 else { return nil }
    self.fork = fork
    self.areas = Array(areas.prefix(Self.tileLimit))
  }

  func picture(named name: String) -> Picture {
    var drawing = Drawing(width: Self.width, height: Self.height)
    drawing.text(ExplainText.plain(PictureWords.territoryTitle(fork.name)), .init(x: 16, y: 24), .title, limit: 840)
    let frame = Tiling.Frame(x: 16, y: Self.top, width: Self.width - 32, height: Self.height - Self.top - 16)
    for (area, tile) in zip(areas, Tiling.squarified(areas.map { Double($0.lines) }, in: frame)) {
      draw(area, tile, on: &drawing)
    }
    let all = areas.reduce(0) { $0 + $1.lines }
    return Picture(
      name: name,
      title: PictureWords.territoryTitle(fork.name),
      summary: PictureWords.territorySummary(
        areas.prefix(3).map { (Self.name($0), Double($0.lines) / Double(max(all, 1))) }
      ),
      drawing: drawing,
      table: Table(ForkWords.areaColumns, rows: areas.map(ForkSections.areaRow))
    )
  }

  private static func name(_ area: AreaEntry) -> String {
    area.path.isEmpty || area.path == "." ? ExplainText.plain(ForkWords.topFolder) : area.path
  }

  private func draw(_ area: AreaEntry, _ tile: Tiling.Frame, on drawing: inout Drawing) {
    let hint = "\(Self.name(area)): +\(area.linesAdded.grouped) −\(area.linesRemoved.grouped)"
    drawing.rectangle(.init(x: tile.x, y: tile.y), width: tile.width, height: tile.height, .tile, radius: 3, hint: hint)
    guard tile.height >= 20, tile.width >= 40 else { return }
    // The end of a path tells more than its beginning.
    var (name, rest) = (Self.name(area), Substring(Self.name(area)))
    while Drawing.width(of: name, size: 11) > tile.width - 12, let slash = rest.firstIndex(of: "/") {
      rest = rest[rest.index(after: slash)...]
      if rest.isEmpty { break }
      name = "…/\(rest)"
    }
    drawing.text(name, .init(x: tile.x + 7, y: tile.y + 16), .onFill, limit: tile.width - 12)
    guard tile.height >= 38 else { return }
    drawing.text(area.lines.grouped, .init(x: tile.x + 7, y: tile.y + 31), .number, limit: tile.width - 12)
  }
}

/// Rectangles that fill a frame, their sizes in proportion to values, as near to squares as the order allows.
enum Tiling {
  struct Frame: Hashable, Sendable {
    var x, y, width, height: Double
  }

  /// A tile for each value. Order: as `values`, which come largest first.
  ///
  /// The method of Bruls, Huizing and van Wijk, "Squarified Treemaps" (2000): a row takes values as long as that makes
  /// its worst tile less oblong.
  static func squarified(_ values: [Double], in frame: Frame) -> [Frame] {
    let total = values.reduce(0, +)
    guard total > 0 else { return [] }
    let scale = frame.width * frame.height / total
    var rest = frame
    var areas = values.map { $0 * scale }[...]
    var tiles: [Frame] = []
    while !areas.isEmpty {
      let side = min(rest.width, rest.height)
      var count = 1
      while count < areas.count, worst(areas.prefix(count + 1), side) <= worst(areas.prefix(count), side) { count += 1 }
      tiles += lay(areas.prefix(count), in: &rest)
      areas = areas.dropFirst(count)
    }
    return tiles
  }

  private static func worst(_ row: ArraySlice<Double>, _ side: Double) -> Double {
    let sum = row.reduce(0, +)
    guard sum > 0, side > 0, let largest = row.max(), let smallest = row.min(), smallest > 0 else { return .infinity }
    return max(side * side * largest / (sum * sum), sum * sum / (side * side * smallest))
  }

  private static func lay(_ row: ArraySlice<Double>, in rest: inout Frame) -> [Frame] {
    let sum = row.reduce(0, +)
    let isUpright = rest.width >= rest.height
    let depth = isUpright ? sum / max(rest.height, 1e-9) : sum / max(rest.width, 1e-9)
    var offset = 0.0
    let tiles = row.map { area -> Frame in
      let length = depth > 0 ? area / depth : 0
      defer { offset += length }
      return isUpright
        ? Frame(x: rest.x, y: rest.y + offset, width: depth, height: length)
        : Frame(x: rest.x + offset, y: rest.y, width: length, height: depth)
    }
    if isUpright {
      rest.x += depth
      rest.width -= depth
    } else {
      rest.y += depth
      rest.height -= depth
    }
    return tiles
  }
}
