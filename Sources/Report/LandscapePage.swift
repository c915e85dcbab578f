import GitValues
import Landscape

/// The report's first page: which forks are real, which way they go, how far, how fresh.
struct LandscapePage {
  let landscape: Landscape
  let places: ReportPlaces

  var document: Document {
    var blocks: [Block] = [.heading(1, LandscapeWords.title)]
    blocks.append(.paragraph(summary))
    for family in landscape.families {
      blocks += section(of: family)
    }
    blocks += otherClones
    blocks += gaps
    blocks += closing
    return Document(blocks)
  }

  private var contexts: [ForkContext] { places.forks.map(\.context) }

  func link(_ context: ForkContext) -> Phrase {
    .link(Phrase(context.fork.name), to: context.page)
  }

  func links(_ contexts: some Sequence<ForkContext>) -> [Phrase] { contexts.map(link) }

  // MARK: The summary

  private var summary: Phrase {
    guard !landscape.families.isEmpty else { return LandscapeWords.noFamilies }
    let real = contexts.filter { $0.fork.relation == .fork }
    var sentences = [LandscapeWords.scope(scope)]
    func forks(_ verdict: TrackVerdict) -> [Phrase] { links(real.filter { $0.fork.track?.verdict == verdict }) }
    sentences +=
      [
        LandscapeWords.tracks(
          same: forks(.sameTrack),
          different: forks(.differentTrack),
          undetermined: forks(.undetermined)
        )
      ].compactMap { $0 }
    sentences += freshness(of: real)
    sentences += [lacking(real)].compactMap { $0 }
    let stale = links(real.filter(\.isMergeBaseStale))
    if !stale.isEmpty { sentences.append(LandscapeWords.staleBases(stale)) }
    return sentences.joined(separator: " ")
  }

  private var scope: LandscapeWords.Scope {
    let others = landscape.clones.filter { !isInFamily($0) }
    func forks(_ relation: Relation) -> Int { contexts.count { $0.fork.relation == relation } }
    func clones(_ role: CloneRole) -> Int { others.count { $0.role == role } }
    return LandscapeWords.Scope(
      clones: landscape.clones.count,
      families: landscape.families.count,
      forks: forks(.fork),
      mirrors: forks(.mirror),
      unrelated: forks(.unrelated) + clones(.unrelated),
      duplicates: clones(.duplicate),
      patchFolders: clones(.patchFolder),
      notAnalysed: forks(.notAnalysed) + clones(.notAnalysed)
    )
  }

  private func freshness(of real: [ForkContext]) -> [Phrase] {
    let dated = real.compactMap { context in
      context.fork.lineage?.effectiveBase.map { (context: context, date: $0.date) }
    }
    .sorted { $0.date > $1.date }
    guard dated.count > 1, let first = dated.first, let last = dated.last, first.date > last.date else { return [] }
    return [
      LandscapeWords.freshest(link(first.context), upstream: first.context.upstreamName, date: first.date)
        + LandscapeWords.stalest(link(last.context), upstream: last.context.upstreamName, date: last.date)
    ]
  }

  private func lacking(_ real: [ForkContext]) -> Phrase? {
    let counted = real.compactMap { context in context.fork.patches.map { (context: context, patches: $0) } }
    let most = counted.map { (context: $0.context, changes: $0.patches.changesLacking) }
      .max { $0.changes < $1.changes }
    let fixes = real.map { (context: $0, count: $0.fork.openFixes.count) }
      .filter { $0.count > 0 }
      .sorted { $0.count > $1.count }
    return LandscapeWords.lacking(
      most.flatMap { counted.count > 1 && $0.changes > 0 ? (link($0.context), $0.changes) : nil },
      fixes: fixes.map { (link($0.context), $0.count) }
    )
  }

  // MARK: A family

  private func section(of family: FamilyEntry) -> [Block] {
    let members = contexts.filter { $0.family.name == family.name && $0.family.upstream.clone == family.upstream.clone }
    let real = members.filter { $0.fork.relation == .fork }
    var blocks: [Block] = [.heading(2, Phrase(family.name)), .paragraph(LandscapeWords.upstream(family.upstream))]
    if real.isEmpty {
      blocks.append(.paragraph(LandscapeWords.noForks))
    } else {
      blocks.append(.table(Table(LandscapeWords.columns, rows: real.map(row))))
      if !family.says.isEmpty {
        blocks += [
          .paragraph(LandscapeWords.saysTitle(family.upstream.name)), .list(family.says.map { .said($0) }),
        ]
      }
      blocks += pictures(of: family, members)
    }
    let notes = real.flatMap(notes)
    if !notes.isEmpty { blocks += [.paragraph(LandscapeWords.notesTitle), .list(notes)] }
    blocks += matrix(real) + quadrant(of: family, real) + fixes(of: family, real) + sharedChanges(of: family)
    let folded: [(Relation, ([Phrase]) -> Phrase)] = [
      (.mirror, LandscapeWords.mirrors), (.unrelated, LandscapeWords.unrelated),
      (.notAnalysed, LandscapeWords.notAnalysed),
    ]
    let lines = folded.compactMap { relation, words -> Phrase? in
      let forks = links(members.filter { $0.fork.relation == relation })
      return forks.isEmpty ? nil : words(forks)
    }
    if !family.withoutClone.isEmpty {
      blocks += [
        .paragraph(LandscapeWords.withoutCloneTitle), .list(family.withoutClone.map(LandscapeWords.withoutClone)),
      ]
    }
    return blocks + lines.map(Block.paragraph) + community(of: family, real, link: link)
  }

  private func pictures(of family: FamilyEntry, _ members: [ForkContext]) -> [Block] {
    guard let folder = members.first?.slug.prefix(while: { $0 != "~" }) else { return [] }
    return [FamilyTreePicture(family)?.picture(named: "\(folder)~tree")].compactMap { $0 }.map(Block.picture)
  }

  /// Distance against compatibility, where two forks can be told apart.
  private func quadrant(of family: FamilyEntry, _ real: [ForkContext]) -> [Block] {
    let places = real.compactMap { context -> QuadrantPicture.Place? in
      guard let score = context.fork.compatibility?.score, let files = context.fork.divergence?.files, files.total > 0
      else { return nil }
      return QuadrantPicture.Place(
        name: context.fork.name,
        verdict: context.fork.track?.verdict,
        distance: 1 - Double(files[.identical]) / Double(files.total),
        compatibility: score
      )
    }
    guard places.count > 1, let folder = real.first?.slug.prefix(while: { $0 != "~" }) else { return [] }
    return [QuadrantPicture(family: family.name, places)?.picture(named: "\(folder)~compatibility")].compactMap { $0 }
      .map(Block.picture)
  }

  private func row(_ context: ForkContext) -> [Phrase] {
    let fork = context.fork
    return [
      link(context),
      LandscapeWords.follows(context.upstreamName, root: context.family.upstream.name, line: fork.lineage?.line),
      LandscapeWords.track(fork.track),
      LandscapeWords.base(fork.lineage?.effectiveBase),
      LandscapeWords.count(fork.divergence?.ahead, noMerges: fork.divergence?.aheadNoMerges),
      LandscapeWords.count(fork.divergence?.behind, noMerges: fork.divergence?.behindNoMerges),
      LandscapeWords.lacks(fork),
      LandscapeWords.sync(fork.lineage),
      LandscapeWords.state(fork.activity, asOf: fork.asOf),
    ]
  }

  private func notes(_ context: ForkContext) -> [Phrase] {
    let fork = context.fork
    var notes: [Phrase] = []
    if let declared = fork.track?.declared, let found = fork.track?.verdict, declared != found {
      notes.append(LandscapeWords.disagreement(link(context), declared: declared, found: found))
    }
    if context.isMergeBaseStale, let git = fork.lineage?.gitMergeBase, let base = fork.lineage?.effectiveBase {
      notes.append(LandscapeWords.staleBase(link(context), git: git, base: base, context.fork.lineage?.syncs))
    }
    if context.isAtEdge {
      notes.append(LandscapeWords.atEdge(link(context), upstream: context.upstreamName))
    }
    if context.isOfAnotherAge, let days = context.daysNewer {
      notes.append(
        LandscapeWords.otherAge(
          whose: link(context) + ": its",
          upstream: context.upstreamName,
          days: days,
          countsPatches: fork.patches != nil
        )
      )
    }
    return notes + fork.notes.map { LandscapeWords.note(link(context), .said($0)) }
  }

  // MARK: Below the families

  private func isInFamily(_ clone: CloneEntry) -> Bool {
    landscape.families.contains { family in
      family.upstream.clone == clone.path || family.forks.contains { $0.clone == clone.path }
    }
  }

  private var otherClones: [Block] {
    let others = landscape.clones.filter { !isInFamily($0) && $0.role != .notAnalysed }
    guard !others.isEmpty else { return [] }
    return [.heading(2, LandscapeWords.otherClonesTitle), .list(others.map(LandscapeWords.otherClone))]
  }

  private var gaps: [Block] {
    let lines = landscapeGaps + forkGaps
    return [
      .heading(2, LandscapeWords.gapsTitle),
      lines.isEmpty ? .paragraph(LandscapeWords.noGaps) : .list(lines),
    ]
  }

  /// What concerns no fork: clones that could not be read among it, once each.
  private var landscapeGaps: [Phrase] {
    let named = Set(landscape.notAnalysed.map(\.what))
    let clones = landscape.clones.filter { $0.role == .notAnalysed && !isInFamily($0) && !named.contains($0.path) }
    return landscape.notAnalysed.map { LandscapeWords.gap([$0.what], forks: [], reason: .reason($0)) }
      + clones.map(LandscapeWords.otherClone)
  }

  /// What forks lack: everything with the same reason for the same forks in one line.
  private var forkGaps: [Phrase] {
    struct Gap: Hashable {
      let what: String
      let reason: Phrase
    }
    struct Line: Hashable {
      let pages: [String]
      let reason: Phrase
    }
    let found = contexts.flatMap { context in
      context.fork.notAnalysed.map { (gap: Gap(what: $0.what, reason: .reason($0)), context: context) }
    }
    let contextsOfGap = Dictionary(grouping: found, by: \.gap).mapValues { $0.map(\.context) }
    var order: [Line] = []
    var gaps: [Line: [Gap]] = [:]
    for (gap, context) in found where contextsOfGap[gap]?.first?.page == context.page {
      let line = Line(pages: contextsOfGap[gap, default: []].map(\.page), reason: gap.reason)
      if gaps[line] == nil { order.append(line) }
      if gaps[line]?.contains(gap) != true { gaps[line, default: []].append(gap) }
    }
    let all = contexts.count { $0.fork.relation == .fork }
    return order.map { line in
      let same = gaps[line, default: []]
      let forks = same.first.map { contextsOfGap[$0, default: []] } ?? []
      return LandscapeWords.gap(
        LandscapeWords.fields(same.map(\.what)),
        forks: all > 1 && forks.count >= all ? [LandscapeWords.everyFork] : links(forks),
        reason: line.reason
      )
    }
  }

  private var closing: [Block] {
    [
      .heading(2, LandscapeWords.readingTitle), .list(LandscapeWords.reading),
      .heading(2, LandscapeWords.methodTitle), .list(LandscapeWords.method),
      .paragraph(LandscapeWords.made(landscape.generator, now: landscape.now)),
    ]
  }
}
