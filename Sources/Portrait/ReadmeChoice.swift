import GitValues

/// Chooses the README that speaks for a project.
enum ReadmeChoice {
  /// The best README among the entries of one folder; nil where there is none.
  ///
  /// Formats that say more come first: Markdown, reStructuredText, AsciiDoc, Org, no suffix, text. A README for a
  /// language (`README.zh.md`, `README_CN.md`) comes after all of those. Among equals the first of the folder.
  static func best(of entries: [PortraitReader.Entry]) -> PortraitReader.Entry? {
    var best: (rank: Int, entry: PortraitReader.Entry)?
    for entry in entries where entry.mode.isRegular || entry.mode.canonical == .link {
      guard let rank = rank(of: entry.name) else { continue }
      if let found = best, found.rank <= rank { continue }
      best = (rank, entry)
    }
    return best?.entry
  }

  /// The language that a file of this name is marked up in.
  static func dialect(of name: String) -> Dialect {
    switch name.lowercased().split(separator: ".").last {
    case "rst", "rest": .restructuredText
    case "adoc", "asciidoc", "asc": .asciiDoc
    case "org": .org
    default: .markdown
    }
  }

  private static let formats: [String: Int] = [
    "md": 0, "markdown": 0, "mkd": 0, "mdown": 0, "rst": 1, "rest": 1, "adoc": 2, "asciidoc": 2, "asc": 2, "org": 3,
    "": 4, "txt": 5, "text": 5, "html": 6, "htm": 6,
  ]

  /// Smaller is better; nil for what is no README of the whole project, such as `README.windows`.
  static func rank(of name: String) -> Int? {
    let lower = name.lowercased()
    guard lower.hasPrefix("readme") else { return nil }
    let rest = lower.dropFirst(6)
    if rest.isEmpty { return formats[""] }
    guard let first = rest.first, ".-_".contains(first) else { return nil }
    let parts = rest.split { ".-_".contains($0) }.map(String.init)
    if parts.count == 1, first == ".", let rank = formats[parts[0]] { return rank }
    let format = parts.last.flatMap { formats[$0] }
    let language = format == nil ? parts : Array(parts.dropLast())
    guard let code = language.first, isLanguage(code, language.dropFirst().first), language.count <= 2 else {
      return nil
    }
    // English is the language in which most is looked for afterwards.
    return 10 + (code.hasPrefix("en") ? 0 : 10) + (format ?? 4)
  }

  /// Whether a name's parts are a language and perhaps a region: `zh`, `zh-cn`, `pt_br`, `cn`.
  private static func isLanguage(_ code: String, _ region: String?) -> Bool {
    let codes: Set<String> = [
      "ar", "bg", "bn", "ca", "chs", "cht", "cn", "cs", "cz", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
      "gr",
      "he", "hi", "hr", "hu", "id", "it", "ja", "jp", "ko", "kr", "lt", "lv", "ms", "nl", "no", "pl", "pt", "ptbr",
      "ro",
      "ru", "sk", "sl", "sr", "sv", "th", "tr", "tw", "ua", "uk", "ur", "vi", "vn", "zh", "zhcn", "english", "chinese",
    ]
    return codes.contains(code) && (region.map { (2...4).contains($0.count) } ?? true)
  }
}
