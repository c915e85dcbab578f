import Landscape

/// How drawings look: the one place with colours and fonts of pictures.
///
/// The colours of tracks differ in lightness as well as in hue (after Okabe and Ito), and every mark has a form of its own
/// besides. Drawings bring their own ground, so that they are legible on pages of either scheme.
enum PictureStyle {
  /// What a shape or a text is for.
  enum Role: String, Hashable, Sendable, CustomStringConvertible {
    case title, label, small, number
    case onFill = "on-fill"
    case onDark = "on-fill on-dark"
    case axis, grid
    case sameLane = "lane same", differentLane = "lane different", undeterminedLane = "lane undetermined"
    case upstreamLane = "lane upstream"
    case sameFill = "same", differentFill = "different", undeterminedFill = "undetermined"
    case sameBand = "band same", differentBand = "band different", undeterminedBand = "band undetermined"
    case upstreamFill = "upstream", upstreamBand = "band upstream"
    case ownLine = "line own", behindLine = "line behind", lagLine = "line lag"
    case ownArea = "band own", behindArea = "band behind", lagArea = "band lag"
    case ownFill = "own", behindFill = "behind", lagFill = "lag", unknownFill = "undetermined-bar"
    case tile, hollow
    case levelIdentical = "level identical", levelSuperset = "level superset", levelLagging = "level lagging"
    case levelModified = "level modified", levelBreaking = "level breaking", levelAbsent = "level absent"

    var description: String { rawValue }

    /// Unit: pixels.
    var fontSize: Double {
      switch self {
      case .title: 15
      case .small, .number, .onFill, .onDark: 11
      default: 13
      }
    }
  }

  static func lane(_ verdict: TrackVerdict?) -> Role {
    switch verdict {
    case .sameTrack: .sameLane
    case .differentTrack: .differentLane
    case .undetermined, nil: .undeterminedLane
    }
  }

  static func fill(_ verdict: TrackVerdict?) -> Role {
    switch verdict {
    case .sameTrack: .sameFill
    case .differentTrack: .differentFill
    case .undetermined, nil: .undeterminedFill
    }
  }

  static func band(_ verdict: TrackVerdict?) -> Role {
    switch verdict {
    case .sameTrack: .sameBand
    case .differentTrack: .differentBand
    case .undetermined, nil: .undeterminedBand
    }
  }

  /// The form that stands for a track wherever it is marked.
  static func form(_ verdict: TrackVerdict?) -> Drawing.Form {
    switch verdict {
    case .sameTrack: .circle
    case .differentTrack: .diamond
    case .undetermined, nil: .square
    }
  }

  /// The styles, for a drawing of its own and for a page that holds several. Plain rules without variables: programs
  /// that turn drawings into pictures know no more.
  static let sheet = shapes + rules(\.light) + "@media (prefers-color-scheme:dark){" + rules(\.dark) + "}"

  /// The colour of a role on either ground.
  private struct Colour {
    let light: String
    let dark: String

    init(_ light: String, _ dark: String) {
      self.light = light
      self.dark = dark
    }
  }

  private static let (panel, ink, muted, grid) = (
    Colour("#ffffff", "#0d1117"), Colour("#1f2328", "#e6edf3"), Colour("#59636e", "#9aa4af"),
    Colour("#d8dee4", "#30363d")
  )

  /// Order: as written.
  private static let hues: [(name: String, colour: Colour)] = [
    ("same", Colour("#0a69b0", "#58aef0")), ("different", Colour("#c2500a", "#f0883e")),
    ("undetermined", Colour("#6e7781", "#9aa4af")), ("upstream", Colour("#424a53", "#c9d1d9")),
    ("own", Colour("#0a69b0", "#58aef0")), ("behind", Colour("#c2500a", "#f0883e")),
    ("lag", Colour("#7a3fb0", "#c297f0")),
  ]

  private static let levels: [(name: String, colour: Colour)] = [
    ("identical", Colour("#2b8a5f", "#2ea36a")), ("superset", Colour("#8fcfae", "#1f6b47")),
    ("lagging", Colour("#f3dd9b", "#77621a")), ("modified", Colour("#eda56b", "#9a5520")),
    ("breaking", Colour("#c93c32", "#d6493f")), ("absent", Colour("#c8d0d8", "#3d444d")),
  ]

  private static let shapes = """
    .picture text{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC",sans-serif;\
    font-size:13px}\
    .picture .title{font-size:15px;font-weight:600}\
    .picture .small,.picture .number,.picture .on-fill{font-size:11px}\
    .picture .axis,.picture .grid{fill:none;stroke-width:1}\
    .picture .lane,.picture .line{fill:none;stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round}\
    .picture .line{stroke-width:1.8}\
    .picture .band{fill-opacity:.28}\
    .picture .tile{stroke-width:2}\
    .picture .hollow{stroke-width:1.5}\
    .picture .undetermined-bar{fill-opacity:.5}
    """

  private static func rules(_ shade: (Colour) -> String) -> String {
    let (panel, ink, muted, grid) = (shade(panel), shade(ink), shade(muted), shade(grid))
    let plain = [
      "panel{fill:\(panel)}", "small,.picture .number{fill:\(muted)}", "axis{stroke:\(muted)}", "grid{stroke:\(grid)}",
      "tile{fill:\(shade(Colour("#cfe3f4", "#173a5a")));stroke:\(panel)}", "hollow{fill:\(panel);stroke:\(muted)}",
      "undetermined-bar{fill:\(muted)}", "on-dark{fill:#ffffff}",
    ]
    let fills = hues.map { "\($0.name){fill:\(shade($0.colour))}" }
    let strokes = hues.map {
      "lane.\($0.name),.picture .line.\($0.name){stroke:\(shade($0.colour));fill:none}"
    }
    let cells = levels.map { "level.\($0.name){fill:\(shade($0.colour))}" }
    return ".picture text{fill:\(ink)}" + (plain + fills + strokes + cells).map { ".picture .\($0)" }.joined()
  }
}
