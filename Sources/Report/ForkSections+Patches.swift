import Landscape

extension ForkSections {
  /// The most missing fixes shown.
  static let fixLimit = 25

  /// What flowed, what is carried, what is missing.
  var patches: [Block] {
    guard let patches = context.fork.patches else { return [] }
    let (upstream, fork) = (patches.upstreamSide, patches.forkSide)
    var blocks: [Block] = [.heading(2, ForkWords.patchesTitle)]
    if upstream.total > 0 {
      blocks.append(.paragraph(ForkWords.upstreamPatches(upstream, upstream: context.upstreamName)))
      blocks.append(.table(Table(ForkWords.patchColumns, rows: rows(ForkWords.upstreamStatus(upstream)))))
    }
    if fork.total > 0 {
      blocks.append(.paragraph(ForkWords.forkPatches(fork, upstream: context.upstreamName)))
      blocks.append(.table(Table(ForkWords.patchColumns, rows: rows(ForkWords.forkStatus(fork)))))
    }
    if let soak = patches.soakDays { blocks += self.soak(soak) }
    if let upstreaming = patches.upstreamingDays, upstreaming.arrived > 0 {
      blocks.append(.paragraph(ForkWords.upstreaming(upstreaming, upstream: context.upstreamName)))
    }
    if !patches.flow.byYear.isEmpty {
      let figures: Block =
        pictures.flow.map(Block.picture)
        ?? .table(Table(ForkWords.flowColumns, rows: Self.flowRows(patches.flow.byYear)))
      blocks += [.paragraph(ForkWords.flowIntroduction), figures]
    }
    blocks += fixes(patches.missingFixes) + silentReverts(patches.silentReverts ?? []) + labels(patches.labelFindings)
    if let limits = patches.limits { blocks.append(.paragraph(ForkWords.limits(limits))) }
    return blocks
  }

  private func soak(_ soak: SoakEntry) -> [Block] {
    var blocks: [Block] = [.paragraph(ForkWords.soak(soak, until: context.commonAsOf))]
    // One folder says no more than the whole.
    guard soak.byArea.count > 1, soak.arrived > 0 else { return blocks }
    let rows = soak.byArea.map { area -> [Phrase] in
      [.code(area.path), ForkWords.half(area.median), "\(area.arrived)", "\(area.censored)"]
    }
    blocks += [.paragraph(ForkWords.soakByArea), .table(Table(ForkWords.soakColumns, rows: rows))]
    return blocks
  }

  /// The most labels shown.
  static let labelLimit = 10

  private func labels(_ findings: [LabelFindingEntry]) -> [Block] {
    if findings.isEmpty { return [] }
    let shown = findings.prefix(Self.labelLimit)
    let rows = shown.map { finding -> [Phrase] in
      let others = finding.others.prefix(2).map { Phrase.code($0.shortID) }.joined(separator: ", ")
      return [
        "\(finding.date.day)", .code(finding.commit.shortID), ForkWords.finding(finding.finding), others,
        "\(finding.subject)",
      ]
    }
    return [
      .heading(3, ForkWords.labelsTitle), .paragraph(ForkWords.labels(shown.count, of: findings.count)),
      .table(Table(ForkWords.labelColumns, rows: rows)),
    ]
  }

  /// Newest year first.
  static func flowRows(_ years: [FlowYearEntry]) -> [[Phrase]] {
    years.sorted { $0.year > $1.year }.map { year in
      [Phrase(String(year.year)), "\(year.down)", "\(year.up)", "\(year.unknown)"]
    }
  }

  private func rows(_ counts: [(meaning: Phrase, count: Int)]) -> [[Phrase]] {
    counts.filter { $0.count > 0 }.map { [$0.meaning, "\($0.count)"] }
  }

  private func fixes(_ fixes: [MissingFixEntry]) -> [Block] {
    if fixes.isEmpty { return [] }
    // What upstream fixed after the fork's clone ends, the fork as it is here could not have.
    let open = context.fork.openFixes
    let shown = open.prefix(Self.fixLimit)
    let introduction = ForkWords.fixes(
      shown.count,
      of: open.count,
      later: fixes.count - open.count,
      asOf: context.fork.asOf
    )
    let title: [Block] = [.heading(3, ForkWords.fixesTitle), .paragraph(introduction)]
    if shown.isEmpty { return title }
    return title + [
      .table(
        Table(
          ForkWords.fixColumns,
          rows: shown.map { fix in
            [
              "\(fix.date.day)", .code(fix.commit.shortID), "\(fix.why)", ForkWords.fixStatus(fix),
              "\(fix.exposureDays)", "\(fix.subject)",
            ]
          }
        )
      )
    ]
  }

  /// The most merges shown.
  static let silentRevertLimit = 10

  private func silentReverts(_ reverts: [SilentRevertEntry]) -> [Block] {
    if reverts.isEmpty { return [] }
    let shown = reverts.prefix(Self.silentRevertLimit)
    let rows = shown.map { revert -> [Phrase] in
      let paths = revert.paths.prefix(3).map { Phrase.code($0.path) }.joined(separator: ", ")
      return [
        "\(revert.date.day)", .code(revert.commit.shortID), "\(revert.files)",
        revert.files > 3 ? "\(paths), …" : paths, "\(revert.subject)",
      ]
    }
    return [
      .heading(3, ForkWords.silentRevertsTitle),
      .paragraph(ForkWords.silentReverts(shown.count, of: reverts.count, upstream: context.upstreamName)),
      .table(Table(ForkWords.silentRevertColumns, rows: rows)),
    ]
  }
}
