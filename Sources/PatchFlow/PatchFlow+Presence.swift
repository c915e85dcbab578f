import GitValues
public import History

/// Whether a tree has what an upstream commit did.
public struct PresenceQuestion: Hashable, Sendable {
  /// The upstream commit.
  public let commit: CommitGraph.Node
  /// The commit whose tree is asked.
  public let revision: CommitGraph.Node

  /// A question of its parts.
  public init(commit: CommitGraph.Node, revision: CommitGraph.Node) {
    self.commit = commit
    self.revision = revision
  }
}

extension PatchFlow {
  /// The answers to `questions`, in their order; matches are not looked for, contents alone decide.
  ///
  /// - Throws: `GitError` where a tree that is asked cannot be read.
  public static func presence(
    _ questions: [PresenceQuestion],
    _ pair: FlowPair,
    _ means: FlowMeans
  ) async throws -> [Presence] {
    let paths = PathTable()
    let nodes = Set(questions.map(\.commit)).sorted()
    let reader = RecordReader(graph: pair.graph, means: means, fixes: try FixRules.standard())
    var records = try await reader.records(of: nodes, paths: paths)
    try await reader.readContents(&records, at: Array(records.indices))
    let byNode = Dictionary(uniqueKeysWithValues: zip(nodes, records))
    let mapping = pair.mapping
    var source = try HeadFiles(pair.graph.trees[pair.line], stores: means.stores)
    let named = Set(records.flatMap(\.files).map(\.path)).map { mapping.upstreamHome(paths.path($0)) }
    try await source.readLines(of: Set(named), stores: means.stores, workers: means.workers)
    var answers: [Presence] = []
    for question in questions {
      guard let record = byNode[question.commit] else {
        answers.append(.unknown)
        continue
      }
      let touched = record.files.map { paths.path($0.path) }
      var judge = PresenceJudge(
        target: try HeadFiles(pair.graph.trees[question.revision], stores: means.stores),
        source: source,
        places: { mapping.places(ofUpstream: $0) },
        sourcePlace: { mapping.upstreamHome($0) }
      )
      let places = Set(touched.compactMap { judge.place(of: $0) })
      try await judge.target.readLines(of: places, stores: means.stores, workers: 1)
      answers.append(judge.presence(of: record, touched))
    }
    return answers
  }
}
