import Landscape

extension LandscapePage {
  /// The most fixes and shared changes that the page shows; all stand in the data.
  private static let fixLimit = 20
  private static let sharedLimit = 15
  /// Of more forks than this a table would be too wide to read: then the forks that lack a fix are named.
  private static let columnLimit = 8

  /// What of upstream's fixes which fork lacks.
  func fixes(of family: FamilyEntry, _ forks: [ForkContext]) -> [Block] {
    let traced = forks.filter { $0.fork.patches != nil }
    guard let fixes = family.missingFixes, !fixes.isEmpty, traced.count > 1 else { return [] }
    let shown = fixes.prefix(Self.fixLimit)
    let isWide = traced.count > Self.columnLimit
    let titles =
      isWide
      ? [Table.Column(LandscapeWords.lackingForks)]
      : traced.map { Table.Column(.link("\($0.fork.name)", to: $0.page)) }
    let rows = shown.map { fix -> [Phrase] in
      let states: [Phrase]
      if isWide {
        states = [
          fix.forks.filter { $0.exposureDays != nil }.map { "\($0.fork)" as Phrase }.joined(separator: ", ")
        ]
      } else {
        states = traced.map { context in
          fix.forks.first { $0.fork == context.fork.name }.map(LandscapeWords.state) ?? "—"
        }
      }
      return ["\(fix.date.day)", "\(fix.why)", "\(fix.subject)"] + states
    }
    return [
      .heading(3, LandscapeWords.fixesTitle), .paragraph(LandscapeWords.fixes(shown.count, of: fixes.count)),
      .table(Table(LandscapeWords.fixColumns + titles, rows: rows)),
    ]
  }

  /// What several forks changed alike and upstream has not.
  func sharedChanges(of family: FamilyEntry) -> [Block] {
    guard let changes = family.sharedChanges, !changes.isEmpty else { return [] }
    let shown = changes.prefix(Self.sharedLimit)
    let rows = shown.map { change -> [Phrase] in
      var names: [String] = []
      for copy in change.copies where names.last != copy.fork { names.append(copy.fork) }
      let copies = names.compactMap { name in change.copies.first { $0.fork == name } }
      return [
        "\(change.date.day)",
        copies.map { "\($0.fork) " + .code($0.commit.shortID) as Phrase }.joined(separator: ", "),
        LandscapeWords.evidence(change.by), "\(change.subject)",
      ]
    }
    return [
      .heading(3, LandscapeWords.sharedTitle),
      .paragraph(LandscapeWords.shared(shown.count, of: changes.count, upstream: family.upstream.name)),
      .table(Table(LandscapeWords.sharedColumns, rows: rows)),
    ]
  }
}
