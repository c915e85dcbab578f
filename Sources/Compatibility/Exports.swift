/// Which definitions of a file others can use, in languages where neither a name nor ctags alone tells: Rust says `pub`
/// before a definition, TypeScript and JavaScript `export`, and in C# a public member may belong to a class that is not.
enum Exports {
  case rust(lines: [Substring])
  case script(names: Set<String>)
  case cSharp

  /// nil for languages that need no such look.
  init?(ending: String, bytes: [UInt8]) {
    switch ending {
    case "rs":
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      self = .rust(lines: lines.map { Substring(decoding: $0, as: UTF8.self) })
    case "js", "mjs", "ts": self = .script(names: Self.names(inScript: String(decoding: bytes, as: UTF8.self)))
    case "cs": self = .cSharp
    default: return nil
    }
  }

  /// Those of a file's `tags` that others can use. Order: as given.
  func exported(_ tags: [CtagsLine]) -> [CtagsLine] {
    switch self {
    case .script(let names): return tags.filter { names.contains($0.scope.isEmpty ? $0.name : $0.topScope) }
    case .rust(let lines):
      let hidden = Set(
        tags.filter { Self.rustTypes.contains($0.kind) && !Self.isPublic($0, lines) }.map(\.name)
      )
      return tags.filter { tag in
        guard tag.kind != "implementation", tag.scope.isEmpty || !hidden.contains(tag.scope) else { return false }
        // What belongs to a trait or an enumeration is as public as that.
        return tag.kind == "enumerator" || tag.scopeKind == "interface" || Self.isPublic(tag, lines)
      }
    case .cSharp:
      let types = tags.filter { Self.cSharpTypes.contains($0.kind) }
      let hidden = Set(
        types.filter { $0.access != "public" }.map { $0.scope.isEmpty ? $0.name : "\($0.scope).\($0.name)" }
      )
      return tags.filter { tag in
        guard tag.kind != "namespace", !hidden.contains(tag.scope) else { return false }
        return tag.kind == "enumerator" || tag.access == "public"
      }
    }
  }

  // MARK: Rust

  private static let rustTypes: Set<String> = ["struct", "enum", "interface", "module", "typedef"]

  private static func isPublic(_ tag: CtagsLine, _ lines: [Substring]) -> Bool {
    guard lines.indices.contains(tag.line - 1) else { return false }
    let line = lines[tag.line - 1].drop(while: \.isWhitespace)
    switch tag.kind {
    case "field": return line.contains("pub \(tag.name)")
    case "macro":
      // What stands before it may be other attributes and a comment.
      return lines[max(0, tag.line - 6)..<(tag.line - 1)].contains { $0.contains("macro_export") }
    default: return line.hasPrefix("pub ")
    }
  }

  // MARK: C#

  private static let cSharpTypes: Set<String> = ["class", "struct", "interface", "enum"]

  // MARK: TypeScript and JavaScript

  /// Names that a script exports, as their definitions have them.
  private static func names(inScript text: String) -> Set<String> {
    let definition =
      /\bexport\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\s*\*?|class|interface|type|enum|const|let|var|namespace)\s*([\w$]+)/
    let assignment = /\bexports\.([\w$]+)\s*=[^=]/
    let whole = /\b(?:export\s+default|module\.exports\s*=)\s+([\w$]+)/
    let list = /\b(?:export|module\.exports\s*=)\s*\{([^{}]*)\}/
    var names = Set(text.matches(of: definition).map { String($0.1) })
    names.formUnion(text.matches(of: assignment).map { String($0.1) })
    names.formUnion(text.matches(of: whole).map { String($0.1) })
    for match in text.matches(of: list) {
      // `a`, `a as b`, `b: a`: by the name that the definition has.
      for item in match.1.split(separator: ",") {
        let words = item.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "$") }
        if let name = item.contains(":") ? words.last : words.first { names.insert(String(name)) }
      }
    }
    return names
  }
}
