import BitCollections
import Evidence
import Git
import GitValues
import History
import Portrait

/// Which of two clones changes come from originally.
///
/// Contributors who moved are no evidence here: they go with a successor.
final class Direction {
  /// How much each signal counts.
  enum Weight {
    /// A README that names the other as its origin.
    static let readme = 3.0
    /// Who has the name that the common code gave itself.
    static let name = 2.5
    /// Whose contents the other began with.
    static let imported = 2.0
    /// Whose merges took in the other.
    static let flow = 1.5
    /// On whose main line the last common commit lies, when not on both.
    static let mainline = 1.0
    /// Who has more of the tags from before the split.
    static let tags = 1.0
    /// The same where one clone has no tags at all: it may have been made without them.
    static let tagsAgainstNone = 0.5
    /// Whose README was given a title of its own, other than the common code's.
    static let title = 1.0
    /// Whose first own commits are by people of the time before the split, asked only where nothing says a name.
    static let people = 1.0
    /// An owner with the project's own name.
    static let owner = 0.5
  }

  let graph: CommitGraph
  let members: [Member]
  let descent: Descent
  let portraits: BasePortraits
  private var findings: [[Int]: Finding] = [:]
  private var landings: [Int: CommitGraph.Landings] = [:]

  init(_ graph: CommitGraph, _ members: [Member], _ descent: Descent) {
    self.graph = graph
    self.members = members
    self.descent = descent
    portraits = BasePortraits(graph)
  }

  /// Evidence about the pair. Positive `score`: `left` is upstream.
  struct Finding {
    let score: Double
    /// Every piece names what it says: the shown name of the upstream it speaks for.
    let evidence: [Evidence]
  }

  /// How much speaks for `left` being upstream of `right`; below zero, for the other way.
  func score(_ left: Int, over right: Int) throws -> Double {
    try finding(left, right).score
  }

  /// What is known about a pair that shares descent; empty for a pair that does not.
  func finding(_ left: Int, _ right: Int) throws -> Finding {
    if let known = findings[[left, right]] { return known }
    if let mirrored = findings[[right, left]] {
      return Finding(score: -mirrored.score, evidence: mirrored.evidence)
    }
    let finding = try makeFinding(left, right)
    findings[[left, right]] = finding
    return finding
  }

  private func makeFinding(_ left: Int, _ right: Int) throws -> Finding {
    let bases = lastCommon(left, right)
    var score = 0.0
    var evidence: [Evidence] = []
    func add(_ signal: String, _ difference: Double, _ weight: Double, _ message: (Int, Int) -> Message) {
      guard difference != 0 else { return }
      score += difference * weight
      let (upstream, fork) = difference > 0 ? (left, right) : (right, left)
      evidence.append(
        Evidence(
          signal,
          value: abs(difference),
          weight: abs(difference) * weight,
          says: members[upstream].name,
          message(upstream, fork)
        )
      )
    }
    readme(left, right, add)
    imported(left, right, add)
    let split = split(left, right)
    if let base = bases.first {
      // Names and tags are asked of the time before the split: later the main lines may have met again.
      let before = split ?? base
      let named = try naming(left, right, before)
      name(left, right, named, add)
      if let named { title(left, right, named, add) }
      tags(left, right, named?.wasTakenOver == true ? named?.node ?? before : before, add)
      // Where a main line ran over into the other's, what it took in since tells who succeeded, not who came first.
      if named?.wasTakenOver != true {
        let exchange = try exchange(left, right)
        flow(left, right, exchange, add)
        // With several merge bases the first of them is no more the last common commit than the others.
        if bases.count == 1 { mainline(left, right, base, exchange, add) }
      }
    }
    owner(left, right, add)
    let named: Set<String> = ["readme", "name"]
    if !evidence.contains(where: { named.contains($0.signal) }) {
      try split.map { try people(left, right, $0, add) }
    }
    return Finding(score: score, evidence: evidence)
  }

  typealias Add = (String, Double, Double, (Int, Int) -> Message) -> Void

  /// The merge bases of the two heads; where these share nothing, those of all branches.
  private func lastCommon(_ left: Int, _ right: Int) -> [CommitGraph.Node] {
    let byHead = graph.mergeBases(descent.headReach[left], descent.headReach[right])
    return byHead.isEmpty ? graph.mergeBases(descent.reach[left], descent.reach[right]) : byHead
  }

  /// The last commit that stood on both main lines before they parted; nil where they never ran together.
  private func split(_ left: Int, _ right: Int) -> CommitGraph.Node? {
    graph.parting(members[left].head, members[right].head)
  }

  private func readme(_ left: Int, _ right: Int, _ add: Add) {
    for (fork, upstream, sign) in [(right, left, 1.0), (left, right, -1.0)] {
      guard let statement = statement(of: fork, naming: upstream) else { continue }
      let isFate = statement.kind == .movedTo
      // A project that says it moved to the other names its successor, not its origin.
      add("readme", isFate ? -sign : sign, Weight.readme) { _, _ in
        Message(
          "family.readme",
          ["clone": .string(members[fork].name), "quote": .string(statement.quote)],
          text: "The README of \(members[fork].name) says: “\(statement.quote)”"
        )
      }
    }
  }

  /// A tree copied out of a project cannot be older than it.
  private func imported(_ left: Int, _ right: Int, _ add: Add) {
    func began(_ member: Int) -> Int64 {
      graph.firstParentChain(from: members[member].head).last.map { graph.committerTimes[$0] } ?? 0
    }
    let (leftFound, rightFound) = (descent.imported(by: left, from: right), descent.imported(by: right, from: left))
    guard leftFound != nil || rightFound != nil, began(left) != began(right) else { return }
    add("import", began(left) < began(right) ? 1 : -1, Weight.imported) { upstream, fork in
      Message(
        "family.imported",
        ["upstream": .string(members[upstream].name), "fork": .string(members[fork].name)],
        text: "\(members[fork].name) began with files of \(members[upstream].name), which is the older project."
      )
    }
  }

  private func statement(of member: Int, naming other: Int) -> ForkStatement? {
    let kinds: Set<ForkStatement.Kind> = [.fork, .basedOn, .successor, .port, .dropIn, .movedTo]
    return members[member].portrait?.forkStatements.first { statement in
      kinds.contains(statement.kind) && statement.projects.contains { isName(of: other, $0) }
    }
  }

  private func isName(of member: Int, _ project: ForkStatement.Project) -> Bool {
    let other = members[member]
    if let repository = project.repository?.lowercased(), let owner = other.owner {
      return repository == "\(owner)/\(other.bareName)".lowercased()
    }
    return nameLikeness(Portrait(title: project.name), to: other.bareName, owner: other.owner) == 1
  }

  /// How often each of two main lines took the other in.
  private struct Exchange {
    let intoLeft: Int
    let intoRight: Int

    /// From 0 to 1: one merge between two projects is an event, three are a habit that tells who follows whom.
    var habit: Double { min(1, Double(intoLeft + intoRight) / 3) }
  }

  private func exchange(_ left: Int, _ right: Int) throws(GitError) -> Exchange {
    Exchange(intoLeft: try merges(into: left, from: right), intoRight: try merges(into: right, from: left))
  }

  private func flow(_ left: Int, _ right: Int, _ exchange: Exchange, _ add: Add) {
    let (intoLeft, intoRight) = (exchange.intoLeft, exchange.intoRight)
    guard intoRight + intoLeft > 0 else { return }
    let share = Double(intoRight - intoLeft) / Double(intoRight + intoLeft)
    add("flow", share * exchange.habit, Weight.flow) { upstream, fork in
      let (taken, given) = upstream == left ? (intoRight, intoLeft) : (intoLeft, intoRight)
      return Message(
        "family.flow",
        [
          "fork": .string(members[fork].name), "upstream": .string(members[upstream].name), "taken": .int(taken),
          "given": .int(given),
        ],
        text: "\(members[fork].name) merged \(members[upstream].name) \(taken) times, the other way it was \(given)."
      )
    }
  }

  /// Commits on the main line of `member` by which commits of `other`'s main line arrived.
  ///
  /// What the same person recorded who merged it is the member's own topic, on which the other's main line stands: a stack
  /// that began on it.
  private func merges(into member: Int, from other: Int) throws(GitError) -> Int {
    let landings = landings(of: member)
    // What the other's main line has by running over into this one's was not merged.
    let landed = graph.mainLine(from: members[other].head, apartFrom: members[member].head).own.compactMap { node in
      landings.place(of: node).flatMap { landings.chain[$0] == node ? nil : (node: node, place: $0) }
    }
    if landed.isEmpty { return 0 }
    let objects = try ObjectDatabase(objectFolders: [members[member].store, members[other].store])
    let forge = Array("noreply@github.com".utf8)
    func recorder(_ node: CommitGraph.Node) throws(GitError) -> [UInt8] {
      try objects.commit(graph.ids[node]).committer.email
    }
    var links: Set<Int> = []
    for (node, place) in landed where !links.contains(place) {
      let merger = try recorder(landings.chain[place])
      let isTaken = merger == forge ? true : try recorder(node) != merger
      if isTaken { links.insert(place) }
    }
    return links.count
  }

  func landings(of member: Int) -> CommitGraph.Landings {
    if let known = landings[member] { return known }
    let found = graph.landings(on: members[member].head)
    landings[member] = found
    return found
  }

  private func mainline(
    _ left: Int,
    _ right: Int,
    _ base: CommitGraph.Node,
    _ exchange: Exchange,
    _ add: Add
  ) {
    func has(_ member: Int) -> Bool {
      let landings = landings(of: member)
      return landings.place(of: base).map { landings.chain[$0] == base } ?? false
    }
    let difference = (has(left) ? 1.0 : 0) - (has(right) ? 1.0 : 0)
    add("mainline", difference * exchange.habit, Weight.mainline) { upstream, fork in
      Message(
        "family.mainline",
        ["upstream": .string(members[upstream].name), "fork": .string(members[fork].name)],
        text: "The last common commit stands on the main line of \(members[upstream].name) and came to "
          + "\(members[fork].name) by a merge."
      )
    }
  }

  private func tags(_ left: Int, _ right: Int, _ split: CommitGraph.Node, _ add: Add) {
    let common = graph.reach([split])
    func count(_ member: Int) -> Int { members[member].tags.count { common.contains($0.node) } }
    let (leftCount, rightCount) = (count(left), count(right))
    guard leftCount + rightCount > 0 else { return }
    let share = Double(leftCount - rightCount) / Double(leftCount + rightCount)
    let hasNone = members[left].tags.isEmpty || members[right].tags.isEmpty
    add("tags", share, hasNone ? Weight.tagsAgainstNone : Weight.tags) { upstream, fork in
      let (more, fewer) = (max(leftCount, rightCount), min(leftCount, rightCount))
      return Message(
        "family.tags",
        [
          "upstream": .string(members[upstream].name), "fork": .string(members[fork].name), "more": .int(more),
          "fewer": .int(fewer),
        ],
        text: "\(members[upstream].name) has \(more) tags on their common history, \(members[fork].name) has \(fewer)."
      )
    }
  }

  private func owner(_ left: Int, _ right: Int, _ add: Add) {
    func isOwnName(_ member: Int) -> Bool {
      members[member].owner?.lowercased() == members[member].bareName.lowercased()
    }
    let difference = (isOwnName(left) ? 1.0 : 0) - (isOwnName(right) ? 1.0 : 0)
    add("owner", difference, Weight.owner) { upstream, _ in
      Message(
        "family.owner",
        ["clone": .string(members[upstream].name)],
        text: "\(members[upstream].name) is owned under the project's own name."
      )
    }
  }
}

/// What common commits' trees say of the project, each read once. One thread at a time.
final class BasePortraits {
  private let graph: CommitGraph
  private var known: [CommitGraph.Node: Portrait?] = [:]

  init(_ graph: CommitGraph) { self.graph = graph }

  /// nil where the tree cannot be read.
  func portrait(at node: CommitGraph.Node, _ stores: String...) throws -> Portrait? {
    if let portrait = known[node] { return portrait }
    let portrait: Portrait?
    do {
      portrait = try PortraitReader(objects: ObjectDatabase(objectFolders: stores)).portrait(of: graph.trees[node])
    } catch let error as GitError where error.kind == .notFound || error.kind == .corrupt {
      portrait = nil
    }
    known[node] = .some(portrait)
    return portrait
  }
}
