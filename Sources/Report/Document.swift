/// A page as a tree, before any format: writers turn it into Markdown or HTML, and escape everything in it.
public struct Document: Hashable, Sendable {
  /// The parts from top to bottom.
  public var blocks: [Block]

  /// A page of its parts.
  public init(_ blocks: [Block] = []) { self.blocks = blocks }

  /// The pictures on it, from top to bottom.
  var pictures: [Picture] { blocks.flatMap(\.pictures) }
}

/// A part of a page that stands on lines of its own.
public enum Block: Hashable, Sendable {
  /// A heading of level 1 (the page's title) to 6.
  case heading(Int, Phrase)
  /// Running text.
  case paragraph(Phrase)
  /// A list without numbers.
  case list([Phrase])
  /// A table.
  case table(Table)
  /// A drawing, with its table behind it.
  case picture(Picture)
  /// Lines as they are, in fixed width.
  case code(String)
  /// Parts that unfold below a summary.
  case details(Phrase, [Block])

  /// The pictures in it, from top to bottom.
  var pictures: [Picture] {
    switch self {
    case .picture(let picture): [picture]
    case .details(_, let blocks): blocks.flatMap(\.pictures)
    default: []
    }
  }
}

/// A table: every row has a cell for each column.
public struct Table: Hashable, Sendable {
  /// To which side a column's cells are set.
  public enum Alignment: Hashable, Sendable {
    /// Text.
    case left
    /// Numbers.
    case right
  }

  /// A column's title and alignment.
  public struct Column: Hashable, Sendable {
    /// The title.
    public let title: Phrase
    /// The side that cells are set to.
    public let alignment: Alignment

    /// A column of title and alignment.
    public init(_ title: Phrase, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// The columns from left to right.
  public var columns: [Column]
  /// The rows from top to bottom.
  public var rows: [[Phrase]]

  /// A table of its parts.
  public init(_ columns: [Column], rows: [[Phrase]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// A part of running text.
public indirect enum Inline: Hashable, Sendable {
  /// Plain text, ours or foreign: writers escape it.
  case text(String)
  /// Our own words, put into a language when they are written.
  case sentence(Sentence)
  /// A number and its noun, put into a language when they are written.
  case count(Count)
  /// A message of the landscape, put into a language when it is written.
  case said(Said)
  /// A name, id or command in fixed width.
  case code(String)
  /// Set off strongly.
  case strong(Phrase)
  /// Set off.
  case emphasis(Phrase)
  /// A link to another page of the report, by a path relative to this one.
  case link(Phrase, to: String)
}
