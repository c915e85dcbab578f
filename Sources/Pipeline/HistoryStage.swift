import CloneSet
import FactStore
import Git
import GitValues
import History

/// Reads the graph of all participants, with what an earlier run kept.
struct HistoryStage {
  private static let kind = FactStore.Kind("commit graph", version: CommitGraph.storageVersion)

  let participants: [Participant]
  let jobs: Int
  let store: FactStore?
  let report: @Sendable (AnalysisEvent) -> Void

  func run() async throws -> CommitGraph {
    report(.readingHistory)
    var replacements: [CommitID: CommitID] = [:]
    for participant in participants { replacements.merge(participant.clone.replacements) { first, _ in first } }
    let sources = participants.map { participant in
      GraphReader.Source(objects: participant.clone.layout.objects, tips: Self.tips(of: participant.clone))
    }
    let key = Self.key(sources, replacements)
    let known = known(key)
    let graph = try await GraphReader(sources: sources, replacements: replacements, workers: jobs).read(known: known)
    if graph.count != known?.count { keep(graph, key) }
    report(.historyRead(commits: graph.count, fromCache: known != nil))
    return graph
  }

  /// Every commit that the clone's references name, each once, in a fixed order.
  private static func tips(of clone: Clone) -> [CommitID] {
    let references = clone.branches + clone.localBranches + clone.tags + clone.pullRequests
    return Set([clone.head.commit] + references.map(\.commit)).sorted()
  }

  /// Graphs are kept by the stores they were read from, so that what one clone claims reaches no analysis without it.
  private static func key(_ sources: [GraphReader.Source], _ replacements: [CommitID: CommitID]) -> [UInt8] {
    let places = Set(sources.map(\.objects)).sorted().joined(separator: "\n")
    let changes = replacements.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "\n")
    return Array((places + "\n\n" + changes).utf8)
  }

  private func known(_ key: [UInt8]) -> CommitGraph? {
    guard let store else { return nil }
    do {
      return try store.fact(Self.kind, key).flatMap { CommitGraph(decoding: $0) }
    } catch {
      report(.cacheFailed("it cannot be read: \(error)"))
      return nil
    }
  }

  private func keep(_ graph: CommitGraph, _ key: [UInt8]) {
    guard let store, let bytes = graph.encoded() else { return }
    do {
      try store.store(Self.kind, key, bytes)
    } catch {
      report(.cacheFailed("it cannot be written: \(error)"))
    }
  }
}
