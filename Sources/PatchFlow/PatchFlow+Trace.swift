import BitCollections
import FactStore
import Git
import GitValues
import History

extension PatchFlow {
  /// Traces what travelled between the two sides of a pair, or takes what an earlier run traced between the same ones.
  ///
  /// What cannot be read of single commits is in their status; see ``FlowCommit/failure``.
  ///
  /// - Throws: `GitError` where a store cannot be opened, or the trees of the heads cannot be read.
  public static func trace(_ pair: FlowPair, _ means: FlowMeans) async throws -> PatchFlow {
    var watch = StepWatch(means.timed)
    return try await means.kept(FlowStorage.kind, FlowStorage.key(pair, means.evidence)) { bytes in
      guard let flow = FlowStorage.decoded(bytes, pair.graph), try await failsStill(flow, pair, means) else {
        return nil
      }
      watch.end("patch flow as kept")
      return flow
    } encode: {
      // What could not be read today may be read tomorrow.
      $0.gaps.isEmpty ? FlowStorage.encoded($0, pair.graph) : nil
    } find: {
      try await traceAnew(pair, means)
    }
  }

  /// Whether the commits that could not be read cannot be read today either: else the flow is to be traced anew.
  private static func failsStill(_ flow: PatchFlow, _ pair: FlowPair, _ means: FlowMeans) async throws -> Bool {
    let failed =
      flow.upstreamSide.filter { $0.failure != nil }.map { ($0.node, $0.failure) }
      + flow.forkSide.filter { $0.failure != nil }.map { ($0.node, $0.failure) }
    if failed.isEmpty { return true }
    let reader = RecordReader(graph: pair.graph, means: means, fixes: try FixRules.standard())
    var records = try await reader.records(of: failed.map(\.0), paths: PathTable())
    try await reader.readContents(&records, at: Array(records.indices))
    return zip(records, failed).allSatisfy { $0.failure == $1.1 }
  }

  /// Traces what travelled between the two sides of a pair.
  ///
  /// What cannot be read of single commits is in their status; see ``FlowCommit/failure``.
  ///
  /// - Throws: `GitError` where a store cannot be opened, or the trees of the heads cannot be read.
  private static func traceAnew(_ pair: FlowPair, _ means: FlowMeans) async throws -> PatchFlow {
    let graph = pair.graph
    let upstreamNodes = pair.lineOnly.subtracting(graph.merges).sorted(by: graph.isShownBefore)
    let forkNodes = pair.forkOnly.subtracting(graph.merges).sorted(by: graph.isShownBefore)
    let paths = PathTable()
    var watch = StepWatch(means.timed)
    let reader = RecordReader(graph: graph, means: means, fixes: try FixRules.standard())
    var records = try await reader.records(of: upstreamNodes + forkNodes, paths: paths)
    mapPaths(&records, upstreamNodes.count, paths, pair.mapping)
    watch.end("trees and messages of \(records.count) commits")
    try await reader.readContents(&records, at: sharedHeaders(records, upstreamNodes.count))
    watch.end("contents of commits with equal headers")
    let unasked = unasked(records, upstreamNodes.count, pair, means)
    try await reader.readContents(&records, at: records.indices.filter { !unasked.contains($0) })
    watch.end("other contents")
    let upstream = Array(records[..<upstreamNodes.count])
    let fork = Array(records[upstreamNodes.count...])
    records = []
    var ladder = Ladder(upstream: upstream, fork: fork, evidence: means.evidence)
    try await ladder.climb(workers: means.workers)
    watch.end("ladder")
    let branches = OtherBranches(pair: pair, means: means, reader: reader, paths: paths)
    let backpatched = try await branches.match(&ladder)
    watch.end("upstream's other branches")
    defer { watch.end("presence") }
    return try await FlowAssembly(
      pair: pair,
      means: means,
      ladder: ladder,
      paths: paths,
      fixes: Fixes(pair, means, ladder, backpatched, reader.fixes)
    ).flow()
  }

  /// Of two histories without a common commit, the places of upstream's commits that lie before the base and of which
  /// nothing speaks for a copy in the fork: what they changed came with the files, and their contents tell nothing more.
  private static func unasked(
    _ records: [CommitRecord],
    _ upstreamCount: Int,
    _ pair: FlowPair,
    _ means: FlowMeans
  ) -> Set<Int> {
    guard pair.lineOnly == pair.graph.reach([pair.line]) else { return [] }
    let inBase = pair.graph.reach([pair.base])
    let (upstream, fork) = (Array(records[..<upstreamCount]), Array(records[upstreamCount...]))
    let keys = Set(fork.flatMap { CommitKeys.of($0, means.evidence) })
    // What a message names is asked too: a claim is checked against content.
    let cited = means.evidence.contains(.trailers) ? Citations(upstream: upstream, fork: fork).upstream : []
    return Set(
      upstream.indices.filter { place in
        inBase.contains(upstream[place].node) && !cited.contains(place)
          && !CommitKeys.of(upstream[place], means.evidence).contains(where: keys.contains)
      }
    )
  }

  /// Gives every file the path that both sides share.
  private static func mapPaths(
    _ records: inout [CommitRecord],
    _ upstreamCount: Int,
    _ paths: PathTable,
    _ mapping: PathMapping
  ) {
    var ofUpstream = SharedPaths(paths) { mapping.shared(upstream: $0) }
    for place in records.indices.prefix(upstreamCount) { ofUpstream.map(&records[place]) }
    let numbers = Set(records[..<upstreamCount].lazy.flatMap { $0.files.map(\.path) + $0.mappedPaths })
    let upstreamPaths = Set(numbers.map { paths.path($0) })
    var ofFork = SharedPaths(paths) { mapping.shared(fork: $0, isUpstream: upstreamPaths.contains) }
    for place in records.indices.dropFirst(upstreamCount) { ofFork.map(&records[place]) }
  }

  /// Places of commits whose paths and kinds of change occur on the other side: only they can have equal patch ids.
  private static func sharedHeaders(_ records: [CommitRecord], _ upstreamCount: Int) -> [Int] {
    var sides: [UInt64: UInt8] = [:]
    for (place, record) in records.enumerated() where !record.isEmpty {
      for header in record.headers { sides[header, default: 0] |= place < upstreamCount ? 1 : 2 }
    }
    return records.indices.filter { place in
      !records[place].isEmpty && records[place].headers.contains { sides[$0] == 3 }
    }
  }
}

/// Tells how long steps take.
private struct StepWatch {
  private let report: @Sendable (String, Int) -> Void
  private var start = ContinuousClock.now

  init(_ report: @escaping @Sendable (String, Int) -> Void) { self.report = report }

  mutating func end(_ step: String) {
    let now = ContinuousClock.now
    report(step, Int((now - start) / .milliseconds(1)))
    start = now
  }
}
