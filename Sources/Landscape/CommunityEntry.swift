/// The people and organisations of an upstream, or of a fork's own work.
///
/// Names are as people write them; mail addresses are nowhere.
public struct CommunityEntry: Hashable, Sendable, Codable {
  /// Commits of people, merges and copies left out.
  public var commits: Int
  /// Merges.
  public var merges: Int
  /// Commits of programs.
  public var programCommits: Int
  /// Commits whose added and removed lines are known.
  public var commitsWithLines: Int
  /// People, with an address, who wrote them.
  public var authors: Int
  /// Names without an address that messages credit with authorship. They are joined to nobody.
  public var creditedNames: Int
  /// How few people wrote half of all.
  public var halfPeople: Int
  /// How few known organisations wrote half of all. null: all known ones together wrote less.
  @Nullable public var halfOrganisations: Int?
  /// Whether ever fewer people make half of it: `narrowing`, `steady`, `widening`. null: too few years to say.
  @Nullable public var trend: String?
  /// The parts of organisations. Order: largest share first, then name.
  public var organisations: [OrganisationEntry]
  /// The years. Order: by year.
  public var years: [CommunityYearEntry]
  /// People by commits, at most 20. Order: most commits first, then first commit, then name.
  public var people: [PersonEntry]
  /// Who lands commits on the main line.
  public var landers: LandersEntry
  /// Commits by what their messages credit others with.
  public var credits: CreditsEntry
  /// How long changes wait. null: the dates do not tell; ``unanswered`` says why.
  @Nullable public var landing: LandingEntry?
  /// When it was worked on.
  public var life: LifeEntry
  /// Whether work happens here, or is only dropped here.
  public var outlet: OutletEntry
  /// Whose edition it is. null: an upstream.
  @Nullable public var edition: EditionEntry?
  /// Where people went. null: an upstream, or no fork point.
  @Nullable public var moved: MovedEntry?
  /// Who works on both sides. null: an upstream.
  @Nullable public var partners: PartnersEntry?
  /// Questions that the history cannot answer, with the reason. Order: what, then reason.
  public var unanswered: [NotAnalysedEntry]

  /// A community of its parts.
  public init(
    commits: Int,
    merges: Int,
    programCommits: Int,
    commitsWithLines: Int,
    authors: Int,
    creditedNames: Int,
    halfPeople: Int,
    halfOrganisations: Int?,
    trend: String?,
    organisations: [OrganisationEntry],
    years: [CommunityYearEntry],
    people: [PersonEntry],
    landers: LandersEntry,
    credits: CreditsEntry,
    landing: LandingEntry?,
    life: LifeEntry,
    outlet: OutletEntry,
    edition: EditionEntry? = nil,
    moved: MovedEntry? = nil,
    partners: PartnersEntry? = nil,
    unanswered: [NotAnalysedEntry] = []
  ) {
    (self.commits, self.merges, self.programCommits) = (commits, merges, programCommits)
    self.commitsWithLines = commitsWithLines
    (self.authors, self.creditedNames, self.halfPeople) = (authors, creditedNames, halfPeople)
    _halfOrganisations = Nullable(wrappedValue: halfOrganisations)
    _trend = Nullable(wrappedValue: trend)
    (self.organisations, self.years, self.people) = (organisations, years, people)
    (self.landers, self.credits, self.life, self.outlet) = (landers, credits, life, outlet)
    _landing = Nullable(wrappedValue: landing)
    _edition = Nullable(wrappedValue: edition)
    _moved = Nullable(wrappedValue: moved)
    _partners = Nullable(wrappedValue: partners)
    self.unanswered = unanswered
  }
}

/// An organisation's part.
public struct OrganisationEntry: Hashable, Sendable, Codable {
  /// What an organisation is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A business.
    case company
    /// A foundation that employs or pays people.
    case foundation
    /// A project that gives its people addresses, whoever employs them.
    case project
    /// A university or research institute.
    case academic
    /// A public authority.
    case government
    /// As a person declared it.
    case declared
    /// A mail domain that at least three people use, of which nothing else is known.
    case domain
    /// Everybody who belongs to none that is known: independent, or unknown.
    case independent
  }

  /// Its name; of a mail domain, the domain; of all who belong to none, `independent or unknown`.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// Its people.
  public var people: Int
  /// Commits that somebody of it wrote.
  public var commits: Int
  /// Its part of all commits, from 0 to 1; a commit of several authors is parted among them.
  public var share: Double
  /// Its part of the lines, from 0 to 1, in commits whose lines are known. null: none are.
  @Nullable public var lineShare: Double?
  /// Files of which somebody of it is the main author: who changed them most often.
  public var files: Int
  /// Its part of the files that have one main author, from 0 to 1. null: no file has.
  @Nullable public var fileShare: Double?

  /// A part of its parts.
  public init(
    name: String,
    kind: Kind,
    people: Int,
    commits: Int,
    share: Double,
    lineShare: Double?,
    files: Int,
    fileShare: Double?
  ) {
    (self.name, self.kind, self.people, self.commits) = (name, kind, people, commits)
    (self.share, self.files) = (share, files)
    _lineShare = Nullable(wrappedValue: lineShare)
    _fileShare = Nullable(wrappedValue: fileShare)
  }
}

/// A year of a community.
public struct CommunityYearEntry: Hashable, Sendable, Codable {
  /// The year, by the dates of authors.
  public var year: Int
  /// Commits of people.
  public var commits: Int
  /// People who wrote them.
  public var people: Int
  /// Those who had written nothing before.
  public var newcomers: Int
  /// How few people wrote half of them.
  public var halfPeople: Int
  /// How few known organisations did. null: all together wrote less.
  @Nullable public var halfOrganisations: Int?
  /// The part that somebody else is known to have reviewed, from 0 to 1.
  public var reviewed: Double
  /// The six largest parts. Order: largest share first, then name.
  public var organisations: [OrganisationEntry]

  /// A year of its parts.
  public init(
    year: Int,
    commits: Int,
    people: Int,
    newcomers: Int,
    halfPeople: Int,
    halfOrganisations: Int?,
    reviewed: Double,
    organisations: [OrganisationEntry]
  ) {
    (self.year, self.commits, self.people, self.newcomers) = (year, commits, people, newcomers)
    (self.halfPeople, self.reviewed, self.organisations) = (halfPeople, reviewed, organisations)
    _halfOrganisations = Nullable(wrappedValue: halfOrganisations)
  }
}

/// A person's part.
public struct PersonEntry: Hashable, Sendable, Codable {
  /// The name.
  public var name: String
  /// Whether ``name`` is percent-encoded because its bytes are not UTF-8.
  public var nameIsEncoded: Bool
  /// The organisation of the last commit, as in ``OrganisationEntry/name``.
  public var organisation: String
  /// Commits.
  public var commits: Int
  /// The first. null: no date can be believed.
  @Nullable public var first: Instant?
  /// The last. null: no date can be believed.
  @Nullable public var last: Instant?

  /// A part of its parts.
  public init(name: String, nameIsEncoded: Bool, organisation: String, commits: Int, first: Instant?, last: Instant?) {
    (self.name, self.nameIsEncoded, self.organisation, self.commits) = (name, nameIsEncoded, organisation, commits)
    _first = Nullable(wrappedValue: first)
    _last = Nullable(wrappedValue: last)
  }
}

/// Who puts commits on the main line: committers, and those who press the forge's button.
public struct LandersEntry: Hashable, Sendable, Codable {
  /// How many.
  public var total: Int
  /// Commits of the main line, merges too.
  public var commits: Int
  /// Those of ``commits`` that the forge recorded without saying for whom.
  public var unknown: Int
  /// The part of commits, from 0 to 1, that their author recorded at once. null: no commit was read.
  @Nullable public var selfCommitted: Double?
  /// At most 100. Order: most commits first, then first commit, then name.
  public var people: [PersonEntry]

  /// Landers of their parts.
  public init(total: Int, commits: Int, unknown: Int, selfCommitted: Double?, people: [PersonEntry]) {
    (self.total, self.commits, self.unknown, self.people) = (total, commits, unknown, people)
    _selfCommitted = Nullable(wrappedValue: selfCommitted)
  }
}

/// Commits whose messages credit somebody, by what for.
public struct CreditsEntry: Hashable, Sendable, Codable {
  /// `Author:`, where the commit's own author is the committer.
  public var authored: Int
  /// `Co-authored-by:`.
  public var coAuthored: Int
  /// `Reviewed-by:`.
  public var reviewed: Int
  /// `Acked-by:`.
  public var acked: Int
  /// `Signed-off-by:`.
  public var signedOff: Int
  /// `Reported-by:`.
  public var reported: Int
  /// `Tested-by:`.
  public var tested: Int

  /// Credits of their parts.
  public init(
    authored: Int,
    coAuthored: Int,
    reviewed: Int,
    acked: Int,
    signedOff: Int,
    reported: Int,
    tested: Int
  ) {
    (self.authored, self.coAuthored, self.reviewed, self.acked) = (authored, coAuthored, reviewed, acked)
    (self.signedOff, self.reported, self.tested) = (signedOff, reported, tested)
  }
}
