public import BitCollections
import Git
import GitValues
public import History

/// The people and organisations of a family.
public struct Community: Sendable {
  /// Everybody.
  public let people: People
  /// All organisations; the first stands for nobody.
  public let organisations: [Organisation]
  private let ledger: Ledger

  /// - Parameter mailmaps: contents of the members' `.mailmap` files, the upstream's first.
  /// - Parameter lines: lines that commits add and remove, as far as they are known.
  /// - Parameter now: the clock, in seconds since 1970.
  /// - Throws: `GitError` where libgit2 cannot make a map of a file, an error where the rules cannot be read.
  public init(
    _ graph: CommitGraph,
    _ facts: CommitFacts,
    mailmaps: [[UInt8]],
    declared: [DeclaredOrganisation],
    lines: [CommitGraph.Node: Int],
    now: Int64
  ) throws {
    let rules = try DomainRules.standard()
    var weights = [Int](repeating: 0, count: facts.signatures.count)
    for signature in facts.authors where signature >= 0 { weights[Int(signature)] += 1 }
    for signature in facts.committers where signature >= 0 { weights[Int(signature)] += 1 }
    people = try People.join(facts.signatures, weights: weights, mailmaps: mailmaps, rules)
    let organisations = Organisations(people, declared, rules)
    self.organisations = organisations.all
    ledger = Ledger(
      graph: graph,
      facts: facts,
      people: people,
      organisations: organisations,
      lines: lines,
      now: now
    )
  }

  /// What is told of one side.
  public struct Portrait: Sendable {
    /// Who makes it.
    public let influence: Influence
    /// Who lands commits.
    public let landers: Landers
    /// How long changes wait, or why that cannot be told.
    public let landing: Result<LandingTime, LandingGap>
    /// When it was worked on.
    public let life: Life
    /// Whether work happens here.
    public let outlet: Outlet
    let work: [Ledger.Work]
  }

  /// The people of one side.
  public func portrait(of side: CommunitySide) -> Portrait {
    let work = ledger.work(side.own)
    let influence = Influence(ledger, side, work)
    return Portrait(
      influence: influence,
      landers: Landers(ledger, side),
      landing: LandingTime.of(ledger, work),
      life: Life(ledger, side, work),
      outlet: Outlet(ledger, side, work, influence),
      work: work
    )
  }

  /// Those of `commits` that people recorded who put at least two of `others` on record: of a line that both sides share.
  /// None where so few people did that they may have changed sides.
  public func recordedByThePeople(of others: BitSet, among commits: BitSet) -> BitSet {
    var counts: [Int: Int] = [:]
    for node in others where ledger.facts.isRead(node) && !ledger.graph.merges.contains(node) {
      counts[people.person(ledger.facts.committers[node]), default: 0] += 1
    }
    let found = commits.filter { node in
      guard ledger.facts.isRead(node) else { return false }
      let person = people.person(ledger.facts.committers[node])
      return people.kinds[person] == .human && counts[person, default: 0] >= 2
    }
    // One or two who record on both sides have moved; a line is kept by several.
    let parts = Dictionary(grouping: found) { people.person(ledger.facts.committers[$0]) }.values.map(\.count)
    let isLine = parts.count >= 4 && (parts.max() ?? 0) * 10 <= found.count * 7
    return isLine ? BitSet(found) : BitSet()
  }

  /// Numbers of people for reports that name nobody: they tell neither names nor their order.
  public func numbersWithoutNames() -> [People.Person: Int] {
    var keys: [Int: UInt64] = [:]
    for signature in 0..<ledger.facts.signatures.count {
      let name = ledger.facts.signatures.name(signature)
      let key = name.withUnsafeBytes { TextTable.hash($0) }
      let person = people.person(Int32(signature))
      keys[person] = min(keys[person] ?? .max, key)
    }
    let order = keys.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1.key, $0 + 1) })
  }

  /// Roots of `side` with a hundred files and more: nobody knows who wrote what was there at the start.
  public func largeRoots(of side: CommunitySide) -> [(node: CommitGraph.Node, files: Int)] {
    let (graph, facts) = (ledger.graph, ledger.facts)
    return side.own.filter { graph.parents(of: $0).isEmpty && facts.fileCounts[$0] >= Outlet.dropFiles }
      .map { ($0, Int(facts.fileCounts[$0])) }
      .sorted { graph.isShownBefore($1.node, $0.node) }
  }

  /// What a fork and its upstream have to do with each other.
  public struct Relations: Sendable {
    /// Where people went; nil where the two have no fork point, or nobody worked before it.
    public let moves: Moves?
    /// Who works on both sides.
    public let partners: Partners
  }

  /// The relations of a fork whose portrait is `fork`.
  ///
  /// - Parameter point: where the two parted; nil where that is not known.
  /// - Parameter since: commits of the upstream since then, copies of the fork's left out.
  /// - Parameter changes: what became of the fork's commits; nil where patch flow was not traced.
  /// - Parameter until: the earlier date of the two clones, in seconds since 1970.
  public func relations(
    of fork: Portrait,
    point: CommitGraph.Node?,
    since: BitSet,
    changes: [OwnChange]?,
    until: Int64
  ) -> Relations {
    let upstream = ledger.work(since)
    return Relations(
      moves: point.flatMap { point in
        Moves.of(
          ledger,
          point: point,
          before: ledger.work(ledger.graph.reach([point])),
          upstream: upstream,
          fork: fork.work,
          until: until
        )
      },
      partners: Partners(ledger, upstream: upstream, fork: fork.work, changes: changes)
    )
  }
}
