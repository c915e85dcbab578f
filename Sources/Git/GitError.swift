/// What went wrong between forkscape and a repository: what was asked, of what, what came back, what to do next.
public struct GitError: Error, Hashable, Sendable {
  /// The kinds of failure that callers tell apart.
  public enum Kind: Hashable, Sendable {
    /// There is no repository at the path.
    case notARepository
    /// The repository has a format that libgit2 cannot read; the text names it.
    case unsupported(String)
    /// An object, reference or revision that was asked for is not there.
    case notFound
    /// An object or file is there but damaged, or not of the type that was asked for.
    case corrupt
    /// The object is larger than the limit of the call.
    case tooLarge
    /// The text is no valid name or revision, or names several things.
    case invalid
    /// Anything else that libgit2 reports.
    case failed
  }

  /// The kind of failure.
  public let kind: Kind
  /// What was asked: "open", "read commit".
  public let operation: String
  /// Of what: a path, an id, a name.
  public let subject: String
  /// What came back, without a final full stop.
  public let message: String
  /// libgit2's return code; 0 where the failure is our own finding.
  public let code: Int32
  /// libgit2's error class; 0 where the failure is our own finding.
  public let errorClass: Int32

  /// A failure of its parts.
  public init(
    _ kind: Kind,
    _ operation: String,
    _ subject: String,
    message: String,
    code: Int32 = 0,
    errorClass: Int32 = 0
  ) {
    self.kind = kind
    self.operation = operation
    self.subject = subject
    self.message = message
    self.code = code
    self.errorClass = errorClass
  }

  /// What a person can do about it; nil where nothing general helps.
  public var hint: String? {
    switch kind {
    case .notARepository: "give the folder of a clone, or a folder that holds clones"
    case .unsupported("SHA-256 object ids"): "convert it, or analyse a SHA-1 clone of the same project"
    case .unsupported("reftable references"): "run `git refs migrate --ref-format=files` in a copy of it"
    case .unsupported: "make a plain clone of it with `git clone --mirror`"
    case .notFound, .corrupt: "run `git fsck` there; a fresh clone usually repairs it"
    case .tooLarge, .invalid, .failed: nil
    }
  }
}

extension GitError: CustomStringConvertible {
  /// One line: "cannot read commit 1234…: object not found".
  public var description: String { "cannot \(operation) \(subject): \(message)" }
}
