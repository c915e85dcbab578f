import Divergence
import Family
import GitValues
import Landscape
import Portrait

extension LandscapeAssembly {
  /// How many words of each list are told.
  private static let shownWords = 20

  func vocabularyEntry(_ result: ForkResult) -> VocabularyEntry? {
    guard let vocabulary = result.vocabulary else { return nil }
    let names = members[result.fork.member].ownNames + members[result.fork.upstream].ownNames
    let (gained, lost) = VocabularyShift.ranked(vocabulary.code, leavingOut: names)
    let documents = VocabularyShift.ranked(vocabulary.documents, leavingOut: names)
    func entries(_ words: [VocabularyShift.Moved]) -> [WordEntry] {
      words.prefix(Self.shownWords).map { WordEntry(word: $0.word, fork: $0.fork, upstream: $0.upstream) }
    }
    return VocabularyEntry(
      gained: entries(gained),
      lost: entries(lost),
      shift: VocabularyShift.shift(gained, lost),
      documents: DocumentWordsEntry(gained: entries(documents.gained), lost: entries(documents.lost))
    )
  }
}

extension Member {
  /// What it is called, and its owner: words that tell nothing of what it is about.
  var ownNames: [String] {
    [bareName, owner, portrait?.title].compactMap { $0 } + (portrait?.names.map(\.name) ?? [])
  }
}
