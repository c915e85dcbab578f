/// A block's text without its markup, and what the markup said.
struct InlineText: Hashable, Sendable {
  /// A part of the text that links somewhere.
  struct Link: Hashable, Sendable {
    /// Where in ``InlineText/bytes``.
    let range: Range<Int>
    /// The address as written.
    let target: String
  }

  /// An image that stood in the text.
  struct Image: Hashable, Sendable {
    /// Its text; often empty.
    let text: String
    /// Its address.
    let target: String
    /// Whether a link was around it.
    var isLinked = false
  }

  /// The text, UTF-8, runs of blanks made one space.
  var bytes: [UInt8] = []
  /// Order: as in the text.
  var links: [Link] = []
  /// Order: as in the text.
  var images: [Image] = []

  /// The text.
  var text: String { bytes.trimmed.text }

  /// Whether more than two thirds of the letters belong to links: a row of links is not prose.
  var isMostlyLinks: Bool {
    let letters = bytes.count { $0.isWord }
    let linked = links.reduce(0) { sum, link in sum + bytes[link.range].count { $0.isWord } }
    return letters == 0 || linked * 3 > letters * 2
  }
}

/// The markup languages that READMEs are written in.
enum Dialect: Sendable {
  case markdown
  case restructuredText
  case asciiDoc
  case org
}
