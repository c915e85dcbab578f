import BitCollections
import Evidence
import Git
import GitValues
import History

/// Finds the clone that a fork split off from: the root, or another fork whose own work it has.
struct UpstreamSearch {
  let direction: Direction
  let root: Int
  let group: [Int]

  /// Another fork is taken for the origin from this score on.
  static let originThreshold = 0.5
  /// From this share on, shared commits count as written by the root's own people.
  static let rootPeopleShare = 0.7
  /// The root's people are those of its commits up to so long after the newest shared one, in seconds.
  private static let aroundThen: Int64 = 90 * 86_400

  func fork(_ member: Int, declared: Int?) throws -> Family.Fork {
    if let declared, group.contains(declared) {
      return try declaredFork(member, declared)
    }
    var notes: [Message] = []
    var best: (upstream: Int, shared: Int)?
    for other in group where other != member && other != root {
      let extra = shared(member, other).subtracting(direction.descent.reach[root])
      guard !extra.isEmpty, extra.count > best?.shared ?? 0 else { continue }
      if try isRootsOwn(extra) {
        if notes.isEmpty { notes.append(incompleteRoot(member, other, extra.count)) }
      } else if try originScore(other, of: member) >= Self.originThreshold {
        best = (other, extra.count)
      }
    }
    let upstream = best?.upstream ?? root
    let finding = try direction.finding(upstream, member)
    var evidence = finding.evidence
    if let best {
      evidence.append(
        Evidence(
          "shared work",
          value: Double(best.shared),
          weight: 1,
          says: direction.members[upstream].name,
          Message(
            "family.shared-work",
            [
              "fork": .string(name(member)), "upstream": .string(name(upstream)), "count": .int(best.shared),
              "root": .string(name(root)),
            ],
            text: "\(name(member)) has \(best.shared) commits of \(name(upstream)) that \(name(root)) lacks."
          )
        )
      )
    }
    return Family.Fork(
      member: member,
      upstream: upstream,
      evidence: evidence,
      notes: notes,
      isDeclared: false,
      descent: try direction.descent.kind(member, upstream) ?? .sharedHistory,
      importedFrom: direction.descent.imported(by: member, from: upstream)?.node
    )
  }

  /// How much speaks for `other` being where `member` split off. People do not count here: a fork's own people write in
  /// both of two forks that share work.
  private func originScore(_ other: Int, of member: Int) throws -> Double {
    try direction.finding(other, member).evidence.filter { $0.signal != "people" }
      .reduce(0) { $0 + ($1.says == name(other) ? $1.weight : -$1.weight) }
  }

  /// Weaker evidence, such as an owner of the same name alone, contradicts nobody.
  private static let contradiction = 1.0

  private func declaredFork(_ member: Int, _ upstream: Int) throws -> Family.Fork {
    let finding = try direction.finding(upstream, member)
    var notes: [Message] = []
    if finding.score <= -Self.contradiction {
      notes.append(
        Message(
          "family.declared-contradicted",
          ["fork": .string(name(member)), "upstream": .string(name(upstream))],
          text: "\(name(upstream)) is declared as upstream of \(name(member)), but the evidence points the other way."
        )
      )
    }
    return Family.Fork(
      member: member,
      upstream: upstream,
      evidence: finding.evidence,
      notes: notes,
      isDeclared: true,
      descent: try direction.descent.kind(member, upstream),
      importedFrom: direction.descent.imported(by: member, from: upstream)?.node
    )
  }

  private func name(_ member: Int) -> String { direction.members[member].name }

  private func shared(_ left: Int, _ right: Int) -> BitSet {
    direction.descent.headReach[left].intersection(direction.descent.reach[right])
  }

  /// Whether most of `commits`, which the root's clone lacks, were written by people of the root's own history: then it
  /// is the root's clone that is old or lacks a branch, and sharing them says nothing.
  private func isRootsOwn(_ commits: BitSet) throws -> Bool {
    let graph = direction.graph
    let stores = group.map { direction.members[$0].store }
    let objects = try ObjectDatabase(objectFolders: stores)
    func authors(_ nodes: some Sequence<CommitGraph.Node>) throws(GitError) -> [[UInt8]] {
      try nodes.map { node throws(GitError) in try objects.commit(graph.ids[node]).author.email }
    }
    let newest = { (set: BitSet, count: Int) in set.sorted(by: graph.isShownBefore).prefix(count) }
    // People come and go: those of the same time are asked.
    let latest = newest(commits, 1).first.map { graph.committerTimes[$0] + Self.aroundThen } ?? .max
    let ofThen = direction.descent.reach[root].filter { graph.committerTimes[$0] <= latest }
    let people = Set(try authors(newest(ofThen, 3000)))
    let sample = try authors(newest(commits, 300))
    let known = sample.count { people.contains($0) }
    return Double(known) >= Self.rootPeopleShare * Double(sample.count)
  }

  private func incompleteRoot(_ member: Int, _ other: Int, _ count: Int) -> Message {
    Message(
      "family.incomplete-upstream",
      [
        "fork": .string(name(member)), "other": .string(name(other)), "upstream": .string(name(root)),
        "count": .int(count),
      ],
      text: "\(name(member)) and \(name(other)) share \(count) commits by people of \(name(root)) that this clone of "
        + "\(name(root)) lacks: it looks old or incomplete."
    )
  }

  /// Forks that would be upstream of each other in a circle are put under the root.
  static func withoutCircles(_ forks: [Family.Fork], root: Int) -> [Family.Fork] {
    let upstreams = Dictionary(uniqueKeysWithValues: forks.map { ($0.member, $0.upstream) })
    return forks.map { fork in
      var seen: Set<Int> = [fork.member]
      var current = fork.upstream
      while current != root, let next = upstreams[current] {
        guard seen.insert(current).inserted else {
          return Family.Fork(
            member: fork.member,
            upstream: root,
            evidence: fork.evidence,
            notes: fork.notes,
            isDeclared: fork.isDeclared,
            descent: fork.descent,
            importedFrom: fork.importedFrom
          )
        }
        current = next
      }
      return fork
    }
  }
}
