import CloneSet
import Family
import Git
import GitValues
import History
import Lineage
public import PatchFlow

/// Answers whether trees of a fork have what commits of its upstream did.
public enum PresenceRun {
  /// The answer to one question.
  public struct Answer: Hashable, Sendable {
    /// The upstream commit, as it was asked for.
    public let commit: String
    /// The fork's revision, as it was asked for.
    public let revision: String
    /// The answer; nil where one of the two names no commit of the clones.
    public let presence: Presence?
  }

  /// The answers to `questions`, in their order. Matches are not looked for: contents alone decide.
  ///
  /// - Parameter request: an upstream and one fork, named outright.
  /// - Throws: `CloneProblem` where one of the two cannot be had or they share no history; `GitError` where a tree
  ///   cannot be read.
  public static func answers(
    to questions: [(commit: String, revision: String)],
    _ request: AnalysisRequest,
    report: @escaping @Sendable (AnalysisEvent) -> Void = { _ in }
  ) async throws -> [Answer] {
    var request = request
    request.stages = Stage.closure(of: [.divergence])
    let (stage, families) = try await Analysis.stage(request, report)
    guard let fork = families.families.families.flatMap(\.forks).first else {
      throw CloneProblem(path: "--fork", what: "cannot be asked", why: "it is no fork of the upstream")
    }
    let result = try await stage.run(fork, workers: request.jobs)
    guard let lineage = result.lineage, let divergence = result.divergence, let base = lineage.mergeBases.first else {
      throw CloneProblem(path: "--fork", what: "cannot be asked", why: "it shares no history with the upstream")
    }
    let (pair, means) = stage.flow(
      lineage,
      divergence,
      base: base,
      copies: [:],
      syncs: [],
      work: nil,
      fork,
      workers: request.jobs
    )
    let graph = stage.graph
    let repositories = try [fork.upstream, fork.member].map { try Repository(stage.participants[$0].clone.layout) }
    let asked = try questions.map { question -> PresenceQuestion? in
      let commit = try node(question.commit, repositories[0], graph)
      let revision = try node(question.revision, repositories[1], graph)
      guard let commit, let revision else { return nil }
      return PresenceQuestion(commit: commit, revision: revision)
    }
    var answers = try await PatchFlow.presence(asked.compactMap { $0 }, pair, means)[...]
    return zip(questions, asked).map { question, asked in
      Answer(
        commit: question.commit,
        revision: question.revision,
        presence: asked == nil ? nil : answers.popFirst()
      )
    }
  }

  private static func node(
    _ revision: String,
    _ repository: Repository,
    _ graph: CommitGraph
  ) throws(GitError) -> CommitGraph.Node? {
    do throws(GitError) {
      return graph.node(try repository.commit(revision: revision))
    } catch {
      if error.kind == .notFound || error.kind == .invalid { return nil }
      throw error
    }
  }
}
