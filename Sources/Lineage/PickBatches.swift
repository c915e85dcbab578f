public import BitCollections
public import History

extension Sync {
  /// Picks that were recorded within so many seconds of each other are one batch.
  static let batchGap: Int64 = 7 * 86_400
  /// A batch has at least so many picks: a single one is a fix that travelled.
  static let batchSize = 3

  /// Batches of upstream's commits that the fork recorded again, after upstream had. Order: newest first.
  ///
  /// - Parameter twins: upstream's commits with the fork's.
  /// - Parameter among: the fork's commits that may be picks.
  /// - Parameter known: syncs that parents record: what came with these is no pick of its own.
  public static func picks(
    _ twins: Twins,
    among: BitSet,
    known: [Sync],
    _ tip: CommitGraph.Node,
    _ graph: CommitGraph,
    _ arrivals: Arrivals
  ) -> [Sync] {
    let landings = graph.landings(on: tip)
    let excluded = Set(known.map(\.forkCommit))
    var picks: [(time: Int64, landing: CommitGraph.Node, upstream: CommitGraph.Node)] = []
    var seen: Set<CommitGraph.Node> = []
    // Of upstream's own copies of one commit, as on its stable lines, the oldest is taken for what was picked.
    for (upstream, copies) in twins.ofUpstream.sorted(by: { graph.isShownBefore($1.key, $0.key) }) {
      // The oldest copy is the pick; later ones are copies of it. What upstream recorded later, it took from the fork.
      guard let copy = copies.last(where: { among.contains($0) }), let place = landings.place(of: copy),
        graph.committerTimes[copy] > graph.committerTimes[upstream], !excluded.contains(landings.chain[place]),
        seen.insert(copy).inserted
      else { continue }
      picks.append((landings.times[place], landings.chain[place], upstream))
    }
    picks.sort { left, right in
      if left.time != right.time { return left.time < right.time }
      if left.landing != right.landing { return graph.isShownBefore(right.landing, left.landing) }
      return graph.ids[left.upstream] < graph.ids[right.upstream]
    }
    var batches: [Sync] = []
    var start = 0
    for index in picks.indices where index + 1 == picks.count || picks[index + 1].time - picks[index].time > batchGap {
      let batch = picks[start...index]
      start = index + 1
      guard batch.count >= batchSize, let newest = batch.map(\.upstream).min(by: graph.isShownBefore),
        let last = batch.last?.landing
      else { continue }
      batches.append(
        Sync(
          kind: .picks,
          forkCommit: last,
          upstreamCommit: newest,
          commits: batch.count,
          lag: arrivals.lag(of: batch.map(\.upstream), at: last)
        )
      )
    }
    return batches.reversed()
  }
}
