extension CommitGraph {
  /// By which commit of a branch's first-parent chain each commit came to be on the branch.
  public struct Landings: Sendable {
    /// The time of what the branch does not have.
    public static let never = Int64.max

    /// The commits of the first-parent chain, oldest first.
    public let chain: [Node]
    /// The date of each commit of the chain, or of an earlier one that has a later date: clocks go wrong, but what lies
    /// on the chain cannot have come before what it builds on.
    public let times: [Int64]
    /// By node: its place in ``chain``; -1 where the branch does not have it.
    fileprivate let places: [Int32]

    /// The place in ``chain`` of the commit that brought `node`; nil where the branch does not have it.
    public func place(of node: Node) -> Int? {
      places[node] < 0 ? nil : Int(places[node])
    }

    /// When `node` came to be on the branch, in seconds since 1970; ``never`` where the branch does not have it.
    public func time(of node: Node) -> Int64 {
      places[node] < 0 ? Self.never : times[Int(places[node])]
    }
  }

  /// The landings on the branch whose head is `tip`.
  public func landings(on tip: Node) -> Landings {
    let chain = Array(firstParentChain(from: tip).reversed())
    var places = [Int32](repeating: -1, count: count)
    var times: [Int64] = []
    times.reserveCapacity(chain.count)
    var stack: [Node] = []
    for (place, link) in chain.enumerated() {
      times.append(Swift.max(times.last ?? .min, committerTimes[link]))
      stack.append(link)
      while let node = stack.popLast() {
        if places[node] >= 0 { continue }
        places[node] = Int32(place)
        for parent in parents(of: node) where places[parent] < 0 { stack.append(parent) }
      }
    }
    return Landings(chain: chain, times: times, places: places)
  }
}
