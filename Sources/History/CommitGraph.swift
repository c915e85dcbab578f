public import BitCollections
public import GitValues

/// The commits of all clones of a run and how they descend, each once however many clones share it.
///
/// Commits are numbered so that parents come before their children: a walk towards the roots is one loop downward. The
/// numbers have no other meaning and differ between runs; what is shown is ordered by date and id.
public struct CommitGraph: Sendable {
  /// The number of a commit in its graph.
  public typealias Node = Int

  /// The id of each commit.
  public let ids: [CommitID]
  /// The tree of each commit.
  public let trees: [TreeID]
  /// Seconds since 1970 when each commit was recorded; 0 where it cannot be read.
  public let committerTimes: [Int64]
  /// Seconds since 1970 when each change was written; 0 where it cannot be read.
  public let authorTimes: [Int64]
  /// Parents that no clone has, with the commit that names them. Order: by node, then by parent's place.
  ///
  /// Empty for complete clones. A count of commits whose walk reaches such a place is only a lower bound.
  public let cuts: [Cut]
  /// Commits with two and more parents.
  public let merges: BitSet

  let parentStarts: [Int32]
  let parentNodes: [Int32]
  /// All nodes, by id.
  let nodesByID: [Int32]

  /// A place where the history breaks off.
  public struct Cut: Hashable, Sendable {
    /// The commit whose parent is missing.
    public let node: Node
    /// The parent that no clone has.
    public let parent: CommitID
    /// Which parent it is; 0 is the first.
    public let place: Int
    /// What the reading of it came to.
    public let reason: String
  }

  /// How many commits there are.
  public var count: Int { ids.count }

  /// The parents of `node` that are here, in the commit's order.
  @inline(__always)
  public func parents(of node: Node) -> Parents {
    Parents(nodes: parentNodes, range: Int(parentStarts[node])..<Int(parentStarts[node + 1]))
  }

  /// The first parent; nil for a root, and where it is not here.
  public func firstParent(of node: Node) -> Node? {
    let start = Int(parentStarts[node])
    return start < Int(parentStarts[node + 1]) && !firstParentIsCut.contains(node) ? Int(parentNodes[start]) : nil
  }

  /// Commits whose first parent is missing while another is here.
  let firstParentIsCut: BitSet

  /// The number of the commit `id`; nil where no clone reaches it.
  public func node(_ id: CommitID) -> Node? {
    var (low, high) = (0, nodesByID.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[Int(nodesByID[middle])] < id { low = middle + 1 } else { high = middle }
    }
    guard low < nodesByID.count else { return nil }
    let node = Int(nodesByID[low])
    return ids[node] == id ? node : nil
  }

  /// Newest first, ties by id: the order in which commits are shown.
  public func isShownBefore(_ left: Node, _ right: Node) -> Bool {
    let (leftTime, rightTime) = (committerTimes[left], committerTimes[right])
    return leftTime != rightTime ? leftTime > rightTime : ids[left] < ids[right]
  }
}

/// The parents of one commit, without a copy.
public struct Parents: RandomAccessCollection, Sendable {
  /// The graph's list of all parents: holding that one array is cheaper than holding the graph.
  let nodes: [Int32]
  let range: Range<Int>

  /// Where the first parent stands.
  public var startIndex: Int { range.lowerBound }
  /// Behind the last parent.
  public var endIndex: Int { range.upperBound }
  /// The parent at a place.
  public subscript(position: Int) -> CommitGraph.Node { Int(nodes[position]) }
}
