import Landscape

/// Distance against compatibility: who stays where upstream's users are at home, and how far each has gone.
struct QuadrantPicture {
  /// A fork on the plane.
  struct Place {
    let name: String
    let verdict: TrackVerdict?
    /// Share of all paths that are not identical, 0 to 1.
    let distance: Double
    /// The score of compatibility, 0 to 1.
    let compatibility: Double
  }

  private let family: String
  private let places: [Place]
  private static let (width, height, left, right, top, bottom) = (880.0, 520.0, 84.0, 30.0, 56.0, 82.0)

  /// nil without any place.
  init?(family: String, _ places: [Place]) {
    guard !places.isEmpty else { return nil }
    self.family = family
    self.places = places.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
  }

  private func point(_ place: Place) -> Drawing.Point {
    .init(
      x: Self.left + place.distance * (Self.width - Self.left - Self.right),
      y: Self.top + (1 - place.compatibility) * (Self.height - Self.top - Self.bottom)
    )
  }

  func picture(named name: String) -> Picture {
    var drawing = Drawing(width: Self.width, height: Self.height)
    drawing.text(ExplainText.plain(PictureWords.quadrantTitle(family)), .init(x: 16, y: 26), .title, limit: 840)
    drawGrid(on: &drawing)
    for place in places {
      drawing.mark(
        PictureStyle.form(place.verdict),
        point(place),
        size: 7,
        PictureStyle.fill(place.verdict),
        hint: "\(place.name): \(place.distance.percent), \(place.compatibility.twoDecimals)"
      )
    }
    drawNames(on: &drawing)
    drawKey(on: &drawing)
    return Picture(
      name: name,
      title: PictureWords.quadrantTitle(family),
      summary: PictureWords.quadrantSummary(places.count),
      drawing: drawing,
      table: Table(
        PictureWords.quadrantColumns,
        rows: places.map { place in
          [
            "\(place.name)", place.verdict.map(VerdictWords.track) ?? "—",
            Phrase(place.distance.percent), Phrase(place.compatibility.twoDecimals),
          ]
        }
      )
    )
  }

  private func drawGrid(on drawing: inout Drawing) {
    let (floor, end) = (Self.height - Self.bottom, Self.width - Self.right)
    for step in 0...4 {
      let share = Double(step) / 4
      let x = Self.left + share * (end - Self.left)
      let y = Self.top + (1 - share) * (floor - Self.top)
      drawing.line(.init(x: x, y: Self.top), .init(x: x, y: floor), step == 2 ? .axis : .grid)
      drawing.line(.init(x: Self.left, y: y), .init(x: end, y: y), step == 2 ? .axis : .grid)
      drawing.text("\(step * 25) %", .init(x: x, y: floor + 16), .number, .middle)
      drawing.text(share.twoDecimals, .init(x: Self.left - 8, y: y + 4), .number, .end)
    }
    drawing.text(ExplainText.plain(PictureWords.distanceAxis), .init(x: end, y: floor + 34), .small, .end)
    drawing.text(ExplainText.plain(PictureWords.compatibilityAxis), .init(x: 16, y: Self.top - 12), .small)
    let corners: [(Phrase, Double, Double, Drawing.Anchor)] = [
      (PictureWords.nearAndCompatible, Self.left + 64, Self.top - 12, .start),
      (PictureWords.farAndCompatible, end, Self.top - 12, .end),
      (PictureWords.nearAndBroken, Self.left + 8, floor - 8, .start),
      (PictureWords.farAndBroken, end - 8, floor - 8, .end),
    ]
    for (words, x, y, anchor) in corners {
      drawing.text(ExplainText.plain(words), .init(x: x, y: y), .small, anchor)
    }
  }

  /// Each name beside its mark, where no other name or mark lies; what finds no room is in the table and in the hints.
  private func drawNames(on drawing: inout Drawing) {
    struct Box {
      let x, y, width, height: Double
      func meets(_ other: Box) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
      }
    }
    var taken = places.map { place -> Box in
      let point = point(place)
      return Box(x: point.x - 8, y: point.y - 8, width: 16, height: 16)
    }
    for place in places {
      let at = point(place)
      let width = min(Drawing.width(of: place.name, size: 13), 180)
      let choices: [(Double, Double)] = [
        (at.x + 13, at.y + 5), (at.x - 13 - width, at.y + 5), (at.x - width / 2, at.y - 13),
        (at.x - width / 2, at.y + 24), (at.x + 13, at.y + 20), (at.x + 13, at.y - 10),
        (at.x - 13 - width, at.y + 20), (at.x - 13 - width, at.y - 10),
      ]
      let free = choices.first { x, y in
        let box = Box(x: x, y: y - 11, width: width, height: 15)
        return x > Self.left && x + width < Self.width - 4 && y - 11 > Self.top - 8 && y < Self.height - Self.bottom
          && !taken.contains { $0.meets(box) }
      }
      guard let (x, y) = free else { continue }
      taken.append(Box(x: x, y: y - 11, width: width, height: 15))
      drawing.text(place.name, .init(x: x, y: y), .label, limit: 181)
    }
  }

  private func drawKey(on drawing: inout Drawing) {
    var x = Self.left
    for verdict in TrackVerdict.allCases where places.contains(where: { $0.verdict == verdict }) {
      let words = ExplainText.plain(VerdictWords.track(verdict))
      drawing.mark(
        PictureStyle.form(verdict),
        .init(x: x + 6, y: Self.height - 18),
        size: 6,
        PictureStyle.fill(verdict)
      )
      drawing.text(words, .init(x: x + 18, y: Self.height - 14), .small)
      x += 18 + Drawing.width(of: words, size: 11) + 20
    }
  }
}
