import Community
import Evidence
import Family
import GitValues
import History
import Landscape

extension LandscapeAssembly {
  /// The people of a family's root; nil where they were not analysed.
  func communityEntry(ofRoot root: Int) -> CommunityEntry? {
    guard let found = communities[root]?.found else { return nil }
    return CommunityWriting(assembly: self, found: found).entry(found.upstream.side, found.upstream.portrait)
  }

  /// The people behind a fork's own work; nil where they were not analysed.
  func communityEntry(_ result: ForkResult) -> CommunityEntry? {
    guard let found = found(result), let fork = found.forks[result.fork.member] else { return nil }
    let writing = CommunityWriting(assembly: self, found: found)
    var entry = writing.entry(fork.side, fork.portrait)
    entry.edition = writing.edition(fork.portrait.outlet)
    entry.moved = fork.relations.moves.map(writing.moved)
    entry.partners = writing.partners(fork.relations.partners)
    entry.unanswered += writing.gaps(fork, result)
    return entry
  }

  /// Why a fork's people are not told; nil where they are.
  func communityGap(_ result: ForkResult) -> String? {
    if communityEntry(result) != nil { return nil }
    if result.lineage == nil { return "the two share no history: nothing tells the fork's own work" }
    return root(of: result).flatMap { communities[$0]?.failure } ?? "the commits could not be read"
  }

  /// Families whose people could not be read.
  func unreadCommunities() -> [NotAnalysedEntry] {
    communities.sorted { $0.key < $1.key }.compactMap { root, result in
      result.failure.map { NotAnalysedEntry(what: "community of \(members[root].name)", reason: $0) }
    }
  }

  private func root(of result: ForkResult) -> Int? {
    families.families.families.first { $0.forks.contains { $0.member == result.fork.member } }?.root
  }

  private func found(_ result: ForkResult) -> CommunityResult.Found? {
    root(of: result).flatMap { communities[$0]?.found }
  }
}

/// Turns what was found of people into entries.
struct CommunityWriting {
  let assembly: LandscapeAssembly
  let found: CommunityResult.Found

  static let peopleLimit = 20
  static let landerLimit = 100
  static let yearLimit = 6
  static let leadingLimit = 10

  private var graph: CommitGraph { assembly.graph }

  func entry(_ side: CommunitySide, _ portrait: Community.Portrait) -> CommunityEntry {
    let influence = portrait.influence
    let lines = influence.organisations.reduce(0) { $0 + $1.lines }
    let files = influence.organisations.reduce(0) { $0 + $1.files }
    return CommunityEntry(
      commits: influence.commits,
      merges: influence.merges,
      programCommits: influence.programCommits,
      commitsWithLines: influence.withLines,
      authors: influence.people.count,
      creditedNames: influence.creditedNames,
      halfPeople: influence.halfPeople,
      halfOrganisations: influence.halfOrganisations,
      trend: influence.trend?.rawValue,
      organisations: influence.organisations.map { organisation($0, lines: lines, files: files) },
      years: influence.years.map { year in
        let lines = year.organisations.reduce(0) { $0 + $1.lines }
        return CommunityYearEntry(
          year: year.year,
          commits: year.commits,
          people: year.people,
          newcomers: year.newcomers,
          halfPeople: year.halfPeople,
          halfOrganisations: year.halfOrganisations,
          reviewed: year.reviewed.toFourDecimals,
          organisations: year.organisations.prefix(Self.yearLimit).map {
            organisation($0, lines: year.lines == nil ? 0 : lines, files: year.files)
          }
        )
      },
      people: influence.people.prefix(Self.peopleLimit).map(person),
      landers: landers(portrait.landers),
      credits: credits(portrait.landers),
      landing: landing(portrait.landing),
      life: life(portrait.life),
      outlet: outlet(portrait.outlet),
      unanswered: unanswered(side, portrait)
    )
  }

  // MARK: Names

  private func name(of person: People.Person) -> EncodedText {
    if let number = found.numbers[person] { return EncodedText(Array("person \(number)".utf8)) }
    return EncodedText(found.community.people.names[person])
  }

  private func name(ofOrganisation place: Int) -> String {
    let organisation = found.community.organisations[place]
    return organisation.kind == .independent ? "independent or unknown" : organisation.name
  }

  private func organisation(_ share: Influence.Share, lines: Double, files: Int) -> OrganisationEntry {
    let kind = found.community.organisations[share.organisation].kind
    return OrganisationEntry(
      name: name(ofOrganisation: share.organisation),
      kind: OrganisationEntry.Kind(rawValue: kind.rawValue) ?? .independent,
      people: share.people,
      commits: share.commits,
      share: share.share.toFourDecimals,
      lineShare: lines == 0 ? nil : (share.lines / lines).toFourDecimals,
      files: share.files,
      fileShare: files == 0 ? nil : (Double(share.files) / Double(files)).toFourDecimals
    )
  }

  private func person(_ share: Influence.PersonShare) -> PersonEntry {
    let name = name(of: share.person)
    return PersonEntry(
      name: name.text,
      nameIsEncoded: name.isEncoded,
      organisation: self.name(ofOrganisation: share.organisation),
      commits: share.commits,
      first: share.first.map { Instant(seconds: $0) },
      last: share.last.map { Instant(seconds: $0) }
    )
  }

  private func mover(_ person: People.Person, before: Int?, upstream: Int, fork: Int) -> MoverEntry {
    let name = name(of: person)
    return MoverEntry(name: name.text, nameIsEncoded: name.isEncoded, before: before, upstream: upstream, fork: fork)
  }

  // MARK: Parts

  private func landers(_ landers: Landers) -> LandersEntry {
    LandersEntry(
      total: landers.people.count,
      commits: landers.commits,
      unknown: landers.unknown,
      selfCommitted: landers.selfCommitted?.toFourDecimals,
      people: landers.people.prefix(Self.landerLimit).map(person)
    )
  }

  private func credits(_ landers: Landers) -> CreditsEntry {
    func count(_ kind: CreditKind) -> Int { landers.credits.first { $0.kind == kind }?.commits ?? 0 }
    return CreditsEntry(
      authored: count(.authored),
      coAuthored: count(.coAuthored),
      reviewed: count(.reviewed),
      acked: count(.acked),
      signedOff: count(.signedOff),
      reported: count(.reported),
      tested: count(.tested)
    )
  }

  private func landing(_ result: Result<LandingTime, LandingGap>) -> LandingEntry? {
    guard case .success(let landing) = result else { return nil }
    func span(_ group: String, _ span: LandingTime.Span) -> SpanEntry {
      SpanEntry(
        group: group,
        median: span.median.toFourDecimals,
        low: span.low.toFourDecimals,
        high: span.high.toFourDecimals,
        p90: span.p90.toFourDecimals,
        cases: span.cases
      )
    }
    let sizes: [LandingTime.Size: String] = [.one: "1 file", .few: "2 to 5 files", .many: "6 files and more"]
    return LandingEntry(
      all: span("all", landing.all),
      byOrganisation: landing.byOrganisation.map { span(name(ofOrganisation: $0.organisation), $0.span) },
      bySize: landing.bySize.map { span(sizes[$0.size] ?? $0.size.rawValue, $0.span) },
      byYear: landing.byYear.map { span("\($0.year)", $0.span) }
    )
  }

  private func life(_ life: Life) -> LifeEntry {
    LifeEntry(
      months: life.months.map { LifeMonthEntry(month: "\($0.month)", commits: $0.commits, people: $0.people) },
      lastChange: life.lastChange.map { Instant(seconds: $0) },
      dormantSince: life.dormantSince.map { Instant(seconds: $0) },
      releases: ReleasesEntry(
        count: life.releases.count,
        first: life.releases.first.map { Instant(seconds: $0) },
        last: life.releases.last.map { Instant(seconds: $0) },
        medianDays: life.releases.medianDays,
        recentMedianDays: life.releases.recentMedianDays
      ),
      customBranches: life.customBranches.map { branch in
        let name = EncodedText(branch.name.bytes)
        return CustomBranchEntry(
          ref: name.text,
          refIsEncoded: name.isEncoded,
          commits: branch.commits,
          people: branch.people,
          organisation: branch.organisation.map { self.name(ofOrganisation: $0) },
          first: Instant(seconds: branch.first),
          last: Instant(seconds: branch.last)
        )
      }
    )
  }

  private func outlet(_ outlet: Outlet) -> OutletEntry {
    OutletEntry(
      verdict: outlet.verdict.rawValue,
      index: outlet.index?.toFourDecimals,
      parts: outlet.parts.map {
        OutletPartEntry(sign: $0.sign.rawValue, value: $0.value.toFourDecimals, weight: $0.sign.weight)
      },
      dropCount: outlet.dropCount,
      drops: outlet.drops.map {
        DropEntry(commit: "\(graph.ids[$0.node])", date: assembly.date(of: $0.node), files: $0.files)
      }
    )
  }

  func edition(_ outlet: Outlet) -> EditionEntry {
    EditionEntry(
      isVendorEdition: outlet.isVendorEdition,
      organisation: outlet.leader.map { name(ofOrganisation: $0.organisation) },
      share: outlet.leader?.share.toFourDecimals,
      unknownShare: outlet.unknownShare.toFourDecimals,
      releases: outlet.releases
    )
  }

  func moved(_ moves: Moves) -> MovedEntry {
    func group(_ destination: Moves.Destination) -> MovedGroupEntry {
      let group = moves.groups.first { $0.destination == destination }?.group
      return MovedGroupEntry(
        people: group?.people ?? 0,
        share: (group?.share ?? 0).toFourDecimals,
        leading: (group?.leading ?? []).map {
          mover($0.person, before: $0.before, upstream: $0.upstream, fork: $0.fork)
        }
      )
    }
    return MovedEntry(
      parted: Instant(seconds: moves.parted),
      upstream: group(.upstream),
      fork: group(.fork),
      both: group(.both),
      neither: group(.neither),
      newcomers: moves.newcomers,
      newcomersShare: moves.newcomersShare.toFourDecimals,
      shifted: moves.shifted.map { "\($0)" }
    )
  }

  func partners(_ partners: Partners) -> PartnersEntry {
    PartnersEntry(
      organisations: partners.partners.map {
        PartnerEntry(
          name: name(ofOrganisation: $0.organisation),
          fork: $0.fork,
          upstream: $0.upstream,
          upstreamed: $0.upstreamed,
          carried: $0.carried,
          daysToUpstream: $0.daysToUpstream?.toFourDecimals
        )
      },
      people: partners.visitors.count,
      commits: partners.visitors.reduce(0) { $0 + $1.fork },
      leading: partners.visitors.prefix(Self.leadingLimit).map {
        mover($0.person, before: nil, upstream: $0.upstream, fork: $0.fork)
      }
    )
  }
}
