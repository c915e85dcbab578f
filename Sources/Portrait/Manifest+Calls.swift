/// Manifests that are programs: the arguments of one call, as far as they are written out.
enum CallManifest {
  static func python(_ bytes: [UInt8]) -> Manifest.Facts? {
    guard let call = bytes.range(of: "setup(") else { return nil }
    let body = bytes[call.upperBound...]
    return Manifest.Facts(
      name: argument("name", "=", body),
      version: argument("version", "=", body),
      description: argument("description", "=", body).map(Manifest.oneLine)
    )
  }

  static func go(_ bytes: [UInt8]) -> Manifest.Facts? {
    for line in bytes.lines {
      let words = line.split(whereSeparator: \.isBlank)
      if words.count > 1, words[0].elementsEqual("module".utf8) {
        return Manifest.Facts(name: unquoted(words[1]).text)
      }
    }
    return nil
  }

  static func gradle(_ bytes: [UInt8]) -> Manifest.Facts? {
    Manifest.Facts(
      name: argument("rootproject.name", "=", bytes[...]) ?? argument("archivesbasename", "=", bytes[...]),
      version: bytes.lines.first { $0.starts(withText: "version") }.flatMap { quoted($0.dropFirst(7)) }
    )
  }

  static func gem(_ bytes: [UInt8]) -> Manifest.Facts? {
    Manifest.Facts(
      name: argument(".name", "=", bytes[...]),
      version: argument(".version", "=", bytes[...]),
      description: (argument(".summary", "=", bytes[...]) ?? argument(".description", "=", bytes[...]))
        .map(Manifest.oneLine)
    )
  }

  static func cmake(_ bytes: [UInt8]) -> Manifest.Facts? {
    guard let line = bytes.lines.first(where: { isCall("project", $0) }),
      let open = bytes.index(of: UInt8(ascii: "("), from: line.startIndex)
    else { return nil }
    let words = arguments(bytes[(open + 1)...])
    var facts = Manifest.Facts(name: words.first)
    for (word, next) in zip(words, words.dropFirst()) {
      if word.uppercased() == "VERSION" { facts.version = next }
      if word.uppercased() == "DESCRIPTION" { facts.description = Manifest.oneLine(next) }
    }
    return facts
  }

  static func autoconf(_ bytes: [UInt8]) -> Manifest.Facts? {
    guard let call = bytes.range(of: "ac_init(") else { return nil }
    let body = bytes[call.upperBound...].prefix(1000).prefix { $0 != UInt8(ascii: ")") }
    let parts = body.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { part in
      unquoted(part.trimmed.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }[...].trimmed).text
    }
    // The form with one argument names a source file.
    guard parts.count > 1 else { return nil }
    return Manifest.Facts(name: parts[0], version: parts[1])
  }

  static func meson(_ bytes: [UInt8]) -> Manifest.Facts? {
    guard let line = bytes.lines.first(where: { isCall("project", $0) }) else { return nil }
    let body = bytes[line.startIndex...].prefix(2000)
    return Manifest.Facts(name: quoted(body), version: argument("version", ":", body))
  }

  static func swift(_ bytes: [UInt8]) -> Manifest.Facts? {
    guard let call = bytes.range(of: "package(") else { return nil }
    // `.package(` of a dependency comes later than `Package(` in every manifest that compiles.
    return Manifest.Facts(name: argument("name", ":", bytes[call.upperBound...]))
  }

  /// Whether a line calls `name`.
  private static func isCall(_ name: StaticString, _ line: Piece) -> Bool {
    line.starts(withText: name) && line.dropFirst(name.utf8CodeUnitCount).trimmed.first == UInt8(ascii: "(")
  }

  /// The words of a call up to its closing parenthesis; what is quoted is one word.
  private static func arguments(_ body: Piece) -> [String] {
    var words: [String] = []
    var rest = body.trimmed
    while let first = rest.first, first != UInt8(ascii: ")"), words.count < 40 {
      if first == UInt8(ascii: "\"") {
        let word = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
        words.append(word.text)
        rest = rest[word.endIndex...].dropFirst().trimmed
      } else {
        let word = rest.prefix { !$0.isBlank && $0 != UInt8(ascii: ")") }
        words.append(word.text)
        rest = rest[word.endIndex...].trimmed
      }
    }
    return words
  }

  /// The quoted text after `name` and `sign`; nil where something else stands there.
  private static func argument(_ name: StaticString, _ sign: Character, _ body: Piece) -> String? {
    var start = body.startIndex
    while let found = body.range(of: name, from: start) {
      start = found.upperBound
      let isWord = name.utf8Start[0].isWord && found.lowerBound > body.startIndex && body[found.lowerBound - 1].isWord
      if isWord || body[max(found.lowerBound - 1, body.startIndex)] == UInt8(ascii: "_") { continue }
      let rest = body[start...].drop { $0 == .space || $0 == .tab }
      guard rest.first == sign.asciiValue else { continue }
      let value = rest.dropFirst().drop { $0.isBlank }
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
      return value.dropFirst().prefix { $0 != quote }.text
    }
    return nil
  }

  /// The first quoted text.
  private static func quoted(_ body: Piece) -> String? {
    guard let open = body.firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }) else { return nil }
    return body[(open + 1)...].prefix { $0 != body[open] && $0 != .newline }.text
  }

  private static func unquoted(_ piece: Piece) -> Piece {
    guard let first = piece.first, first == UInt8(ascii: "\""), piece.last == first, piece.count > 1 else {
      return piece
    }
    return piece.dropFirst().dropLast()
  }
}

/// Manifests in XML.
enum MavenManifest {
  /// `pom.xml`: the elements right under `project`.
  static func facts(_ bytes: [UInt8]) -> Manifest.Facts {
    var facts = Manifest.Facts()
    var path: [String] = []
    var index = 0
    while let open = bytes.index(of: UInt8(ascii: "<"), from: index) {
      if bytes.matches("<!--", at: open) {
        index = bytes.range(of: "-->", from: open)?.upperBound ?? bytes.count
        continue
      }
      guard let tag = HTMLTag(bytes[...], at: open) else {
        index = open + 1
        continue
      }
      index = tag.end
      if tag.isClosing {
        if let place = path.lastIndex(of: tag.name) { path.removeSubrange(place...) }
      } else if bytes[tag.end - 2] != UInt8(ascii: "/") {
        path.append(tag.name)
        guard path.count == 2, path[0] == "project" else { continue }
        let content = bytes[tag.end...].prefix { $0 != UInt8(ascii: "<") }.trimmed.text
        switch tag.name {
        case "artifactid": facts.name = facts.name ?? content
        case "version": facts.version = facts.version ?? content
        case "description": facts.description = facts.description ?? Manifest.oneLine(content)
        default: break
        }
      }
    }
    return facts
  }

  /// `*.csproj` and `*.sln`: what the file says, else its name.
  static func project(_ bytes: [UInt8], file: String) -> Manifest.Facts {
    let stem = String(file.prefix(upTo: file.lastIndex(of: ".") ?? file.endIndex))
    guard file.hasSuffix(".csproj") else { return Manifest.Facts(name: stem) }
    return Manifest.Facts(
      name: content("<packageid>", bytes) ?? content("<assemblyname>", bytes) ?? stem,
      version: content("<version>", bytes),
      description: content("<description>", bytes).map(Manifest.oneLine)
    )
  }

  private static func content(_ tag: StaticString, _ bytes: [UInt8]) -> String? {
    guard let found = bytes.range(of: tag) else { return nil }
    let text = bytes[found.upperBound...].prefix { $0 != UInt8(ascii: "<") }.trimmed.text
    return text.isEmpty ? nil : text
  }
}
