/// Finds the sentences by which a project defines itself.
enum ReadmeDefinition {
  /// The first sentences of `found`, as many as make a short text; nil where there are none.
  static func text(of found: [String]) -> String? {
    guard var text = found.first else { return nil }
    for sentence in found.dropFirst() {
      guard text.count < 120, text.count + sentence.count < 240 else { break }
      text += " " + sentence
    }
    return text.shortened(to: 240)
  }

  /// The sentence that defines, with those after it in its paragraph.
  ///
  /// Names found before the prose tell which sentences speak of the project: those define it in the first paragraphs,
  /// others only in the very first.
  static func find(in blocks: [ReadmeBlock], of names: [ProjectName]) -> [String] {
    var fallback: [String]?
    for kind in [ReadmeBlock.Kind.prose, .notice, .item] {
      var paragraphs = 0
      for block in blocks.prefix(80) where block.kind == kind && !block.inline.isMostlyLinks {
        let sentences = Sentences.ranges(of: block.inline.bytes).map { block.inline.bytes[$0].text }
        for (position, sentence) in sentences.enumerated().prefix(3) where Definition.isProse(sentence) {
          if Definition.speaksOfEnd(sentence) { break }
          let isNear = kind == .item ? paragraphs == 0 && sentence.hasPrefix("This is ") : paragraphs < 4
          let isNamed = kind != .item && paragraphs < 8 && Definition.defines(sentence, names)
          if isNamed || (isNear && Definition.defines(sentence)) { return Array(sentences[position...]) }
          if fallback == nil, isNear, Definition.mayDescribe(sentence) {
            fallback = Array(sentences[position...])
          }
        }
        paragraphs += sentences.contains(where: Definition.isProse) ? 1 : 0
      }
    }
    return fallback ?? []
  }
}
