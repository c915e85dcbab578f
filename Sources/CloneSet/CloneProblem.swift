public import Git

/// What is wrong with one path or one clone, in words for a person. The other clones go on.
public struct CloneProblem: Error, Hashable, Sendable {
  /// The path as the user wrote it, or as it follows from that.
  public let path: String
  /// What could not be done: "cannot be opened".
  public let what: String
  /// The reason, without a final full stop.
  public let why: String
  /// What to do about it; nil where nothing general helps.
  public let hint: String?
  /// Whether it only tells what was found, and nothing was left unread for it: an empty clone, a detached head.
  public let isNote: Bool

  /// A problem of its parts.
  public init(path: String, what: String, why: String, hint: String? = nil, isNote: Bool = false) {
    self.path = path
    self.what = what
    self.why = why
    self.hint = hint
    self.isNote = isNote
  }

  /// The problem that `error` is for the clone at `path`.
  public init(path: String, what: String, _ error: GitError) {
    self.init(path: path, what: what, why: "\(error.operation) \(error.subject): \(error.message)", hint: error.hint)
  }
}

extension CloneProblem: CustomStringConvertible {
  /// One line, "path: what: why; hint". Control characters and changes of direction in names are shown as `?`.
  public var description: String {
    let text = "\(path): \(what): \(why)" + (hint.map { "; \($0)" } ?? "")
    return String(String.UnicodeScalarView(text.unicodeScalars.map { Self.isControl($0) ? "?" : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isBidiControl
    }
  }
}
