import BitCollections
import FixtureSupport
import Git
import GitValues
import History
import Testing

@testable import Community

/// One commit of a made-up history.
struct Deed {
  var author = "Ada Example <ada@example.org>"
  var committer: String?
  /// Seconds since 1970.
  var authored = 1_600_000_000
  /// As the author's where nil.
  var committed: Int?
  var message = "x"
  var files: [String] = []
}

/// What was told of the people of a repository with one branch.
struct Told {
  let graph: CommitGraph
  let facts: CommitFacts
  let community: Community
  let side: CommunitySide
  let portrait: Community.Portrait

  /// The clock of all tests: 2023-11-14.
  static let now: Int64 = 1_700_000_000

  /// - Parameter deeds: oldest first; every commit has the one before as its parent.
  init(
    _ deeds: [Deed],
    mailmap: String = "",
    declared: [DeclaredOrganisation] = [],
    lines: [Int: Int] = [:],
    workers: Int = 2
  ) async throws {
    let repository = try SmallRepository()
    var stream = "reset refs/heads/main\n\n"
    for (number, deed) in deeds.enumerated() {
      stream += "commit refs/heads/main\n"
      stream += "author \(deed.author) \(deed.authored) +0000\n"
      stream += "committer \(deed.committer ?? deed.author) \(deed.committed ?? deed.authored) +0000\n"
      stream += "data \(deed.message.utf8.count)\n\(deed.message)\n"
      for file in deed.files { stream += "M 100644 inline \(file)\ndata \("\(number)".utf8.count)\n\(number)\n" }
      stream += "\n"
    }
    try repository.git("fast-import", "--quiet", "--done", input: stream + "done\n")
    try await self.init(repository, mailmap: mailmap, declared: declared, lines: lines, workers: workers)
  }

  /// The people of what `main` has.
  init(
    _ repository: SmallRepository,
    mailmap: String = "",
    declared: [DeclaredOrganisation] = [],
    lines: [Int: Int] = [:],
    workers: Int = 2
  ) async throws {
    let opened = try Repository(at: repository.path)
    let head = try #require(CommitID(hex: try repository.git("rev-parse", "refs/heads/main")))
    let source = GraphReader.Source(objects: opened.layout.objects, tips: [head])
    let graph = try await GraphReader(sources: [source], workers: workers).read()
    self.graph = graph
    let node = try #require(graph.node(head))
    let all = graph.reach([node])
    facts = try await CommitFacts.read(graph, all, trees: all, stores: [opened.layout.objects], workers: workers)
    community = try Community(
      graph,
      facts,
      mailmaps: mailmap.isEmpty ? [] : [Array(mailmap.utf8)],
      declared: declared,
      lines: lines,
      now: Self.now
    )
    let tags = try opened.references { $0.hasPrefix("refs/tags/") }.references.compactMap { tag in
      tag.commit.flatMap { graph.node($0) }.map { (tag.name, $0) }
    }
    side = CommunitySide(head: node, commits: all, tags: tags, branches: [], asOf: Self.now)
    portrait = community.portrait(of: side)
  }

  func name(_ person: People.Person) -> String { String(decoding: community.people.names[person], as: UTF8.self) }

  /// Names and commits of everybody, most first.
  var people: [String] { portrait.influence.people.map { "\(name($0.person)) \($0.commits)" } }

  /// Names and commits of organisations, largest first.
  var organisations: [String] {
    portrait.influence.organisations.map { "\(community.organisations[$0.organisation].name) \($0.commits)" }
  }
}
