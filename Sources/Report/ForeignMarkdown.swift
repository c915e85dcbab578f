/// Foreign text as Markdown, for rooms that write pages of their own: what comes out shows the text and does nothing.
public enum ForeignMarkdown {
  /// Plain text, for the middle of a line.
  public static func text(_ text: String) -> String { MarkdownEscaping.text(text) }

  /// A code span.
  public static func code(_ text: String) -> String { MarkdownEscaping.code(text) }
}
