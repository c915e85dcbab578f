import BitCollections
public import GitValues
import History

/// Where the people of the time before a fork went.
public struct Moves: Sendable {
  /// Where somebody went on.
  public enum Destination: String, CaseIterable, Hashable, Sendable {
    /// In the upstream alone.
    case upstream
    /// In the fork alone.
    case fork
    /// In both.
    case both
    /// In neither.
    case neither
  }

  /// A group of people.
  public struct Group: Hashable, Sendable {
    /// How many.
    public let people: Int
    /// Their part, from 0 to 1, of the commits of the time before.
    public let share: Double
    /// Those who had written most before. Order: most first, then by number; at most `shownLimit`.
    public let leading: [Mover]
  }

  /// One of them.
  public struct Mover: Hashable, Sendable {
    /// The person's number.
    public let person: People.Person
    /// Commits in the time before the fork.
    public let before: Int
    /// Commits in the upstream since.
    public let upstream: Int
    /// Commits of the fork's own since.
    public let fork: Int
  }

  /// The most people named in a group.
  static let shownLimit = 10
  /// Who had written nothing for so long when the fork began had left before: two years, in seconds.
  static let window: Int64 = 2 * 365 * 86_400

  /// When the two parted, in seconds since 1970.
  public let parted: Int64
  /// The groups. Order: that of the destinations.
  public let groups: [(destination: Destination, group: Group)]
  /// People who wrote for the fork, and before and after never for the upstream.
  public let newcomers: Int
  /// Commits of ``newcomers`` in the fork, as a part of the fork's own, from 0 to 1.
  public let newcomersShare: Double
  /// The first month from which the fork had more own commits than the upstream in each of six half years in a row, each
  /// beginning a month later; nil where that never came.
  public let shifted: Month?
}

extension Moves {
  /// - Parameter before: what the two have in common up to the fork point.
  /// - Parameter upstream: the upstream's commits since, copies of the fork's left out.
  /// - Parameter fork: the fork's own commits.
  /// - Returns: nil where nobody worked on what the two have in common, or no date can be believed.
  static func of(
    _ ledger: Ledger,
    point: CommitGraph.Node,
    before: [Ledger.Work],
    upstream: [Ledger.Work],
    fork: [Ledger.Work],
    until: Int64
  ) -> Moves? {
    let parted = ledger.graph.committerTimes[point]
    let recent = before.filter { $0.time.map { $0 <= parted + 86_400 && $0 > parted - window } ?? false }
    // What was written before the fork and only recorded after it moved nobody.
    let (later, own) = (upstream.filter { isLater($0, parted) }, fork.filter { isLater($0, parted) })
    let (counts, inUpstream, inFork) = (commits(recent), commits(later), commits(own))
    guard !counts.isEmpty else { return nil }
    let all = Set(commits(before).keys)
    let total = counts.values.reduce(0, +)
    let byDestination = Dictionary(grouping: counts.keys) { person -> Destination in
      switch (inUpstream[person] != nil, inFork[person] != nil) {
      case (true, true): .both
      case (true, false): .upstream
      case (false, true): .fork
      case (false, false): .neither
      }
    }
    let newcomers = inFork.keys.filter {
      !all.contains($0) && inUpstream[$0] == nil && ledger.people.kinds[Int($0)] == .human
    }
    let newWork = newcomers.reduce(0) { $0 + (inFork[$1] ?? 0) }
    let ownTotal = inFork.values.reduce(0, +)
    return Moves(
      parted: parted,
      groups: Destination.allCases.map { destination in
        let people = (byDestination[destination] ?? []).filter { ledger.people.kinds[Int($0)] == .human }
        let movers = people.map {
          Mover(
            person: People.Person($0),
            before: counts[$0] ?? 0,
            upstream: inUpstream[$0] ?? 0,
            fork: inFork[$0] ?? 0
          )
        }
        .sorted { ($1.before, $0.person) < ($0.before, $1.person) }
        return (
          destination,
          Group(
            people: movers.count,
            share: Double(movers.reduce(0) { $0 + $1.before }) / Double(total),
            leading: Array(movers.prefix(shownLimit))
          )
        )
      },
      newcomers: newcomers.count,
      newcomersShare: ownTotal == 0 ? 0 : Double(newWork) / Double(ownTotal),
      shifted: shift(upstream: later, fork: own, from: parted, until: until)
    )
  }

  private static func isLater(_ work: Ledger.Work, _ parted: Int64) -> Bool { work.time.map { $0 > parted } ?? false }

  private static func commits(_ work: [Ledger.Work]) -> [Int32: Int] {
    var counts: [Int32: Int] = [:]
    for item in work { for actor in item.actors { counts[actor.person, default: 0] += 1 } }
    return counts
  }

  private static func shift(upstream: [Ledger.Work], fork: [Ledger.Work], from: Int64, until: Int64) -> Month? {
    let (first, last) = (Month(containing: from).index, Month(containing: until).index)
    guard last - first >= 12, last - first < 1200 else { return nil }
    func counts(_ work: [Ledger.Work]) -> [Int] {
      var counts = [Int](repeating: 0, count: last - first + 1)
      for month in work.compactMap(\.month) where month >= first && month <= last { counts[month - first] += 1 }
      return counts
    }
    let (left, right) = (counts(upstream), counts(fork))
    let windows = (0...(last - first - 5)).map { start in
      right[start..<(start + 6)].reduce(0, +) > left[start..<(start + 6)].reduce(0, +)
    }
    guard windows.count >= 6 else { return nil }
    for start in 0...(windows.count - 6) where windows[start..<(start + 6)].allSatisfy({ $0 }) {
      return Month(index: first + start)
    }
    return nil
  }
}
