public import BitCollections
public import GitValues
public import History

/// When a project was worked on, and when it released.
public struct Life: Sendable {
  /// A month with work.
  public struct MonthOfLife: Hashable, Sendable {
    /// The month.
    public let month: Month
    /// Commits of people, merges left out.
    public let commits: Int
    /// People who wrote them.
    public let people: Int
  }

  /// Months with work. Order: by month; months without any are left out.
  public let months: [MonthOfLife]
  /// The newest commit of a person, in seconds since 1970; nil where no date can be believed.
  public let lastChange: Int64?
  /// When work ceased, where a year and more before the clone ends; nil where it goes on.
  public let dormantSince: Int64?
  /// Tags that look like releases.
  public let releases: Releases
  /// Branches beside the main one on which own work went on for half a year or longer and never came back. Order: most
  /// commits first, then by name.
  public let customBranches: [CustomBranch]

  /// Releases, as tags tell them.
  public struct Releases: Hashable, Sendable {
    /// Tags with a number in their name.
    public let count: Int
    /// When the first and the last was made, in seconds since 1970.
    public let first: Int64?
    /// As ``first``.
    public let last: Int64?
    /// Days between one day of releases and the next, the middle value; nil for fewer than three such days.
    public let medianDays: Double?
    /// The same for the last ten days of releases.
    public let recentMedianDays: Double?
  }

  /// A long-lived branch with work that never returned.
  public struct CustomBranch: Hashable, Sendable {
    /// Its name.
    public let name: RefName
    /// Its own commits, merges left out.
    public let commits: Int
    /// People who wrote them.
    public let people: Int
    /// Place in ``Community/organisations`` of the one that wrote more than half; nil where none did.
    public let organisation: Int?
    /// Its first and last own commit, in seconds since 1970.
    public let first: Int64
    /// As ``first``.
    public let last: Int64
  }
}

extension Life {
  /// The most branches that are looked at, those with the newest heads.
  static let branchLimit = 400

  init(_ ledger: Ledger, _ side: CommunitySide, _ work: [Ledger.Work]) {
    let byMonth = Dictionary(grouping: work.filter { $0.month != nil }) { $0.month ?? 0 }
    months = byMonth.sorted { $0.key < $1.key }.map { month, work in
      MonthOfLife(
        month: Month(index: month),
        commits: work.count,
        people: Set(work.flatMap { $0.actors.map(\.person) }).count
      )
    }
    // When it was recorded, since a change may have been written long before.
    let recorded = work.map { ledger.graph.committerTimes[$0.node] }
    let last = recorded.filter { $0 >= Ledger.earliest && $0 <= ledger.now }.max()
    lastChange = last
    dormantSince = last.flatMap { side.asOf - $0 > 365 * 86_400 ? $0 : nil }
    releases = Releases(ledger, side)
    customBranches = CustomBranch.find(ledger, side)
  }
}

extension Life.Releases {
  init(_ ledger: Ledger, _ side: CommunitySide) {
    let times = Self.tags(ledger, side).map(\.time)
    count = times.count
    (first, last) = (times.min(), times.max())
    let days = Set(times.map { $0 / 86_400 }).sorted()
    let gaps = zip(days, days.dropFirst()).map { Double($1 - $0) }
    medianDays = Self.median(gaps)
    recentMedianDays = Self.median(gaps.suffix(9))
  }

  private static func median(_ values: some Sequence<Double>) -> Double? {
    let sorted = values.sorted()
    return sorted.count < 2 ? nil : sorted[(sorted.count - 1) / 2]
  }

  /// Tags that look like releases, with the date of their commit. Order: by date, then by name.
  static func tags(_ ledger: Ledger, _ side: CommunitySide) -> [(name: RefName, node: CommitGraph.Node, time: Int64)] {
    side.tags.compactMap { tag in
      let text = tag.name.shortText
      guard text.contains(where: \.isNumber), !text.lowercased().contains("nightly") else { return nil }
      let time = ledger.graph.committerTimes[tag.node]
      return time >= Ledger.earliest && time <= ledger.now ? (tag.name, tag.node, time) : nil
    }
    .sorted { ($0.time, $0.name) < ($1.time, $1.name) }
  }
}

extension Life {
  /// Commits beside the main branch that are looked at for ``customBranches``: their facts are needed too.
  public static func besideMain(_ graph: CommitGraph, _ side: CommunitySide) -> BitSet {
    let main = CustomBranch.mainLines(graph, side)
    return CustomBranch.heads(graph, side, main)
      .reduce(into: BitSet()) { $0.formUnion(CustomBranch.ownCommits(graph, $1.node, main)) }
  }
}

extension Life.CustomBranch {
  static func find(_ ledger: Ledger, _ side: CommunitySide) -> [Self] {
    let graph = ledger.graph
    let main = mainLines(graph, side)
    var found: [Self] = []
    for branch in heads(graph, side, main) {
      let own = ownCommits(graph, branch.node, main)
      let work = ledger.work(own)
      let times = work.compactMap(\.time)
      guard work.count >= 5, let first = times.min(), let last = times.max(), last - first >= 180 * 86_400 else {
        continue
      }
      var parts: [Int32: Int] = [:]
      for item in work { parts[item.actors[0].organisation, default: 0] += 1 }
      let leading = parts.first { $0.key != Organisations.independent && $0.value * 2 > work.count }
      found.append(
        Self(
          name: branch.name,
          commits: work.count,
          people: Set(work.flatMap { $0.actors.map(\.person) }).count,
          organisation: leading.map { Int($0.key) },
          first: first,
          last: last
        )
      )
    }
    return found.sorted { ($1.commits, $0.name) < ($0.commits, $1.name) }
  }

  /// What is no branch's own: the main line, lines of releases, what was released, and what others have.
  fileprivate static func mainLines(_ graph: CommitGraph, _ side: CommunitySide) -> BitSet {
    let lines = side.branches.filter { isReleaseLine($0.name) }.map(\.node)
    return graph.reach([side.head] + lines + side.tags.map(\.node)).union(side.foreign)
  }

  fileprivate static func heads(
    _ graph: CommitGraph,
    _ side: CommunitySide,
    _ main: BitSet
  ) -> [(name: RefName, node: CommitGraph.Node)] {
    side.branches.filter { !main.contains($0.node) && !isReleaseLine($0.name) }
      .sorted { (graph.committerTimes[$1.node], $0.name) < (graph.committerTimes[$0.node], $1.name) }
      .prefix(Life.branchLimit).map { $0 }
  }

  /// The commits of a branch that the main one lacks: a walk that ends where the main one is met.
  fileprivate static func ownCommits(_ graph: CommitGraph, _ head: CommitGraph.Node, _ main: BitSet) -> BitSet {
    var own = BitSet()
    var stack = [head]
    while let node = stack.popLast() {
      if main.contains(node) || !own.insert(node).inserted { continue }
      stack += graph.parents(of: node)
    }
    return own
  }

  /// Whether the name is that of a line of releases or of a piece of work, not of somebody or something.
  private static func isReleaseLine(_ name: RefName) -> Bool {
    let text = name.shortText.lowercased()
    let last = text.split(separator: "/").last.map(String.init) ?? text
    let usual: Set<String> = [
      "main", "master", "trunk", "develop", "development", "dev", "next", "devel", "head", "stable", "staging", "beta",
      "alpha", "testing", "release", "unstable", "gh-pages", "pages", "website", "docs", "l10n", "translations",
    ]
    if usual.contains(last) { return true }
    let words = text.split { !$0.isLetter }.map(String.init)
    if words.contains(where: {
      ["rel", "release", "releases", "stable", "maint", "lts", "backport", "rc"].contains($0)
    }) {
      return true
    }
    // What is left of a version without its numbers is no name.
    return words.allSatisfy { $0.count <= 1 || usual.contains($0) }
  }
}
