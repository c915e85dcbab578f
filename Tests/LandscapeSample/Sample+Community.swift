import Landscape

extension Sample {
  static let independent = OrganisationEntry(
    name: "independent or unknown",
    kind: .independent,
    people: 96,
    commits: 448,
    share: 0.76,
    lineShare: 0.7,
    files: 312,
    fileShare: 0.7
  )

  static let ericsson = OrganisationEntry(
    name: "Ericsson Software Technology",
    kind: .company,
    people: 2,
    commits: 57,
    share: 0.24,
    lineShare: nil,
    files: 44,
    fileShare: 0.3
  )

  /// People of the successor, some of whom came with it.
  static let valkeyCommunity = CommunityEntry(
    commits: 562,
    merges: 4,
    programCommits: 3,
    commitsWithLines: 540,
    authors: 126,
    creditedNames: 1,
    halfPeople: 6,
    halfOrganisations: nil,
    trend: "widening",
    organisations: [ericsson, independent],
    years: [
      CommunityYearEntry(
        year: 2026,
        commits: 202,
        people: 70,
        newcomers: 31,
        halfPeople: 5,
        halfOrganisations: 1,
        reviewed: 0.98,
        organisations: [independent, ericsson]
      ),
      CommunityYearEntry(
        year: 2025,
        commits: 360,
        people: 95,
        newcomers: 95,
        halfPeople: 6,
        halfOrganisations: nil,
        reviewed: 0.95,
        organisations: [independent]
      ),
    ],
    people: [
      viktor,
      PersonEntry(
        name: "Bj%F6rn",
        nameIsEncoded: true,
        organisation: "independent or unknown",
        commits: 2,
        first: nil,
        last: nil
      ),
    ],
    landers: LandersEntry(total: 1, commits: 561, unknown: 540, selfCommitted: 0.02, people: [viktor]),
    credits: CreditsEntry(authored: 0, coAuthored: 44, reviewed: 3, acked: 1, signedOff: 510, reported: 2, tested: 0),
    landing: LandingEntry(
      all: SpanEntry(group: "all", median: 2.5, low: 2, high: 3.25, p90: 31, cases: 240),
      byOrganisation: [SpanEntry(group: "Ericsson Software Technology", median: 2, low: 1, high: 4, p90: 9, cases: 57)],
      bySize: [SpanEntry(group: "1 file", median: 1, low: 0.5, high: 2, p90: 8, cases: 100)],
      byYear: [SpanEntry(group: "2026", median: 2.5, low: 2, high: 3.25, p90: 31, cases: 240)]
    ),
    life: LifeEntry(
      months: [LifeMonthEntry(month: "2026-11", commits: 20, people: 11)],
      lastChange: at(2026, 11, 9),
      dormantSince: nil,
      releases: ReleasesEntry(
        count: 11,
        first: at(2024, 4, 16),
        last: at(2026, 10, 2),
        medianDays: 30,
        recentMedianDays: 21
      ),
      customBranches: [
        CustomBranchEntry(
          ref: "refs/heads/acme",
          refIsEncoded: false,
          commits: 31,
          people: 2,
          organisation: nil,
          first: at(2025, 1, 2),
          last: at(2026, 3, 4)
        )
      ]
    ),
    outlet: OutletEntry(
      verdict: "continuous",
      index: 0.09,
      parts: [
        OutletPartEntry(sign: "noReview", value: 0.02, weight: 1),
        OutletPartEntry(sign: "drops", value: 0.17, weight: 3),
      ],
      dropCount: 1,
      drops: [DropEntry(commit: id("drop"), date: at(2024, 4, 1), files: 240)]
    ),
    edition: EditionEntry(
      isVendorEdition: nil,
      organisation: "Ericsson Software Technology",
      share: 0.24,
      unknownShare: 0.76,
      releases: 11
    ),
    moved: MovedEntry(
      parted: at(2024, 3, 20),
      upstream: MovedGroupEntry(people: 16, share: 0.3, leading: []),
      fork: MovedGroupEntry(
        people: 21,
        share: 0.16,
        leading: [MoverEntry(name: "Wen Hui", nameIsEncoded: false, before: 51, upstream: 0, fork: 29)]
      ),
      both: MovedGroupEntry(people: 5, share: 0.25, leading: []),
      neither: MovedGroupEntry(people: 177, share: 0.29, leading: []),
      newcomers: 84,
      newcomersShare: 0.31,
      shifted: "2024-06"
    ),
    partners: PartnersEntry(
      organisations: [
        PartnerEntry(
          name: "Ericsson Software Technology",
          fork: 57,
          upstream: 2,
          upstreamed: 1,
          carried: 56,
          daysToUpstream: nil
        )
      ],
      people: 12,
      commits: 301,
      leading: [MoverEntry(name: "Viktor", nameIsEncoded: false, before: nil, upstream: 2, fork: 55)]
    ),
    unanswered: [
      NotAnalysedEntry(what: "community.landers", reason: "the forge recorded 96 % of the main line's commits")
    ]
  )

  static let viktor = PersonEntry(
    name: "Viktor",
    nameIsEncoded: false,
    organisation: "Ericsson Software Technology",
    commits: 55,
    first: at(2024, 4, 1),
    last: at(2026, 11, 2)
  )
}
