import Evidence
import GitValues

/// Reads back what the writer wrote, by CommonMark's rules for escapes, entities and code spans, and finds whatever
/// would do something. Written from the rules, not from the writer.
enum MarkdownReader {
  /// The text that `markdown` shows; nil where a character that is not escaped could act.
  static func text(_ markdown: String) -> String? {
    var shown = String.UnicodeScalarView()
    var rest = Substring(markdown).unicodeScalars
    let entities = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&#124;": "|", "&quot;": "\""]
    scan: while let scalar = rest.first {
      for (entity, character) in entities where Substring(rest).hasPrefix(entity) {
        shown.append(contentsOf: character.unicodeScalars)
        rest = rest.dropFirst(entity.count)
        continue scan
      }
      rest = rest.dropFirst()
      switch scalar {
      case "\\":
        guard let next = rest.first, next.isASCII, next.properties.generalCategory != .control else { return nil }
        guard "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~".unicodeScalars.contains(next) else { return nil }
        shown.append(next)
        rest = rest.dropFirst()
      case "@":
        guard Substring(rest).hasPrefix("<!-- -->") else { return nil }
        shown.append(scalar)
        rest = rest.dropFirst(8)
      case ":":
        if rest.first == "/" { return nil }
        shown.append(scalar)
      case ".":
        if markdown.prefix(upTo: rest.startIndex).lowercased().hasSuffix("www.") { return nil }
        shown.append(scalar)
      case "`", "*", "_", "[", "]", "<", ">", "{", "}", "~", "$", "#", "|", "&": return nil
      default:
        if isInvisible(scalar) { return nil }
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// The text that a code span shows; nil where `markdown` is not exactly one span.
  static func code(_ markdown: String) -> String? {
    if markdown.isEmpty { return "" }
    if markdown.hasPrefix("<code>"), markdown.hasSuffix("</code>") {
      return text(String(markdown.dropFirst(6).dropLast(7)))
    }
    let fence = markdown.prefix { $0 == "`" }
    let inner = markdown.dropFirst(fence.count).dropLast(fence.count)
    guard !fence.isEmpty, markdown.hasSuffix(fence), inner.last != "`", inner.first != "`" else { return nil }
    let runs = inner.split { $0 != "`" }
    if runs.contains(where: { $0.count == fence.count }) { return nil }
    if inner.unicodeScalars.contains(where: { isInvisible($0) || "|{}".unicodeScalars.contains($0) }) { return nil }
    let isPadded = inner.count > 2 && inner.first == " " && inner.last == " " && inner.contains { $0 != " " }
    return String(isPadded ? inner.dropFirst().dropLast() : inner)
  }

  /// Whether a character acts on eyes or terminals instead of showing.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: scalar.value != 0x200c && scalar.value != 0x200d
    default: false
    }
  }
}
