import Landscape

/// The wording of the sections below the facts.
extension ForkWords {
  static let territoryTitle: Phrase = "Where its work lies"
  static let territoryNames: [(name: Phrase, meaning: Phrase)] = [
    ("home", "in files that upstream changes too"), ("quiet", "in files that upstream leaves alone"),
    ("new", "in files that upstream never had"),
  ]
  static let areaColumns: [Table.Column] = [
    .init("Folder"), .init("Lines added", .right), .init("Lines removed", .right), .init("Commits", .right),
  ]
  static let topFolder: Phrase = "(the top)"
  /// A word on folders within folders, where the list has such.
  static func areasNote(_ paths: [String]) -> Phrase? {
    let isNested = paths.contains { path in
      path.isEmpty || path == "." || paths.contains { $0.hasPrefix(path + "/") }
    }
    return isNested && paths.count > 1 ? "Each line of code counts in the deepest folder that is listed." : nil
  }
  static func moreAreas(_ count: Int) -> Phrase { "And \(count.of("more folder", "more folders"))." }

  static let filesTitle: Phrase = "Files"
  static func filesIntroduction(total: Int, base: String?) -> Phrase {
    let since: Phrase = base.map { " since \(.code($0.shortID))" } ?? ""
    return "What became of \(total.of("path", "paths"))\(since), renames followed:"
  }
  static let fileColumns: [Table.Column] = [.init("Class"), .init("Files", .right), .init("Share", .right)]

  static let foldersTitle: Phrase = "Renamed folders"
  static let folderColumns: [Table.Column] = [.init("From"), .init("To"), .init("Files", .right)]

  static let vocabularyTitle: Phrase = "Vocabulary"
  static func vocabulary(_ entry: VocabularyEntry) -> Phrase {
    func words(_ list: [WordEntry]) -> Phrase {
      VerdictWords.list(
        list.prefix(8).map { "\(.code($0.word)) (\($0.upstream.percent) to \($0.fork.percent))" },
        limit: 8
      )
    }
    func plain(_ list: [WordEntry]) -> Phrase { VerdictWords.list(list.prefix(8).map { .code($0.word) }, limit: 8) }
    var sentences: [Phrase] = []
    if !entry.gained.isEmpty {
      sentences.append("In more of its source files than of upstream's stand \(words(entry.gained)).")
    }
    if !entry.lost.isEmpty { sentences.append("In fewer stand \(words(entry.lost)).") }
    if !entry.documents.gained.isEmpty {
      sentences.append("Its READMEs and manuals gained \(plain(entry.documents.gained)).")
    }
    if !entry.documents.lost.isEmpty { sentences.append("They lost \(plain(entry.documents.lost)).") }
    sentences.append("Words that are usual in code at large, and both projects' names, are left out.")
    return sentences.joined(separator: " ")
  }

  static let historyTitle: Phrase = "Over time"
  static let historyIntroduction: Phrase = """
    As git would have counted at the end of a month. The lag is the age, on that day, of the oldest upstream commit that \
    the fork had not merged.
    """
  static let historyColumns: [Table.Column] = [
    .init("End of"), .init("Ahead", .right), .init("Behind", .right), .init("Lag, days", .right),
  ]

  static let evidenceTitle: Phrase = "Evidence for the track"
  static let evidenceColumns: [Table.Column] = [
    .init("Weight", .right), .init("Speaks for"), .init("Signal"), .init("Finding"),
  ]
  static func whyUnrelatedTitle(_ name: String) -> Phrase { "Why it is unrelated to \(name)" }
  static func whyUpstreamTitle(_ name: String) -> Phrase { "Why \(name) is its upstream" }
  static let whyColumns: [Table.Column] = [
    .init("Weight", .right), .init("Speaks for"), .init("Signal"), .init("Finding"),
  ]

  static let notesTitle: Phrase = "Notes"
  static let gapsTitle: Phrase = "What was not analysed"
  static let noGaps: Phrase = "Nothing was left out."
}
