import Landscape

/// Where the fork's commits come from, and how it takes in upstream.
extension ForkSections {
  /// The parts of what git counts as ahead; left out where all of it is own work.
  var ownWork: [Block] {
    guard let work = fork.lineage?.ownWork, work.own + work.merges < work.total else { return [] }
    let parts = ForkWords.ownWorkParts(work, upstream: context.upstreamName).filter { $0.count > 0 }
    return [
      .heading(2, ForkWords.ownWorkTitle),
      .paragraph(ForkWords.ownWork(work)),
      .table(Table(ForkWords.ownWorkColumns, rows: parts.map { [$0.name, "\($0.count)"] })),
    ]
  }

  var syncs: [Block] {
    guard fork.relation == .fork, let syncs = fork.lineage?.syncs else { return [] }
    let title: Block = .heading(2, ForkWords.syncsTitle)
    guard !syncs.isEmpty else { return [title, .paragraph(ForkWords.noSyncs)] }
    var blocks = [title]
    if let summary = fork.lineage?.syncSummary {
      blocks.append(.paragraph(ForkWords.syncs(summary)))
      // A long list is told by year; a short one tells itself.
      if syncs.count > Self.syncLimit, summary.years.count > 1 {
        let rows = summary.years.map { year -> [Phrase] in [Phrase(year.year), "\(year.syncs)", "\(year.commits)"] }
        blocks.append(.table(Table(ForkWords.syncYearColumns, rows: rows)))
      }
    }
    let shown = syncs.prefix(Self.syncLimit)
    let rows = shown.map { sync -> [Phrase] in
      [
        "\(sync.date.day)", VerdictWords.sync(sync.kind), .code(sync.forkCommit.shortID),
        sync.upstreamCommit.map { .code($0.shortID) } ?? "not found", sync.commits.map { "\($0)" } ?? "—",
        sync.lagDays.map { "\($0)" } ?? "—",
      ]
    }
    return blocks + [
      .paragraph(ForkWords.lastSyncs(shown.count, of: syncs.count)),
      .table(Table(ForkWords.syncColumns, rows: rows)),
    ]
  }

  /// The branches that hold work of their own; left out where that is the head alone.
  var branches: [Block] {
    guard let branches = fork.lineage?.branches else { return [] }
    let others = branches.list.filter { $0.kind != .head }
    guard !others.isEmpty || branches.topics + branches.carried > 0 else { return [] }
    let rows = others.prefix(Self.branchLimit).map { branch -> [Phrase] in
      [
        .code(branch.ref.shortRef), VerdictWords.branch(branch), "\(branch.apart)",
        branch.line.map { .code($0.shortRef) } ?? "—", "\(branch.date.day)",
      ]
    }
    var blocks: [Block] = [.heading(2, ForkWords.branchesTitle), .paragraph(ForkWords.branches(branches))]
    if !rows.isEmpty { blocks.append(.table(Table(ForkWords.branchColumns, rows: rows))) }
    if others.count > rows.count { blocks.append(.paragraph(ForkWords.moreBranches(others.count - rows.count))) }
    return blocks
  }

  /// The most branches shown.
  private static let branchLimit = 15
}
