import BitCollections
import Git
import GitValues
import History

/// Whether two clones descend from one code base.
///
/// Common commits alone do not say so: a project that took in a library with its history has all of the library's
/// commits. Both main lines must be common, or what is common must lie at the top of both trees.
struct Descent {
  private let graph: CommitGraph
  private let members: [Member]
  /// Everything that each member's head reaches.
  let headReach: [BitSet]
  /// Everything that each member's branches reach.
  let reach: [BitSet]

  init(_ graph: CommitGraph, _ members: [Member]) {
    self.graph = graph
    self.members = members
    headReach = members.map { graph.reach([$0.head]) }
    reach = members.map { graph.reach([$0.head] + $0.branches.map(\.node)) }
  }

  /// Whether the members share descent through the heads given (their own by default).
  func isShared(_ left: Int, _ right: Int) throws(GitError) -> Bool {
    if reach[left].isDisjoint(with: reach[right]) { return false }
    if isMainlineCommon(left, right), isMainlineCommon(right, left) { return true }
    return try sharesTopLevel(left, right)
  }

  /// Whether a commit on the main line of one of `member`'s branches is also `other`'s.
  private func isMainlineCommon(_ member: Int, _ other: Int) -> Bool {
    let tips = [members[member].head] + members[member].branches.map(\.node)
    var seen: Set<CommitGraph.Node> = []
    for tip in tips {
      var node: CommitGraph.Node? = tip
      while let current = node, seen.insert(current).inserted {
        if reach[other].contains(current) { return true }
        node = graph.firstParent(of: current)
      }
    }
    return false
  }

  /// Whether most names at the top of the newest common tree still stand at the top of both heads' trees.
  private func sharesTopLevel(_ left: Int, _ right: Int) throws(GitError) -> Bool {
    guard let base = graph.mergeBases(reach[left], reach[right]).first else { return false }
    let objects = try ObjectDatabase(objectFolders: [members[left].store, members[right].store])
    let common = try Self.topNames(graph.trees[base], objects)
    guard !common.isEmpty else { return false }
    for member in [left, right] {
      let names = try Self.topNames(graph.trees[members[member].head], objects)
      if common.intersection(names).count * 2 <= common.count { return false }
    }
    return true
  }

  private static func topNames(_ tree: TreeID, _ objects: ObjectDatabase) throws(GitError) -> Set<[UInt8]> {
    Set(try objects.folder(tree).map(\.name))
  }
}
