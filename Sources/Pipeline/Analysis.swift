import BitCollections
import CloneSet
import Family
import Foundation
import Git
import GitValues
import History
public import Landscape
import Lineage

/// An analysis that was run.
public struct Analysis: Sendable {
  /// The result.
  public let landscape: Landscape
  /// What became of every file, by family and fork. Order: as in the landscape.
  public let files: [ForkFiles]
  /// What became of every commit that only one side has, by family and fork. Order: as in the landscape.
  public let patches: [ForkPatches]
  /// What does not stand as it did, of every fork's surfaces. Order: as in the landscape.
  public let surfaces: [ForkSurfaces]
  /// One line for everything that could not be read or used. Order: by text.
  public let problems: [String]
  /// Whether some input could not be read.
  public let isIncomplete: Bool
  /// Whether anything could be analysed at all.
  public let foundClones: Bool
}

extension Analysis {
  /// Runs the stages.
  ///
  /// - Parameter report: called with events as they happen, from several threads.
  /// - Throws: `CloneProblem` where a named upstream cannot be had; `GitError` where libgit2 itself fails.
  public static func run(
    _ request: AnalysisRequest,
    report: @escaping @Sendable (AnalysisEvent) -> Void = { _ in }
  ) async throws -> Analysis {
    let (stage, families, intake) = try await prepare(request, report)
    var results = try await analyseForks(families.families, stage, request, report)
    let communities = try await CommunityStage(stage: stage, families: families.families, results: results).run()
    results = results.mapValues { $0.judged(with: communities) }
    let siblings = try await SiblingStage(stage: stage, families: families.families, results: results).run()
    return LandscapeAssembly(
      graph: stage.graph,
      intake: intake,
      members: families.members,
      families: families,
      results: results,
      communities: communities,
      siblings: siblings,
      request: request
    ).analysis()
  }

  /// What is needed to analyse single forks.
  static func stage(
    _ request: AnalysisRequest,
    _ report: @escaping @Sendable (AnalysisEvent) -> Void
  ) async throws -> (ForkStage, FamilyStage.Result) {
    let (stage, families, _) = try await prepare(request, report)
    return (stage, families)
  }

  private static func prepare(
    _ request: AnalysisRequest,
    _ report: @escaping @Sendable (AnalysisEvent) -> Void
  ) async throws -> (ForkStage, FamilyStage.Result, Intake) {
    var intake = try await Intake.of(request, report)
    if request.areFetchedTogether { intake.alignDates() }
    let graph = try await HistoryStage(
      participants: intake.participants,
      jobs: request.jobs,
      store: request.store,
      report: report
    ).run()
    intake.dropUnreadableHeads(graph)
    intake.replaceStubHeads(graph)
    let families = try FamilyStage(graph: graph, participants: intake.participants, request: request).run()
    let stage = ForkStage(
      graph: graph,
      members: families.members,
      participants: intake.participants,
      request: request,
      upstreams: upstreamSides(graph, intake.participants, families, now: request.now),
      surfaceTools: SurfaceTools(request, report),
      report: report
    )
    return (stage, families, intake)
  }

  private static func upstreamSides(
    _ graph: CommitGraph,
    _ participants: [Participant],
    _ families: FamilyStage.Result,
    now: Int64
  ) -> [Int: ForkStage.UpstreamSide] {
    let upstreams = Set(families.families.families.flatMap(\.forks).map(\.upstream))
    var sides: [Int: ForkStage.UpstreamSide] = [:]
    for upstream in upstreams {
      let member = families.members[upstream]
      var branches = member.branches
      if !branches.contains(where: { $0.node == member.head }) {
        branches.append((member.headReference ?? RefName("HEAD"), member.head))
      }
      let reach = graph.reach(branches.map(\.node) + member.tags.map(\.node))
      sides[upstream] = ForkStage.UpstreamSide(
        reach: reach,
        stretches: Stretches(
          graph,
          defaultHead: member.head,
          heads: branches.map(\.node),
          tags: member.tags.map(\.node)
        ),
        lines: LineChoice(graph, branches: branches, defaultBranch: member.headReference ?? RefName("HEAD")),
        pace: ForkStage.Pace(graph, reach, now: now),
        tags: Result { () throws(GitError) in
          NearestTags(graph, try Repository(participants[upstream].clone.layout).describingTags())
        }
      )
    }
    return sides
  }

  private static func analyseForks(
    _ families: Families,
    _ stage: ForkStage,
    _ request: AnalysisRequest,
    _ report: @escaping @Sendable (AnalysisEvent) -> Void
  ) async throws -> [Int: ForkResult] {
    let forks = families.families.flatMap(\.forks)
    guard !forks.isEmpty else { return [:] }
    // Forks side by side where there are several; within one fork where there is one.
    let lanes = min(request.jobs, forks.count)
    // Where the threads of the machine are the limit anyway, each fork may use them all: none then works alone at the end.
    let isWholeMachine = request.jobs >= ProcessInfo.processInfo.activeProcessorCount
    let workers = isWholeMachine ? request.jobs : max(1, request.jobs / lanes)
    return try await withThrowingTaskGroup(of: ForkResult.self) { group in
      var results: [Int: ForkResult] = [:]
      for (started, fork) in forks.enumerated() {
        if started >= lanes, let result = try await group.next() {
          results[result.fork.member] = result
          report(.analysed(fork: stage.members[result.fork.member].name, done: results.count, of: forks.count))
        }
        report(.analysing(fork: stage.members[fork.member].name))
        group.addTask { try await stage.run(fork, workers: workers) }
      }
      for try await result in group {
        results[result.fork.member] = result
        report(.analysed(fork: stage.members[result.fork.member].name, done: results.count, of: forks.count))
      }
      return results
    }
  }
}

extension Intake {
  /// Makes every clone as of the newest date among them.
  mutating func alignDates() {
    guard let newest = participants.compactMap(\.clone.asOf).max() else { return }
    participants = participants.map { $0.with(asOf: newest) }
  }

  /// Leaves out clones whose head the graph does not have; the reason is kept.
  mutating func dropUnreadableHeads(_ graph: CommitGraph) {
    for participant in participants where graph.node(participant.clone.head.commit) == nil {
      let error = GitError(
        .notFound,
        "read commit",
        "\(participant.clone.head.commit)",
        message: "its head cannot be read"
      )
      problems.append(CloneProblem(path: participant.clone.path, what: "cannot be analysed", error))
    }
    participants.removeAll { graph.node($0.clone.head.commit) == nil }
  }
}
