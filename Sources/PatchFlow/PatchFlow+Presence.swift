import Git
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
    let records = try await reader.records(of: nodes, paths: paths)
    let byNode = Dictionary(uniqueKeysWithValues: zip(nodes, records))
    let mapping = pair.mapping
    let source = try HeadFiles(pair.graph.trees[pair.line], stores: means.stores)
    let jobs = questions.map { question in
      let record = byNode[question.commit]
      return PresenceJob(
        record: record,
        paths: record?.files.map { paths.path($0.path) } ?? [],
        tree: pair.graph.trees[question.revision]
      )
    }
    let parts = try await inLots(of: 8, Array(jobs.enumerated()), workers: means.workers) { next in
      let texts = TextCache(try ObjectDatabase(objectFolders: means.stores), renamed: mapping.words.byNumber)
      var answers: [(Int, Presence)] = []
      while let lot = next() {
        for (index, job) in lot {
          guard let record = job.record else {
            answers.append((index, .unknown))
            continue
          }
          let judge = PresenceJudge(
            target: try HeadFiles(job.tree, stores: means.stores),
            source: source,
            places: { mapping.places(ofUpstream: $0) },
            sourcePlace: { mapping.upstreamHome($0) },
            texts: texts
          )
          answers.append((index, judge.presence(of: record, job.paths)))
        }
      }
      return answers
    }
    return parts.joined().sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// A commit to be looked for in a tree.
private struct PresenceJob: Sendable {
  let record: CommitRecord?
  let paths: [RepoPath]
  let tree: TreeID
}
