import GitValues

/// Reads the project's name out of manifests, line by line: facts for evidence, not a build.
enum Manifest {
  /// The kind of manifest that a file of this name is; nil for any other file.
  static func kind(of name: String) -> DeclaredName.Kind? {
    switch name {
    case "package.json": .npm
    case "Cargo.toml": .cargo
    case "pyproject.toml", "setup.py", "setup.cfg": .python
    case "go.mod": .go
    case "pom.xml": .maven
    case "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts": .gradle
    case "composer.json": .composer
    case "CMakeLists.txt": .cmake
    case "configure.ac", "configure.in": .autoconf
    case "meson.build": .meson
    case "Package.swift": .swift
    default:
      name.hasSuffix(".gemspec") ? .gem : name.hasSuffix(".csproj") || name.hasSuffix(".sln") ? .dotnet : nil
    }
  }

  /// What a manifest calls the project; nil where it says no name, or computes it.
  static func name(in text: PlainBytes, _ kind: DeclaredName.Kind, at path: RepoPath) -> DeclaredName? {
    let file = path.lastComponent.text
    let facts: Facts?
    switch kind {
    case .npm, .composer: facts = JSONManifest.facts(text.bytes)
    case .cargo: facts = TableManifest.facts(text.bytes)
    case .maven: facts = MavenManifest.facts(text.bytes)
    case .python: facts = file == "setup.py" ? CallManifest.python(text.bytes) : TableManifest.facts(text.bytes)
    case .go: facts = CallManifest.go(text.bytes)
    case .gradle: facts = CallManifest.gradle(text.bytes)
    case .gem: facts = CallManifest.gem(text.bytes)
    case .cmake: facts = CallManifest.cmake(text.bytes)
    case .autoconf: facts = CallManifest.autoconf(text.bytes)
    case .meson: facts = CallManifest.meson(text.bytes)
    case .swift: facts = CallManifest.swift(text.bytes)
    case .dotnet: facts = MavenManifest.project(text.bytes, file: file)
    }
    guard let facts, let name = facts.name, !name.isEmpty, isStatic(name) else { return nil }
    return DeclaredName(
      kind: kind,
      path: path,
      name: name,
      version: facts.version.flatMap { isStatic($0) && !$0.contains("@") ? $0 : nil },
      description: facts.description.flatMap { $0.isEmpty ? nil : $0 }
    )
  }

  /// What a manifest says; nil where it does not.
  struct Facts {
    var name: String?
    var version: String?
    var description: String?
  }

  /// Whether a value is written out: not empty, on one line, without variables.
  private static func isStatic(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count < 200
      && !value.utf8.contains { "${}@%\n()".utf8.contains($0) && !($0 == UInt8(ascii: "@") && value.hasPrefix("@")) }
  }

  /// The text on one line.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").shortened(to: 240)
  }
}

/// `name = "value"` under `[table]`: TOML and setup.cfg.
enum TableManifest {
  private static let tables: Set<String> = ["package", "workspace.package", "project", "tool.poetry", "metadata"]

  static func facts(_ bytes: [UInt8]) -> Manifest.Facts {
    var facts = Manifest.Facts()
    var table = ""
    for line in bytes.lines {
      let trimmed = line.trimmed
      if trimmed.first == UInt8(ascii: "[") {
        table = trimmed.dropFirst().prefix { $0 != UInt8(ascii: "]") }.text
        continue
      }
      guard tables.contains(table), line.first?.isBlank == false,
        let sign = trimmed.index(of: UInt8(ascii: "="), from: trimmed.startIndex)
      else { continue }
      let value = Self.value(trimmed[(sign + 1)...].trimmed, isQuoted: table != "metadata")
      switch trimmed[..<sign].trimmed.text {
      case "name": facts.name = facts.name ?? value
      case "version": facts.version = facts.version ?? value
      case "description", "summary": facts.description = facts.description ?? value.map(Manifest.oneLine)
      default: break
      }
    }
    return facts
  }

  private static func value(_ text: Piece, isQuoted: Bool) -> String? {
    if let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return text.dropFirst().prefix { $0 != quote }.text
    }
    return isQuoted || text.isEmpty ? nil : text.text
  }
}

/// The top-level strings of a JSON object.
enum JSONManifest {
  static func facts(_ bytes: [UInt8]) -> Manifest.Facts {
    var facts = Manifest.Facts()
    var depth = 0
    var index = 0
    var key: String?
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): (depth, key) = (depth + 1, nil)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ","): key = nil
      case UInt8(ascii: "\""):
        let text = string(bytes, &index)
        guard depth == 1 else { continue }
        switch key {
        case nil: key = text
        case "name": facts.name = facts.name ?? text
        case "version": facts.version = facts.version ?? text
        case "description": facts.description = facts.description ?? Manifest.oneLine(text)
        default: break
        }
      default: break
      }
    }
    return facts
  }

  /// The string that ends at the next quote; `index` is moved behind it. Escapes stand for a blank, or for themselves.
  private static func string(_ bytes: [UInt8], _ index: inout Int) -> String {
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
        index += 1
        if bytes[index] == UInt8(ascii: "u") {
          let digits = bytes[index...].dropFirst().prefix(4)
          let scalar = UInt32(digits.text, radix: 16).flatMap(Unicode.Scalar.init)
          text += String(scalar ?? "\u{fffd}").utf8
          index += digits.count
        } else {
          text.append("ntrbf".utf8.contains(bytes[index]) ? .space : bytes[index])
        }
      } else {
        text.append(bytes[index])
      }
      index += 1
    }
    index += 1
    return PlainBytes(text[...].text).bytes.text
  }
}
