/// All escaping for SVG. Nothing else in this room turns text into markup of a drawing.
enum SVGEscaping {
  /// The most scalars of one text in a drawing.
  static let limit = 200

  /// Text for an element or for an attribute in double quotes.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.cut(VisibleText.of(text), to: limit).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // No character of XML 1.0.
      case "\u{fffe}", "\u{ffff}": result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
