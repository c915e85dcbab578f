/// A language that reports are written in.
///
/// English stands in the source, where its sentences are read beside what they say; every other language is a catalogue
/// keyed by them.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// English.
  case english = "en"
  /// Simplified Chinese.
  case simplifiedChinese = "zh-Hans"

  /// The language in which phrases turn into text. Set for the whole of a rendering, so that no page mixes two.
  @TaskLocal static var current = Language.english

  /// Told of every English word that the catalogue in use lacks: how a catalogue is shown to be whole.
  @TaskLocal static var missing: (@Sendable (String) -> Void)?

  /// Which of a catalogue's forms goes with a number, by the rules of Unicode's CLDR for whole numbers.
  func pluralCategory(of number: Int) -> String {
    switch self {
    case .english: number.magnitude == 1 ? "one" : "other"
    case .simplifiedChinese: "other"
    }
  }

  /// The words of other languages than English; nil for English.
  var catalogue: Catalogue? {
    switch self {
    case .english: nil
    case .simplifiedChinese: .simplifiedChinese
    }
  }
}
