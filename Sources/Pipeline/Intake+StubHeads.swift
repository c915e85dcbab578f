import BitCollections
import CloneSet
import Git
import GitValues
import History

extension Intake {
  /// A default branch with no more files than this is a signpost, where another branch has a project.
  static let signpostFiles = 5
  /// A branch with fewer files than this, or fewer commits, is no project.
  static let projectFiles = 20
  static let projectCommits = 10
  /// A default branch with less than this share of another branch's commits is none either, where it has no commit in
  /// common with any other clone and that branch has.
  static let stubShare = 0.1

  /// Lets another branch stand for clones whose default branch is a stub: a page that says where the project went, or a
  /// beginning that has nothing of the history the other branches have. Heads that a person named stay.
  mutating func replaceStubHeads(_ graph: CommitGraph) {
    for index in participants.indices
    where !participants[index].isNamed && participants[index].clone.head.rule != .named {
      // Asked of few clones only: what all the others reach.
      func others() -> BitSet {
        graph.reach(
          participants.indices.filter { $0 != index }.flatMap { Self.tips(of: participants[$0].clone, graph) }
        )
      }
      let participant = participants[index]
      do throws(GitError) {
        guard let chosen = try Self.project(instead: participant.clone, others, graph) else { continue }
        participants[index] = participant.with(head: chosen)
      } catch {
        // Its head stays: that it cannot be read is told with whatever needs it.
        problems.append(CloneProblem(path: participant.clone.path, what: "not asked for a better branch", error))
      }
    }
  }

  private static func tips(of clone: Clone, _ graph: CommitGraph) -> [CommitGraph.Node] {
    ([clone.head.commit] + clone.branches.map(\.commit)).compactMap { graph.node($0) }
  }

  /// The branch that stands for a clone whose default branch is a stub: of those with a project the one that was worked on
  /// last; nil where the default branch is none.
  private static func project(instead clone: Clone, _ others: () -> BitSet, _ graph: CommitGraph) throws(GitError)
    -> ChosenHead?
  {
    guard let head = graph.node(clone.head.commit), clone.branches.contains(where: { $0.commit != clone.head.commit })
    else { return nil }
    let objects = try ObjectDatabase(objectFolders: [clone.layout.objects])
    let trees = TreeReader(objects)
    func files(_ node: CommitGraph.Node) throws(GitError) -> Int {
      var count = 0
      try trees.files(of: graph.trees[node]) { _, _ in count += 1 }
      return count
    }
    let headReach = graph.reach([head])
    // A tree with many names at its top has many files.
    let hasFewNames = try objects.folder(graph.trees[head]).count <= signpostFiles
    let isSignpost = try hasFewNames ? files(head) <= signpostFiles : false
    let isSmall = Double(headReach.count) < stubShare * Double(graph.reach(tips(of: clone, graph)).count)
    guard isSignpost || isSmall else { return nil }
    let others = others()
    guard isSignpost || headReach.isDisjoint(with: others) else { return nil }
    let candidates = clone.branches.compactMap { branch in graph.node(branch.commit).map { (branch, $0) } }
      .filter { $0.1 != head }
      .sorted { $0.1 != $1.1 ? graph.isShownBefore($0.1, $1.1) : $0.0.name < $1.0.name }
    for (branch, node) in candidates {
      let reach = graph.reach([node])
      let isLarger = Double(headReach.count) < stubShare * Double(reach.count) && !reach.isDisjoint(with: others)
      guard reach.count >= projectCommits, isSignpost || isLarger, try files(node) >= projectFiles else {
        continue
      }
      let stub = clone.head.reference?.text ?? "\(clone.head.commit)"
      return ChosenHead(reference: branch.name, commit: branch.commit, rule: .stubDefault(stub: stub))
    }
    return nil
  }
}
