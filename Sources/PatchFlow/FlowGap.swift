/// Something about a pair's patches, no single commit, that could not be read.
public struct FlowGap: Hashable, Sendable {
  /// What is not whole for it.
  public enum Part: Hashable, Sendable {
    /// How soon changes arrived, by folder.
    case soakByArea
    /// Which of upstream's commits are fixes.
    case fixes
  }

  /// What is not whole.
  public let part: Part
  /// What could not be read, where, and why.
  public let reason: String
}
