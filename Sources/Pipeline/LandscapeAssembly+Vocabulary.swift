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
    let names = Self.names([members[result.fork.member], members[result.fork.upstream]])
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

  private static func names(_ members: [Member]) -> [String] {
    members.flatMap { member in
      [member.bareName, member.owner, member.portrait?.title].compactMap { $0 }
        + (member.portrait?.names.map(\.name) ?? [])
    }
  }
}
