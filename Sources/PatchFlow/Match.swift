/// A step of the ladder by which two commits were matched, strongest first.
public enum Rung: String, CaseIterable, Hashable, Sendable, Comparable {
  /// A label names the other commit, and its content does not contradict.
  case trailer
  /// Equal by git's stable patch id.
  case patchID = "patchId"
  /// Equal once renames are undone.
  case pathMapped
  /// Same author and author date, and content that does not contradict.
  case metadata
  /// Messages and diffs are alike.
  case similarity
  /// One commit is several commits of the other side.
  case squash

  private var place: Int {
    switch self {
    case .trailer: 0
    case .patchID: 1
    case .pathMapped: 2
    case .metadata: 3
    case .similarity: 4
    case .squash: 5
    }
  }

  /// Stronger rungs first.
  public static func < (left: Self, right: Self) -> Bool { left.place < right.place }
}

/// Two commits that are the same change, by their places among the records of their sides.
struct Edge: Hashable, Sendable {
  let upstream: Int
  let fork: Int
  let rung: Rung
  /// Likeness of the messages; nil where they were not to be compared.
  let message: Double?
  /// Likeness of the diffs; nil where one could not be read.
  let diff: Double?
  /// Whether both make the same change, context aside.
  let isSame: Bool
  /// Whether a label of the fork's commit, or of upstream's, names the other.
  var label: Label?

  /// The same between other places.
  func moved(upstream: Int, fork: Int) -> Edge {
    Edge(upstream: upstream, fork: fork, rung: rung, message: message, diff: diff, isSame: isSame, label: label)
  }

  enum Label: Hashable, Sendable {
    /// The fork's commit says that it comes from upstream's.
    case down
    /// Upstream's commit says that it comes from the fork's.
    case up
  }
}
