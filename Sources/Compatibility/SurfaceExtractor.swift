import CloneSet
import Foundation
import GitValues

/// Reads the elements of one surface from contents of files.
struct SurfaceExtractor: Sendable {
  /// Contents above this many bytes are not read.
  static let sizeLimit = 8 << 20

  let declaration: SurfaceDeclaration
  /// What it would find in the same bytes: extractors with equal prints find the same.
  private let print: String
  private let patterns: Patterns?
  private let codePatterns: Patterns?
  private let names: NSRegularExpression?

  /// - Throws: where a pattern is no regular expression.
  init(_ declaration: SurfaceDeclaration) throws {
    self.declaration = declaration
    let isPattern = declaration.extractor == .pattern
    patterns = isPattern ? try Patterns(declaration.patterns, isCode: false) : nil
    codePatterns = isPattern ? try Patterns(declaration.patterns, isCode: true) : nil
    names = try declaration.names.map { try NSRegularExpression(pattern: $0) }
    let parts = [
      [declaration.extractor.rawValue], declaration.contains, declaration.patterns, [declaration.names ?? ""],
      declaration.keys, declaration.values, declaration.define, [declaration.ignoresCase ? "i" : ""],
    ]
    print = parts.map { $0.joined(separator: "\u{1}") }.joined(separator: "\u{2}")
  }

  /// What the name of a file decides besides its content: its ending, in lower case. A template from which a build makes
  /// the file (`zlib.h.in`) has that of the file.
  static func ending(of path: RepoPath) -> String {
    let parts = path.lastComponent.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst()
    let endings = parts.map { String(decoding: $0, as: UTF8.self).lowercased() }
    guard let last = endings.last else { return "" }
    return endings.count > 1 && templates.contains(last) ? endings[endings.count - 2] : last
  }

  private static let templates: Set<String> = ["in", "cmakein", "cmake"]

  /// What decides an extraction besides the content. Order of bytes: as given, so that it can be a key.
  func key(ending: String, tool: String) -> [UInt8] { Array("\(print)\u{2}\(ending)\u{2}\(tool)".utf8) }

  /// Why `bytes` are not even looked at; nil where they are.
  func refusal(_ bytes: [UInt8]) -> Extraction? {
    if bytes.prefix(8_000).contains(0) { return .failure(line: nil, reason: "it is no text") }
    let isOther = !declaration.contains.isEmpty && !declaration.contains.contains { Self.holds(bytes, Array($0.utf8)) }
    return isOther ? .other : nil
  }

  /// The elements that `bytes` hold; definitions that ctags finds are read apart, see ``Ctags``.
  func extract(_ bytes: [UInt8], ending: String) -> Extraction {
    if let refusal = refusal(bytes) { return refusal }
    let found: Extraction =
      switch declaration.extractor {
      case .bison: BisonGrammar.extract(bytes)
      case .constants: CConstants.extract(bytes)
      case .pattern: (Patterns.isCode(ending) ? codePatterns : patterns)?.extract(bytes) ?? .other
      case .protobuf: Protobuf.extract(bytes)
      case .commandTable: CommandTable.extract(bytes)
      case .settings: Settings.extract(bytes)
      case .catalogue: Catalogue(keys: declaration.keys, values: declaration.values).extract(bytes)
      case .ctags, .file: .other
      }
    return chosen(found)
  }

  /// What remains when names are chosen and folded.
  func chosen(_ found: Extraction) -> Extraction {
    guard case .elements(var elements) = found, names != nil || declaration.ignoresCase else { return found }
    if let names {
      elements.removeAll { names.firstMatch(in: $0.name, range: NSRange($0.name.startIndex..., in: $0.name)) == nil }
    }
    guard declaration.ignoresCase else { return .elements(elements) }
    return .merging(elements.map { Element($0.name.lowercased(), $0.signature, text: $0.text) })
  }

  static func holds(_ bytes: [UInt8], _ text: [UInt8]) -> Bool {
    guard let first = text.first, bytes.count >= text.count else { return text.isEmpty }
    return bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      let end = bytes.count - text.count
      while place <= end {
        if bytes[place] == first, (1..<text.count).allSatisfy({ bytes[place + $0] == text[$0] }) { return true }
        place += 1
      }
      return false
    }
  }
}
