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
  /// - Throws: ``GitError`` where a store cannot be opened, or the trees of the heads cannot be read.
  public static func trace(_ pair: FlowPair, _ means: FlowMeans) async throws -> PatchFlow {
    // What a partial clone lacks today may be there tomorrow.
    guard let facts = means.facts, !means.isPartial else { return try await traceAnew(pair, means) }
    var watch = StepWatch(means.timed)
    let key = FlowStorage.key(pair, means.evidence)
    do {
      if let kept = try facts.fact(FlowStorage.kind, key), let flow = FlowStorage.decoded(kept, pair.graph),
        try await failsStill(flow, pair, means)
      {
        watch.end("patch flow as kept")
        return flow
      }
    } catch {
      means.factsFailed("it cannot be read: \(error)")
    }
    let flow = try await traceAnew(pair, means)
    do {
      try facts.store(FlowStorage.kind, key, FlowStorage.encoded(flow, pair.graph))
    } catch {
      means.factsFailed("it cannot be written: \(error)")
    }
    return flow
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
  /// - Throws: ``GitError`` where a store cannot be opened, or the trees of the heads cannot be read.
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
    let keys = Set(records[upstreamCount...].lazy.flatMap { CommitKeys.of($0, means.evidence) })
    return Set(
      records[..<upstreamCount].indices.filter { place in
        inBase.contains(records[place].node)
          && !CommitKeys.of(records[place], means.evidence).contains(where: keys.contains)
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
    let upstreamPaths = Set(records[..<upstreamCount].lazy.flatMap(\.files).map(\.path))
    var sharedOfUpstream: [Int32: Int32] = [:]
    for path in upstreamPaths.sorted() {
      sharedOfUpstream[path] = paths.intern(mapping.shared(upstream: paths.path(path)))
    }
    let sharedPaths = Set(sharedOfUpstream.values.map { paths.path($0) }).union(upstreamPaths.map { paths.path($0) })
    var sharedOfFork: [Int32: Int32] = [:]
    var boilerplate: [Int32: Bool] = [:]
    for path in Set(records.lazy.flatMap(\.files).map(\.path)) {
      boilerplate[path] = Boilerplate.contains(paths.path(path))
    }
    for place in records.indices {
      records[place].isBoilerplate = records[place].files.allSatisfy { boilerplate[$0.path] ?? false }
    }
    for place in records.indices {
      records[place].mappedPaths = records[place].files.map { file in
        if place < upstreamCount { return sharedOfUpstream[file.path] ?? file.path }
        if let known = sharedOfFork[file.path] { return known }
        let shared = paths.intern(mapping.shared(fork: paths.path(file.path)) { sharedPaths.contains($0) })
        sharedOfFork[file.path] = shared
        return shared
      }
    }
  }

  /// Places of commits whose paths and kinds of change occur on the other side: only they can have equal patch ids.
  private static func sharedHeaders(_ records: [CommitRecord], _ upstreamCount: Int) -> [Int] {
    var sides: [UInt64: UInt8] = [:]
    func headers(_ record: CommitRecord) -> [UInt64] {
      [record.header(record.files.map(\.path)), record.header(record.mappedPaths)]
    }
    for (place, record) in records.enumerated() where !record.isEmpty {
      for header in headers(record) { sides[header, default: 0] |= place < upstreamCount ? 1 : 2 }
    }
    return records.indices.filter { place in
      !records[place].isEmpty && headers(records[place]).contains { sides[$0] == 3 }
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
