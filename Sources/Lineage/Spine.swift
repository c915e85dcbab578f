import BitCollections
import History

/// The fork's own main line: first parents from its head down to where it meets upstream, and on from there where the
/// fork once put upstream first, by a merge that kept its own work as a further parent.
struct Spine: Sendable {
  /// A place at which the main line goes over into upstream although the fork's own work goes on below it.
  struct Joint: Hashable, Sendable {
    /// The fork's commit.
    let node: CommitGraph.Node
    /// Its parent of upstream.
    let upstream: CommitGraph.Node
    /// Its parent of the fork's own.
    let own: CommitGraph.Node
    /// Whether the tree is upstream's: what the fork had is only recorded, and applied anew on top.
    let isRebase: Bool
  }

  /// Commits that upstream has not, in runs between joints. Order: the run of the head first; each newest first.
  private(set) var segments: [[CommitGraph.Node]] = []
  /// Where each run but the last ends. Order: newest first.
  private(set) var joints: [Joint] = []

  /// - Parameter upstreamReach: everything that upstream's branches reach.
  init(_ graph: CommitGraph, fork: CommitGraph.Node, upstreamReach: BitSet) {
    var isUpstream = [Bool](repeating: false, count: graph.count)
    for node in upstreamReach { isUpstream[node] = true }
    var tip: CommitGraph.Node? = isUpstream[fork] ? nil : fork
    var seen: Set<CommitGraph.Node> = []
    while let start = tip {
      var segment: [CommitGraph.Node] = []
      var next: CommitGraph.Node? = start
      while let node = next, !isUpstream[node], seen.insert(node).inserted {
        segment.append(node)
        next = graph.firstParent(of: node)
      }
      tip = nil
      guard let last = segment.last, let upstream = next, isUpstream[upstream] else {
        // What has a root of its own was joined to the fork, and is not where its main line came from.
        if joints.isEmpty { segments.append(segment) } else { joints.removeLast() }
        break
      }
      segments.append(segment)
      if let own = graph.parents(of: last).dropFirst().first(where: { !isUpstream[$0] }) {
        // Where the own side has that very tree too, nothing was put aside.
        let isRebase = graph.trees[last] == graph.trees[upstream] && graph.trees[own] != graph.trees[last]
        joints.append(Joint(node: last, upstream: upstream, own: own, isRebase: isRebase))
        tip = own
      }
    }
  }

  /// The upstream commit that the oldest run began with; nil where it has a root of its own.
  func start(_ graph: CommitGraph) -> CommitGraph.Node? {
    segments.last?.last.flatMap { graph.firstParent(of: $0) }
  }

  /// The main line without what lies below a rebase. Order: oldest first.
  var sinceRebase: [CommitGraph.Node] {
    let count = joints.firstIndex(where: \.isRebase).map { $0 + 1 } ?? segments.count
    let joined = Set(joints.map(\.node))
    return segments.prefix(count).joined().reversed().filter { !joined.contains($0) }
  }

  /// Everything below rebases, which the fork applied anew since: `upstreamReach` and the joints themselves left out.
  func earlierGenerations(_ graph: CommitGraph, upstreamReach: BitSet) -> BitSet {
    graph.reach(joints.filter(\.isRebase).map(\.own)).subtracting(upstreamReach).subtracting(rebases)
  }

  /// The joints that are rebases.
  var rebases: BitSet { BitSet(joints.filter(\.isRebase).map(\.node)) }
}
