public import BitCollections

/// How many commits, merges counted and not.
public struct CommitCount: Hashable, Sendable {
  /// All of them.
  public let all: Int
  /// Those with at most one parent.
  public let noMerges: Int
}

extension CommitGraph {
  /// Every commit that `tips` reach, themselves included.
  public func reach(_ tips: some Sequence<Node>) -> BitSet {
    let (flags, _) = flagged(tips)
    var words = [UInt](repeating: 0, count: (flags.count + UInt.bitWidth - 1) / UInt.bitWidth)
    for node in flags.indices where flags[node] { words[node / UInt.bitWidth] |= 1 << UInt(node % UInt.bitWidth) }
    return BitSet(words: words)
  }

  /// Every commit that `tip` reaches, itself included, and `set` has not.
  ///
  /// - Parameter set: closed, as ``reach(_:)`` gives it. The cost follows what is found, not the whole history.
  public func reach(_ tip: Node, outside set: BitSet) -> BitSet {
    var reached = BitSet()
    var stack = set.contains(tip) ? [] : [tip]
    while let node = stack.popLast() {
      guard reached.insert(node).inserted else { continue }
      for parent in parents(of: node) where !set.contains(parent) { stack.append(parent) }
    }
    return reached
  }

  /// How many commits `tips` reach, themselves included.
  public func reachCount(_ tips: some Sequence<Node>) -> Int { flagged(tips).count }

  /// By number: whether `tips` reach the commit; and how many they reach.
  private func flagged(_ tips: some Sequence<Node>) -> (flags: [Bool], count: Int) {
    // A plain array of flags: the loop touches every commit below the highest tip, most of them set.
    let tips = Array(tips)
    let highest = tips.max() ?? -1
    var flags = [Bool](repeating: false, count: highest + 1)
    for tip in tips { flags[tip] = true }
    var count = 0
    flags.withUnsafeMutableBufferPointer { flags in
      parentStarts.withUnsafeBufferPointer { starts in
        parentNodes.withUnsafeBufferPointer { parents in
          var node = highest
          while node >= 0 {
            if flags[node] {
              count += 1
              for index in Int(starts[node])..<Int(starts[node + 1]) { flags[Int(parents[index])] = true }
            }
            node -= 1
          }
        }
      }
    }
    return (flags, count)
  }

  /// How many commits `set` has.
  public func size(of set: BitSet) -> CommitCount {
    CommitCount(all: set.count, noMerges: set.subtracting(merges).count)
  }

  /// The best common ancestors: commits of both sets that no other commit of both sets descends from.
  ///
  /// Both sets must be closed, as ``reach(_:)`` gives them. Order: newest first, then by id, as `git merge-base --all`.
  public func mergeBases(_ left: BitSet, _ right: BitSet) -> [Node] {
    let common = left.intersection(right)
    guard let highest = common.max() else { return [] }
    var isBelow = [Bool](repeating: false, count: highest + 1)
    var bases: [Node] = []
    for node in stride(from: highest, through: 0, by: -1) where common.contains(node) {
      if !isBelow[node] { bases.append(node) }
      for parent in parents(of: node) { isBelow[parent] = true }
    }
    return bases.sorted(by: isShownBefore)
  }

  /// The commits that following first parents from `tip` visits, `tip` first.
  public func firstParentChain(from tip: Node) -> [Node] {
    var chain = [tip]
    while let parent = firstParent(of: chain[chain.count - 1]) { chain.append(parent) }
    return chain
  }

  /// Cuts at commits of `set`.
  public func cuts(in set: BitSet) -> [Cut] {
    cuts.filter { set.contains($0.node) }
  }
}
