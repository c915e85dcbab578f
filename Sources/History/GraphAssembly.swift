import BitCollections
import Git
import GitValues

/// Numbers the commits that were read, parents first, behind those that were known.
struct GraphAssembly {
  let known: CommitGraph?
  let ids: [CommitID]
  let links: [CommitLinks?]
  let failures: [Int32: String]

  func graph() -> CommitGraph {
    var slots: [CommitID: Int32] = [:]
    slots.reserveCapacity(ids.count)
    for (slot, id) in ids.enumerated() { slots[id] = Int32(slot) }
    let order = parentsFirst(slots)
    let first = known?.count ?? 0
    var nodes = [Int32](repeating: -1, count: ids.count)
    for (position, slot) in order.enumerated() { nodes[Int(slot)] = Int32(first + position) }

    var parts = GraphParts(extending: known, by: order.count)
    for slot in order {
      guard let commit = links[Int(slot)] else { continue }
      parts.begin(ids[Int(slot)], commit)
      for (place, parent) in commit.parents.enumerated() {
        if let node = known?.node(parent) {
          parts.add(parent: Int32(node))
        } else if let parentSlot = slots[parent], nodes[Int(parentSlot)] >= 0 {
          parts.add(parent: nodes[Int(parentSlot)])
        } else {
          let reason = slots[parent].flatMap { failures[$0] } ?? "not found"
          parts.addCut(parent: parent, place: place, reason: reason)
        }
      }
    }
    return parts.graph()
  }

  /// The slots of all commits that were read, so that every parent stands before its children.
  private func parentsFirst(_ slots: [CommitID: Int32]) -> [Int32] {
    var waiting = [Int32](repeating: 0, count: ids.count)
    var edges: [(parent: Int32, child: Int32)] = []
    edges.reserveCapacity(ids.count + ids.count / 4)
    for (slot, commit) in links.enumerated() {
      guard let commit else { continue }
      for parent in commit.parents {
        guard let parentSlot = slots[parent], links[Int(parentSlot)] != nil else { continue }
        waiting[slot] += 1
        edges.append((parentSlot, Int32(slot)))
      }
    }
    var starts = [Int32](repeating: 0, count: ids.count + 1)
    for edge in edges { starts[Int(edge.parent) + 1] += 1 }
    for slot in 0..<ids.count { starts[slot + 1] += starts[slot] }
    var fill = starts
    var children = [Int32](repeating: 0, count: edges.count)
    for edge in edges {
      children[Int(fill[Int(edge.parent)])] = edge.child
      fill[Int(edge.parent)] += 1
    }
    var order = links.indices.filter { links[$0] != nil && waiting[$0] == 0 }.map { Int32($0) }
    order.reserveCapacity(ids.count)
    var next = 0
    while next < order.count {
      let slot = Int(order[next])
      next += 1
      for index in Int(starts[slot])..<Int(starts[slot + 1]) {
        let child = children[index]
        waiting[Int(child)] -= 1
        if waiting[Int(child)] == 0 { order.append(child) }
      }
    }
    return order
  }
}

/// The arrays of a graph while they are filled.
struct GraphParts {
  private var ids: [CommitID]
  private var trees: [TreeID]
  private var committerTimes: [Int64]
  private var authorTimes: [Int64]
  private var parentStarts: [Int32]
  private var parentNodes: [Int32]
  private var cuts: [CommitGraph.Cut]

  init(extending known: CommitGraph?, by count: Int) {
    ids = known?.ids ?? []
    trees = known?.trees ?? []
    committerTimes = known?.committerTimes ?? []
    authorTimes = known?.authorTimes ?? []
    parentStarts = known?.parentStarts ?? [0]
    parentNodes = known?.parentNodes ?? []
    cuts = known?.cuts ?? []
    ids.reserveCapacity(ids.count + count)
    trees.reserveCapacity(ids.count + count)
  }

  /// A graph of arrays that were stored. The caller has checked that they fit together.
  init(
    ids: [CommitID],
    trees: [TreeID],
    committerTimes: [Int64],
    authorTimes: [Int64],
    parentStarts: [Int32],
    parentNodes: [Int32]
  ) {
    self.ids = ids
    self.trees = trees
    self.committerTimes = committerTimes
    self.authorTimes = authorTimes
    self.parentStarts = parentStarts
    self.parentNodes = parentNodes
    cuts = []
  }

  mutating func begin(_ id: CommitID, _ links: CommitLinks) {
    ids.append(id)
    trees.append(links.tree)
    committerTimes.append(links.committerTime)
    authorTimes.append(links.authorTime)
    parentStarts.append(parentStarts[parentStarts.count - 1])
  }

  mutating func add(parent: Int32) {
    parentNodes.append(parent)
    parentStarts[parentStarts.count - 1] += 1
  }

  mutating func addCut(parent: CommitID, place: Int, reason: String) {
    cuts.append(CommitGraph.Cut(node: ids.count - 1, parent: parent, place: place, reason: reason))
  }

  /// The finished graph.
  ///
  /// - Parameter nodesByID: all nodes by id, where they are known in that order already.
  func graph(nodesByID: [Int32]? = nil) -> CommitGraph {
    var merges = BitSet(reservingCapacity: ids.count)
    for node in ids.indices where parentStarts[node + 1] - parentStarts[node] > 1 { merges.insert(node) }
    // A merge stays one when one of its parents is missing.
    for (node, cutsOfNode) in Dictionary(grouping: cuts, by: \.node)
    where Int(parentStarts[node + 1] - parentStarts[node]) + cutsOfNode.count > 1 {
      merges.insert(node)
    }
    let byID = nodesByID ?? ids.indices.sorted { ids[$0] < ids[$1] }.map { Int32($0) }
    return CommitGraph(
      ids: ids,
      trees: trees,
      committerTimes: committerTimes,
      authorTimes: authorTimes,
      cuts: cuts,
      merges: merges,
      parentStarts: parentStarts,
      parentNodes: parentNodes,
      nodesByID: byID,
      firstParentIsCut: BitSet(cuts.filter { $0.place == 0 }.map(\.node))
    )
  }
}
