import Foundation

/// Signatures that are written otherwise and say the same: through a typedef of the header, with a macro before the name
/// that only exports it, `interface{}` for `any`. Who calls a function does not notice which of them is written.
struct SameSignatures {
  /// Types that a tree gives another name to, by that name.
  private let types: [String: [String]]

  /// The same elements; one that says in the line or the fork what it says in the base (or in the line, where the base has
  /// none) has that one's signature.
  static func aligned(_ trees: ThreeSides<[String: Element]>) -> ThreeSides<[String: Element]> {
    let means = trees.map { SameSignatures($0) }
    let trees = trees.map(MacroAliases.resolved)
    var aligned = trees
    for side in [Side.line, .fork] {
      let others: [Side] = side == .line ? [.base] : [.base, .line]
      for (name, element) in trees[side] {
        for other in others {
          guard let before = aligned[other][name], before.signature != element.signature else { continue }
          // As the other tree means it, or as this one reads what was written for the other.
          let meaning = means[side].meaning(element.signature)
          guard
            means[other].meaning(before.signature) == meaning || means[side].meaning(before.signature) == meaning
          else { continue }
          aligned[side][name] = Element(name, before.signature, text: element.text)
          break
        }
      }
    }
    return aligned
  }

  private init(_ elements: [String: Element]) {
    var types: [String: [String]] = [:]
    for (name, element) in elements {
      if let target = MacroAliases.target(element.signature) {
        types[name] = [target]
        continue
      }
      // Nearly all are not: a look at the first word is cheaper than taking them apart.
      guard element.signature.hasPrefix("typedef ") || element.signature.utf8.contains(UInt8(ascii: "|")) else {
        continue
      }
      let typedefs = Self.parts(element.signature).filter { $0.hasPrefix("typedef ") }
      // Which of several it is depends on the build.
      guard typedefs.count == 1, let type = typedefs.first?.dropFirst("typedef ".count) else { continue }
      let tokens = Self.tokens(type)
      guard !tokens.isEmpty, tokens.allSatisfy({ $0.kind == .name || $0.text == "*" }) else { continue }
      types[name] = tokens.map(\.text)
    }
    self.types = types
  }

  private static func parts(_ signature: String) -> [Substring] {
    let parts = signature.split(separator: " | ")
    // Under some switch a macro renames it or stands for it: nothing else than the name, which stays.
    let others = parts.filter { $0 != "macro" && MacroAliases.target($0) == nil }
    return others.isEmpty ? parts : others
  }

  private static func tokens(_ text: some StringProtocol) -> [CTokens.Token] { CTokens.of(Array(text.utf8)[...]) }

  private func meaning(_ signature: String) -> Set<String> {
    Set(
      Self.parts(signature).map { part in
        let text = part.replacing("interface{}", with: "any").replacing("interface {}", with: "any")
        var words: [String] = []
        for token in Self.tokens(text) where !Self.onlyExports(token) {
          words += token.kind == .name ? resolved(token.text, depth: 0) : [token.text]
        }
        return Self.plain(words).joined(separator: " ")
      }
    )
  }

  private func resolved(_ word: String, depth: Int) -> [String] {
    // A type that is named by itself, in a circle, stays as it is.
    guard depth < 8, let type = types[word], !type.contains(word) else { return [word] }
    return type.flatMap { resolved($0, depth: depth + 1) }
  }

  /// `LIBVALKEY_API`, `Z_EXTERN`.
  private static func onlyExports(_ token: CTokens.Token) -> Bool {
    guard token.kind == .name, !token.text.contains(where: \.isLowercase) else { return false }
    return ["API", "EXPORT", "EXTERN", "PUBLIC", "DLLIMPORT", "DLLEXPORT"].contains { token.text.hasSuffix($0) }
  }

  /// `unsigned int` is `unsigned`.
  private static func plain(_ words: [String]) -> [String] {
    let sizes: Set<String> = ["unsigned", "signed", "long", "short"]
    return words.indices.filter { place in
      !(words[place] == "int" && place > 0 && sizes.contains(words[place - 1]))
    }.map { words[$0] }
  }
}
