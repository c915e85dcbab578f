public import Git
public import GitValues
public import History
import Synchronization

/// Finds, for trees of forks, the upstream commit whose whole tree explains each of them best.
///
/// A content of the fork that upstream had for a time speaks for all commits of that time, and all these times have the
/// base in common: towards the base the score rises, behind it it falls. So a search that looks closer and closer around
/// its best places finds the very commit, with a few hundred trees compared instead of all of a line's. It looks around
/// the three best places, since single picks of later changes can make a second, lower peak.
public struct ContentSearch: Sendable {
  let graph: CommitGraph
  private let stretches: Stretches
  let stores: [String]
  private let workers: Int

  /// Places of the default branch that the first round looks at.
  static let firstLook = 96
  /// Places of any other stretch that the first round looks at.
  static let firstLookAside = 5
  /// Places between two neighbours that a later round looks at.
  static let closerLook = 12
  /// How many of the best places a round looks around.
  static let peaks = 3
  /// The same for what a single commit brought: that is of one time.
  static let peaksOfCommit = 1
  /// A runner-up lies at least this far from the best, in seconds: neighbours are always nearly as good.
  static let apart: Int64 = 30 * 86_400

  /// - Parameter stores: object stores that together have upstream's and the forks' trees.
  public init(_ graph: CommitGraph, _ stretches: Stretches, stores: [String], workers: Int) {
    self.graph = graph
    self.stretches = stretches
    self.stores = stores
    self.workers = workers
  }

  /// What was found for one tree.
  public struct Finding: Hashable, Sendable {
    /// The commit.
    public let node: CommitGraph.Node
    /// The share of the tree's files whose content the commit's tree has, 0 to 1.
    public let similarity: Double
    /// How far the commit beats ``runnerUp``, as a share of its own score, 0 to 1.
    public let margin: Double
    /// The best commit at least thirty days before or after it; nil where there is none.
    public let runnerUp: CommitGraph.Node?
    /// Whether the commit is the last of its stretch: what comes after it, the clone does not know.
    public let isLast: Bool
    /// Days from the first to the last commit that explain the tree as well.
    public let plateauDays: Int
    /// How many files of the tree count.
    public let files: Int
    /// How many of their contents the commit's tree has.
    public var found: Int { Int(score.contents) }
    /// The score: contents found, and those found at their path.
    let score: ContentScore
  }

  /// Searches for `trees`, and for what single commits of a fork brought, together.
  ///
  /// - Parameter until: when the trees were recorded, in seconds since 1970: nothing later can be what they are made of.
  /// - Parameter brought: commits whose contents are looked for in upstream's trees up to their own time.
  /// - Parameter nodes: commits whose trees are compared with the first of `trees`, wherever they lie.
  /// - Parameter passages: what counts instead of contents, for trees whose files were laid out anew; nil for contents.
  /// - Returns: findings, nil where nothing of a tree is upstream's. Order: as given, `trees` first. And how much of the
  ///   first tree each commit of `nodes` holds, in their order.
  /// - Throws: `GitError` where a tree or a content that counts cannot be read.
  public func search(
    _ trees: [TreeID],
    until: Int64 = .max,
    brought: [Intakes.Candidate] = [],
    comparedWith nodes: [CommitGraph.Node] = [],
    by passages: Passages? = nil
  ) async throws -> (findings: [Finding?], compared: [ContentScoreAt]) {
    let objects = try ObjectDatabase(objectFolders: stores)
    let reader = TreeReader(objects)
    let targets = try ContentTargets(
      trees,
      until: until,
      brought: brought.map { ($0.contents, graph.committerTimes[$0.node]) },
      passages: passages,
      reader,
      objects
    )
    let cursor = ContentCursor(targets, reader, objects)
    let compared = try nodes.map { node throws(GitError) in
      let score = try cursor.move(to: graph.trees[node])[0]
      let files = targets.files[0]
      let similarity = files == 0 ? 0 : Double(score.contents) / Double(files)
      return ContentScoreAt(node: node, score: score, similarity: similarity)
    }
    let times = stretches.all.map { $0.nodes.map { graph.committerTimes[$0] } }
    var seen = SeenPlaces(times, peaks: targets.peaks, latest: targets.latest)
    let cursors = Cursors()
    var wanted = Set(seen.firstPlaces(Self.firstLook, aside: Self.firstLookAside))
    while !wanted.isEmpty {
      try await look(at: wanted.sorted(), targets, cursors, &seen)
      wanted = seen.closerPlaces(Self.closerLook)
    }
    try await look(at: seen.taggedOnPlateaus(stretches), targets, cursors, &seen)
    return (targets.files.indices.map { finding($0, targets, seen) }, compared)
  }

  /// Cursors for as many threads as work, each taken by one at a time.
  ///
  /// They stay where they were between rounds, with the trees they have read.
  private final class Cursors: Sendable {
    private struct Lent: @unchecked Sendable {
      let cursor: ContentCursor
    }

    private let idle = Mutex<[Lent]>([])

    /// Runs `body` with a cursor that nobody else has meanwhile: an idle one, or what `make` gives.
    func with<Value>(
      _ make: () throws(GitError) -> ContentCursor,
      _ body: (ContentCursor) throws(GitError) -> Value
    ) throws(GitError) -> Value {
      let one = if let idle = idle.withLock({ $0.popLast() }) { idle } else { Lent(cursor: try make()) }
      // One that failed is of no further use.
      let value = try body(one.cursor)
      idle.withLock { $0.append(one) }
      return value
    }
  }

  /// Neighbours differ little: each thread takes so many at a time.
  private static let run = 12

  private func look(
    at places: [SeenPlaces.Place],
    _ targets: ContentTargets,
    _ cursors: Cursors,
    _ seen: inout SeenPlaces
  ) async throws {
    let (graph, stretches, stores) = (graph, stretches, stores)
    let lots = try await inLots(of: Self.run, Array(places.enumerated()), workers: workers) { next in
      try cursors.with { () throws(GitError) in
        let objects = try ObjectDatabase(objectFolders: stores)
        return ContentCursor(targets, TreeReader(objects), objects)
      } _: { cursor throws(GitError) in
        var found: [(Int, [ContentScore])] = []
        while let lot = next() {
          for (index, place) in lot {
            found.append((index, try cursor.move(to: graph.trees[stretches.all[place.stretch].nodes[place.position]])))
          }
        }
        return found
      }
    }
    let scores = lots.joined().sorted { $0.0 < $1.0 }.map(\.1)
    for (place, scores) in zip(places, scores) { seen.keep(scores, at: place) }
  }

  private func finding(_ target: Int, _ targets: ContentTargets, _ seen: SeenPlaces) -> Finding? {
    func node(_ place: SeenPlaces.Place) -> CommitGraph.Node { stretches.all[place.stretch].nodes[place.position] }
    let ranked = seen.ranked(target) { left, right in
      let (first, second) = (node(left), node(right))
      let (isFirstTagged, isSecondTagged) = (stretches.tagged.contains(first), stretches.tagged.contains(second))
      return isFirstTagged != isSecondTagged ? isFirstTagged : graph.isShownBefore(first, second)
    }
    guard let best = ranked.first, best.score.contents > 0 else { return nil }
    let (bestNode, files) = (node(best.place), targets.files[target])
    let time = graph.committerTimes[bestNode]
    let runnerUp = ranked.first { abs(graph.committerTimes[node($0.place)] - time) >= Self.apart }
    let equals = ranked.prefix { $0.score == best.score }.map { graph.committerTimes[node($0.place)] }
    let plateau = (equals.max() ?? time) - (equals.min() ?? time)
    return Finding(
      node: bestNode,
      similarity: files == 0 ? 0 : Double(best.score.contents) / Double(files),
      margin: runnerUp.map { Double(best.score.held - $0.score.held) / Double(best.score.held) } ?? 1,
      runnerUp: runnerUp.map { node($0.place) },
      isLast: best.place.position == stretches.all[best.place.stretch].nodes.count - 1,
      plateauDays: Int(plateau / 86_400),
      files: files,
      score: best.score
    )
  }
}
