import BitCollections

extension CommitGraph {
  /// A main line apart from another.
  public struct MainLine: Sendable {
    /// Commits that the other main line has not. Order: newest first.
    public let own: [Node]
    /// The last commit that the other has too; nil where the two never ran together.
    public let parting: Node?
  }

  /// The main line whose head is `tip`, down to where it parted from the one whose head is `other`.
  ///
  /// A main line is made of first parents. Where a project once put the other first in a merge, so that first parents run
  /// over into the other's main line, its own side of that merge is followed. What is merged later moves merge bases, but
  /// not this place.
  public func mainLine(from tip: Node, apartFrom other: Node) -> MainLine {
    let mainline = BitSet(firstParentChain(from: other))
    let reach = reach([other])
    var own: [Node] = []
    var best: Node?
    // Each round follows one own side further down; a commit is entered once.
    var (start, entered) = (tip, Set<Node>())
    while entered.insert(start).inserted {
      var child: Node?
      var node: Node? = start
      while let current = node, !mainline.contains(current) {
        own.append(current)
        child = current
        node = firstParent(of: current)
      }
      guard let point = node else { break }
      if best.map({ point < $0 }) ?? true { best = point }
      let side = child.flatMap { child in parents(of: child).dropFirst().first { !reach.contains($0) } }
      guard let side else { break }
      start = side
    }
    return MainLine(own: own, parting: best)
  }

  /// The last commit that stood on both main lines before they first parted; nil where they never ran together.
  ///
  /// Seen from both sides: the main line of either may have run over into the other's since.
  public func parting(_ left: Node, _ right: Node) -> Node? {
    let points = [mainLine(from: left, apartFrom: right).parting, mainLine(from: right, apartFrom: left).parting]
    return points.compactMap { $0 }.min()
  }
}
