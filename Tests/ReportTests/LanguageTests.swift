import Evidence
import Landscape
import LandscapeSample
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
}
