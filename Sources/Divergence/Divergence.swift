public import BitCollections
import Git
public import GitValues
public import History

/// How far a fork is from its upstream: files, lines, folders, and the way there.
public struct Divergence: Sendable {
  /// The trees compared.
  public let comparison: ThreeWayComparison
  /// Lines from the base to the fork's head.
  public let forkLines: LineTotals
  /// Lines from the base to the line's head.
  public let upstreamLines: LineTotals
  /// Lines from the line's head to the fork's head.
  public let headLines: LineTotals
  /// Files that the fork moved, and those the upstream moved.
  public let renames: (byFork: Int, byUpstream: Int)
  /// Folders that the fork moved. Order: most files first, then by path.
  public let renamedFolders: [RenamedFolder]
  /// nil where the fork changed no line.
  public let territory: Territory?
  /// Order: most lines first, then by path.
  public let areas: [Area]
  /// Order: by month. Empty where the two share no commit.
  public let history: [MonthlyDistance]
  /// The fork's own commits, merges left out, whose trees could not be read.
  public let unreadCommits: Int
}

/// What divergence is measured between.
public struct DivergencePair: Sendable {
  /// The graph that has the commits.
  public let graph: CommitGraph
  /// The commit from which the figures count.
  public let base: CommitGraph.Node
  /// The line's head.
  public let line: CommitGraph.Node
  /// The fork's head.
  public let fork: CommitGraph.Node
  /// Where the two first went apart: the monthly history starts here. nil: there is none to tell.
  public let forkPoint: CommitGraph.Node?
  /// The fork's own commits, merges left out.
  public let ownWork: BitSet
  /// The end of the monthly history, in seconds since 1970.
  public let asOf: Int64
  /// The folder of the fork that upstream lives in; nil for the top.
  public let prefix: RepoPath?

  /// A pair of its parts.
  public init(
    graph: CommitGraph,
    base: CommitGraph.Node,
    line: CommitGraph.Node,
    fork: CommitGraph.Node,
    forkPoint: CommitGraph.Node?,
    ownWork: BitSet,
    asOf: Int64,
    prefix: RepoPath? = nil
  ) {
    self.graph = graph
    self.base = base
    self.line = line
    self.fork = fork
    self.forkPoint = forkPoint
    self.ownWork = ownWork
    self.asOf = asOf
    self.prefix = prefix
  }

  /// Where the fork has what stands at `path` upstream.
  func forkPath(of path: RepoPath) -> RepoPath {
    prefix?.appending(path) ?? path
  }
}

extension Divergence {
  /// Measures a pair.
  ///
  /// - Parameter stores: the object stores of both clones.
  /// - Parameter workers: how many threads may work.
  /// - Throws: `GitError` where one of the three trees cannot be read.
  public static func measure(_ pair: DivergencePair, stores: [String], workers: Int) async throws -> Divergence {
    let graph = pair.graph
    let trees = ThreeTrees(base: graph.trees[pair.base], upstream: graph.trees[pair.line], fork: graph.trees[pair.fork])
    let comparison = try await ThreeWayComparison.of(trees, prefix: pair.prefix, stores: stores, workers: workers)
    let lines = try await LineTotals.of(
      [comparison.fork, comparison.upstream, comparison.heads],
      stores: stores,
      workers: workers
    )

    let paths = PathTable()
    let forkFiles = zip(comparison.fork.changes, lines[0].byChange).compactMap { change, count in
      count.map { (path: change.newPath, lines: $0) }
    }
    let chosen = AreaChoice(forkFiles, paths: paths).chosen()
    let folders = chosen.map { paths.path($0.folder) }
    let activity = try await CommitActivity.of(
      ownCommits(pair),
      areas: folders,
      stores: stores,
      workers: workers
    )
    let renames = (
      byFork: comparison.fork.changes.filter(\.isRename), byUpstream: comparison.upstream.changes.filter(\.isRename)
    )
    return Divergence(
      comparison: comparison,
      forkLines: lines[0],
      upstreamLines: lines[1],
      headLines: lines[2],
      renames: (renames.byFork.count, renames.byUpstream.count),
      renamedFolders: RenamedFolder.all(in: renames.byFork.map { ($0.oldPath, $0.newPath) }, atLeast: 3),
      territory: try territory(pair, comparison, lines[0], stores),
      areas: zip(folders, chosen).map { path, area in
        Area(path: path, lines: area.lines, commits: activity.commitsByArea[path] ?? 0)
      },
      history: history(of: pair),
      unreadCommits: activity.unread
    )
  }

  /// Trees of the fork's own commits and of their parents, newest first so that neighbours share most of their trees.
  private static func ownCommits(_ pair: DivergencePair) -> [(tree: TreeID, parent: TreeID?)] {
    let graph = pair.graph
    return pair.ownWork.sorted(by: graph.isShownBefore).map { node in
      (graph.trees[node], graph.firstParent(of: node).map { graph.trees[$0] })
    }
  }

  private static func history(of pair: DivergencePair) -> [MonthlyDistance] {
    guard let forkPoint = pair.forkPoint else { return [] }
    let start = pair.graph.committerTimes[forkPoint]
    return MonthlyHistory(pair.graph, upstream: pair.line, fork: pair.fork).distances(from: start, to: pair.asOf)
  }

  private static func territory(
    _ pair: DivergencePair,
    _ comparison: ThreeWayComparison,
    _ lines: LineTotals,
    _ stores: [String]
  ) throws(GitError) -> Territory? {
    var changedUpstream = Set(comparison.upstream.changes.compactMap { $0.old == nil ? nil : $0.oldPath })
    let addedUpstream = Set(
      comparison.upstream.changes.compactMap { $0.old == nil ? pair.forkPath(of: $0.newPath) : nil }
    )
    let isIdle = changedUpstream.isEmpty && addedUpstream.isEmpty
    if isIdle {
      changedUpstream = try changedInLastActiveYears(pair.graph, pair.line, stores)
    }
    var (home, quiet, new) = (0, 0, 0)
    for (change, count) in zip(comparison.fork.changes, lines.byChange) {
      guard let count else { continue }
      let size = count.added + count.removed
      if change.old == nil {
        if addedUpstream.contains(change.newPath) { home += size } else { new += size }
      } else if changedUpstream.contains(change.oldPath) {
        home += size
      } else {
        quiet += size
      }
    }
    let total = home + quiet + new
    guard total > 0 else { return nil }
    func share(_ lines: Int) -> Double { Double(lines) / Double(total) }
    return Territory(home: share(home), quiet: share(quiet), new: share(new), usesLastActiveYears: isIdle)
  }

  /// Files that upstream changed in the two years before its line's last commit, by their path at that commit.
  private static func changedInLastActiveYears(
    _ graph: CommitGraph,
    _ line: CommitGraph.Node,
    _ stores: [String]
  ) throws(GitError) -> Set<RepoPath> {
    let start = graph.committerTimes[line] - 2 * 365 * 86_400
    let chain = graph.firstParentChain(from: line)
    let before = chain.first { graph.committerTimes[$0] < start }
    let objects = try ObjectDatabase(objectFolders: stores)
    let reader = TreeReader(objects)
    var changed: Set<RepoPath> = []
    try reader.compare(before.map { graph.trees[$0] }, graph.trees[line]) { difference in
      if difference.new != nil { changed.insert(reader.paths.path(difference.path)) }
    }
    return changed
  }
}
