public import BitCollections
public import History

/// How a fork descends from its upstream, as their common commits tell it.
public struct Lineage: Sendable {
  /// The upstream branch that the fork follows.
  public let line: Line
  /// The best common ancestors of line and fork. Order: newest first, as `git merge-base --all`.
  public let mergeBases: [CommitGraph.Node]
  /// The last upstream commit before the two first went apart; nil where it is not known.
  public private(set) var forkPoint: ForkPoint?
  /// Commits that the fork has and the line has not.
  public let forkOnly: BitSet
  /// Commits that the line has and the fork has not.
  public let lineOnly: BitSet
  /// Events by which the fork took upstream in, as far as parents tell: merges and rebases. Order: newest first.
  public let syncs: [Sync]
  /// The fork's own main line.
  let spine: Spine
  /// Why the counts are lower bounds only; nil where the histories are whole as far as they matter.
  public let incompleteness: String?

  /// A fork point and how sure it is.
  public struct ForkPoint: Hashable, Sendable {
    /// The commit, one of upstream's.
    public let node: CommitGraph.Node
    /// From 0 to 1: 1 where both first-parent chains part there, 0.8 where the fork is a rebased stack whose first
    /// generation tells, 0.5 where only reachability tells. Of a rewritten history it is the share of twins, see
    /// ``Twins/share``; without common commits it is that of a base found by content, for a tree of the fork's
    /// beginning.
    public let confidence: Double

    /// A fork point of its parts.
    public init(node: CommitGraph.Node, confidence: Double) {
      self.node = node
      self.confidence = confidence
    }
  }
}

extension Lineage {
  /// The lineage of a fork against a line.
  ///
  /// - Parameter upstreamReach: everything that upstream's branches reach; what of it the fork took in are its syncs.
  /// - Returns: nil where the two share no commit.
  public static func trace(
    _ graph: CommitGraph,
    line: Line,
    fork: CommitGraph.Node,
    upstreamReach: BitSet
  ) -> Lineage? {
    let (lineReach, forkReach) = (graph.reach([line.head]), graph.reach([fork]))
    let bases = graph.mergeBases(lineReach, forkReach)
    guard let base = bases.first else { return nil }
    let (forkOnly, lineOnly) = (forkReach.subtracting(lineReach), lineReach.subtracting(forkReach))
    let (spine, arrivals) = (
      Spine(graph, fork: fork, upstreamReach: upstreamReach), Arrivals(graph, line: line.head)
    )
    let merges = Sync.merges(graph, graph.landings(on: fork), upstreamReach: upstreamReach, arrivals)
    let older = Sync.older(graph, spine, upstreamReach: upstreamReach, arrivals)
    let known = Set(merges.map(\.forkCommit))
    return Lineage(
      line: line,
      mergeBases: bases,
      forkPoint: forkPoint(graph, line: line.head, fork: fork, base: base, spine),
      forkOnly: forkOnly,
      lineOnly: lineOnly,
      syncs: (merges + older.filter { !known.contains($0.forkCommit) })
        .sorted { graph.isShownBefore($0.forkCommit, $1.forkCommit) },
      spine: spine,
      incompleteness: incompleteness(graph, lineReach: lineReach, forkReach: forkReach)
    )
  }

  /// The lineage of a fork that has no commit in common with a line.
  public static func unconnected(
    _ graph: CommitGraph,
    line: Line,
    fork: CommitGraph.Node,
    forkPoint: ForkPoint?
  ) -> Lineage {
    Lineage(
      line: line,
      mergeBases: [],
      forkPoint: forkPoint,
      forkOnly: graph.reach([fork]),
      lineOnly: graph.reach([line.head]),
      syncs: [],
      spine: Spine(graph, fork: fork, upstreamReach: BitSet()),
      incompleteness: nil
    )
  }

  /// The same with another fork point: the history was rewritten, and commits under other ids are common too.
  public func with(forkPoint: ForkPoint) -> Lineage {
    var copy = self
    copy.forkPoint = forkPoint
    return copy
  }

  /// The commits of the fork's main line at which a sync that no parent records may have happened. Order: oldest first.
  public var mainLine: [CommitGraph.Node] { spine.sinceRebase }

  /// What lies below rebases of the fork's own work: it was applied anew since. `upstreamReach` left out.
  public func earlierGenerations(_ graph: CommitGraph, upstreamReach: BitSet) -> BitSet {
    spine.earlierGenerations(graph, upstreamReach: upstreamReach)
  }

  /// The last commit that both main lines have.
  ///
  /// git's merge base moves forward when upstream merges the fork back or the fork merges upstream; the main lines do not.
  private static func forkPoint(
    _ graph: CommitGraph,
    line: CommitGraph.Node,
    fork: CommitGraph.Node,
    base: CommitGraph.Node,
    _ spine: Spine
  ) -> ForkPoint {
    // A stack that is rebased parts from upstream anew each time: its first generation tells.
    let isRebased = spine.joints.contains(where: \.isRebase)
    if isRebased, let point = spine.start(graph) {
      return ForkPoint(node: point, confidence: 0.8)
    }
    if let parting = graph.parting(line, fork) { return ForkPoint(node: parting, confidence: 1) }
    return ForkPoint(node: base, confidence: 0.5)
  }

  /// Counts are exact where every place at which the history breaks off lies in both histories and nothing that only one
  /// side has is as old as such a place.
  ///
  /// - Returns: why counts between the two are lower bounds only; nil where they are exact.
  public static func incompleteness(_ graph: CommitGraph, lineReach: BitSet, forkReach: BitSet) -> String? {
    let either = lineReach.union(forkReach)
    let cuts = graph.cuts(in: either)
    guard let newest = cuts.map({ graph.committerTimes[$0.node] }).max() else { return nil }
    let common = lineReach.intersection(forkReach)
    let oneSided = lineReach.symmetricDifference(forkReach)
    let isBelow = oneSided.contains { graph.committerTimes[$0] <= newest }
    if cuts.allSatisfy({ common.contains($0.node) }), !isBelow { return nil }
    let places = cuts.count == 1 ? "1 place" : "\(cuts.count) places"
    return "the history breaks off at \(places), first at \(graph.ids[cuts[0].node]), whose parent \(cuts[0].parent) "
      + "is in none of the clones"
  }
}
