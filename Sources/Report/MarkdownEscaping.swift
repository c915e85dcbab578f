/// All escaping for Markdown (CommonMark with GitHub's tables, autolinks, mentions, math, and Jekyll's templates).
///
/// Nothing else in this room turns text into Markdown. What comes out shows the text and does nothing.
enum MarkdownEscaping {
  /// The most scalars of one piece of plain text: a sentence with two others quoted in it.
  static let textLimit = 640
  /// The most scalars of one piece of code: a name, a path, a command.
  static let codeLimit = 160

  /// Plain text as Markdown, for the middle of a line.
  static func text(_ text: String) -> String {
    escaped(VisibleText.cut(VisibleText.of(text), to: textLimit))
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "|": result += "&#124;"
      case "@": result += "@<!-- -->"
      case "\\", "`", "*", "_", "[", "]", "{", "}", "~", "$", "#":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case ":" where next == "/":
        result += "\\:"
      case "." where endsInWWW(scalars[..<index]):
        result += "\\."
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func endsInWWW(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.count >= 3 && scalars.suffix(3).allSatisfy { [0x57, 0x77].contains($0.value) }
  }

  /// A whole line as Markdown, kept from becoming a heading, list, quote, rule or indented code by how it begins.
  static func lineStart(_ markdown: String) -> String {
    let line = String(markdown.drop { $0 == " " })
    guard let first = line.unicodeScalars.first else { return line }
    if "-+=".unicodeScalars.contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    if !digits.isEmpty, rest.hasPrefix(".") || rest.hasPrefix(")") { return digits + "\\" + rest }
    return line
  }

  /// A code span. Where backticks could not hold the text safely in a table or a template, an HTML one.
  static func code(_ text: String) -> String {
    let shown = VisibleText.cut(VisibleText.of(text), to: codeLimit)
    if shown.isEmpty { return "" }
    let isPlain = !shown.unicodeScalars.contains { "`|\\{}".unicodeScalars.contains($0) }
    if isPlain, !shown.hasPrefix(" "), !shown.hasSuffix(" ") { return "`\(shown)`" }
    return "<code>\(escaped(shown))</code>"
  }

  /// A block of code; line ends in `text` are kept, all else that acts is made visible.
  static func codeBlock(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.of(String($0)) }
    let body = lines.joined(separator: "\n")
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: body) + 1))
    return "\(fence)text\n\(body)\n\(fence)"
  }

  /// The target of a link within the report: a relative path, in which no scheme can stand.
  static func target(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "~"), UInt8(ascii: "+"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// Plain text within HTML.
  static func html(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.cut(VisibleText.of(text), to: textLimit).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "{": result += "&#123;"
      case "@": result += "@<!-- -->"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func longestRun(of character: Unicode.Scalar, in text: String) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
