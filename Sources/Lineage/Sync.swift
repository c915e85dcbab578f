import BitCollections
public import History

/// An event by which a fork took in upstream.
public struct Sync: Hashable, Sendable {
  /// How upstream came in.
  public enum Kind: String, Hashable, Sendable {
    /// A merge that records upstream as a parent.
    case merge
  }

  /// How upstream came in.
  public let kind: Kind
  /// The fork's commit.
  public let forkCommit: CommitGraph.Node
  /// The newest upstream commit that came in.
  public let upstreamCommit: CommitGraph.Node
}

extension Sync {
  /// The merges on the fork's first-parent chain by which upstream's commits arrived. Order: newest first.
  ///
  /// A merge that brought nothing new of upstream is none; one of a topic that was based on newer upstream is one.
  ///
  /// - Parameter upstreamReach: everything that upstream's branches reach.
  static func merges(_ graph: CommitGraph, fork: CommitGraph.Node, upstreamReach: BitSet) -> [Sync] {
    let landings = graph.landings(on: fork)
    var newest: [Int: CommitGraph.Node] = [:]
    for node in upstreamReach {
      guard let place = landings.place(of: node), !upstreamReach.contains(landings.chain[place]) else { continue }
      if newest[place].map({ graph.isShownBefore(node, $0) }) ?? true { newest[place] = node }
    }
    return newest.map { Sync(kind: .merge, forkCommit: landings.chain[$0.key], upstreamCommit: $0.value) }
      .sorted { graph.isShownBefore($0.forkCommit, $1.forkCommit) }
  }
}
