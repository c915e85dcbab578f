import BitCollections
import GitValues
import History

/// Who makes a project: shares of organisations and people, by year and over all.
public struct Influence: Sendable {
  /// The part of one organisation.
  public struct Share: Hashable, Sendable {
    /// Its place in ``Community/organisations``.
    public let organisation: Int
    /// Commits that somebody of it wrote.
    public internal(set) var commits = 0
    /// Its part of all commits, from 0 to 1; a commit of several authors is parted among them.
    public internal(set) var share = 0.0
    /// Lines that it added and removed, in commits whose lines are known.
    public internal(set) var lines = 0.0
    /// Files that somebody of it is the main author of: who changed them most often.
    public internal(set) var files = 0
    /// People.
    public internal(set) var people = 0
  }

  /// A year.
  public struct Year: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// Commits, merges and those of programs left out.
    public let commits: Int
    /// People, with an address, who wrote them.
    public let people: Int
    /// Those of ``people`` who had written nothing before.
    public let newcomers: Int
    /// How few people wrote half of them.
    public let halfPeople: Int
    /// How few known organisations wrote half of them; nil where all together wrote less.
    public let halfOrganisations: Int?
    /// The part that others reviewed, as far as commits tell.
    public let reviewed: Double
    /// Files of which one person is the main author.
    public let files: Int
    /// Lines, in commits whose lines are known; nil where none are.
    public let lines: Int?
    /// Order: largest share first, then by name.
    public let organisations: [Share]
  }

  /// A person's part.
  public struct PersonShare: Hashable, Sendable {
    /// The person's number.
    public let person: People.Person
    /// Place in ``Community/organisations`` of the organisation of the last commit.
    public let organisation: Int
    /// Commits.
    public let commits: Int
    /// Time of the first and the last, in seconds since 1970; nil where no date can be believed.
    public let first: Int64?
    /// As ``first``.
    public let last: Int64?
  }

  /// Commits of people, merges left out.
  public let commits: Int
  /// Merges.
  public let merges: Int
  /// Commits of programs.
  public let programCommits: Int
  /// Commits without a date that can be believed: they are in no year.
  public let undated: Int
  /// Commits whose lines are known.
  public let withLines: Int
  /// Everybody who wrote a commit, with an address. Order: most commits first, then by first commit and number.
  public let people: [PersonShare]
  /// Names without an address that messages credit with authorship.
  public let creditedNames: Int
  /// Order: largest share first, then by name.
  public let organisations: [Share]
  /// Order: by year.
  public let years: [Year]
  /// How few people wrote half of all.
  public let halfPeople: Int
  /// How few known organisations wrote half of all; nil where all together wrote less.
  public let halfOrganisations: Int?
}

extension Influence {
  /// The influence of people over `side`.
  init(_ ledger: Ledger, _ side: CommunitySide, _ work: [Ledger.Work]) {
    let years = Dictionary(grouping: work.filter { $0.year != nil }) { $0.year ?? 0 }.sorted { $0.key < $1.key }
    let total = Tally(ledger, work)
    commits = work.count
    merges = side.commits.intersection(ledger.graph.merges).count
    programCommits = side.own.subtracting(ledger.graph.merges).count { ledger.isByProgram($0) }
    undated = work.count { $0.time == nil }
    withLines = work.count { $0.lines != nil }
    let persons = total.persons(ledger)
    people = persons.filter { ledger.people.kinds[$0.person] == .human }
    creditedNames = persons.count - people.count
    organisations = total.shares(ledger)
    var seen: Set<Int32> = []
    self.years = years.map { year, work in
      let tally = Tally(ledger, work)
      let newcomers = tally.weights.keys.count {
        ledger.people.kinds[Int($0)] == .human && seen.insert($0).inserted
      }
      let lines = work.compactMap(\.lines)
      return Year(
        year: year,
        commits: work.count,
        people: tally.humans,
        newcomers: newcomers,
        halfPeople: Self.half(tally.weights.values.map { $0 }, of: Double(work.count)) ?? 0,
        halfOrganisations: tally.halfOrganisations(of: Double(work.count)),
        reviewed: Double(work.count { ledger.isReviewed($0.node) }) / Double(work.count),
        files: tally.files,
        lines: lines.isEmpty ? nil : lines.reduce(0, +),
        organisations: tally.shares(ledger)
      )
    }
    halfPeople = Self.half(total.weights.values.map { $0 }, of: Double(work.count)) ?? 0
    halfOrganisations = total.halfOrganisations(of: Double(work.count))
  }

  /// How few of `weights` make half of `all`; nil where all of them make less.
  static func half(_ weights: [Double], of all: Double) -> Int? {
    var sum = 0.0
    for (place, weight) in weights.sorted(by: >).enumerated() {
      sum += weight
      // Thirds do not add up to one.
      if sum >= all / 2 - 1e-9 { return place + 1 }
    }
    return nil
  }

  /// How the number of people who make half of the work went: the last three years against the three before.
  public enum Trend: String, CaseIterable, Sendable {
    /// Fewer make half of it.
    case narrowing
    /// As many.
    case steady
    /// More do.
    case widening
  }

  /// nil where fewer than four years have twenty commits.
  public var trend: Trend? {
    let counts = years.filter { $0.commits >= 20 }.map { Double($0.halfPeople) }
    guard counts.count >= 4 else { return nil }
    let recent = counts.suffix(3)
    let before = counts.dropLast(recent.count).suffix(3)
    let ratio = (recent.reduce(0, +) / Double(recent.count)) / (before.reduce(0, +) / Double(before.count))
    return ratio <= 2 / 3 ? .narrowing : ratio >= 1.5 ? .widening : .steady
  }
}

/// Sums over some work.
private struct Tally {
  /// By person: the sum of parts of commits.
  private(set) var weights: [Int32: Double] = [:]
  private(set) var byOrganisation: [Int32: Influence.Share] = [:]
  /// Files that have one main author.
  private(set) var files = 0
  private var peopleOf: [Int32: Set<Int32>] = [:]
  private var everybody: Set<Int32> = []
  private var marks: [Int32: (commits: Int, first: Int64?, last: Int64?, organisation: Int32)] = [:]
  private let count: Double

  init(_ ledger: Ledger, _ work: [Ledger.Work]) {
    count = Double(work.count)
    for item in work { add(item, ledger) }
    for (actor, files) in Self.mainAuthors(ledger, work) {
      byOrganisation[actor.organisation, default: .init(organisation: Int(actor.organisation))].files += files
      self.files += files
    }
  }

  private mutating func add(_ item: Ledger.Work, _ ledger: Ledger) {
    let part = 1 / Double(item.actors.count)
    var counted: [Int32] = []
    for actor in item.actors {
      weights[actor.person, default: 0] += part
      if ledger.people.kinds[Int(actor.person)] == .human {
        peopleOf[actor.organisation, default: []].insert(actor.person)
        everybody.insert(actor.person)
      }
      var share = byOrganisation[actor.organisation] ?? .init(organisation: Int(actor.organisation))
      share.share += part
      share.lines += Double(item.lines ?? 0) * part
      if !counted.contains(actor.organisation) {
        share.commits += 1
        counted.append(actor.organisation)
      }
      byOrganisation[actor.organisation] = share
      var mark = marks[actor.person] ?? (0, nil, nil, actor.organisation)
      mark.commits += 1
      if let time = item.time {
        mark.first = min(mark.first ?? time, time)
        if time >= mark.last ?? .min { (mark.last, mark.organisation) = (time, actor.organisation) }
      }
      marks[actor.person] = mark
    }
  }

  /// Files by main author: who changed a file most often; a file that two changed equally often is nobody's.
  private static func mainAuthors(_ ledger: Ledger, _ work: [Ledger.Work]) -> [Ledger.Actor: Int] {
    struct Touch {
      let file: UInt64
      let actor: UInt64
    }
    var touches: [Touch] = []
    touches.reserveCapacity(work.count * 4)
    for item in work {
      guard let first = item.actors.first else { continue }
      let actor = UInt64(UInt32(bitPattern: first.person)) << 32 | UInt64(UInt32(bitPattern: first.organisation))
      for file in ledger.facts.touches(of: item.node) { touches.append(Touch(file: file, actor: actor)) }
    }
    touches.sort { $0.file != $1.file ? $0.file < $1.file : $0.actor < $1.actor }
    var files: [UInt64: Int] = [:]
    var place = 0
    while place < touches.count {
      let file = touches[place].file
      var (best, bestCount, isTied) = (UInt64(0), 0, false)
      while place < touches.count, touches[place].file == file {
        let (start, actor) = (place, touches[place].actor)
        while place < touches.count, touches[place].file == file, touches[place].actor == actor { place += 1 }
        if place - start > bestCount {
          (best, bestCount, isTied) = (actor, place - start, false)
        } else if place - start == bestCount {
          isTied = true
        }
      }
      if !isTied { files[best, default: 0] += 1 }
    }
    return Dictionary(
      uniqueKeysWithValues: files.map { actor, count in
        (
          Ledger.Actor(
            person: Int32(bitPattern: UInt32(actor >> 32)),
            organisation: Int32(bitPattern: UInt32(truncatingIfNeeded: actor))
          ), count
        )
      }
    )
  }

  /// People with an address.
  var humans: Int { everybody.count }

  func halfOrganisations(of all: Double) -> Int? {
    Influence.half(byOrganisation.filter { $0.key != Organisations.independent }.map(\.value.share), of: all)
  }

  func shares(_ ledger: Ledger) -> [Influence.Share] {
    byOrganisation.values.map { share in
      var share = share
      share.share = count == 0 ? 0 : share.share / count
      share.people = peopleOf[Int32(share.organisation)]?.count ?? 0
      return share
    }
    .sorted { left, right in
      // Sums of parts differ in the last digit with the order of adding.
      let (one, other) = ((left.share * 1e9).rounded(), (right.share * 1e9).rounded())
      if one != other { return one > other }
      let names = (ledger.organisations.all[left.organisation].name, ledger.organisations.all[right.organisation].name)
      return names.0.utf8.lexicographicallyPrecedes(names.1.utf8)
    }
  }

  func persons(_ ledger: Ledger) -> [Influence.PersonShare] {
    marks.map { person, mark in
      Influence.PersonShare(
        person: People.Person(person),
        organisation: Int(mark.organisation),
        commits: mark.commits,
        first: mark.first,
        last: mark.last
      )
    }
    .sorted {
      ($1.commits, $0.first ?? .max, $0.person) < ($0.commits, $1.first ?? .max, $1.person)
    }
  }
}
