import Foundation
import Yams

/// Reads profiles of surfaces.
extension FamilyFileReader {
  private static let surfaceKeys = [
    "kind", "extractor", "files", "exclude", "contains", "patterns", "names", "keys", "values", "define", "separate",
    "namesFile", "ignoreCase", "weight",
  ]

  mutating func profile(_ key: Node.Scalar, _ node: Node) -> SurfaceProfile {
    let what = "profile `\(key.string)`"
    let keys = mapping(node, what, keys: ["detect", "language", "extends", "surfaces"])
    var signs: [SurfaceProfile.Sign] = []
    for node in sequence(keys["detect"], "detect of \(what)") {
      let keys = mapping(node, "a sign of \(what)", keys: ["files", "exclude", "contains"])
      let files = texts(keys["files"], "files")
      if files.isEmpty { report(node, "a sign of \(what) lacks the key `files`") }
      let exclude = texts(keys["exclude"], "exclude")
      signs.append(
        SurfaceProfile.Sign(files: files, exclude: exclude, contains: text(keys["contains"], "contains"))
      )
    }
    var surfaces: [SurfaceDeclaration] = []
    for (key, node) in entries(keys["surfaces"], "surfaces of \(what)") {
      if let surface = surface(key, node) { surfaces.append(surface) }
    }
    return SurfaceProfile(
      name: key.string,
      detect: signs,
      isLanguage: flag(keys["language"], "language"),
      extends: texts(keys["extends"], "extends"),
      surfaces: surfaces,
      place: Self.place(key.mark)
    )
  }

  private mutating func surface(_ key: Node.Scalar, _ node: Node) -> SurfaceDeclaration? {
    let what = "surface `\(key.string)`"
    let keys = mapping(node, what, keys: Self.surfaceKeys)
    let kind = word(keys["kind"], "kind", of: what, node, SurfaceDeclaration.Kind.allCases)
    let extractor = word(keys["extractor"], "extractor", of: what, node, SurfaceDeclaration.Extractor.allCases)
    let files = texts(keys["files"], "files")
    if files.isEmpty { report(node, "\(what) lacks the key `files`") }
    let patterns = expressions(keys["patterns"], "patterns")
    if extractor == .pattern, patterns.isEmpty { report(node, "\(what) lacks the key `patterns`") }
    for pattern in patterns where !pattern.contains("(?<name>") {
      report(keys["patterns"] ?? node, "a pattern of \(what) has no group `(?<name>…)`")
    }
    let fields = texts(keys["keys"], "keys")
    if extractor == .catalogue, fields.isEmpty { report(node, "\(what) lacks the key `keys`") }
    // Everything is read before a problem ends it, so that every problem is told.
    let (exclude, contains) = (texts(keys["exclude"], "exclude"), texts(keys["contains"], "contains"))
    let (names, values) = (expressions(keys["names"], "names").first, texts(keys["values"], "values"))
    let (define, isSeparate) = (texts(keys["define"], "define"), flag(keys["separate"], "separate"))
    let (namesFile, ignoresCase) = (flag(keys["namesFile"], "namesFile"), flag(keys["ignoreCase"], "ignoreCase"))
    let weight = weight(keys["weight"])
    guard let kind, let extractor else { return nil }
    return SurfaceDeclaration(
      name: key.string,
      kind: kind,
      extractor: extractor,
      files: files,
      exclude: exclude,
      contains: contains,
      patterns: patterns,
      names: names,
      keys: fields,
      values: values,
      define: define,
      isSeparate: isSeparate,
      namesFile: namesFile,
      ignoresCase: ignoresCase,
      weight: weight,
      place: Self.place(key.mark)
    )
  }

  private mutating func word<Word: RawRepresentable<String>>(
    _ node: Node?,
    _ name: String,
    of what: String,
    _ owner: Node,
    _ known: [Word]
  ) -> Word? {
    guard let node else {
      report(owner, "\(what) lacks the key `\(name)`")
      return nil
    }
    guard let text = text(node, name) else { return nil }
    if let word = Word(rawValue: text) { return word }
    report(node, "`\(text)` is no \(name)" + NearestWord.hint(for: text, among: known.map(\.rawValue)))
    return nil
  }

  /// One text or a list of them.
  private mutating func texts(_ node: Node?, _ what: String) -> [String] {
    guard let node else { return [] }
    if case .scalar = node { return text(node, what).map { [$0] } ?? [] }
    var texts: [String] = []
    for node in sequence(node, what) {
      if let text = text(node, what) { texts.append(text) }
    }
    return texts
  }

  private mutating func expressions(_ node: Node?, _ what: String) -> [String] {
    guard let node else { return [] }
    let texts = texts(node, what)
    for text in texts {
      do {
        _ = try NSRegularExpression(pattern: text)
      } catch {
        report(node, "`\(text)` is no regular expression")
      }
    }
    return texts
  }

  mutating func flag(_ node: Node?, _ what: String) -> Bool {
    guard let node, let text = text(node, what) else { return false }
    switch text {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report(node, "\(what) must be true or false")
      return false
    }
  }

  private mutating func weight(_ node: Node?) -> Double {
    guard let node, let text = text(node, "weight") else { return 1 }
    if let weight = Double(text), weight >= 0, weight.isFinite { return weight }
    report(node, "weight must be a number from 0 up")
    return 1
  }
}
