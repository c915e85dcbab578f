import Landscape

/// The wording of the section on the next merge.
extension ForkWords {
  static let forecastTitle: Phrase = "The next merge"
  static let conflictAreaColumns: [Table.Column] = [.init("Folder"), .init("Files in conflict", .right)]
  static let conflictColumns: [Table.Column] = [
    .init("File"), .init("Why"), .init("Last changed by the fork"), .init("Last changed upstream"),
  ]

  static func forecast(_ entry: MergeForecastEntry, line: String?) -> Phrase {
    let line: Phrase = line.map { .code($0) } ?? "upstream's line"
    let files = entry.conflictedPaths
    var sentences: [Phrase] = []
    sentences.append(
      files == 0
        ? "Merging \(line) now would stop nowhere."
        : "Merging \(line) now would stop at \(.strong("\(files)")) \(files == 1 ? "file" : "files")."
    )
    if entry.merged > 0 {
      sentences.append("\(entry.merged.of("file", "files")) that both sides changed would merge without help.")
    }
    if let tag = entry.newestTag {
      let stops = tag.conflictedPaths
      sentences.append(
        stops == 0
          ? "Its newest tag, \(.code(tag.name)), would stop nowhere."
          : "Its newest tag, \(.code(tag.name)), would stop at \(stops.of("file", "files"))."
      )
    }
    if let phantom = entry.phantom, phantom > 0, let git = entry.withGitMergeBase {
      sentences.append(
        "\(.code("git merge")) would stop at \(git.of("file", "files")): it starts from an older common commit, and "
          + "\(phantom == 1 ? "one of them is" : "\(phantom) of them are") about changes that the fork has long taken "
          + "in."
      )
    }
    if !entry.unread.isEmpty {
      sentences.append(
        "\(entry.unread.count.of("file", "files")) that both sides changed could not be read and may conflict too."
      )
    }
    return sentences.joined(separator: " ")
  }

  static func conflicts(shown: Int, of total: Int) -> Phrase {
    shown == total ? "Who could tell how to settle them:" : "The first \(shown) of \(total), and who could tell:"
  }

  static func cause(_ path: MergePathEntry) -> Phrase {
    switch path.cause {
    case .content: "both changed the same place"
    case .deleteModify: path.forkPath == nil ? "the fork deleted it" : "upstream deleted it"
    case .addAdd: "both brought one of their own"
    case .rename: "moved by one side, and not alike by the other"
    }
  }

  static func touch(_ touch: TouchEntry?) -> Phrase {
    guard let touch else { return "not known" }
    return "\(touch.author), \(touch.date.day), \(.code(touch.commit.shortID))"
  }
}
