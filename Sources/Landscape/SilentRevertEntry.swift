/// A merge that took upstream in and left out what it had done to some files, which the fork had never changed itself.
///
/// The files are still so at the fork's head, while upstream's line still has them otherwise.
public struct SilentRevertEntry: Hashable, Sendable, Codable {
  /// The fork's merge.
  public var commit: String
  /// When it was recorded.
  public var date: Instant
  /// The first line of its message.
  public var subject: String
  /// Whether ``subject`` is percent-encoded because its bytes are not UTF-8.
  public var subjectIsEncoded: Bool
  /// Upstream's commit that was merged.
  public var upstreamCommit: String
  /// How many files were left as they were.
  public var files: Int
  /// The first twenty of them. Order: ascending.
  public var paths: [SilentRevertPathEntry]

  /// A revert of its parts.
  public init(
    commit: String,
    date: Instant,
    subject: String,
    subjectIsEncoded: Bool,
    upstreamCommit: String,
    files: Int,
    paths: [SilentRevertPathEntry]
  ) {
    self.commit = commit
    self.date = date
    self.subject = subject
    self.subjectIsEncoded = subjectIsEncoded
    self.upstreamCommit = upstreamCommit
    self.files = files
    self.paths = paths
  }
}

/// A file that a merge left as it was.
public struct SilentRevertPathEntry: Hashable, Sendable, Codable {
  /// Its path.
  public var path: String
  /// Whether ``path`` is percent-encoded because its bytes are not UTF-8.
  public var pathIsEncoded: Bool

  /// A file of its parts.
  public init(path: String, pathIsEncoded: Bool) {
    (self.path, self.pathIsEncoded) = (path, pathIsEncoded)
  }
}
