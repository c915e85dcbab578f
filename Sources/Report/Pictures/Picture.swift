/// A drawing with the words and the table that stand for it where it cannot be seen.
public struct Picture: Hashable, Sendable {
  /// The name of its file in `assets/`, without an extension: portable, unique in the report.
  public let name: String
  /// What it shows, in a few words.
  public let title: Phrase
  /// What a person who sees it would take from it, in a sentence or two.
  public let summary: Phrase
  /// The drawing.
  let drawing: Drawing
  /// The figures it is drawn from.
  public let table: Table

  init(name: String, title: Phrase, summary: Phrase, drawing: Drawing, table: Table) {
    self.name = name
    self.title = title
    self.summary = summary
    self.drawing = drawing
    self.table = table
  }

  /// The path of its file, relative to the report folder.
  var path: String { "assets/\(name).svg" }

  /// A file of its own, with its styles.
  public var file: String { svg(styles: PictureStyle.sheet) }

  /// For a page that has the styles already.
  var inline: String { svg(styles: nil) }

  private func svg(styles: String?) -> String {
    drawing.svg(name: name, title: ExplainText.plain(title), summary: ExplainText.plain(summary), styles: styles)
  }
}
