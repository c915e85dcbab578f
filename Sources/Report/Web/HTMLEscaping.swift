/// All escaping for HTML. Nothing else in this room turns text into HTML of the page.
enum HTMLEscaping {
  /// Text between tags or in an attribute in double quotes; foreign text is made visible and cut as in Markdown.
  static func text(_ text: String, limit: Int = MarkdownEscaping.textLimit) -> String {
    escaped(withUnits(VisibleText.cut(VisibleText.of(text), to: limit)))
  }

  /// A percent sign stays on the line of its number.
  private static func withUnits(_ text: String) -> String {
    guard text.contains(" %") else { return text }
    return text.replacing(#/(?<number>\d) %/#) { "\($0.number)\u{a0}%" }
  }

  /// Lines as they are.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escaped(VisibleText.of(String($0))) }
      .joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
