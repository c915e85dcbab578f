import BitCollections
import FactStore
import FixtureSupport
import Git
import GitValues
import History
import Synchronization
import Testing

@testable import PatchFlow

/// What was traced in a repository, by full ids.
struct Traced {
  let flow: PatchFlow
  let graph: CommitGraph
  /// The steps that were taken.
  let steps: [String]

  func upstream(_ id: String) throws -> FlowCommit<UpstreamStatus> {
    try #require(flow.upstreamSide.first { "\(graph.ids[$0.node])" == id })
  }

  func fork(_ id: String) throws -> FlowCommit<ForkStatus> {
    try #require(flow.forkSide.first { "\(graph.ids[$0.node])" == id })
  }

  /// The best match's rung and commit.
  func match(of id: String) throws -> String? {
    try fork(id).matches.first.map { "\($0.by.rawValue) \(graph.ids[$0.node])" }
  }
}

extension SmallRepository {
  /// Traces the commits between two heads that have one base.
  ///
  /// - Parameter branches: heads of upstream's other branches.
  func traced(
    base: String,
    upstream: String,
    fork: String,
    evidence: Set<MatchEvidence> = Set(MatchEvidence.allCases),
    mapping: PathMapping = .none,
    copies: [String: String] = [:],
    branches: [String] = [],
    facts: FactStore? = nil
  ) async throws -> Traced {
    let repository = try Repository(at: path)
    let tips = try ([base, upstream, fork] + branches).map { try #require(CommitID(hex: $0)) }
    let source = GraphReader.Source(objects: repository.layout.objects, tips: Set(tips).sorted())
    let graph = try await GraphReader(sources: [source], workers: 2).read()
    let nodes = try tips.map { try #require(graph.node($0)) }
    func node(_ id: String) throws -> CommitGraph.Node {
      let id = try #require(CommitID(hex: id))
      return try #require(graph.node(id))
    }
    let (line, own) = (graph.reach([nodes[1]]), graph.reach([nodes[2]]))
    let pair = FlowPair(
      graph: graph,
      base: nodes[0],
      forkPoint: nodes[0],
      line: nodes[1],
      fork: nodes[2],
      lineOnly: line.subtracting(own),
      forkOnly: own.subtracting(line),
      upstreamReach: graph.reach([nodes[1]] + nodes[3...]),
      copies: Dictionary(uniqueKeysWithValues: try copies.map { (try node($0.key), try node($0.value)) }),
      mapping: mapping,
      asOf: graph.committerTimes.max() ?? 0
    )
    let steps = Mutex<[String]>([])
    let means = FlowMeans(
      stores: [repository.layout.objects],
      workers: 2,
      facts: facts,
      evidence: evidence,
      timed: { step, _ in steps.withLock { $0.append(step) } }
    )
    let flow = try await PatchFlow.trace(pair, means)
    return Traced(flow: flow, graph: graph, steps: steps.withLock { $0 })
  }

  /// A commit as ``commit(_:parents:date:)`` makes it, with an author and a message of its own.
  func written(
    _ files: [String: String],
    parents: [String],
    message: String,
    author: String = "T",
    authored: Int = 1_600_000_000,
    date: Int = 1_600_000_000
  ) throws -> String {
    let plain = try commit(files, parents: parents, date: date)
    let tree = try git("rev-parse", "\(plain)^{tree}")
    let links = parents.map { "parent \($0)\n" }.joined()
    let raw =
      "tree \(tree)\n\(links)author \(author) <\(author)@example.org> \(authored) +0000\n"
      + "committer T <t@example.org> \(date) +0000\n\n\(message)\n"
    return try git("hash-object", "-t", "commit", "-w", "--stdin", input: raw)
  }
}

/// A text of `count` lines, each with words of its own.
func text(_ word: String, _ count: Int) -> String {
  (0..<count).map { "let \(word)\($0) = compute\(word.uppercased())\($0)(from: input\($0 * 7))\n" }.joined()
}
