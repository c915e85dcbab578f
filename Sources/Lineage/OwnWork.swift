public import BitCollections
public import Git
import GitValues
public import History

/// What the commits that only the fork has are made of: its own work, and all that looks like it and is not.
///
/// The parts are disjoint and together all of ``Lineage/forkOnly``. A commit is counted in the first part that it fits,
/// in the order of ``Part``.
public struct OwnWork: Sendable {
  /// A part.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// Commits of other branches or tags of upstream that the fork carries along, or merged.
    case upstreamBranches
    /// Histories with roots of their own, joined by subtree merges.
    case sideHistories
    /// What lies below rebases: the fork applied it anew since.
    case earlierGenerations
    /// Commits of upstream's own lines that upstream's clone lacks.
    case upstreamLines
    /// Commits that took upstream in.
    case syncs
    /// Upstream's commits under other ids.
    case copies
    /// Commits that repeat another one of the fork.
    case repeats
    /// Other merges.
    case merges
    /// The rest.
    case own
  }

  /// By part its commits; parts without any left out.
  public private(set) var parts: [Part: BitSet]
  /// Upstream's commits, on whichever branch, that the fork has under other ids, among its merges' sides too.
  public let twins: Twins

  /// The commits of a part.
  public subscript(part: Part) -> BitSet { parts[part] ?? BitSet() }

  /// The fork's own commits, merges left out.
  public var own: BitSet { self[.own] }
}

extension OwnWork {
  /// Tells the parts, as far as they need no knowledge of syncs that no parent records: see ``move(_:of:_:)``.
  ///
  /// - Parameter upstreamReach: everything that upstream's branches and tags reach.
  /// - Throws: `GitError` where a commit cannot be read.
  public init(
    _ lineage: Lineage,
    _ graph: CommitGraph,
    upstreamReach: BitSet,
    _ lines: UpstreamLines?,
    _ objects: ObjectDatabase
  ) throws(GitError) {
    var (rest, parts) = (lineage.forkOnly, [Part: BitSet]())
    func take(_ part: Part, _ commits: BitSet) {
      let taken = rest.intersection(commits)
      if !taken.isEmpty { parts[part] = taken }
      rest.subtract(taken)
    }
    take(.upstreamBranches, upstreamReach)
    take(.sideHistories, Self.sideHistories(lineage, graph, among: rest))
    take(.earlierGenerations, lineage.earlierGenerations(graph, upstreamReach: upstreamReach))
    take(.upstreamLines, lines?.commits ?? BitSet())
    take(.syncs, lineage.spine.rebases)
    twins = try Twins(graph, upstream: upstreamReach.subtracting(lineage.forkOnly), fork: lineage.forkOnly, objects)
    take(.copies, twins.copies(graph))
    let single = rest.subtracting(graph.merges)
    let again = try Twins(graph, upstream: single, fork: single, objects).ofUpstream
    take(.repeats, BitSet(again.filter { $0.key != $0.value.last }.keys))
    take(.merges, graph.merges)
    take(.own, rest)
    self.parts = parts
  }

  /// Moves the commits that took upstream in to their part: those of the main line, and what merges among them brought,
  /// where it is a few commits.
  public mutating func move(_ syncs: [Sync], of fork: CommitGraph.Node, _ graph: CommitGraph) {
    let landings = graph.landings(on: fork)
    let places = Set(syncs.compactMap { $0.kind.isOneCommit ? landings.place(of: $0.forkCommit) : nil })
    var brought: [Int: [CommitGraph.Node]] = [:]
    for part in [Part.own, .merges] {
      for node in self[part] {
        if let place = landings.place(of: node), places.contains(place) { brought[place, default: []].append(node) }
      }
    }
    let moved = BitSet(brought.values.filter { $0.count <= Self.fewBrought }.joined())
    if moved.isEmpty { return }
    for part in [Part.own, .merges] { parts[part]?.subtract(moved) }
    parts[.syncs] = self[.syncs].union(moved)
  }

  /// A branch of so many commits, its merge counted, that brought a sync is the sync.
  private static let fewBrought = 4

  /// Commits that descend neither from upstream nor from the beginning of the fork's main line.
  private static func sideHistories(_ lineage: Lineage, _ graph: CommitGraph, among commits: BitSet) -> BitSet {
    var descends = [Bool](repeating: true, count: graph.count)
    let cut = Set(graph.cuts.map(\.node))
    let beginning = lineage.spine.segments.last?.last
    var side = BitSet()
    // Parents have lower numbers. What is no candidate descends from upstream, or is upstream's.
    for node in commits.sorted() where node != beginning && !cut.contains(node) {
      if graph.parents(of: node).contains(where: { descends[$0] }) { continue }
      descends[node] = false
      side.insert(node)
    }
    return side
  }
}
