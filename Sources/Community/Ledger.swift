public import BitCollections
public import GitValues
public import History

/// Who did what, for whom and when: facts, people and organisations seen together.
struct Ledger: Sendable {
  let graph: CommitGraph
  let facts: CommitFacts
  let people: People
  let organisations: Organisations
  /// By node: lines that a commit adds and removes; what is not in it is not known.
  let lines: [CommitGraph.Node: Int]
  /// The clock: later dates are not believed.
  let now: Int64

  /// 1980-01-01: no version control that git histories were converted from is older.
  static let earliest: Int64 = 315_532_800

  /// One person's part in something, under an organisation.
  struct Actor: Hashable, Sendable {
    let person: Int32
    let organisation: Int32
  }

  /// One commit as work of people.
  struct Work: Sendable {
    let node: CommitGraph.Node
    /// When it was written, in seconds since 1970; nil where no date can be believed.
    let time: Int64?
    /// Never empty; the author first.
    let actors: [Actor]
    /// nil where it was not counted.
    let lines: Int?

    var month: Int? { time.map { Month(containing: $0).index } }
    var year: Int? { month.map { $0 / 12 } }
  }

  /// When a commit was written: the author's date, where it cannot be believed the committer's.
  func time(of node: CommitGraph.Node) -> Int64? {
    let (author, committer) = (graph.authorTimes[node], graph.committerTimes[node])
    func isBelieved(_ time: Int64) -> Bool { time >= Self.earliest && time <= now }
    return isBelieved(author) ? author : isBelieved(committer) ? committer : nil
  }

  /// The work of people among `commits`, merges and programs left out. Order: by time, then by id, so that sums of parts
  /// come out the same whatever numbers the commits have in the graph.
  func work(_ commits: BitSet) -> [Work] {
    commits.compactMap { node in graph.merges.contains(node) ? nil : work(node) }
      .sorted { left, right in
        let (one, other) = (left.time ?? .min, right.time ?? .min)
        return one != other ? one < other : graph.ids[left.node] < graph.ids[right.node]
      }
  }

  /// nil for what no person wrote, and what could not be read.
  private func work(_ node: CommitGraph.Node) -> Work? {
    guard facts.isRead(node) else { return nil }
    let time = time(of: node)
    let at = time ?? graph.committerTimes[node]
    var actors: [Actor] = []
    func add(_ signature: Int32) {
      let organisation = Int32(organisations.organisation(of: signature, at: at))
      for person in people.persons(signature)
      where people.kinds[person] == .human || people.kinds[person] == .nameOnly {
        let actor = Actor(person: Int32(person), organisation: organisation)
        if !actors.contains(where: { $0.person == actor.person }) { actors.append(actor) }
      }
    }
    let credits = facts.credits(of: node)
    for credit in credits where credit.kind == .authored { add(credit.signature) }
    if actors.isEmpty { add(facts.authors[node]) }
    for credit in credits where credit.kind == .coAuthored { add(credit.signature) }
    return actors.isEmpty ? nil : Work(node: node, time: time, actors: actors, lines: lines[node])
  }

  /// Whether a program wrote the commit.
  func isByProgram(_ node: CommitGraph.Node) -> Bool {
    facts.isRead(node) && people.kinds[people.person(facts.authors[node])] == .bot
  }

  /// Who put a commit of a main line there: its committer; where the forge or a program did, the author of a merge; nil
  /// where the commit does not tell.
  func lander(of node: CommitGraph.Node) -> Int32? {
    guard facts.isRead(node) else { return nil }
    func isPerson(_ signature: Int32) -> Bool { people.kinds[people.person(signature)] == .human }
    if isPerson(facts.committers[node]) { return facts.committers[node] }
    return graph.merges.contains(node) && isPerson(facts.authors[node]) ? facts.authors[node] : nil
  }

  /// Whether somebody else looked at the commit: a review in its message, or a request of a forge.
  func isReviewed(_ node: CommitGraph.Node) -> Bool {
    guard facts.isRead(node) else { return false }
    return facts.marks[node].contains(.request)
      || facts.credits(of: node).contains { $0.kind == .reviewed || $0.kind == .acked }
  }
}

/// A part of a history whose people are looked at.
public struct CommunitySide: Sendable {
  /// The head of its branch.
  public let head: CommitGraph.Node
  /// Its commits: all of an upstream, a fork's own.
  public let commits: BitSet
  /// Those of ``commits`` that are copies of the other side's, or came in with another history.
  public let copies: BitSet
  /// Its tags, those of the other side left out. Order: by name.
  public let tags: [(name: RefName, node: CommitGraph.Node)]
  /// Its branches. Order: by name.
  public let branches: [(name: RefName, node: CommitGraph.Node)]
  /// What belongs to others: commits of the upstream, for a fork.
  public let foreign: BitSet
  /// The newest date of its clone, in seconds since 1970.
  public let asOf: Int64

  /// A side of its parts.
  public init(
    head: CommitGraph.Node,
    commits: BitSet,
    copies: BitSet = BitSet(),
    tags: [(name: RefName, node: CommitGraph.Node)],
    branches: [(name: RefName, node: CommitGraph.Node)],
    foreign: BitSet = BitSet(),
    asOf: Int64
  ) {
    (self.head, self.commits, self.copies, self.tags) = (head, commits, copies, tags)
    (self.branches, self.foreign, self.asOf) = (branches, foreign, asOf)
  }

  /// What its people wrote.
  public var own: BitSet { commits.subtracting(copies) }
}
