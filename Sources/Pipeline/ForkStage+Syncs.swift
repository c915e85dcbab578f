import BitCollections
import Family
import Git
import History
import Landscape
import Lineage

extension ForkStage {
  /// Takes stock of a fork's commits: which are its own work, and by which of them it took upstream in.
  func account(_ origin: Origin, _ fork: Family.Fork, _ side: UpstreamSide, _ result: inout ForkResult) {
    let (lineage, head) = (origin.lineage, members[fork.member].head)
    do throws(GitError) {
      let objects = try ObjectDatabase(objectFolders: stores(fork))
      if origin.kind == .sharedHistory {
        let earlier = lineage.earlierGenerations(graph, upstreamReach: side.reach)
        let likely = lineage.forkOnly.subtracting(side.reach).subtracting(earlier)
        result.lines = try UpstreamLines(graph, upstream: lineage.lineOnly, fork: likely, objects)
      }
      result.work = try OwnWork(lineage, graph, upstreamReach: side.reach, result.lines, objects)
    } catch {
      result.notAnalysed.append(("lineage.ownWork", "commits cannot be read: \(error)"))
    }
    guard let intakes = origin.intakes, let work = result.work else {
      // Why is said where the base is missing, or the work.
      result.notAnalysed.append(
        ("lineage.syncs", "only merges and rebases are found, since contents cannot be compared")
      )
      result.syncs = lineage.syncs
      return
    }
    if intakes.unread > 0 {
      let reason = "\(intakes.unread) commits of the main line cannot be compared with their parents"
      result.notAnalysed.append(("lineage.syncs", reason))
    }
    let arrivals = Arrivals(graph, line: lineage.line.head)
    let (squashes, standing) = intakes.syncs(
      origin.intakeFindings,
      known: lineage.syncs,
      notAmong: work[.copies].union(work[.upstreamLines]),
      start: lineage.forkPoint?.node,
      twinned: BitSet(work.twins.ofUpstream.keys),
      kind: lineage.mergeBases.isEmpty ? .import : .squash,
      graph,
      arrivals
    )
    // A history under other ids is no pile of picks.
    let picks =
      origin.kind == .rewrittenHistory
      ? []
      : Sync.picks(work.twins, among: work[.copies], known: lineage.syncs, head, graph, arrivals)
    let batches = Set(picks.map(\.forkCommit))
    let single = squashes.filter { !batches.contains($0.forkCommit) }
    if let standing, let base = result.base, let later = EffectiveBase.of(sync: standing, instead: base, graph) {
      result.base = later
    }
    result.work?.move(single, of: head, graph)
    result.syncs = (lineage.syncs + single + picks).sorted { graph.isShownBefore($0.forkCommit, $1.forkCommit) }
  }
}
