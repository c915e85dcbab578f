public import BitCollections
public import GitValues
public import History

/// The upstream branch that a fork follows.
public struct Line: Hashable, Sendable {
  /// The branch's name; nil where the commit was named outright.
  public let reference: RefName?
  /// The branch's head.
  public let head: CommitGraph.Node
  /// From 0 to 1: 1 where it was named or there is no other, else `1 - 1 / (2 + n)` for the `n` commits of the fork that
  /// only this branch, and not the runner-up, explains.
  public let confidence: Double

  /// A line of its parts.
  public init(reference: RefName?, head: CommitGraph.Node, confidence: Double) {
    self.reference = reference
    self.head = head
    self.confidence = confidence
  }
}

/// Chooses the upstream branch that explains most of a fork's history.
///
/// One choice serves all forks of an upstream: what a branch adds to commits that were met before is counted once.
public struct LineChoice: Sendable {
  private let graph: CommitGraph
  private let branches: [(name: RefName, node: CommitGraph.Node)]
  private let defaultHead: CommitGraph.Node?

  /// - Parameter branches: upstream's branches.
  /// - Parameter defaultBranch: the name of the one that upstream calls its default.
  public init(_ graph: CommitGraph, branches: [(name: RefName, node: CommitGraph.Node)], defaultBranch: RefName?) {
    self.graph = graph
    self.branches = branches.sorted { $0.name < $1.name }
    defaultHead = branches.first { $0.name == defaultBranch }?.node
  }

  /// The branch that shares most commits with a fork.
  ///
  /// Branches that share as many: the default branch before others, then the one whose head is newest, so that a line
  /// wins over topics that left it, then by name.
  ///
  /// - Parameter forkReach: everything that the fork's head reaches.
  /// - Returns: nil where no branch shares a commit with it.
  public func line(for forkReach: BitSet) -> Line? {
    var search = MeetingSearch(graph, meeting: forkReach)
    var meetingsByHead: [CommitGraph.Node: BitSet] = [:]
    for branch in branches where meetingsByHead[branch.node] == nil {
      meetingsByHead[branch.node] = search.meetings(from: branch.node)
    }
    // Parents have lower numbers, so no branch shares more than what the fork has up to its highest meeting: those that
    // cannot come first or second are never counted.
    let upTo = Self.running(forkReach, graph.count)
    let ranked = branches.compactMap { branch -> (branch: (name: RefName, node: CommitGraph.Node), most: Int)? in
      guard let highest = meetingsByHead[branch.node]?.last else { return nil }
      return (branch, upTo[highest])
    }.sorted { $0.most > $1.most }
    var counts: [BitSet: Int] = [:]
    var candidates: [Candidate] = []
    var (first, second) = (0, 0)
    var firstHead: CommitGraph.Node?
    for (branch, most) in ranked {
      if most < second { break }
      guard let meetings = meetingsByHead[branch.node] else { continue }
      let shared = counts[meetings] ?? graph.reachCount(meetings)
      counts[meetings] = shared
      if shared > first {
        if branch.node != firstHead { second = first }
        (first, firstHead) = (shared, branch.node)
      } else if branch.node != firstHead {
        second = max(second, shared)
      }
      candidates.append(
        Candidate(
          name: branch.name,
          head: branch.node,
          shared: shared,
          isDefault: branch.node == defaultHead,
          lastCommit: graph.committerTimes[branch.node]
        )
      )
    }
    candidates.sort { $0.isBetter(than: $1) }
    guard let best = candidates.first else { return nil }
    let others = candidates.dropFirst().filter { $0.head != best.head }
    guard let runnerUp = others.map(\.shared).max() else {
      return Line(reference: best.name, head: best.head, confidence: 1)
    }
    return Line(reference: best.name, head: best.head, confidence: 1 - 1 / Double(2 + best.shared - runnerUp))
  }

  /// By number: how many members of `set` have that number or a lower one.
  private static func running(_ set: BitSet, _ count: Int) -> [Int] {
    var flags = [Int](repeating: 0, count: count)
    for node in set { flags[node] = 1 }
    var sum = 0
    for node in flags.indices {
      sum += flags[node]
      flags[node] = sum
    }
    return flags
  }

  private struct Candidate {
    let name: RefName
    let head: CommitGraph.Node
    let shared: Int
    let isDefault: Bool
    let lastCommit: Int64

    func isBetter(than other: Candidate) -> Bool {
      if shared != other.shared { return shared > other.shared }
      if isDefault != other.isDefault { return isDefault }
      return lastCommit != other.lastCommit ? lastCommit > other.lastCommit : name < other.name
    }
  }
}
