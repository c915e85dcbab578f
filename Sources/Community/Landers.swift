import BitCollections
import GitValues
import History

/// Who puts commits on a project's main line, and what messages say of others' help.
public struct Landers: Sendable {
  /// People who put commits on the main line. Order: most first, then by first commit and number.
  public let people: [Influence.PersonShare]
  /// Commits of the main line.
  public let commits: Int
  /// Those of ``commits`` that the forge or a program recorded without saying for whom.
  public let unknown: Int
  /// The part of all commits, from 0 to 1, whose author and committer are one person, at one time. Near 1: commits do
  /// not say who had the right to land them; they were converted, or everybody lands his own.
  public let selfCommitted: Double?
  /// Commits whose message has a credit of a kind, by kind. Order: that of the kinds.
  public let credits: [(kind: CreditKind, commits: Int)]
  /// The newest commit that was converted from Subversion or CVS, in seconds since 1970; nil where none says so.
  public let convertedUntil: Int64?

  /// The landers of `side`.
  init(_ ledger: Ledger, _ side: CommunitySide) {
    let (graph, facts) = (ledger.graph, ledger.facts)
    let chain = graph.firstParentChain(from: side.head).filter { side.commits.contains($0) && facts.isRead($0) }
    var marks: [Int: (commits: Int, first: Int64?, last: Int64?, organisation: Int)] = [:]
    var unknown = 0
    for node in chain {
      guard let signature = ledger.lander(of: node) else {
        unknown += 1
        continue
      }
      let person = ledger.people.person(signature)
      let recorded = graph.committerTimes[node]
      let time = recorded >= Ledger.earliest && recorded <= ledger.now ? recorded : nil
      let organisation = ledger.organisations.organisation(of: signature, at: recorded)
      var mark = marks[person] ?? (0, nil, nil, organisation)
      mark.commits += 1
      if let time {
        mark.first = min(mark.first ?? time, time)
        if time >= mark.last ?? .min { (mark.last, mark.organisation) = (time, organisation) }
      }
      marks[person] = mark
    }
    people = marks.map { person, mark in
      Influence.PersonShare(
        person: person,
        organisation: mark.organisation,
        commits: mark.commits,
        first: mark.first,
        last: mark.last
      )
    }
    .sorted { ($1.commits, $0.first ?? .max, $0.person) < ($0.commits, $1.first ?? .max, $1.person) }
    commits = chain.count
    self.unknown = unknown
    let single = side.own.subtracting(graph.merges).filter { facts.isRead($0) }
    let own = single.count { node in
      ledger.people.person(facts.authors[node]) == ledger.people.person(facts.committers[node])
        && graph.authorTimes[node] == graph.committerTimes[node]
    }
    selfCommitted = single.isEmpty ? nil : Double(own) / Double(single.count)
    var counts: [CreditKind: Int] = [:]
    for node in single { for kind in Set(facts.credits(of: node).map(\.kind)) { counts[kind, default: 0] += 1 } }
    credits = CreditKind.allCases.map { ($0, counts[$0] ?? 0) }
    convertedUntil = single.filter { facts.marks[$0].contains(.converted) }.map { graph.committerTimes[$0] }.max()
  }
}
