import Evidence

/// The upstream branch or tag series that a fork follows.
public struct LineEntry: Hashable, Sendable, Codable {
  /// The full name of the ref in the upstream's clone, or the revision as a person named it.
  public let ref: String
  /// Whether ``ref`` is percent-encoded because its bytes are not UTF-8.
  public let refIsEncoded: Bool
  /// The commit it pointed to, 40 hexadecimal digits.
  public let commit: String
  /// That commit's committer date.
  public let date: Instant
  /// How sure the choice is, 0 to 1; 1 for a line that a person named.
  public let confidence: Double

  /// A line of its parts; the confidence is rounded to four decimals.
  public init(ref: String, refIsEncoded: Bool, commit: String, date: Instant, confidence: Double) {
    self.ref = ref
    self.refIsEncoded = refIsEncoded
    self.commit = commit
    self.date = date
    self.confidence = confidence.toFourDecimals
  }
}
