import BitCollections
public import History

/// An event by which a fork took in upstream.
public struct Sync: Hashable, Sendable {
  /// How upstream came in.
  public enum Kind: String, Hashable, Sendable {
    /// A merge that records upstream as a parent.
    case merge
    /// A merge without its second parent: contents of many later upstream commits in one commit.
    case squash
    /// The same, of a fork that has no commit in common with upstream.
    case `import`
    /// A batch of upstream's commits under other ids.
    case picks
    /// Own work applied anew on later upstream.
    case rebase

    /// Whether one commit of the fork, not a merge, is the sync.
    public var isOneCommit: Bool { self == .squash || self == .import }
  }

  /// How upstream came in.
  public let kind: Kind
  /// The fork's commit; of several, the last.
  public let forkCommit: CommitGraph.Node
  /// The newest upstream commit that came in.
  public let upstreamCommit: CommitGraph.Node
  /// How many upstream commits came in, merges among them; nil where that was not counted.
  public let commits: Int?
  /// How long the oldest of them had stood upstream, in seconds; nil where that is not known.
  public let lag: Int64?

  /// A sync of its parts.
  public init(
    kind: Kind,
    forkCommit: CommitGraph.Node,
    upstreamCommit: CommitGraph.Node,
    commits: Int?,
    lag: Int64?
  ) {
    self.kind = kind
    self.forkCommit = forkCommit
    self.upstreamCommit = upstreamCommit
    self.commits = commits
    self.lag = lag
  }
}

/// When commits came to be on upstream's line.
public struct Arrivals: Sendable {
  private let graph: CommitGraph
  private let line: CommitGraph.Landings

  /// - Parameter line: the head of the line.
  public init(_ graph: CommitGraph, line: CommitGraph.Node) {
    self.graph = graph
    self.line = graph.landings(on: line)
  }

  /// When `node` came to be on the line; what is not on it, when it was recorded.
  func time(of node: CommitGraph.Node) -> Int64 {
    let time = line.time(of: node)
    return time == CommitGraph.Landings.never ? graph.committerTimes[node] : time
  }

  /// How long the oldest of `nodes` had been there at the date of `forkCommit`; nil without nodes.
  func lag(of nodes: some Sequence<CommitGraph.Node>, at forkCommit: CommitGraph.Node) -> Int64? {
    nodes.lazy.map { time(of: $0) }.min().map { max(0, graph.committerTimes[forkCommit] - $0) }
  }
}

extension Sync {
  /// The merges on the fork's first-parent chain by which upstream's commits arrived. Order: newest first.
  ///
  /// A merge that brought nothing new of upstream is none; one of a topic that was based on newer upstream is one.
  static func merges(
    _ graph: CommitGraph,
    _ landings: CommitGraph.Landings,
    upstreamReach: BitSet,
    _ arrivals: Arrivals
  ) -> [Sync] {
    var newest: [Int: CommitGraph.Node] = [:]
    var counts: [Int: (commits: Int, oldest: Int64)] = [:]
    for node in upstreamReach {
      guard let place = landings.place(of: node), !upstreamReach.contains(landings.chain[place]) else { continue }
      if newest[place].map({ graph.isShownBefore(node, $0) }) ?? true { newest[place] = node }
      let known = counts[place] ?? (0, .max)
      counts[place] = (known.commits + 1, min(known.oldest, arrivals.time(of: node)))
    }
    return newest.map { place, node in
      let forkCommit = landings.chain[place]
      return Sync(
        kind: .merge,
        forkCommit: forkCommit,
        upstreamCommit: node,
        commits: counts[place]?.commits,
        lag: counts[place].map { max(0, graph.committerTimes[forkCommit] - $0.oldest) }
      )
    }.sorted { graph.isShownBefore($0.forkCommit, $1.forkCommit) }
  }

  /// What the main line below its joints tells: the joints themselves, and merges further down. Order: newest first.
  static func older(
    _ graph: CommitGraph,
    _ spine: Spine,
    upstreamReach: BitSet,
    _ arrivals: Arrivals
  ) -> [Sync] {
    var found = spine.joints.map { joint in
      Sync(
        kind: joint.isRebase ? .rebase : .merge,
        forkCommit: joint.node,
        upstreamCommit: joint.upstream,
        commits: nil,
        lag: nil
      )
    }
    for node in spine.segments.dropFirst().joined() where !spine.joints.contains(where: { $0.node == node }) {
      let newest = graph.parents(of: node).filter { upstreamReach.contains($0) }.min(by: graph.isShownBefore)
      // The last commit of a run has upstream as its first parent: that is where it began.
      guard let newest, newest != graph.firstParent(of: node) else { continue }
      found.append(Sync(kind: .merge, forkCommit: node, upstreamCommit: newest, commits: nil, lag: nil))
    }
    return counted(
      found.sorted { graph.isShownBefore($0.forkCommit, $1.forkCommit) },
      since: spine.start(graph),
      graph,
      arrivals
    )
  }

  /// At most so many syncs are counted by what they reach; older ones keep what is not counted as unknown.
  static let countedMost = 64

  /// Counts what each sync brought that an earlier one, or `start`, had not. Order: as given, newest first.
  static func counted(
    _ syncs: [Sync],
    since start: CommitGraph.Node?,
    _ graph: CommitGraph,
    _ arrivals: Arrivals
  ) -> [Sync] {
    var result = syncs
    var reach = syncs.first.map { graph.reach([$0.upstreamCommit]) }
    for index in syncs.indices.prefix(countedMost) {
      guard let known = index + 1 < syncs.count ? syncs[index + 1].upstreamCommit : start else { break }
      let before = graph.reach([known])
      defer { reach = before }
      guard let taken = reach?.subtracting(before) else { continue }
      result[index] = syncs[index].with(
        commits: taken.count,
        lag: arrivals.lag(of: taken, at: syncs[index].forkCommit)
      )
    }
    return result
  }

  func with(commits: Int, lag: Int64?) -> Sync {
    Sync(kind: kind, forkCommit: forkCommit, upstreamCommit: upstreamCommit, commits: commits, lag: lag)
  }
}
