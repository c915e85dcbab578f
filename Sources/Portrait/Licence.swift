/// Tells licence files by their names.
enum LicenceFile {
  /// Whether a file of this name at the top holds the project's licence: `LICENSE`, `COPYING.LESSER`, `LICENSE-MIT`,
  /// `license.txt`.
  static func isOne(_ name: String) -> Bool {
    let lower = name.lowercased()
    let stems = ["licenses", "license", "licence", "copying", "copyright", "unlicense", "unlicence"]
    guard let stem = stems.first(where: { lower.hasPrefix($0) }) else { return false }
    let rest = lower.dropFirst(stem.count)
    guard let first = rest.first else { return true }
    guard ".-_".contains(first) else { return false }
    // A program that checks licences is none.
    let code = [".py", ".sh", ".js", ".go", ".rs", ".c", ".h", ".json", ".yml", ".yaml", ".pl", ".rb", ".tmpl", ".in"]
    return !code.contains { rest.hasSuffix($0) }
  }
}

/// Finds licences by telling phrases of their texts.
enum LicenceFinder {
  /// The expression for a project's licence files, given with their names; nil where there are none.
  ///
  /// `SPDX-License-Identifier` lines win. Several licences are joined by `OR` where a file says that one may be chosen,
  /// or where files are named after licences as `LICENSE-MIT` and `LICENSE-APACHE` are; else by `AND`. Order: as found.
  static func expression(of files: [(name: String, text: PlainBytes)]) -> String? {
    guard !files.isEmpty else { return nil }
    var declared: [String] = []
    var found: [String] = []
    var isChoice = false
    for file in files {
      for id in declaredIDs(file.text.bytes) where !declared.contains(id) { declared.append(id) }
      let text = normalised(file.text.bytes)
      let ids = self.ids(in: text)
      for id in ids where !found.contains(id) { found.append(id) }
      if ids.count > 1 && saysChoice(text) { isChoice = true }
    }
    if !declared.isEmpty { return joined(declared, "AND") }
    if found.isEmpty { return "LicenseRef-unknown" }
    let named = files.filter { $0.name.contains("-") && !$0.name.contains(".") }
    if named.count == files.count, files.count > 1 { isChoice = true }
    return joined(found, isChoice ? "OR" : "AND")
  }

  private static func joined(_ ids: [String], _ word: String) -> String {
    ids.map { ids.count > 1 && $0.contains(" ") ? "(\($0))" : $0 }.joined(separator: " \(word) ")
  }

  /// What `SPDX-License-Identifier:` lines near the top say.
  private static func declaredIDs(_ bytes: [UInt8]) -> [String] {
    let head = bytes.prefix(4096)
    var ids: [String] = []
    var start = head.startIndex
    while let found = head.range(of: "spdx-license-identifier:", from: start) {
      start = found.upperBound
      let line = head[start...].prefix { $0 != .newline }
      let words = line.split(whereSeparator: \.isBlank).map(\.text).prefix { word in
        word.utf8.allSatisfy { $0.isWord || "-+.()".utf8.contains($0) }
      }
      let id = words.joined(separator: " ")
      if !id.isEmpty, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// Lower-case words with one space between and around.
  static func normalised(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = [.space]
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte.isWord { text.append(byte.lowered) } else if text.last != .space { text.append(.space) }
    }
    if text.last != .space { text.append(.space) }
    return text
  }

  /// The licences of a normalised text, in the order in which they stand there.
  ///
  /// Licences of parts, listed after the project's own, are left out. A licence that is only mentioned counts where no
  /// licence is written out.
  static func ids(in whole: [UInt8]) -> [String] {
    let text = withoutParts(whole)
    var places = LicencePhrases.texts.places(in: text) + bsd(text)
    if places.isEmpty { places = LicencePhrases.mentions.places(in: text) }
    places.sort { ($0.place, $0.id) < ($1.place, $1.id) }
    var ids: [String] = []
    for place in places where !ids.contains(place.id) { ids.append(place.id) }
    return ids
  }

  /// BSD licences share their first words; the clauses that follow tell them apart.
  private static func bsd(_ text: [UInt8]) -> [(id: String, place: Int)] {
    let opening: StaticString = "redistribution and use in source and binary forms with or without modification"
    var found: [(id: String, place: Int)] = []
    var start = 0
    while let place = text.range(of: opening, from: start) {
      start = place.upperBound
      let next = text.range(of: opening, from: start)?.lowerBound ?? text.count
      let part = text[start..<min(next, start + 3000)]
      let id: String
      if part.contains("all advertising materials mentioning") {
        id = "BSD-4-Clause"
      } else if part.contains("endorse or promote products") || part.contains("neither the name of") {
        id = "BSD-3-Clause"
      } else {
        id = "BSD-2-Clause"
      }
      if !found.contains(where: { $0.id == id }) { found.append((id, place.lowerBound)) }
    }
    return found
  }

  /// The text up to where licences of bundled parts are listed.
  private static func withoutParts(_ text: [UInt8]) -> [UInt8] {
    let marks: [StaticString] = [
      " subcomponents ", " third party licenses ", " third party components ", " third party software ",
      " bundled with ", " the following third party ", " licenses for bundled ",
    ]
    let ends = marks.compactMap { text.range(of: $0)?.lowerBound }.filter { $0 > 400 }
    return ends.min().map { Array(text[..<$0]) + [.space] } ?? text
  }

  /// Whether a text that names several licences leaves the choice among them.
  private static func saysChoice(_ text: [UInt8]) -> Bool {
    let phrases: [StaticString] = [
      " dual licensed ", " dual license ", " triple licensed ", " tri licensed ", " your choice of ",
      " at your election ",
      " user s choice of ",
      " either of the following licenses ", " choice of license ", " one of the following licenses ",
    ]
    return (phrases + LicencePhrases.choices).contains { text.contains($0) }
  }
}
