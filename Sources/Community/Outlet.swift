import BitCollections
import GitValues
public import History

/// Whether a repository is where work happens, or only where it is dropped; and whose edition it is.
public struct Outlet: Sendable {
  /// What the index says.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// Work done elsewhere is dropped here.
    case outlet
    /// Work happens here.
    case continuous
    /// The signs do not agree, or are too few.
    case undetermined
  }

  /// One sign, from 0 (continuous work) to 1 (an outlet).
  public struct Part: Hashable, Sendable {
    /// What was measured.
    public let sign: Sign
    /// From 0 to 1.
    public let value: Double
  }

  /// The signs of an outlet.
  public enum Sign: String, CaseIterable, Hashable, Sendable {
    /// The part of all changes of files that lies in code drops.
    case drops
    /// The part of all changes of files that the busiest account made.
    case oneAccount
    /// The part of commits that nobody else is known to have looked at.
    case noReview
    /// The part of releases with at most three commits since the one before.
    case droppedReleases
    /// The part of months, from the first own commit to the last, without any.
    case idleMonths
    /// The part of commits that were written in the same minute as another of the same account.
    case bunched
    /// The part of releases that skip numbers.
    case versionJumps
    /// The part of commits that were recorded with fifty and more others within an hour.
    case batches

    /// How much it counts.
    public var weight: Double {
      switch self {
      case .drops: 3
      case .droppedReleases, .idleMonths, .batches: 2
      case .noReview, .bunched, .oneAccount, .versionJumps: 1
      }
    }
  }

  /// A commit that stands for work done elsewhere.
  public struct Drop: Hashable, Sendable {
    /// The commit.
    public let node: CommitGraph.Node
    /// Files that it changes.
    public let files: Int
  }

  /// From 0 to 1: the mean of the signs by their weights; nil for fewer than ten commits.
  public let index: Double?
  /// What the index says: an outlet from 0.5 up, continuous work up to 0.3 where less than half lies in drops.
  public let verdict: Verdict
  /// The signs that could be measured. Order: that of the signs.
  public let parts: [Part]
  /// Code drops. Order: most files first, then newest, at most ten.
  public let drops: [Drop]
  /// All code drops.
  public let dropCount: Int
  /// The employer with the largest part of the own work: its place and part, from 0 to 1.
  public let leader: (organisation: Int, share: Double)?
  /// The part of the own work of those who belong to no known employer: independent, unknown, under a project's address.
  public let unknownShare: Double
  /// Own releases.
  public let releases: Int

  /// Whether it is a vendor's edition: own releases, and one organisation behind more than half of the own work. nil where
  /// too many of the people belong to nobody known to say so.
  public var isVendorEdition: Bool? {
    if releases == 0 { return false }
    if let leader, leader.share > 0.5 { return true }
    return (leader?.share ?? 0) + unknownShare > 0.5 ? nil : false
  }
}

extension Outlet {
  /// Files from which on a commit is a code drop, unless the project's usual commits are as large.
  static let dropFiles: Int32 = 100
  /// Fewer commits say nothing.
  static let leastCommits = 10

  init(_ ledger: Ledger, _ side: CommunitySide, _ work: [Ledger.Work], _ influence: Influence) {
    let graph = ledger.graph
    // Where a history starts, something is always dropped.
    let later = work.filter { graph.firstParent(of: $0.node) != nil }
    let counted = later.filter { ledger.facts.fileCounts[$0.node] >= 0 }
    let dropped = counted.filter { ledger.facts.fileCounts[$0.node] >= Self.dropFiles }
    let tags = Life.Releases.tags(ledger, side)
    var values: [Sign: Double] = [:]
    let files = Self.files(ledger, counted)
    if files > 0 {
      values[.drops] = Self.files(ledger, dropped) / files
      let byPerson = Dictionary(grouping: counted) { $0.actors[0].person }
      values[.oneAccount] = (byPerson.values.map { Self.files(ledger, $0) }.max() ?? 0) / files
    }
    if !later.isEmpty {
      let seen = Self.landedByRequest(ledger, side)
      let unseen = later.count { !ledger.isReviewed($0.node) && !seen.contains($0.node) }
      values[.noReview] = Double(unseen) / Double(later.count)
      values[.bunched] = Self.bunched(later)
      values[.batches] = LandingTime.batchShare(later.map { graph.committerTimes[$0.node] })
    }
    values[.droppedReleases] = Self.droppedReleases(tags, work)
    values[.idleMonths] = Self.idleMonths(work)
    values[.versionJumps] = VersionNumber.jumps(tags.map(\.name))
    parts = Sign.allCases.compactMap { sign in values[sign].map { Part(sign: sign, value: $0) } }
    let isEnough = later.count >= Self.leastCommits && values[.drops] != nil
    let weights = parts.reduce(0) { $0 + $1.sign.weight }
    index = isEnough ? parts.reduce(0) { $0 + $1.value * $1.sign.weight } / weights : nil
    // Where half of what changed came in drops, much of the work was done elsewhere, whatever else speaks against it.
    let isContinuous = values[.drops, default: 1] < 0.5
    verdict =
      index.map { $0 >= 0.5 ? .outlet : $0 <= 0.3 && isContinuous ? .continuous : .undetermined } ?? .undetermined
    drops = dropped.map { Drop(node: $0.node, files: Int(ledger.facts.fileCounts[$0.node])) }
      .sorted { left, right in
        left.files != right.files ? left.files > right.files : graph.isShownBefore(left.node, right.node)
      }
      .prefix(10).map { $0 }
    dropCount = dropped.count
    // A project's own addresses say nothing of who pays.
    let isEmployer = { (share: Influence.Share) in
      let kind = ledger.organisations.all[share.organisation].kind
      return kind != .independent && kind != .project
    }
    leader = influence.organisations.first(where: isEmployer).map { ($0.organisation, $0.share) }
    unknownShare = influence.organisations.filter { !isEmployer($0) }.reduce(0) { $0 + $1.share }
    releases = tags.count
  }

  private static func files(_ ledger: Ledger, _ work: [Ledger.Work]) -> Double {
    work.reduce(0) { $0 + Double(max(0, ledger.facts.fileCounts[$1.node])) }
  }

  /// Commits that came to the main line with a merge of a request.
  private static func landedByRequest(_ ledger: Ledger, _ side: CommunitySide) -> BitSet {
    let graph = ledger.graph
    let landings = graph.landings(on: side.head)
    let requests = Set(
      landings.chain.indices.filter { place in
        let node = landings.chain[place]
        return graph.merges.contains(node) && ledger.isReviewed(node)
      }
    )
    return BitSet(side.commits.filter { landings.place(of: $0).map { requests.contains($0) } ?? false })
  }

  private static func bunched(_ work: [Ledger.Work]) -> Double {
    struct Minute: Hashable {
      let person: Int32
      let minute: Int64
    }
    let minutes = work.compactMap { item in item.time.map { Minute(person: item.actors[0].person, minute: $0 / 60) } }
    let counts = Dictionary(grouping: minutes, by: \.self).mapValues(\.count)
    return minutes.isEmpty ? 0 : Double(counts.values.filter { $0 > 1 }.reduce(0, +)) / Double(minutes.count)
  }

  /// nil for fewer than two releases.
  private static func droppedReleases(
    _ tags: [(name: RefName, node: CommitGraph.Node, time: Int64)],
    _ work: [Ledger.Work]
  ) -> Double? {
    let days = Set(tags.map { $0.time / 86_400 }).sorted()
    guard days.count >= 2 else { return nil }
    let written = work.compactMap(\.time).map { $0 / 86_400 }.sorted()
    let pairs = zip(days, days.dropFirst())
    let dropped = pairs.count { from, to in
      from < to && written.count { $0 > from && $0 <= to } <= 3
    }
    return Double(dropped) / Double(days.count - 1)
  }

  /// nil for less than half a year.
  private static func idleMonths(_ work: [Ledger.Work]) -> Double? {
    let months = Set(work.compactMap(\.month))
    guard let first = months.min(), let last = months.max(), last - first >= 6 else { return nil }
    return 1 - Double(months.count) / Double(last - first + 1)
  }
}

/// The numbers of a release's name.
struct VersionNumber: Hashable, Comparable {
  let numbers: [Int]

  /// nil for names with fewer than two numbers, and those of dates.
  init?(_ name: RefName) {
    let text = name.shortText.split(separator: "/").last.map(String.init) ?? ""
    let head = text.prefix { $0.isLetter || $0.isNumber || "._-".contains($0) }
    let numbers = head.split { !$0.isASCII || !$0.isNumber }.prefix(3).map { Int($0) ?? .max }
    guard numbers.count >= 2, numbers.allSatisfy({ $0 < 1000 }) else { return nil }
    self.numbers = Array(numbers)
  }

  static func < (left: Self, right: Self) -> Bool { left.numbers.lexicographicallyPrecedes(right.numbers) }

  /// The part of releases that skip a first number, or a second one under the same first; nil for fewer than four.
  static func jumps(_ names: [RefName]) -> Double? {
    let versions = Set(names.compactMap { VersionNumber($0).map { Array($0.numbers.prefix(2)) } })
      .sorted { $0.lexicographicallyPrecedes($1) }
    guard versions.count >= 4 else { return nil }
    let jumps = zip(versions, versions.dropFirst()).count { left, right in
      right[0] - left[0] > 1 || right[0] == left[0] && right[1] - left[1] > 1
    }
    return Double(jumps) / Double(versions.count - 1)
  }
}
