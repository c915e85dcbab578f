/// A commit and its date.
public struct CommitEntry: Hashable, Sendable, Codable {
  /// The commit's id, 40 hexadecimal digits.
  public let commit: String
  /// Its committer date.
  public let date: Instant

  /// A commit of id and date.
  public init(commit: String, date: Instant) {
    self.commit = commit
    self.date = date
  }
}

/// The commit that a ref pointed to when the analysis began.
public struct HeadEntry: Hashable, Sendable, Codable {
  /// The full name of the ref, or the revision as a person named it.
  public let ref: String
  /// Whether ``ref`` is percent-encoded because its bytes are not UTF-8.
  public let refIsEncoded: Bool
  /// The commit's id, 40 hexadecimal digits.
  public let commit: String
  /// Its committer date.
  public let date: Instant

  /// A head of its parts.
  public init(ref: String, refIsEncoded: Bool, commit: String, date: Instant) {
    self.ref = ref
    self.refIsEncoded = refIsEncoded
    self.commit = commit
    self.date = date
  }
}
