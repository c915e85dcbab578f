import BitCollections
import Family
import GitValues
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

  /// What it costs to count from git's merge base; nil where it is the effective base too, or there is none.
  func phantom(_ lineage: Lineage, _ result: ForkResult) -> PhantomEntry? {
    guard let gitBase = lineage.mergeBases.first, let base = result.base?.node, base != gitBase else { return nil }
    let work = result.work
    return PhantomEntry(
      days: max(0, Int((graph.committerTimes[base] - graph.committerTimes[gitBase]) / 86_400)),
      behind: graph.reach([base]).intersection(lineage.lineOnly).count,
      ahead: work.map { $0[.copies].count + $0[.syncs].count + $0[.upstreamLines].count }
    )
  }

  func branchesEntry(_ result: ForkResult) -> BranchesEntry? {
    guard let branches = result.branches else { return nil }
    return BranchesEntry(
      carried: branches.carried,
      leftOut: branches.leftOut,
      own: branches.own.map { branch in
        let name = EncodedText(branch.reference.bytes)
        return BranchEntry(
          ref: name.text,
          refIsEncoded: name.isEncoded,
          commit: "\(graph.ids[branch.node])",
          date: date(of: branch.node),
          kind: BranchKind(rawValue: branch.kind.rawValue) ?? .topic,
          own: branch.own,
          apart: branch.apart,
          organisation: branch.organisation,
          line: result.branchLines[branch.node]?.reference.map { EncodedText($0.bytes).text }
        )
      }
    )
  }
}
