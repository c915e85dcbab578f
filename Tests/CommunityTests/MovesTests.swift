import BitCollections
import FixtureSupport
import GitValues
import History
import Testing

@testable import Community

/// Where people went when a fork began, and who works on both sides.
@Suite struct MovesTests {
  private let parted = 1_600_000_000

  /// Six people before; since then Ada goes on in the upstream, Bea in the fork, Cy in both; Dee is new in the fork.
  private func told() async throws -> (Told, fork: BitSet, since: BitSet, point: Int) {
    let day = 86_400
    var deeds = ["Ada", "Bea", "Cy", "Eve", "Old"].map { name in
      Deed(author: "\(name) Person <\(name.lowercased())@example.org>", authored: parted - 30 * day, message: "before")
    }
    deeds[4].authored = parted - 900 * day
    deeds.append(Deed(author: "Ada Person <ada@example.org>", authored: parted, message: "point"))
    for month in 1...24 {
      let time = parted + month * 30 * day
      // The upstream does two changes a month in the first year, then one; the fork the other way round.
      let (theirs, own) = month <= 12 ? (2, 1) : (1, 3)
      for _ in 0..<theirs {
        let name = month == 3 ? "Cy" : "Ada"
        deeds.append(
          Deed(author: "\(name) Person <\(name.lowercased())@example.org>", authored: time, message: "upstream")
        )
      }
      for number in 0..<own {
        let name = number == 2 ? "Dee" : month == 5 ? "Cy" : "Bea"
        deeds.append(Deed(author: "\(name) Person <\(name.lowercased())@example.org>", authored: time, message: "fork"))
      }
    }
    let repository = try SmallRepository()
    var stream = "reset refs/heads/main\n\n"
    for deed in deeds {
      stream += "commit refs/heads/main\nauthor \(deed.author) \(deed.authored) +0000\n"
      stream += "committer \(deed.author) \(deed.authored) +0000\ndata \(deed.message.utf8.count)\n\(deed.message)\n\n"
    }
    try repository.git("fast-import", "--quiet", "--done", input: stream + "done\n")
    let told = try await Told(repository)
    // Which side a commit is on stands in its message: the history itself is one line, which changes nothing here.
    func nodes(_ word: String) throws -> BitSet {
      let ids = try repository.git("log", "--format=%H", "--grep=^\(word)$", "main").split(separator: "\n")
      var nodes = BitSet()
      for hex in ids {
        let id = try #require(CommitID(hex: String(hex)))
        nodes.insert(try #require(told.graph.node(id)))
      }
      return nodes
    }
    let point = try #require(try nodes("point").first)
    return (told, try nodes("fork"), try nodes("upstream"), point)
  }

  @Test func everybodyIsFoundWhereTheyWent() async throws {
    let (told, fork, since, point) = try await told()
    let side = CommunitySide(head: told.side.head, commits: fork, tags: [], branches: [], asOf: Told.now)
    let relations = told.community.relations(
      of: told.community.portrait(of: side),
      point: point,
      since: since,
      changes: nil,
      until: Told.now
    )
    let moves = try #require(relations.moves)
    func names(_ destination: Moves.Destination) -> [String] {
      moves.groups.first { $0.destination == destination }?.group.leading.map { told.name($0.person) } ?? []
    }
    #expect(names(.upstream) == ["Ada Person"])
    #expect(names(.fork) == ["Bea Person"])
    #expect(names(.both) == ["Cy Person"])
    // Who had stopped long before did not go anywhere because of the fork.
    #expect(names(.neither) == ["Eve Person"])
    #expect(moves.newcomers == 1)
    #expect(moves.newcomersShare > 0.2 && moves.newcomersShare < 0.3)
    let shifted = try #require(moves.shifted)
    #expect("\(shifted)" >= "2021-04" && "\(shifted)" <= "2021-09")
    #expect(relations.partners.visitors.map { told.name($0.person) } == ["Cy Person"])
  }

  @Test func partnersGiveBack() async throws {
    let (told, fork, since, point) = try await told()
    let side = CommunitySide(head: told.side.head, commits: fork, tags: [], branches: [], asOf: Told.now)
    let times = told.graph.committerTimes
    let changes = fork.enumerated().map { number, node in
      OwnChange(node: node, upstreamCommit: number < 6 ? since.first { times[$0] > times[node] } : nil)
    }
    // All of them share one domain, which three people and more use: an organisation of its own.
    let partners = told.community.relations(
      of: told.community.portrait(of: side),
      point: point,
      since: since,
      changes: changes,
      until: Told.now
    ).partners.partners
    let partner = try #require(partners.first)
    #expect(partners.count == 1)
    #expect(told.community.organisations[partner.organisation].name == "example.org")
    #expect(partner.fork == fork.count && partner.upstreamed == 6 && partner.carried == fork.count - 6)
    #expect(partner.daysToUpstream == 30)
  }

  @Test func numbersStandInForNames() async throws {
    let (told, _, _, _) = try await told()
    let numbers = told.community.numbersWithoutNames()
    #expect(Set(numbers.values) == Set(1...told.community.people.count))
    #expect(numbers == told.community.numbersWithoutNames())
  }
}
