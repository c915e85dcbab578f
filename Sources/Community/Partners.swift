import BitCollections
import GitValues
public import History

/// What became of a fork's own commit, as patch flow found it.
public struct OwnChange: Hashable, Sendable {
  /// The fork's commit.
  public let node: CommitGraph.Node
  /// Upstream's commit that makes the same change, where it went there.
  public let upstreamCommit: CommitGraph.Node?

  /// A change of its parts.
  public init(node: CommitGraph.Node, upstreamCommit: CommitGraph.Node?) {
    (self.node, self.upstreamCommit) = (node, upstreamCommit)
  }
}

/// Who works on both sides.
public struct Partners: Sendable {
  /// An organisation with own work in the fork.
  public struct Partner: Hashable, Sendable {
    /// Its place in ``Community/organisations``.
    public let organisation: Int
    /// Its commits among the fork's own.
    public let fork: Int
    /// Its commits in the upstream since the fork point.
    public let upstream: Int
    /// Those of ``fork`` that upstream has too; nil where patch flow was not traced.
    public let upstreamed: Int?
    /// Those of ``fork`` that only the fork has; nil where patch flow was not traced.
    public let carried: Int?
    /// Days from the fork's commit to upstream's, the middle value; nil for fewer than three.
    public let daysToUpstream: Double?
  }

  /// Somebody of the upstream who works in the fork.
  public struct Visitor: Hashable, Sendable {
    /// The person's number.
    public let person: People.Person
    /// Commits in the upstream since the fork point.
    public let upstream: Int
    /// Commits among the fork's own.
    public let fork: Int
  }

  /// Organisations by their work in the fork. Order: most commits in the fork first, then by place.
  public let partners: [Partner]
  /// People who write for both since the fork point. Order: most commits in the fork first, then by number.
  public let visitors: [Visitor]
}

extension Partners {
  /// - Parameter changes: what became of the fork's commits; nil where patch flow was not traced.
  init(_ ledger: Ledger, upstream: [Ledger.Work], fork: [Ledger.Work], changes: [OwnChange]?) {
    func byOrganisation(_ work: [Ledger.Work]) -> [Int32: [Ledger.Work]] {
      var found: [Int32: [Ledger.Work]] = [:]
      for item in work {
        for organisation in Set(item.actors.map(\.organisation)) where Int(organisation) != Organisations.independent {
          found[organisation, default: []].append(item)
        }
      }
      return found
    }
    let (own, theirs) = (byOrganisation(fork), byOrganisation(upstream))
    let fates = changes.map { changes in
      Dictionary(changes.map { ($0.node, $0.upstreamCommit) }, uniquingKeysWith: { first, _ in first })
    }
    let times = ledger.graph.committerTimes
    partners = own.map { organisation, work in
      let traced = fates.map { fates in work.compactMap { item in fates[item.node].map { (item.node, $0) } } }
      let landed = traced?.compactMap { node, copy in copy.map { (node, $0) } }
      let days = landed?.map { Double(max(0, times[$1] - times[$0])) / 86_400 }.sorted() ?? []
      return Partner(
        organisation: Int(organisation),
        fork: work.count,
        upstream: theirs[organisation]?.count ?? 0,
        upstreamed: landed?.count,
        carried: traced.map { $0.count { $0.1 == nil } },
        daysToUpstream: days.count < 3 ? nil : days[(days.count - 1) / 2]
      )
    }
    .sorted { ($1.fork, $0.organisation) < ($0.fork, $1.organisation) }
    func byPerson(_ work: [Ledger.Work]) -> [Int32: Int] {
      var counts: [Int32: Int] = [:]
      for item in work {
        for actor in item.actors where ledger.people.kinds[Int(actor.person)] == .human {
          counts[actor.person, default: 0] += 1
        }
      }
      return counts
    }
    let (inFork, inUpstream) = (byPerson(fork), byPerson(upstream))
    visitors = inFork.compactMap { person, count in
      inUpstream[person].map { Visitor(person: People.Person(person), upstream: $0, fork: count) }
    }
    .sorted { ($1.fork, $0.person) < ($0.fork, $1.person) }
  }
}
