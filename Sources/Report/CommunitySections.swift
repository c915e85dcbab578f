import Evidence
import Landscape

/// The parts of a page that tell people and organisations.
struct CommunitySections {
  /// The most organisations shown.
  static let organisationLimit = 8
  /// The most years shown.
  static let yearLimit = 10
  /// The most people named who land commits.
  static let landerLimit = 8
  /// The most organisations shown of those that work on both sides.
  static let partnerLimit = 8
  /// The most branches shown.
  static let branchLimit = 10

  let entry: CommunityEntry

  /// A fork's section.
  func fork(_ fork: String, upstream: String) -> [Block] {
    let title: Block = .heading(2, CommunityWords.title)
    guard entry.commits > 0 else { return [title, .paragraph(CommunityWords.noWork)] + unanswered }
    return [title, .paragraph(CommunityWords.summary(entry, whose: "Its own work:"))]
      + organisations + years + whose + moved(fork, upstream) + partners(fork, upstream) + landers + landing + life
      + unanswered
  }

  /// The upstream's part on the landscape page.
  func upstream(_ name: String) -> [Block] {
    guard entry.commits > 0 else { return [] }
    return [.paragraph(CommunityWords.summary(entry, whose: "\(name):"))] + organisations + landers + landing + life
  }

  private var organisations: [Block] {
    let shown = entry.organisations.prefix(Self.organisationLimit)
    guard !shown.isEmpty else { return [] }
    let rows = shown.map { part -> [Phrase] in
      [
        Phrase(part.name), "\(part.people)", "\(part.commits)", Phrase(part.share.percent),
        Phrase(part.lineShare?.percent ?? "—"), Phrase(part.fileShare?.percent ?? "—"),
      ]
    }
    let rest = entry.organisations.count - rows.count
    return [.table(Table(CommunityWords.organisationColumns, rows: rows))]
      + (rest > 0 ? [.paragraph(CommunityWords.more(rest))] : [])
  }

  private var years: [Block] {
    guard entry.years.count > 1 else { return [] }
    let rows = entry.years.suffix(Self.yearLimit).reversed().map { year -> [Phrase] in
      let known = year.organisations.first { $0.kind != .independent }
      return [
        Phrase(String(year.year)), "\(year.commits)", "\(year.people)", "\(year.newcomers)", "\(year.halfPeople)",
        Phrase(year.reviewed.percent), known.map { "\($0.name) \($0.share.percent)" } ?? "—",
      ]
    }
    return [.table(Table(CommunityWords.yearColumns, rows: rows))]
  }

  private var whose: [Block] {
    var blocks: [Block] = []
    if let edition = entry.edition { blocks.append(.paragraph(CommunityWords.edition(edition))) }
    guard !entry.outlet.parts.isEmpty else { return blocks }
    let rows = entry.outlet.parts.map { part -> [Phrase] in
      [CommunityWords.sign(part.sign), Phrase(part.value.percent), "\(Int(part.weight))"]
    }
    return blocks + [
      .paragraph(CommunityWords.outlet(entry.outlet)), .table(Table(CommunityWords.signColumns, rows: rows)),
    ]
  }

  private func moved(_ fork: String, _ upstream: String) -> [Block] {
    guard let moved = entry.moved else { return [] }
    let groups: [(Phrase, MovedGroupEntry)] = [
      (Phrase(upstream), moved.upstream), (Phrase(fork), moved.fork), ("both", moved.both), ("neither", moved.neither),
    ]
    let rows = groups.filter { $0.1.people > 0 }.map { name, group -> [Phrase] in
      [
        name, "\(group.people)", Phrase(group.share.percent),
        group.leading.prefix(5).map(CommunityWords.mover).joined(separator: ", "),
      ]
    }
    return [
      .heading(3, "Who moved"), .paragraph(CommunityWords.moved(moved, fork: fork, upstream: upstream)),
      .table(Table(CommunityWords.movedColumns(upstream, fork), rows: rows)),
    ]
  }

  private func partners(_ fork: String, _ upstream: String) -> [Block] {
    guard let partners = entry.partners else { return [] }
    var blocks: [Block] = []
    if let visitors = CommunityWords.visitors(partners, fork: fork, upstream: upstream) {
      blocks.append(.paragraph(visitors))
    }
    let rows = partners.organisations.prefix(Self.partnerLimit).map { part -> [Phrase] in
      [
        Phrase(part.name), "\(part.fork)", "\(part.upstream)", part.upstreamed.map { "\($0)" } ?? "—",
        part.carried.map { "\($0)" } ?? "—", Phrase(part.daysToUpstream.map(CommunityWords.number) ?? "—"),
      ]
    }
    if !rows.isEmpty { blocks.append(.table(Table(CommunityWords.partnerColumns(upstream), rows: rows))) }
    return blocks.isEmpty ? [] : [.heading(3, "Who works on both sides")] + blocks
  }

  private var landers: [Block] {
    guard entry.landers.total > 0 else { return [] }
    let shown = entry.landers.people.prefix(Self.landerLimit).map { person in
      Phrase("\(person.name) (\(person.commits.grouped))")
    }
    return [.paragraph(CommunityWords.landers(entry.landers, Array(shown)))]
  }

  private var landing: [Block] {
    entry.landing.map { [.paragraph(CommunityWords.landing($0.all))] } ?? []
  }

  private var life: [Block] {
    var blocks: [Block] = CommunityWords.life(entry.life).map { [.paragraph($0)] } ?? []
    let rows = entry.life.customBranches.prefix(Self.branchLimit).map { branch -> [Phrase] in
      [
        .code(branch.ref.shortRef), "\(branch.commits)", "\(branch.people)", Phrase(branch.organisation ?? "—"),
        Phrase(branch.first.month), Phrase(branch.last.month),
      ]
    }
    if !rows.isEmpty {
      blocks += [
        .paragraph(CommunityWords.branchesTitle), .table(Table(CommunityWords.branchColumns, rows: rows)),
      ]
    }
    return blocks
  }

  private var unanswered: [Block] {
    guard !entry.unanswered.isEmpty else { return [] }
    return [
      .paragraph(CommunityWords.unanswered),
      .list(
        entry.unanswered.map { LandscapeWords.gap(LandscapeWords.fields([$0.what]), forks: [], reason: .reason($0)) }
      ),
    ]
  }
}

extension LandscapePage {
  /// Who drives an upstream and its forks; nothing where people were not analysed.
  func community(of family: FamilyEntry, _ forks: [ForkContext], link: (ForkContext) -> Phrase) -> [Block] {
    let upstream = family.upstream.community.map { CommunitySections(entry: $0).upstream(family.upstream.name) } ?? []
    let rows = forks.compactMap { context -> [Phrase]? in
      guard let entry = context.fork.community else { return nil }
      let known = entry.organisations.first { $0.kind != .independent }
      return [
        link(context), "\(entry.commits)", "\(entry.authors)", "\(entry.halfPeople)",
        known.map { "\($0.name) \($0.share.percent)" } ?? "—",
        entry.moved.map { "\($0.fork.people + $0.both.people)" } ?? "—", entry.moved.map { "\($0.newcomers)" } ?? "—",
        CommunityWords.work(entry), Phrase(entry.life.lastChange?.day ?? "—"),
      ]
    }
    guard !upstream.isEmpty || !rows.isEmpty else { return [] }
    let table: [Block] =
      rows.isEmpty
      ? []
      : [.table(Table(CommunityWords.familyColumns, rows: rows)), .paragraph(CommunityWords.familyNote)]
    return [.heading(3, CommunityWords.familyTitle)] + upstream + table
  }
}
