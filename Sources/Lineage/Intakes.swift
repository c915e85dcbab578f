import Algorithms
public import BitCollections
public import Git
import GitValues
public import History

/// Commits of a fork's main line that brought many contents at once, and what upstream commit these are of.
///
/// A squash merge or a copied release leaves no parent that says so, but its contents do: those that the commit brought
/// all stand in one later upstream tree. A fork's own sweep brings contents that upstream never had.
public struct Intakes: Sendable {
  /// One of them.
  public struct Candidate: Sendable {
    /// The commit of the main line.
    let node: CommitGraph.Node
    /// The contents that it brought, each with the hash of its path.
    let contents: [ContentTargets.PlaceKey]
  }

  /// Order: as on the main line, oldest first.
  public let candidates: [Candidate]
  /// How many commits of the main line were not looked at, since their trees cannot be read.
  public let unread: Int

  /// A commit with fewer changed files is no candidate: it may be a pick.
  static let fewestFiles = 12
  /// No more than this many are looked at, the largest.
  static let most = 48

  /// Compares every commit of `chain` with its first parent.
  ///
  /// - Parameter chain: commits of the fork's main line, oldest first.
  /// - Throws: what opening a store throws; a commit whose trees cannot be read is counted in ``unread``.
  public init(_ graph: CommitGraph, chain: [CommitGraph.Node], stores: [String], workers: Int) async throws {
    let size = max(64, (chain.count + workers - 1) / max(1, workers))
    let runs = chain.chunks(ofCount: size).map { Array($0) }
    let parts = try await concurrentMap(runs, workers: workers) { try Self.look(at: $0, graph, stores) }
    let all = parts.flatMap(\.0)
    let largest = all.indices.sorted { left, right in
      all[left].contents.count != all[right].contents.count
        ? all[left].contents.count > all[right].contents.count : left < right
    }
    candidates = largest.prefix(Self.most).sorted().map { all[$0] }
    unread = parts.reduce(0) { $0 + $1.1 }
  }

  private static func look(
    at run: [CommitGraph.Node],
    _ graph: CommitGraph,
    _ stores: [String]
  ) throws -> ([Candidate], Int) {
    let reader = TreeReader(try ObjectDatabase(objectFolders: stores))
    var hashes = PathHashes(reader.paths)
    var (found, unread): ([Candidate], Int) = ([], 0)
    for node in run {
      guard let parent = graph.firstParent(of: node) else { continue }
      var (new, old): ([(PathTable.Index, BlobID)], Set<BlobID>) = ([], [])
      do throws(GitError) {
        try reader.compare(graph.trees[parent], graph.trees[node]) { difference in
          if let state = difference.new, ContentTargets.counts(state) { new.append((difference.path, state.blob)) }
          if let state = difference.old { old.insert(state.blob) }
        }
      } catch {
        unread += 1
        continue
      }
      if new.count < fewestFiles { continue }
      // What the commit only moved was there before.
      let brought = new.filter { !old.contains($0.1) }
      if brought.count < fewestFiles { continue }
      found.append(
        Candidate(
          node: node,
          contents: brought.map { ContentTargets.PlaceKey(path: hashes.hash(of: $0.0), blob: $0.1) }
        )
      )
      if found.count > 4 * most {
        found = found.sorted { $0.contents.count > $1.contents.count }.prefix(most).sorted { $0.node < $1.node }
      }
    }
    return (found, unread)
  }
}

extension Intakes {
  /// At least this share of the contents must be of the upstream commit, and so many of them: few are enough where they
  /// are most of what the commit brought, and a small share where they are many, beside a fork's own modules.
  static let least = [(share: 0.3, contents: 10), (share: 0.1, contents: 20)]
  /// At least this share of what upstream changed in between must have come: a part taken over is no sync.
  static let leastCoverage = 0.2
  /// The upstream commit must be at least this much later than what the fork had, in seconds.
  static let leastStep: Int64 = 86_400
  /// A commit whose contents are to this share of an earlier upstream commit takes the last sync back.
  static let undoShare = 0.6

  /// The candidates that are syncs.
  ///
  /// - Parameter findings: of ``candidates``, in their order.
  /// - Parameter known: syncs that are known by parents: what these brought is no news. Any order.
  /// - Parameter notAmong: commits that are known to be something else.
  /// - Parameter start: the upstream commit that the fork began with; nil where that is not known: then the first that is
  ///   found is taken for it.
  /// - Parameter trees: reads upstream's trees.
  /// - Parameter picked: when upstream's commits came to the fork under other ids: what these explain is no squash.
  /// - Parameter kind: squash or import.
  /// - Returns: the syncs, newest first, and the upstream commit that the last of them left the fork with; nil where none
  ///   is left standing.
  /// - Throws: `GitError` where a tree of upstream's cannot be read.
  public func syncs(
    _ findings: [ContentSearch.Finding?],
    known: [Sync],
    notAmong: BitSet,
    start: CommitGraph.Node?,
    picked: [CommitGraph.Node: Int64],
    kind: Sync.Kind,
    _ graph: CommitGraph,
    _ arrivals: Arrivals,
    _ trees: TreeReader
  ) throws(GitError) -> (syncs: [Sync], standing: CommitGraph.Node?) {
    let excluded = notAmong.union(BitSet(known.map(\.forkCommit)))
    var pending = known.sorted { graph.isShownBefore($1.forkCommit, $0.forkCommit) }[...]
    var base = start
    var (found, standing): ([Sync], CommitGraph.Node?) = ([], nil)
    func isLater(_ node: CommitGraph.Node, than other: CommitGraph.Node?) -> Bool {
      other.map { graph.committerTimes[node] > graph.committerTimes[$0] + Self.leastStep } ?? true
    }
    for (candidate, finding) in zip(candidates, findings) {
      while let sync = pending.first, graph.committerTimes[sync.forkCommit] <= graph.committerTimes[candidate.node] {
        if isLater(sync.upstreamCommit, than: base) { base = sync.upstreamCommit }
        pending.removeFirst()
      }
      guard !excluded.contains(candidate.node), let finding,
        Self.least.contains(where: { finding.similarity >= $0.share && finding.found >= $0.contents })
      else { continue }
      guard isLater(finding.node, than: base) else {
        // What takes a sync back makes the fork as old as it was.
        if finding.similarity >= Self.undoShare, let last = standing, last == base {
          (base, standing) = (finding.node, nil)
        }
        continue
      }
      guard let before = base else {
        base = finding.node
        continue
      }
      let taken = graph.reach([finding.node]).subtracting(graph.reach([before]))
      guard !Self.isExplained(taken, by: picked, at: candidate.node, graph),
        try covers(finding, since: before, graph, trees)
      else {
        continue
      }
      found.append(
        Sync(
          kind: kind,
          forkCommit: candidate.node,
          upstreamCommit: finding.node,
          commits: taken.count,
          lag: arrivals.lag(of: taken, at: candidate.node)
        )
      )
      (base, standing) = (finding.node, finding.node)
    }
    return (found.reversed(), standing)
  }

  /// Whether the fork had more than half of `commits` under other ids by then: they came as picks.
  private static func isExplained(
    _ commits: BitSet,
    by picked: [CommitGraph.Node: Int64],
    at node: CommitGraph.Node,
    _ graph: CommitGraph
  ) -> Bool {
    let single = commits.subtracting(graph.merges)
    let time = graph.committerTimes[node]
    return single.count { picked[$0].map { $0 <= time } ?? false } * 2 > single.count
  }

  /// Whether a good part of what upstream changed since `before` came.
  private func covers(
    _ finding: ContentSearch.Finding,
    since before: CommitGraph.Node,
    _ graph: CommitGraph,
    _ trees: TreeReader
  ) throws(GitError) -> Bool {
    var changed = 0
    try trees.compare(graph.trees[before], graph.trees[finding.node]) { if $0.new != nil { changed += 1 } }
    return Double(finding.found) >= Self.leastCoverage * Double(changed)
  }
}
