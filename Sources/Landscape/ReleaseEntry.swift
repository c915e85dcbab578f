/// A release of a line: a tag with a version number, candidates and betas left out.
public struct ReleaseEntry: Hashable, Sendable, Codable {
  /// The tag, without `refs/tags/`.
  public let tag: String
  /// Whether ``tag`` is percent-encoded because its bytes are not UTF-8.
  public let tagIsEncoded: Bool
  /// The commit that it leads to, 40 hexadecimal digits.
  public let commit: String
  /// That commit's committer date.
  public let date: Instant

  /// A release of its parts.
  public init(tag: String, tagIsEncoded: Bool, commit: String, date: Instant) {
    self.tag = tag
    self.tagIsEncoded = tagIsEncoded
    self.commit = commit
    self.date = date
  }
}
