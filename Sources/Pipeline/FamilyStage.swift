import CloneSet
import Evidence
import Family
import Git
import GitValues
import History
import Portrait

/// Turns participants into members of families.
struct FamilyStage {
  let graph: CommitGraph
  let participants: [Participant]
  let request: AnalysisRequest

  /// What the stage found. Members and participants have the same places.
  struct Result {
    let members: [Member]
    let families: Families
    /// The names that a person gave families, by the root's place.
    let names: [Int: String]
  }

  /// - Throws: `GitError` where a store cannot be opened.
  func run() throws -> Result {
    let members = try participants.map(member)
    let (declared, names) = declaration()
    return Result(
      members: members,
      families: try Families.find(graph, members, declared: declared),
      names: names
    )
  }

  private func member(_ participant: Participant) throws -> Member {
    let clone = participant.clone
    func nodes(_ references: [PinnedReference]) -> [(name: RefName, node: CommitGraph.Node)] {
      references.compactMap { reference in graph.node(reference.commit).map { (reference.name, $0) } }
    }
    guard let head = graph.node(clone.head.commit) else {
      throw CloneProblem(path: clone.path, what: "cannot be analysed", why: "its head cannot be read")
    }
    let branches = clone.branches + clone.localBranches + clone.pullRequests
    return Member(
      name: participant.name,
      bareName: clone.nameParts.name,
      owner: clone.nameParts.owner,
      headReference: clone.head.reference,
      head: head,
      branches: participant.isNamed ? [] : nodes(branches),
      tags: tags(participant, head, nodes(clone.tags)),
      portrait: try portrait(of: head, clone),
      store: clone.layout.objects
    )
  }

  /// The tags that are the participant's. Where both sides of a named pair are one repository, its tags are of both, and
  /// only what the named head reaches tells whose: a fork's release would make its own work upstream's.
  private func tags(
    _ participant: Participant,
    _ head: CommitGraph.Node,
    _ tags: [(name: RefName, node: CommitGraph.Node)]
  ) -> [(name: RefName, node: CommitGraph.Node)] {
    let store = participant.clone.layout.commonDirectory
    guard participant.isNamed, participants.count(where: { $0.clone.layout.commonDirectory == store }) > 1 else {
      return tags
    }
    let reach = graph.reach([head])
    return tags.filter { reach.contains($0.node) }
  }

  /// nil where the head's tree cannot be read: the history can still be told.
  private func portrait(of head: CommitGraph.Node, _ clone: Clone) throws -> Portrait? {
    do {
      let objects = try ObjectDatabase(objectFolders: [clone.layout.objects])
      return try PortraitReader(objects: objects).portrait(of: graph.trees[head])
    } catch let error as GitError where error.kind == .notFound || error.kind == .corrupt {
      return nil
    }
  }

  private func declaration() -> (DeclaredDescent, [Int: String]) {
    if case .pair = request.subject {
      return (DeclaredDescent(upstreams: Dictionary(uniqueKeysWithValues: participants.indices.map { ($0, 0) })), [:])
    }
    guard let file = request.familyFile else { return (DeclaredDescent(), [:]) }
    var (upstreams, names): ([Int: Int], [Int: String]) = ([:], [:])
    for family in file.families {
      guard let root = family.upstream.flatMap({ place(of: $0.clone) }) else { continue }
      upstreams[root] = root
      names[root] = family.name
      for fork in family.forks {
        if let member = fork.clone.flatMap({ place(of: $0) }), member != root { upstreams[member] = root }
      }
    }
    return (DeclaredDescent(upstreams: upstreams), names)
  }

  private func place(of text: String) -> Int? {
    let parts = participants.map(\.clone.nameParts)
    if case .one(let place) = CloneNames.match(text, among: parts, currentFolder: request.currentFolder) {
      return place
    }
    return nil
  }
}
