/// Shapes and texts on a plane, drawn one over the other. Unit: pixels at full size; origin: the upper left corner.
///
/// Colours and fonts come from ``PictureStyle`` by the role that a shape plays, so that a drawing is legible on light and
/// on dark pages. Numbers are written with one decimal.
struct Drawing: Hashable, Sendable {
  /// A place.
  struct Point: Hashable, Sendable {
    var x: Double
    var y: Double
  }

  /// The form of a mark: form and colour say the same, for those who cannot tell colours apart.
  enum Form: Hashable, Sendable {
    case circle, diamond, square, triangle, cross
  }

  /// To which side of its place a text is set.
  enum Anchor: String, Hashable, Sendable {
    case start, middle, end
  }

  let width: Double
  let height: Double
  private var elements: [String] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func line(_ from: Point, _ to: Point, _ role: PictureStyle.Role) {
    elements.append("<path class=\"\(role)\" d=\"\(Self.move(from))\(Self.straight(to))\"/>")
  }

  /// A line through all points.
  mutating func line(through points: [Point], _ role: PictureStyle.Role) {
    guard let first = points.first else { return }
    let rest = points.dropFirst().map(Self.straight).joined()
    elements.append("<path class=\"\(role)\" d=\"\(Self.move(first))\(rest)\"/>")
  }

  /// A closed shape.
  mutating func area(_ points: [Point], _ role: PictureStyle.Role) {
    guard let first = points.first else { return }
    let rest = points.dropFirst().map(Self.straight).joined()
    elements.append("<path class=\"\(role)\" d=\"\(Self.move(first))\(rest)Z\"/>")
  }

  /// A line that leaves and arrives level.
  mutating func curve(_ from: Point, _ to: Point, _ role: PictureStyle.Role) {
    let middle = (from.x + to.x) / 2
    let (leaves, arrives) = (Point(x: middle, y: from.y), Point(x: middle, y: to.y))
    elements.append(
      "<path class=\"\(role)\" d=\"\(Self.move(from))C\(Self.pair(leaves)) \(Self.pair(arrives)) \(Self.pair(to))\"/>"
    )
  }

  mutating func rectangle(
    _ corner: Point,
    width: Double,
    height: Double,
    _ role: PictureStyle.Role,
    radius: Double = 0,
    hint: String? = nil
  ) {
    let round = radius > 0 ? " rx=\"\(Self.number(radius))\"" : ""
    let place = "x=\"\(Self.number(corner.x))\" y=\"\(Self.number(corner.y))\""
    let size = "width=\"\(Self.number(max(width, 0)))\" height=\"\(Self.number(max(height, 0)))\""
    elements.append(Self.element("rect class=\"\(role)\" \(place) \(size)\(round)", hint))
  }

  /// A mark of a form. What `hint` says is shown by browsers when one points at it.
  mutating func mark(_ form: Form, _ at: Point, size: Double, _ role: PictureStyle.Role, hint: String? = nil) {
    let (x, y) = (at.x, at.y)
    func shape(_ points: [(Double, Double)]) -> String {
      let path = points.map { Point(x: x + $0.0 * size, y: y + $0.1 * size) }
      return "path class=\"\(role)\" d=\"\(Self.move(path[0]))\(path.dropFirst().map(Self.straight).joined())Z\""
    }
    let tag =
      switch form {
      case .circle:
        "circle class=\"\(role)\" cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(size))\""
      case .diamond: shape([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)])
      case .square: shape([(-1, -1), (1, -1), (1, 1), (-1, 1)])
      case .triangle: shape([(0, -1.2), (1.2, 1), (-1.2, 1)])
      case .cross:
        shape([
          (-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4), (0.4, 1.1), (-0.4, 1.1),
          (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4),
        ])
      }
    elements.append(Self.element(tag, hint))
  }

  /// A text; what is longer than `limit` pixels is cut.
  mutating func text(
    _ text: String,
    _ at: Point,
    _ role: PictureStyle.Role,
    _ anchor: Anchor = .start,
    limit: Double? = nil
  ) {
    let shown = limit.map { Self.fitting(text, into: $0, size: role.fontSize) } ?? text
    guard !shown.isEmpty else { return }
    let side = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let place = "x=\"\(Self.number(at.x))\" y=\"\(Self.number(at.y))\""
    elements.append("<text class=\"\(role)\" \(place)\(side)>\(SVGEscaping.text(shown))</text>")
  }

  /// The drawing as SVG, readable by people who cannot see it.
  func svg(name: String, title: String, summary: String, styles: String?) -> String {
    // An XML name begins with a letter, and most marks have no place in it.
    let id = "picture-" + name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined()
    let size = "viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\""
    let labels = "role=\"img\" aria-labelledby=\"\(id)-title \(id)-summary\""
    let style = styles.map { "<style>\($0)</style>\n" } ?? ""
    let frame = styles == nil ? "" : " width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="picture" \(size)\(frame) \(labels)>
      \(style)<title id="\(id)-title">\(SVGEscaping.text(title))</title>
      <desc id="\(id)-summary">\(SVGEscaping.text(summary))</desc>
      <rect class="panel" x="0" y="0" width="\(Self.number(width))" height="\(Self.number(height))"/>
      \(elements.joined(separator: "\n"))
      </svg>

      """
  }
}

extension Drawing {
  /// About how wide a text is; scripts whose letters are wide count double.
  static func width(of text: String, size: Double) -> Double {
    text.reduce(0) { width, character in
      let scalar = character.unicodeScalars.first?.value ?? 0
      let share: Double =
        switch scalar {
        case 0x1100..<0x11ff, 0x2e80..<0xa4d0, 0xac00..<0xd7a4, 0xf900..<0xfb00, 0xff00..<0xff61, 0x1f300...: 1
        default:
          "ijlftrI.,:;'|()[]! -".contains(character)
            ? 0.38 : character.isUppercase || "mwMW".contains(character) ? 0.78 : 0.62
        }
      return width + share * size
    }
  }

  /// `text`, or as much of its beginning as fits, with an ellipsis.
  static func fitting(_ text: String, into width: Double, size: Double) -> String {
    if Self.width(of: text, size: size) <= width { return text }
    var kept = Substring(text.prefix(400))
    while !kept.isEmpty, Self.width(of: kept + "…", size: size) > width { kept.removeLast() }
    return kept.count < 2 ? "" : kept + "…"
  }

  private static func element(_ tag: String, _ hint: String?) -> String {
    guard let hint else { return "<\(tag)/>" }
    let name = tag.prefix { $0 != " " }
    return "<\(tag)><title>\(SVGEscaping.text(hint))</title></\(name)>"
  }

  private static func move(_ point: Point) -> String { "M" + pair(point) }
  private static func straight(_ point: Point) -> String { "L" + pair(point) }
  private static func pair(_ point: Point) -> String { "\(number(point.x)) \(number(point.y))" }

  /// With one decimal, none where it is zero.
  static func number(_ value: Double) -> String {
    let tenths = value.isFinite ? Int((min(max(value, -1e6), 1e6) * 10).rounded()) : 0
    let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}
