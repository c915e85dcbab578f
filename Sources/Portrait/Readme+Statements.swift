extension Readme {
  /// What the README says of the project's descent and fate, in order; at most 24 statements.
  ///
  /// - Parameter ownNames: what manifests call the project: used where the README has no name for it, since a fork
  ///   often keeps the manifests' names.
  func statements(ownNames: [String]) -> [ForkStatement] {
    var texts = title.map(ProjectName.titleNames) ?? []
    texts += names
    let manifests = ownNames.map(ProjectName.shortName)
    let finder = StatementFinder(ownNames: (texts.isEmpty ? manifests : texts).map(ProjectName.init))
    // Of an end, the old name is spoken of too.
    let endFinder = StatementFinder(ownNames: (texts + manifests).map(ProjectName.init))
    var found: [ForkStatement] = []
    for block in blocks where found.count < 24 {
      for sentence in Sentences.ranges(of: block.inline.bytes)
      where StatementPhrases.mayStandIn(block.inline.bytes[sentence]) {
        let words = SentenceWords(block.inline, sentence)
        guard words.words.count > 1, words.words.count < 120 else { continue }
        let isItem = block.kind == .item
        let descent = finder.statements(in: words, isItem: isItem) { $0 != .stopped && $0 != .movedTo }
        let end = endFinder.statements(in: words, isItem: isItem) { $0 == .stopped || $0 == .movedTo }
        for statement in descent + end where !found.contains(statement) { found.append(statement) }
      }
    }
    return Array(found.prefix(24))
  }
}
