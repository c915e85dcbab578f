import Evidence
import Landscape
import LandscapeSample
import Synchronization
import Testing

@testable internal import Report

/// Words in other languages than the one they are written in.
@Suite struct LanguageTests {
  private func inChinese(_ phrase: Phrase) -> String {
    Language.$current.withValue(.simplifiedChinese) { ExplainText.plain(phrase) }
  }

  @Test func englishIsAsItIsWritten() {
    let phrase: Phrase = "As git counts, it is \(3.of("commit", "commits")) ahead of \(.code("main")) and \(1) behind."
    #expect(ExplainText.plain(phrase) == "As git counts, it is 3 commits ahead of main and 1 behind.")
  }

  @Test func aCatalogueMayChangeTheOrderOfValues() {
    let filled = Catalogue.fill("{2} < {1} {3} {x") { name in Int(name).flatMap { [1: "one", 2: "two"][$0] } }
    #expect(ExplainText.plain(Phrase(filled)) == "two < one {3} {x")
  }

  @Test func sentencesThatMeetAreLookedUpAsOneThenEachAlone() {
    let phrase: Phrase = "one \(1)" + " two \(2)"
    guard case .sentence(let sentence) = phrase.parts.first else {
      Issue.record("no sentence")
      return
    }
    #expect(phrase.parts.count == 1)
    #expect(sentence.keys == ["one {1}", " two {1}"])
  }

  @Test func valuesAloneAreNoSentence() {
    #expect(("\(5)" as Phrase).parts == [.text("5")])
    #expect(("" as Phrase).isEmpty)
  }

  @Test func foreignTextIsNeverTranslated() {
    for verdict in TrackVerdict.allCases {
      let ours = VerdictWords.track(verdict)
      #expect(inChinese(Phrase(ExplainText.plain(ours))) == ExplainText.plain(ours))
    }
  }

  @Test func aMessageThatACatalogueLacksIsSaidInEnglish() {
    let entry = MessageEntry(message: "nobody.knows", text: "As it came.")
    #expect(inChinese(.said(entry)) == "As it came.")
  }

  @Test(arguments: [(0, "other"), (1, "one"), (2, "other"), (-1, "one")])
  func englishPlurals(number: Int, category: String) {
    #expect(Language.english.pluralCategory(of: number) == category)
    #expect(Language.simplifiedChinese.pluralCategory(of: number) == "other")
  }

  /// Collects what is told from several threads.
  private final class Missing: Sendable {
    private let keys = Mutex<Set<String>>([])

    func add(_ key: String) { _ = keys.withLock { $0.insert(key) } }

    var sorted: [String] { keys.withLock { $0.sorted() } }
  }

  @Test func everyWordOfTheReportIsInTheCatalogue() throws {
    let missing = Missing()
    try Language.$missing.withValue({ missing.add($0) }) {
      let files = try ReportFolder.render(landscape: Sample.landscape, language: .simplifiedChinese)
      #expect(files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("分叉全景") })
      for family in Sample.landscape.families {
        for fork in family.forks {
          let text = ExplainText.render(
            fork: fork,
            in: family,
            width: 80,
            colour: false,
            language: .simplifiedChinese
          )
          #expect(!text.isEmpty)
        }
      }
    }
    // What stages said in English without a message to translate stays as it was said.
    let words = missing.sorted.filter { $0.hasPrefix("phrase: ") || $0.hasPrefix("count: ") }
    #expect(words.isEmpty, "\(words.joined(separator: "\n"))")
  }

  @Test func everyTranslationNamesOnlyValuesThatThereAre() {
    let catalogue = Catalogue.simplifiedChinese
    #expect(catalogue.phrases.count > 150)
    for (key, template) in catalogue.phrases {
      let (offered, named) = (Self.places(key), Self.places(template))
      #expect(named.isSubset(of: offered), "\(key): \(template)")
    }
    for (key, forms) in catalogue.counts {
      #expect(key.split(separator: "|").count == 2)
      #expect(forms["other"]?.contains("{1}") == true, "\(key)")
    }
  }

  private static func places(_ text: String) -> Set<String> { Set(text.matches(of: /\{[^}]*\}/).map { String($0.0) }) }
}
