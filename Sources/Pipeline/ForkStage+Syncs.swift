import BitCollections
import Family
import Git
import History
import Landscape
import Lineage

extension ForkStage {
  /// Takes stock of a fork's commits: which are its own work, and by which of them it took upstream in.
  func account(_ origin: Origin, _ fork: Family.Fork, _ side: UpstreamSide, _ result: inout ForkResult) {
    let lineage = origin.lineage
    result.syncs = lineage.syncs
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
    let onlyByParents = "only merges and rebases are found, since "
    guard let intakes = origin.intakes, let work = result.work else {
      result.notAnalysed.append(("lineage.syncs", onlyByParents + "trees or commits cannot be read"))
      return
    }
    if intakes.unread > 0 {
      let reason = "\(intakes.unread) commits of the main line cannot be compared with their parents"
      result.notAnalysed.append(("lineage.syncs", reason))
    }
    do throws(GitError) {
      try addUnrecordedSyncs(intakes, work, origin, fork, side, &result)
    } catch {
      result.notAnalysed.append(("lineage.syncs", onlyByParents + "a tree of upstream's cannot be read: \(error)"))
    }
  }

  /// Adds the syncs that no parent records, and where the last of them left the fork.
  private func addUnrecordedSyncs(
    _ intakes: Intakes,
    _ work: OwnWork,
    _ origin: Origin,
    _ fork: Family.Fork,
    _ side: UpstreamSide,
    _ result: inout ForkResult
  ) throws(GitError) {
    let (lineage, head) = (origin.lineage, members[fork.member].head)
    let arrivals = Arrivals(graph, line: lineage.line.head)
    let kind: Sync.Kind = lineage.mergeBases.isEmpty ? .import : .squash
    let objects = try ObjectDatabase(objectFolders: stores(fork))
    let announced = try AnnouncedSyncs(
      graph,
      chain: lineage.mainLine,
      candidates: lineage.forkOnly.subtracting(work[.copies]).subtracting(work[.upstreamLines])
        .subtracting(BitSet(lineage.syncs.map(\.forkCommit))),
      known: lineage.syncs,
      upstreamOnly: side.reach.subtracting(graph.reach([head])),
      tags: members[fork.upstream].tags,
      start: lineage.forkPoint?.node,
      kind: kind,
      arrivals,
      objects
    )
    let (squashes, bySquash) = try intakes.syncs(
      origin.intakeFindings,
      known: lineage.syncs + announced.syncs,
      notAmong: work[.copies].union(work[.upstreamLines]),
      start: lineage.forkPoint?.node,
      picked: work.twins.arrivals(on: head, graph),
      kind: kind,
      graph,
      arrivals,
      TreeReader(objects)
    )
    // A history under other ids is no pile of picks.
    let picks =
      origin.kind == .rewrittenHistory
      ? [] : Sync.picks(work.twins, among: work[.copies], known: lineage.syncs, head, graph, arrivals)
    let batches = Set(picks.map(\.forkCommit))
    let single = (squashes + announced.syncs).filter { !batches.contains($0.forkCommit) }
    // The later of the two is where the fork stands.
    let standing = [bySquash, announced.standing].compactMap { $0 }.min(by: graph.isShownBefore)
    if let standing, let base = result.base, let later = EffectiveBase.of(sync: standing, instead: base, graph) {
      result.base = later
    }
    result.work?.move(single, of: head, graph)
    result.syncs = (lineage.syncs + single + picks).sorted { graph.isShownBefore($0.forkCommit, $1.forkCommit) }
  }
}
