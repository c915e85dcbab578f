import Family
import History
import Landscape
import Lineage

extension LandscapeAssembly {
  /// How the fork took upstream in; nil where that was not searched for.
  func syncEntries(_ result: ForkResult) -> [SyncEntry]? {
    result.syncs?.map { sync in
      SyncEntry(
        date: date(of: sync.forkCommit),
        kind: SyncKind(rawValue: sync.kind.rawValue) ?? .merge,
        forkCommit: "\(graph.ids[sync.forkCommit])",
        upstreamCommit: "\(graph.ids[sync.upstreamCommit])",
        commits: sync.commits,
        lagDays: sync.lag.map { Int($0 / 86_400) }
      )
    }
  }

  func syncSummary(_ result: ForkResult) -> SyncSummaryEntry? {
    guard let syncs = syncEntries(result), let asOf = commonDate(result.fork) else { return nil }
    return SyncSummaryEntry(syncs, asOf: Instant(seconds: asOf))
  }

  func ownWork(_ result: ForkResult) -> OwnWorkEntry? {
    guard let work = result.work else { return nil }
    return OwnWorkEntry(
      own: work.own.count,
      merges: work[.merges].count,
      copies: work[.copies].count,
      repeats: work[.repeats].count,
      syncs: work[.syncs].count,
      upstreamBranches: work[.upstreamBranches].count,
      upstreamLines: work[.upstreamLines].count,
      earlierGenerations: work[.earlierGenerations].count,
      sideHistories: work[.sideHistories].count
    )
  }
}
