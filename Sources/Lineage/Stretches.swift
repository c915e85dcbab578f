public import History

/// Upstream's lines as a content search walks them: the default branch from its root to its head, and every other branch
/// or tag from where it left one of those before.
public struct Stretches: Sendable {
  /// One of them.
  struct Stretch: Sendable {
    /// Commits, each the first parent of the next. Order: oldest first.
    let nodes: [CommitGraph.Node]
  }

  /// The first is the default branch's.
  let all: [Stretch]
  /// Which commits a tag names.
  let tagged: Set<CommitGraph.Node>
  /// Branches and tags whose own part was too short, or that came after the longest: no line that a fork follows.
  public let leftOut: Int

  /// Shorter parts are topics.
  static let shortest = 10
  /// No more than this many stretches are searched, the longest of them.
  static let most = 96

  /// - Parameter heads: upstream's branches and tags, in any order.
  public init(_ graph: CommitGraph, defaultHead: CommitGraph.Node, heads: [CommitGraph.Node], tags: [CommitGraph.Node])
  {
    var claimed: Set<CommitGraph.Node> = []
    func own(_ head: CommitGraph.Node) -> [CommitGraph.Node] {
      var nodes: [CommitGraph.Node] = []
      var next: CommitGraph.Node? = head
      while let node = next, !claimed.contains(node) {
        nodes.append(node)
        next = graph.firstParent(of: node)
      }
      return nodes
    }
    let trunk = own(defaultHead)
    claimed.formUnion(trunk)
    var found: [Stretch] = []
    var leftOut = 0
    // Later heads first: what a release branch and its tags share goes to the branch whole.
    for head in Set(heads + tags).sorted(by: graph.isShownBefore) where !claimed.contains(head) {
      let nodes = own(head)
      claimed.formUnion(nodes)
      if nodes.count >= Self.shortest { found.append(Stretch(nodes: nodes.reversed())) } else { leftOut += 1 }
    }
    found.sort {
      $0.nodes.count != $1.nodes.count
        ? $0.nodes.count > $1.nodes.count
        : graph.isShownBefore($0.nodes[$0.nodes.count - 1], $1.nodes[$1.nodes.count - 1])
    }
    all = [Stretch(nodes: trunk.reversed())] + found.prefix(Self.most)
    self.leftOut = leftOut + max(0, found.count - Self.most)
    tagged = Set(tags)
  }
}
