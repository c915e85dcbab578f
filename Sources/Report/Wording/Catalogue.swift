import Foundation
import Landscape

/// The words of one language, by those of English: `Catalogues/<language>.json`.
struct Catalogue: Decodable, Sendable {
  /// By the English sentence, its values numbered: `"{1} behind {2}"`. A translation may name them in any order.
  let phrases: [String: String]
  /// By the English noun and its plural, `"commit|commits"`: a form for each plural category, `{1}` is the number.
  let counts: [String: [String: String]]
  /// By message id; values are named, `"{share} % …"`.
  let messages: [String: String]

  static let simplifiedChinese = load("zh-Hans", PackageResources.zh_Hans_json)

  private static func load(_ name: String, _ bytes: [UInt8]) -> Catalogue {
    do {
      return try JSONDecoder().decode(Catalogue.self, from: Data(bytes))
    } catch {
      // It is part of the program: a test reads it, so this cannot be met in use.
      preconditionFailure("the catalogue \(name) is damaged: \(error)")
    }
  }
}

extension Catalogue {
  /// A template with its values in their places. `{name}` of no value stays as it is.
  static func fill(_ template: String, _ value: (Substring) -> Phrase?) -> [Inline] {
    var parts: [Inline] = []
    var rest = template[...]
    func add(_ text: Substring) { if !text.isEmpty { parts.append(.text(String(text))) } }
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      add(rest[..<open])
      if let phrase = value(rest[rest.index(after: open)..<close]) {
        parts += phrase.parts
      } else {
        add(rest[open...close])
      }
      rest = rest[rest.index(after: close)...]
    }
    add(rest)
    return parts
  }
}
