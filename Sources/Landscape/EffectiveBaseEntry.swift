import Evidence

/// By what a base was found.
public enum BaseMethod: String, Hashable, Sendable, Codable, CaseIterable {
  /// Git's merge base.
  case ancestry
  /// An upstream commit with the same tree, or nearly.
  case tree
  /// Patches that both sides have.
  case patches
  /// The content of files.
  case content
}

/// The upstream commit whose whole tree best explains the fork's tree.
public struct EffectiveBaseEntry: Hashable, Sendable, Codable {
  /// The commit's id, 40 hexadecimal digits.
  public let commit: String
  /// Its committer date.
  public let date: Instant
  /// By what it was found.
  public let method: BaseMethod
  /// How sure it is, 0 to 1.
  public let confidence: Double
  /// The nearest tag at or before it, without `refs/tags/`: `git describe --tags --abbrev=0`. null: no tag before it.
  @Nullable public internal(set) var nearestTag: String?
  /// Whether ``nearestTag`` is percent-encoded because its bytes are not UTF-8.
  public let nearestTagIsEncoded: Bool
  /// Commits that this one reaches and the tag does not, merges included: 0 where the tag stands here. null: no tag, or
  /// not counted.
  @Nullable public var commitsSinceTag: Int?
  /// The folder of the fork that upstream lives in, `src/postgres/`; empty: the top.
  public let prefix: String
  /// Whether ``prefix`` is percent-encoded because its bytes are not UTF-8.
  public let prefixIsEncoded: Bool
  /// The share of the fork's files whose content this commit's tree has, 0 to 1. null: not measured.
  @Nullable public internal(set) var similarity: Double?
  /// The share of the passages of the fork's texts (runs of eight words, in a sample of files) that this commit's tree
  /// has, 0 to 1: where files were laid out anew their passages still tell. null: not measured, since contents tell.
  @Nullable public internal(set) var passageSimilarity: Double?
  /// The second best commit, 40 hexadecimal digits. null: no other was near.
  @Nullable public internal(set) var runnerUp: String?
  /// Whether the fork's content is newer than the upstream clone, or on a line that it lacks.
  public let atEdge: Bool

  /// A base of its parts; numbers are rounded to four decimals.
  public init(
    commit: String,
    date: Instant,
    method: BaseMethod,
    confidence: Double,
    nearestTag: String?,
    nearestTagIsEncoded: Bool,
    commitsSinceTag: Int? = nil,
    prefix: String,
    prefixIsEncoded: Bool,
    similarity: Double?,
    passageSimilarity: Double? = nil,
    runnerUp: String?,
    atEdge: Bool
  ) {
    self.commit = commit
    self.date = date
    self.method = method
    self.confidence = confidence.toFourDecimals
    _nearestTag = Nullable(wrappedValue: nearestTag)
    self.nearestTagIsEncoded = nearestTagIsEncoded
    _commitsSinceTag = Nullable(wrappedValue: commitsSinceTag)
    self.prefix = prefix
    self.prefixIsEncoded = prefixIsEncoded
    _similarity = Nullable(wrappedValue: similarity?.toFourDecimals)
    _passageSimilarity = Nullable(wrappedValue: passageSimilarity?.toFourDecimals)
    _runnerUp = Nullable(wrappedValue: runnerUp)
    self.atEdge = atEdge
  }
}
