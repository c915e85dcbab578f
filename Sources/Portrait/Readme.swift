/// A README, read.
struct Readme {
  /// Its blocks in order.
  let blocks: [ReadmeBlock]

  /// The README of `text`.
  init(_ text: PlainBytes, _ dialect: Dialect) {
    blocks = ReadmeParser.blocks(of: text, dialect)
  }

  /// The text without markup, a block a line, cut at a line's end after at most `limit` bytes.
  func text(limit: Int) -> String {
    var text = ""
    for block in blocks {
      let line = block.inline.text
      if line.isEmpty { continue }
      if text.utf8.count + line.utf8.count + 1 > limit {
        return text.isEmpty ? line.shortened(to: limit / 4) : text
      }
      if !text.isEmpty { text += "\n" }
      text += line
    }
    return text
  }

  // MARK: Title

  /// The title: the first heading before any prose that names more than a chapter; else the text of a logo that stands
  /// there; else X of a heading "What is X?"; else X of a first sentence "X is a …"; else the first heading further down;
  /// else a short first line.
  var title: String? {
    leadingHeading ?? logo ?? whatIs ?? definedSubject ?? laterHeading ?? shortFirstLine
  }

  private var laterHeading: String? {
    blocks.prefix(40).lazy.filter { ($0.headingLevel ?? 9) < 3 }.map(\.inline.text).first(where: Self.isName)
  }

  private var leadingHeading: String? {
    for (position, block) in blocks.prefix(40).enumerated() {
      if block.kind == .prose, block.inline.bytes.count > 120, !block.inline.isMostlyLinks { return nil }
      guard let level = block.headingLevel else { continue }
      let text = block.inline.text
      if text.isEmpty {
        // A heading that is a picture says its name there, if at all.
        if level == 1, let name = block.inline.images.lazy.compactMap(logoName).first { return name }
        continue
      }
      guard level == 1 || position == 0, Self.isName(text) else { continue }
      return text
    }
    return nil
  }

  var logo: String? {
    for block in blocks.prefix(12) {
      if block.kind == .prose, block.inline.bytes.count > 80, !block.inline.isMostlyLinks { return nil }
      for image in block.inline.images where !Readme.isBadge(image) {
        if let name = logoName(image) { return name }
      }
    }
    return nil
  }

  private func logoName(_ image: InlineText.Image) -> String? {
    guard !Readme.isBadge(image) else { return nil }
    let dropped: Set<String> = ["logo", "banner", "icon", "header", "image", "screenshot", "img", "picture"]
    let words = image.text.split { $0 == " " || $0 == "_" }
    let name = words.filter { !dropped.contains($0.lowercased()) }.joined(separator: " ")
    let isFile = [".png", ".svg", ".jpg", ".jpeg", ".gif", ".webp"].contains { name.lowercased().hasSuffix($0) }
    return name.isEmpty || isFile || name.utf8.count > 60 || !Self.isName(name) ? nil : name
  }

  private static func isBadge(_ image: InlineText.Image) -> Bool {
    let marks = [
      "badge", "shields.io", "/workflows/", "travis-ci", "codecov", "coveralls", "circleci", "appveyor", "badgen",
      "goreportcard", "godoc", "repostatus", "/status", "build", "gitter", "readthedocs", "pepy", "bestpractices",
    ]
    let target = image.target.lowercased()
    return marks.contains { target.contains($0) }
  }

  var whatIs: String? {
    for block in blocks.prefix(30) where block.headingLevel != nil {
      let words = block.inline.text.split(separator: " ")
      guard words.count > 2, words.count < 7, words[0].lowercased() == "what", words[1].lowercased() == "is" else {
        continue
      }
      let name = words.dropFirst(2).joined(separator: " ")
      return name.hasSuffix("?") ? String(name.dropLast()) : name
    }
    return nil
  }

  var definedSubject: String? {
    guard let sentence = definition, let subject = Definition.subject(of: sentence) else { return nil }
    return Definition.isPronoun(subject) ? nil : subject
  }

  private var shortFirstLine: String? {
    guard let block = blocks.first(where: { !$0.inline.text.isEmpty && !$0.inline.isMostlyLinks }) else { return nil }
    let text = block.inline.text
    return block.kind == .prose && text.utf8.count < 60 && Self.isName(text) ? text : nil
  }

  /// Whether a heading names the project, and not a chapter or a piece of news.
  private static func isName(_ text: String) -> Bool {
    let chapters: Set<String> = [
      "about", "introduction", "overview", "readme", "table of contents", "contents", "toc", "installation", "install",
      "installing", "getting started", "quick start", "quickstart", "usage", "features", "license", "licence",
      "licensing", "contributing", "contributors", "documentation", "docs", "building", "build", "how it works", "news",
      "description", "summary", "background", "requirements", "prerequisites", "note", "notes", "warning", "notice",
      "disclaimer", "status", "support", "deprecated", "archived", "welcome", "downloads", "download", "links", "faq",
    ]
    let lower = text.lowercased().filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: " ")
    if chapters.contains(lower) || lower.isEmpty || text.utf8.count > 120 { return false }
    if lower.hasPrefix("what is ") || lower.hasPrefix("how to ") || lower.hasPrefix("why ") { return false }
    let fates = ["no longer", "unmaintained", "not maintained", "deprecated", "archived", "discontinued", "abandoned"]
    if fates.contains(where: { lower.contains($0) }) { return false }
    return !text.contains("://") && !text.hasSuffix("!") && !text.hasSuffix("?")
  }

  // MARK: Definition

  /// The sentences by which the project defines itself: the first that says "X is …", "This is …" or "A … for …"; else
  /// the first that reads like prose.
  var describes: String? {
    guard let found = foundDefinition else { return nil }
    var text = found.sentences[0]
    for sentence in found.sentences.dropFirst() where text.count < 120 && text.count + sentence.count < 240 {
      text += " " + sentence
    }
    return text.shortened(to: 240)
  }

  private var definition: String? { foundDefinition?.sentences.first }

  /// The sentence that defines, with those after it in its paragraph.
  ///
  /// Names found before the first prose tell which sentences speak of the project: those define it wherever they stand;
  /// others only in the first paragraphs.
  private var foundDefinition: (sentences: [String], isDefining: Bool)? {
    let names = [leadingHeading, logo, whatIs].compactMap { $0 }.flatMap(ProjectName.titleNames).map(ProjectName.init)
    var fallback: [String]?
    for kind in [ReadmeBlock.Kind.prose, .notice, .item] {
      var paragraphs = 0
      for block in blocks.prefix(80) where block.kind == kind && !block.inline.isMostlyLinks {
        let sentences = Sentences.ranges(of: block.inline.bytes).map { block.inline.bytes[$0].text }
        for (position, sentence) in sentences.enumerated().prefix(3) where Definition.isProse(sentence) {
          let isNear = paragraphs < 4 && kind != .item
          if (isNear && Definition.defines(sentence)) || Definition.defines(sentence, names) {
            return (Array(sentences[position...]), true)
          }
          if fallback == nil, isNear, !Definition.speaksOfFile(sentence), !sentence.contains("://") {
            fallback = Array(sentences[position...])
          }
        }
        paragraphs += sentences.contains(where: Definition.isProse) ? 1 : 0
      }
      if let fallback { return (fallback, false) }
    }
    return nil
  }
}
