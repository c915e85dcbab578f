/// Macros that are another name of something: `#define RedisModule_Alloc ValkeyModule_Alloc`. A header of these keeps what
/// was written for the old names going.
enum MacroAliases {
  /// What stands for what in a header; macros that stand for more than a name left out.
  static func of(_ bytes: [UInt8]) -> [String: String] {
    var aliases: [String: String] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.contains(UInt8(ascii: "#")) {
      let tokens = CTokens.of(line).prefix { !["/", "//"].contains($0.text) }
      guard tokens.count == 4, tokens[0].text == "#", tokens[1].text == "define", tokens[2].kind == .name,
        tokens[3].kind == .name, tokens[2].text != tokens[3].text
      else { continue }
      aliases[tokens[2].text] = tokens[3].text
    }
    return aliases
  }

  /// The signature of a macro that stands for `name`.
  static func signature(of name: String) -> String { "macro \(name)" }

  /// The name that a signature says a macro stands for; nil for any other signature.
  static func target(_ signature: some StringProtocol) -> String? {
    let words = signature.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, words[0] == "macro", let first = words[1].utf8.first, SourceText.isNameStart(first) else {
      return nil
    }
    return String(words[1])
  }

  /// The elements with what each alias stands for in its place, members too; an alias of nothing in the tree stays.
  static func resolved(_ elements: [String: Element]) -> [String: Element] {
    var owners: [String: [String]] = [:]
    var resolved = elements
    for (name, element) in elements {
      guard let target = target(element.signature), let real = elements[target] else { continue }
      resolved[name] = Element(name, real.signature, text: element.text)
      owners[target, default: []].append(name)
    }
    guard !owners.isEmpty else { return elements }
    for (name, element) in elements {
      guard let dot = name.firstIndex(of: "."), let aliases = owners[String(name[..<dot])] else { continue }
      for alias in aliases {
        let member = alias + name[dot...]
        if resolved[member] == nil { resolved[member] = Element(member, element.signature, text: element.text) }
      }
    }
    return resolved
  }
}
