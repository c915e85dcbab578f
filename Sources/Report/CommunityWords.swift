import Evidence
import Landscape

/// The wording of the sections on people and organisations.
enum CommunityWords {
  static let title: Phrase = "People and organisations"
  static let noWork: Phrase = "No commit of its own was written by a person."

  // A side.

  static func summary(_ entry: CommunityEntry, whose: String) -> Phrase {
    let names: Phrase =
      entry.creditedNames == 0
      ? "" : ", and \(entry.creditedNames.of("person", "people")) named in messages only"
    let people = entry.authors.of("person", "people")
    let programs: Phrase =
      entry.programCommits == 0 ? "" : "; programs wrote \(entry.programCommits.of("more", "more"))"
    let half: Phrase =
      entry.authors < 2
      ? "." : ". \(.strong(Phrase(entry.halfPeople.of("person", "people")))) wrote half of the commits"
    return "\(whose) \(entry.commits.of("commit", "commits")) by \(people)\(names), merges left out\(programs)\(half)"
      + (entry.authors < 2 ? "" : trend(entry.trend))
  }

  private static func trend(_ trend: String?) -> Phrase {
    switch trend {
    case "narrowing": "; in recent years it took fewer and fewer to reach half."
    case "widening": "; in recent years it took more and more to reach half."
    default: "."
    }
  }

  static let organisationColumns: [Table.Column] = [
    .init("Organisation"), .init("People", .right), .init("Commits", .right), .init("Share", .right),
    .init("Share of lines", .right), .init("Share of files", .right),
  ]
  static func more(_ count: Int) -> Phrase { "And \(count.of("organisation", "organisations")) with less." }

  static let yearColumns: [Table.Column] = [
    .init("Year"), .init("Commits", .right), .init("People", .right), .init("New", .right),
    .init("Authors of half", .right), .init("Reviewed", .right), .init("Largest known organisation"),
  ]

  static func landers(_ entry: LandersEntry, _ shown: [Phrase]) -> Phrase {
    let unknown: Phrase =
      entry.unknown == 0
      ? ""
      : "; for \(entry.unknown.of("commit", "commits")) the forge or a program does not say for whom it recorded them"
    return "The main line's \(entry.commits.of("commit", "commits")) were put there by "
      + "\(entry.total.of("person", "people")): \(VerdictWords.list(shown, of: entry.total))\(unknown)."
  }

  static func landing(_ entry: SpanEntry) -> Phrase {
    """
    Half of the changes were recorded within \(days(entry.median)) of being written (95 % interval \
    \(number(entry.low)) to \(number(entry.high)) days, \(entry.cases.of("case", "cases"))), nine of ten within \
    \(days(entry.p90)).
    """
  }

  static func number(_ days: Double) -> String { days < 10 ? days.twoDecimals : Int(days.rounded()).grouped }
  private static func days(_ count: Double) -> Phrase { "\(number(count)) days" }

  // Life.

  static func life(_ entry: LifeEntry) -> Phrase? {
    guard let last = entry.lastChange else { return nil }
    let since: Phrase =
      entry.dormantSince == nil
      ? "The newest change of a person is of \(last.day)." : "It is \(.strong("dormant")) since \(last.day)."
    guard let first = entry.releases.first, let latest = entry.releases.last else {
      return since + " No release of its own."
    }
    let rhythm: Phrase =
      entry.releases.recentMedianDays.map { ", lately every \(Int($0.rounded()).of("day", "days"))" } ?? ""
    return since
      + " \(entry.releases.count.of("release", "releases")) from \(first.month) to \(latest.month)\(rhythm)."
  }

  static let branchesTitle: Phrase = "Long-lived branches whose work never came to the main line:"
  static let branchColumns: [Table.Column] = [
    .init("Branch"), .init("Commits", .right), .init("People", .right), .init("Mostly by"), .init("From"), .init("To"),
  ]

  // Whose it is.

  static func edition(_ entry: EditionEntry) -> Phrase {
    let releases = entry.releases.of("release", "releases")
    let unknown = entry.unknownShare.percent
    guard let organisation = entry.organisation, let share = entry.share else {
      return "Nobody of a known employer wrote for it (\(releases) of its own)."
    }
    switch entry.isVendorEdition {
    case true?:
      return
        "It is a \(.strong("vendor edition")): \(organisation) is behind \(share.percent) of the own commits, and it "
        + "has \(releases) of its own."
    case false?:
      return "It is no vendor edition: \(organisation), the largest known organisation, is behind \(share.percent) of "
        + "the own commits, and it has \(releases) of its own."
    case nil:
      return "Whether it is a vendor edition cannot be told: \(organisation) is behind \(share.percent) of the own "
        + "commits, but \(unknown) are by people of no known organisation (\(releases) of its own)."
    }
  }

  static func outlet(_ entry: OutletEntry) -> Phrase {
    let index: Phrase = entry.index.map { " (index \($0.twoDecimals))" } ?? ""
    switch entry.verdict {
    case "outlet": return "The work looks done elsewhere and \(.strong("dropped here"))\(index):"
    case "continuous": return "The work \(.strong("happens here"))\(index):"
    default: return "Whether the work happens here or is only dropped here is \(.strong("undetermined"))\(index):"
    }
  }

  static let signColumns: [Table.Column] = [.init("Sign"), .init("Value", .right), .init("Weight", .right)]

  static func sign(_ sign: String) -> Phrase {
    switch sign {
    case "drops": "changes of files that lie in commits of a hundred files and more"
    case "oneAccount": "changes of files by the busiest account"
    case "noReview": "commits that nobody else is known to have looked at"
    case "droppedReleases": "releases with at most three commits since the one before"
    case "idleMonths": "months without a commit"
    case "bunched": "commits written in the same minute as another of the same account"
    case "batches": "commits recorded with fifty and more others within an hour"
    case "versionJumps": "releases that skip numbers"
    default: Phrase(sign)
    }
  }

  // Who moved.

  static func moved(_ entry: MovedEntry, fork: String, upstream: String) -> Phrase {
    let all = entry.upstream.people + entry.fork.people + entry.both.people + entry.neither.people
    let shift: Phrase =
      entry.shifted.map { " From \($0) on, the fork had more commits than \(upstream), half year by half year." } ?? ""
    return """
      Of \(all.of("person", "people")) who wrote in the two years before the two parted (\(entry.parted.day)), \
      \(.strong(Phrase(entry.fork.people.grouped))) went on in \(fork) alone, \(entry.upstream.people) in \(upstream) alone, \
      \(entry.both.people) in both, \(entry.neither.people) in neither. \
      \(entry.newcomers.of("newcomer", "newcomers")), who never wrote for \(upstream), made \
      \(entry.newcomersShare.percent) of the fork's own commits.\(shift)
      """
  }

  static func movedColumns(_ upstream: String, _ fork: String) -> [Table.Column] {
    [
      .init("Where they went on"), .init("People", .right), .init("Share of commits before", .right),
      .init("Who wrote most before (commits before, in \(upstream) since, in \(fork) since)"),
    ]
  }

  static func mover(_ entry: MoverEntry) -> Phrase {
    "\(entry.name) (\(entry.before ?? 0), \(entry.upstream), \(entry.fork))"
  }

  // Partners.

  static func visitors(_ entry: PartnersEntry, fork: String, upstream: String) -> Phrase? {
    guard entry.people > 0 else { return nil }
    let shown = entry.leading.prefix(5).map { mover in
      Phrase("\(mover.name) (\(mover.fork) here, \(mover.upstream) there)")
    }
    return """
      \(entry.people.of("person writes", "people write")) for both \(fork) and \(upstream) since the two parted, with \
      \(entry.commits.of("commit", "commits")) of the fork's own: \(VerdictWords.list(shown, of: entry.people)).
      """
  }

  static func partnerColumns(_ upstream: String) -> [Table.Column] {
    [
      .init("Organisation"), .init("Commits here", .right), .init("In \(upstream) since", .right),
      .init("Of these here, went there", .right), .init("Stay here", .right), .init("Days to get there", .right),
    ]
  }

  static let unanswered: Phrase = "What the history cannot answer:"

  // The landscape page.

  static let familyTitle: Phrase = "Who drives it"
  static let familyColumns: [Table.Column] = [
    .init("Fork"), .init("Own commits", .right), .init("People", .right), .init("Authors of half", .right),
    .init("Largest known organisation"), .init("Came from upstream", .right), .init("New", .right), .init("Work"),
    .init("Last change"),
  ]

  static func work(_ entry: CommunityEntry) -> Phrase {
    let place: Phrase =
      switch entry.outlet.verdict {
      case "outlet": "dropped here"
      case "continuous": "happens here"
      default: "undetermined"
      }
    return entry.edition?.isVendorEdition == true ? place + ", vendor edition" : place
  }

  static let familyNote: Phrase = """
    Own commits: what is neither upstream's nor a copy of it. Came from upstream: people of the two years before the two \
    parted who write for the fork. Organisations are told by mail domains and by what the family file declares; people \
    with free-mail addresses belong to none.
    """
}
