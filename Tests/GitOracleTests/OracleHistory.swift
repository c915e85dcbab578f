import FixtureSupport
import Foundation
import Git
import GitValues
import History
import Lineage
import Testing

/// A random history on disk and git beside it: one repository for even seeds, a pair of clones for odd ones.
struct OracleHistory: Sendable {
  /// The seeds that everything is compared on.
  static let seeds = UInt64(1000)..<1208

  let seed: UInt64
  let git: GitProgram
  /// The repository that has the fork's branches.
  let folder: URL
  /// Object stores, upstream's first.
  let stores: [String]
  let sources: [GraphReader.Source]
  let upstream: CommitID
  let fork: CommitID
  private let temporary: TemporaryFolder

  init(seed: UInt64) throws {
    self.seed = seed
    temporary = try TemporaryFolder()
    let history = RandomHistory(seed: seed)
    if seed.isMultiple(of: 2) {
      folder = temporary.url.appending(path: "both")
      try history.write(to: folder)
      let repository = try Repository(at: folder.path(percentEncoded: false))
      git = try GitProgram(folder)
      stores = [repository.layout.objects]
      sources = [try Self.source(repository)]
      upstream = try repository.commit(revision: "refs/heads/upstream")
      fork = try repository.commit(revision: "refs/heads/fork")
    } else {
      let pair = try history.writePair(to: temporary.url)
      let (left, right) = (try Repository(at: pair.upstream.path()), try Repository(at: pair.fork.path()))
      folder = pair.fork
      var program = try GitProgram(pair.fork)
      program.environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = left.layout.objects
      git = program
      stores = [left.layout.objects, right.layout.objects]
      sources = [try Self.source(left), try Self.source(right)]
      upstream = try left.commit(revision: "HEAD")
      fork = try right.commit(revision: "HEAD")
    }
  }

  private static func source(_ repository: Repository) throws -> GraphReader.Source {
    let list = try repository.references { _ in true }
    try #require(list.broken.isEmpty)
    return GraphReader.Source(
      objects: repository.layout.objects,
      tips: Set(list.references.compactMap(\.commit)).sorted()
    )
  }

  func graph() async throws -> CommitGraph {
    try await GraphReader(sources: sources, workers: 2).read()
  }

  /// The lineage of the fork, against upstream's branch outright.
  func lineage(_ graph: CommitGraph) throws -> Lineage {
    let (line, tip) = (try #require(graph.node(upstream)), try #require(graph.node(fork)))
    let named = Line(reference: nil, head: line, confidence: 1)
    return try #require(Lineage.trace(graph, line: named, fork: tip, upstreamReach: graph.reach([line])))
  }
}
