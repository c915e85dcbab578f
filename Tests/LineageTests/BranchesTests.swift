import BitCollections
import FixtureSupport
import Foundation
import Git
import GitValues
import History
import Lineage
import Testing

/// What a fork's branches are for.
@Suite struct BranchesTests {
  private let small: SmallRepository
  private static let day = 86_400

  init() throws { small = try SmallRepository() }

  /// Commits on top of each other, some days apart; the last one's id.
  private func chain(
    _ name: String,
    from parent: String,
    count: Int,
    days: Int,
    mail: String = "own@fork.example"
  ) throws -> String {
    var parent = parent
    for step in 0..<count {
      let date = 1_600_000_000 + step * days * Self.day
      let stream = """
        reset refs/made/new
        from \(parent)

        commit refs/made/new
        committer T <\(mail)> \(date) +0000
        data 1
        x
        from \(parent)
        M 100644 inline \(name)
        data 2
        \(step % 10)

        done

        """
      try small.git("fast-import", "--quiet", "--force", "--done", input: stream)
      parent = try small.git("rev-parse", "refs/made/new")
      try small.git("update-ref", "-d", "refs/made/new")
    }
    try small.git("update-ref", "refs/heads/\(name)", parent)
    return parent
  }

  private func kinds(_ upstream: String, head: String) async throws -> [String: OwnBranch] {
    let graph = try await GraphOfFixture(["fork": small.path])
    let repository = try Repository(at: small.path)
    let branches = try repository.references { _ in true }.references.compactMap { reference in
      reference.commit.flatMap { graph.graph.node($0) }.map { (name: reference.name, node: $0) }
    }
    let upstreamReach = graph.graph.reach([try graph.node("fork", upstream)])
    let headNode = try graph.node("fork", head)
    let found = try Branches(
      graph.graph,
      branches,
      head: headNode,
      headReference: RefName("refs/heads/main"),
      headWork: graph.graph.reach([headNode]).subtracting(upstreamReach),
      upstreamReach: upstreamReach,
      try ObjectDatabase(objectFolders: [small.path + "/.git/objects"])
    )
    #expect(found.leftOut == 0)
    return Dictionary(uniqueKeysWithValues: found.own.map { ($0.reference.shortText, $0) })
  }

  @Test func namesLivesAndPeopleTellWhatABranchIsFor() async throws {
    let root = try small.commit(["README.md": "x"])
    try small.git("update-ref", "refs/heads/main", root)
    let upstream = try chain("carried", from: root, count: 3, days: 1, mail: "up@upstream.example")
    let main = try chain("main", from: upstream, count: 12, days: 30)
    _ = try chain("release-2.1", from: upstream, count: 2, days: 1)
    _ = try chain("acme", from: main, count: 12, days: 30, mail: "eng@acme.example")
    _ = try chain("experiment", from: main, count: 12, days: 30)
    _ = try chain("fix-leak", from: main, count: 3, days: 1)
    _ = try chain("free", from: main, count: 12, days: 30, mail: "someone@gmail.com")
    try small.git("branch", "old-main", main + "~2")
    let found = try await kinds(upstream, head: main)
    #expect(found["main"]?.kind == .head && found["main"]?.own == 12)
    #expect(found["release-2.1"]?.kind == .releaseLine && found["release-2.1"]?.apart == 2)
    #expect(found["acme"]?.kind == .custom && found["acme"]?.organisation == "acme.example")
    #expect(found["experiment"]?.kind == .longLived && found["experiment"]?.organisation == nil)
    #expect(found["fix-leak"]?.kind == .topic && found["fix-leak"]?.apart == 3)
    // Who has a mailbox of a public service speaks for no organisation.
    #expect(found["free"]?.kind == .longLived && found["free"]?.organisation == nil)
    #expect(found["old-main"]?.kind == .merged)
    // Every commit of it is upstream's: not the fork's work.
    #expect(found["carried"] == nil)
  }

  @Test func aTopicThatLeftALineIsATopic() async throws {
    let root = try small.commit(["README.md": "x"])
    let main = try chain("main", from: root, count: 2, days: 1)
    let line = try chain("develop", from: main, count: 20, days: 20)
    _ = try chain("topic", from: line, count: 2, days: 1)
    let found = try await kinds(root, head: main)
    #expect(found["develop"]?.kind == .longLived && found["develop"]?.apart == 20)
    #expect(found["topic"]?.kind == .topic && found["topic"]?.apart == 2 && found["topic"]?.own == 24)
  }
}
