/// What the parts of a README that are not prose call the project.
struct ReadmeNames {
  private let blocks: [ReadmeBlock]

  init(_ blocks: [ReadmeBlock]) {
    self.blocks = blocks
  }

  /// The names that do not depend on what the prose says.
  var all: [ProjectName] {
    [leadingHeading, logo, whatIs].compactMap { $0 }.flatMap(ProjectName.titleNames).map(ProjectName.init)
  }

  /// The first heading of the upper two levels that is no chapter's.
  var laterHeading: String? {
    blocks.prefix(40).lazy.filter { ($0.headingLevel ?? 9) < 3 }.map(\.inline.text).first(where: Self.isName)
  }

  /// The first heading at the top level, or of the very top, before any prose.
  var leadingHeading: String? {
    for (position, block) in blocks.prefix(40).enumerated() {
      if block.kind == .prose, !block.inline.isMostlyLinks, Definition.isProse(block.inline.text) { return nil }
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

  /// The text of an image before any prose that is no badge.
  var logo: String? {
    for block in blocks.prefix(12) {
      if block.kind == .prose, block.inline.bytes.count > 80, !block.inline.isMostlyLinks { return nil }
      for image in block.inline.images where !Self.isBadge(image) {
        if let name = logoName(image) { return name }
      }
    }
    return nil
  }

  private func logoName(_ image: InlineText.Image) -> String? {
    guard !Self.isBadge(image) else { return nil }
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

  /// X of a heading "What is X?".
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

  /// The first line, where it is as short as a name.
  var shortFirstLine: String? {
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
      "disclaimer", "status", "frequently asked questions", "options", "setup", "release", "synopsis", "support",
      "deprecated", "archived", "welcome", "downloads", "download", "links", "faq",
    ]
    let lower = text.lowercased().filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: " ")
    if chapters.contains(lower) || lower.isEmpty || text.utf8.count > 120 { return false }
    if lower.hasPrefix("what is ") || lower.hasPrefix("how to ") || lower.hasPrefix("why ") { return false }
    return !Definition.speaksOfEnd(text) && !text.contains("://") && !text.hasSuffix("!") && !text.hasSuffix("?")
  }
}
