import BitCollections
import Evidence
import Git
import GitValues
import History

extension Direction {
  /// Whose first own commits are by those who wrote the last common ones.
  ///
  /// Weak, since people move with a successor: it is asked only where neither a README nor a name tells the two apart.
  func people(_ left: Int, _ right: Int, _ split: CommitGraph.Node, _ add: Add) throws(GitError) {
    let common = graph.reach([split])
    let objects = try ObjectDatabase(objectFolders: [members[left].store, members[right].store])
    let before = Set(try authors(Array(common.sorted(by: graph.isShownBefore).prefix(300)), objects))
    // What each side's main line did first. One without anything is a stopped upstream or a mirror: the other's people
    // tell which.
    func share(_ member: Int) throws(GitError) -> Double {
      let first = Array(landings(of: member).chain.filter { !common.contains($0) }.prefix(100))
      if first.isEmpty { return 0.5 }
      return Double(try authors(first, objects).count { before.contains($0) }) / Double(first.count)
    }
    let (leftShare, rightShare) = (try share(left), try share(right))
    add("people", leftShare - rightShare, Weight.people) { upstream, fork in
      let (more, fewer) = (max(leftShare, rightShare), min(leftShare, rightShare))
      let percents = (Int((more * 100).rounded()), Int((fewer * 100).rounded()))
      return Message(
        "family.people",
        [
          "upstream": .string(members[upstream].name), "fork": .string(members[fork].name),
          "more": .int(percents.0), "fewer": .int(percents.1),
        ],
        text: "The first commits after the split tell \(members[upstream].name) from \(members[fork].name): people of "
          + "the time before it wrote \(percents.0) % of them here and \(percents.1) % there, 50 standing for none."
      )
    }
  }

  private func authors(_ nodes: [CommitGraph.Node], _ objects: ObjectDatabase) throws(GitError) -> [[UInt8]] {
    try nodes.map { node throws(GitError) in try objects.commit(graph.ids[node]).author.email }
  }
}
