/// One line that ctags writes: `name<tab>file<tab>12;"<tab>kind<tab>key:value…`.
struct CtagsLine {
  let name: String
  let file: String
  /// From 1; 0 where it is not said.
  let line: Int
  let kind: String
  private var fields: [Substring: String] = [:]

  /// nil where the line is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    let parts = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard parts.count >= 4 else { return nil }
    name = String(decoding: parts[0], as: UTF8.self)
    // Only the last part: our own folder says nothing.
    file = String(decoding: parts[1].split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
    line = Int(String(decoding: parts[2].prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)) ?? 0
    kind = String(decoding: parts[3], as: UTF8.self)
    for part in parts.dropFirst(4) {
      let text = String(decoding: part, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { continue }
      fields[text[..<colon]] = String(text[text.index(after: colon)...])
    }
  }

  private static let scopes: [Substring] = [
    "struct", "class", "union", "enum", "namespace", "interface", "package", "module", "implementation",
    "type", "typedef", "unknown",
  ]

  /// What it belongs to, as ctags writes it; empty at the top.
  var scope: String { scopeKind.flatMap { fields[$0[...]] } ?? "" }

  /// `class`, `interface`; nil at the top.
  var scopeKind: String? { Self.scopes.first { fields[$0] != nil }.map(String.init) }

  /// The first part of its scope.
  var topScope: String { scope.split(separator: ".").first.map(String.init) ?? "" }

  /// `public`, `private`; nil where ctags says none.
  var access: String? { fields["access"] }

  /// Kinds that are one for users, under one name.
  private static let kinds: [String: String] = [
    "prototype": "function", "func": "function", "method": "function", "methodSpec": "function",
    "externvar": "variable", "var": "variable", "field": "member", "talias": "alias", "enumConstant": "enumerator",
  ]

  /// Kinds that nobody outside depends on.
  private static let inner: Set<String> = [
    "packageName", "package", "unknown", "anonMember", "header", "label", "local",
  ]

  /// The number that ctags gave to something without a name, and the name that this line gives to it: `typedef struct {
  /// … } name`, and what is of such a type.
  var naming: (unnamed: String, name: String)? {
    guard let type = fields["typeref"]?.split(separator: ":").last, type.hasPrefix("__anon"),
      type.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return nil }
    return (String(type), name)
  }

  /// What users of the file see; nil where it is not for them.
  ///
  /// - Parameter names: names of what ctags could only number, see ``naming``.
  /// - Parameter aliases: names that macros of the file stand for.
  func element(names: [String: String], aliases: [String: String]) -> Element? {
    if Self.inner.contains(kind) || name.hasPrefix("__anon") { return nil }
    if ["private", "protected", "package", "default"].contains(fields["access"] ?? "") { return nil }
    guard isExported(scope) else { return nil }
    // Python's methods are members that can be called.
    if kind == "macro", isC, fields["signature"] == nil, let target = aliases[name] {
      return Element(name, MacroAliases.signature(of: target))
    }
    let kind = kind == "member" && fields["signature"] != nil ? "function" : Self.kinds[kind] ?? kind
    let signature = [kind, type, fields["signature"].map { isC ? Self.signature($0) : Patterns.normalised($0) }]
    return Element(
      scope.isEmpty || isC && kind == "enumerator" ? name : "\(Self.plain(scope, names)).\(name)",
      signature.compactMap { $0 }.joined(separator: " ")
    )
  }

  /// Enumerators of C stand beside all other names, whatever list they are in.
  private var isC: Bool { Self.endingsOfC.contains(file.split(separator: ".").last.map(String.init) ?? "") }

  /// Endings of files in C and C++.
  static let endingsOfC: Set<String> = ["h", "c", "hh", "hpp", "hxx", "cc", "cpp", "cxx", "inl"]

  /// Go shows what begins with a capital letter, Python what does not begin with an underscore.
  private func isExported(_ scope: String) -> Bool {
    let words = scope.split(whereSeparator: { ".:".contains($0) }) + [name[...]]
    switch file.split(separator: ".").last {
    case "go": return words.dropFirst(scope.isEmpty ? 0 : 1).allSatisfy { $0.first?.isUppercase ?? true }
    case "py": return words.allSatisfy { !$0.hasPrefix("_") || $0.hasPrefix("__") && $0.hasSuffix("__") }
    case "h", "hpp", "hh", "hxx": return !name.hasSuffix("_H") && !name.hasSuffix("_H_") || kind != "macro"
    default: return true
    }
  }

  /// `int`, `struct z_stream_s *`.
  private var type: String? {
    fields["typeref"].map { text in
      let parts = text.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return Patterns.normalised(text) }
      let type = parts[0] == "typename" ? String(parts[1]) : "\(parts[0]) \(parts[1])"
      return Patterns.normalised(type.contains("__anon") ? String(parts[0]) : type)
    }
  }

  /// Members of what has no name are told by the name that its type or a variable of it has, never by the number that
  /// ctags gives it.
  private static func plain(_ scope: String, _ names: [String: String]) -> String {
    guard scope.contains("__anon") else { return scope.replacing("::", with: ".") }
    let parts = scope.replacing("::", with: ".").split(separator: ".").enumerated().compactMap { place, part in
      guard part.hasPrefix("__anon") else { return String(part) }
      // What lies in an unnamed part of something is reached as if that part were not there.
      return names[String(part)] ?? (place == 0 ? "(unnamed)" : nil)
    }
    return parts.joined(separator: ".")
  }

  /// Parameters without their names: who calls a function does not see them.
  static func signature(_ text: String) -> String {
    guard text.hasPrefix("("), text.hasSuffix(")") else { return Patterns.normalised(text) }
    var depth = 0
    var parameters: [[UInt8]] = [[]]
    for byte in text.utf8.dropFirst().dropLast() {
      if "([{<".utf8.contains(byte) { depth += 1 }
      if ")]}>".utf8.contains(byte) { depth -= 1 }
      if byte == UInt8(ascii: ","), depth == 0 {
        parameters.append([])
      } else {
        parameters[parameters.count - 1].append(byte)
      }
    }
    return "(" + parameters.map { parameter($0) }.joined(separator: ", ") + ")"
  }

  private static let typeWords: Set<String> = [
    "int", "char", "long", "short", "unsigned", "signed", "float", "double", "void", "bool", "const", "volatile",
    "struct", "union", "enum", "size_t",
  ]

  /// `const char *name` as `const char *`.
  private static func parameter(_ bytes: [UInt8]) -> String {
    var tokens = CTokens.of(bytes[...])
    // Only what reads like C: other languages write the name first, and it may be a keyword for callers.
    if let last = tokens.last, last.kind == .name, tokens.count > 1, !typeWords.contains(last.text) {
      let before = tokens[tokens.count - 2]
      let isAfterType = before.kind == .name && !["struct", "union", "enum", "const", "volatile"].contains(before.text)
      if isAfterType || ["*", "&"].contains(before.text) { tokens.removeLast() }
    }
    return CTokens.text(tokens)
  }
}
