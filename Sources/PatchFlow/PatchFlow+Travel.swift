import BitCollections
public import GitValues
import History

/// How upstream's changes came to the fork, and the fork's to upstream.
public struct Travel: Sendable {
  /// Changes of one year.
  public struct Year: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// From upstream to the fork, by the date of the copy.
    public internal(set) var down = 0
    /// From the fork to upstream, by the date of the copy.
    public internal(set) var up = 0
    /// Copies of which nothing tells the direction.
    public internal(set) var unknown = 0
  }

  /// Copies by year, merges left out. Order: by year.
  public let years: [Year]
  /// Over all; nil where no change could have arrived.
  public let soak: Soak?
  /// By the year of upstream's commit. Order: by year.
  public let soakByYear: [(year: Int, soak: Soak)]
  /// By what upstream's commit touched; one that touched several counts in each. Order: most commits first, then by path.
  public let soakByArea: [(area: RepoPath, soak: Soak)]
  /// Whether upstream's changes of late arrive sooner than those before; nil where too few tell.
  public let trend: Trend?
  /// How long the fork's changes took to be taken upstream, those that upstream has not counted as waiting; nil where the
  /// fork has made none.
  public let upstreaming: Soak?

  /// How soak changed.
  public enum Trend: String, Hashable, Sendable {
    /// Half had arrived in at most two thirds of the time.
    case faster
    /// Half had arrived only after one and a half times the time or more.
    case slower
    /// Neither.
    case steady
  }
}

extension PatchFlow {
  /// How changes travelled, since the two first went apart.
  ///
  /// What the fork merged arrived with the merge; a copy arrived when it was recorded. Of what is present without a
  /// match nobody knows when it came, so it is left out.
  public func travel(_ pair: FlowPair) -> Travel {
    var years: [Int: Travel.Year] = [:]
    let repeats = repeats(pair)
    for commit in forkSide where !repeats.contains(commit.node) {
      // What another branch of upstream has too did not travel between the two.
      guard let match = commit.matches.first(where: { pair.lineOnly.contains($0.node) }) else { continue }
      let isUp = match.direction == .up
      let copy = isUp ? match.node : commit.node
      let year = Self.year(of: pair.graph.committerTimes[copy])
      var entry = years[year] ?? Travel.Year(year: year)
      switch match.direction {
      case .down: entry.down += 1
      case .up: entry.up += 1
      case .unknown: entry.unknown += 1
      }
      years[year] = entry
    }
    let waits = waits(pair)
    let byYear = Dictionary(grouping: waits) { Self.year(of: $0.made) }
    let areas = Areas(waits.map(\.folders))
    var byArea: [RepoPath: [Soak.Wait]] = [:]
    for wait in waits {
      for area in areas.areas(of: wait.folders) { byArea[area, default: []].append(wait.wait) }
    }
    return Travel(
      years: years.values.sorted { $0.year < $1.year },
      soak: Soak(waits.map(\.wait)),
      soakByYear: byYear.sorted { $0.key < $1.key }.compactMap { year, waits in
        Soak(waits.map(\.wait)).map { (year, $0) }
      },
      soakByArea: byArea.compactMap { area, waits in Soak(waits).map { (area, $0) } }
        .sorted { ($1.1.arrived + $1.1.censored, $0.0) < ($0.1.arrived + $0.1.censored, $1.0) },
      trend: Self.trend(waits, until: pair.asOf),
      upstreaming: Soak(upstreamingWaits(pair, repeats))
    )
  }

  /// How long one of upstream's changes took, and what it touched.
  private struct Passage {
    let made: Int64
    let wait: Soak.Wait
    let folders: [RepoPath]
  }

  /// So many seconds are told apart from as many before, and so many changes must be in each.
  private static let trendTime: Int64 = 2 * 365 * 86_400
  private static let trendChanges = 20

  /// The soak of what upstream made in the last two years beside that of the two before. What was made of late had less
  /// time to arrive: both are looked at for as long as the later one could be.
  private static func trend(_ passages: [Passage], until end: Int64) -> Travel.Trend? {
    func median(_ range: Range<Int64>) -> (count: Int, days: Double?) {
      let waits = passages.filter { range.contains($0.made) }.map { passage in
        let isSeen = passage.wait.isArrival && passage.wait.time <= Self.trendTime
        return Soak.Wait(time: min(passage.wait.time, Self.trendTime), isArrival: isSeen)
      }
      return (waits.count, Soak(waits)?.median)
    }
    let late = median((end - trendTime)..<(end + 1))
    let early = median((end - 2 * trendTime)..<(end - trendTime))
    guard late.count >= trendChanges, early.count >= trendChanges else { return nil }
    switch (early.days, late.days) {
    case (nil, nil): return nil
    case (nil, _): return .faster
    case (_, nil): return .slower
    case (let before?, let after?):
      // A day more or less is no trend.
      if max(before, after) < 2 { return .steady }
      return after * 3 <= before * 2 ? .faster : after * 2 >= before * 3 ? .slower : .steady
    }
  }

  private func waits(_ pair: FlowPair) -> [Passage] {
    let graph = pair.graph
    let times = graph.committerTimes
    var waits: [Passage] = []
    let (lineLandings, forkLandings) = (graph.landings(on: pair.line), graph.landings(on: pair.fork))
    for commit in merged {
      let (made, arrived) = (lineLandings.time(of: commit.node), forkLandings.time(of: commit.node))
      // What the fork had first went the other way.
      if arrived < made { continue }
      let wait = Soak.Wait(time: arrived - made, isArrival: true)
      waits.append(Passage(made: made, wait: wait, folders: commit.folders))
    }
    for commit in upstreamSide {
      let made = times[commit.node]
      func add(_ time: Int64, isArrival: Bool) {
        let folders = Set(commit.paths.map(Areas.folder)).sorted()
        waits.append(Passage(made: made, wait: Soak.Wait(time: time, isArrival: isArrival), folders: folders))
      }
      switch commit.status {
      // What lies before the base and was copied one by one tells as well how long that took.
      case .inBase, .equivalent, .adapted:
        let copies = commit.matches.filter { $0.direction != .up && times[$0.node] >= made }
        guard let first = copies.map({ times[$0.node] }).min() else { continue }
        add(first - made, isArrival: true)
      case .missing, .partial:
        if made <= pair.asOf { add(pair.asOf - made, isArrival: false) }
      default: continue
      }
    }
    return waits
  }

  /// How long the fork's changes took to reach upstream's line. What came with a merge is counted from where the fork's
  /// first parents have it.
  private func upstreamingWaits(_ pair: FlowPair, _ repeats: Set<CommitGraph.Node>) -> [Soak.Wait] {
    let times = pair.graph.committerTimes
    let (lineLandings, forkLandings) = (pair.graph.landings(on: pair.line), pair.graph.landings(on: pair.fork))
    var waits: [Soak.Wait] = merged.compactMap { commit in
      let (made, arrived) = (forkLandings.time(of: commit.node), lineLandings.time(of: commit.node))
      return made < arrived ? Soak.Wait(time: arrived - made, isArrival: true) : nil
    }
    for commit in forkSide where !repeats.contains(commit.node) {
      let made = times[commit.node]
      switch commit.status {
      case .upstreamed, .upstreamedAdapted, .reverted:
        if commit.status == .reverted, !pair.superseded.contains(commit.node) { continue }
        let copies = commit.matches.filter { $0.direction != .down && times[$0.node] >= made }
        guard let first = copies.map({ times[$0.node] }).min() else { continue }
        waits.append(Soak.Wait(time: first - made, isArrival: true))
      case .carried:
        if made <= pair.asOf { waits.append(Soak.Wait(time: pair.asOf - made, isArrival: false)) }
      default: continue
      }
    }
    return waits
  }

  /// The fork's commits below a rebase whose change a later commit, or an earlier one below a rebase, stands for: a stack
  /// that is rebased often has each patch many times, and each went to upstream once.
  private func repeats(_ pair: FlowPair) -> Set<CommitGraph.Node> {
    var counted = Set(forkSide.filter { !pair.superseded.contains($0.node) }.flatMap { $0.matches.map(\.node) })
    var repeats: Set<CommitGraph.Node> = []
    for commit in forkSide.sorted(by: { $0.node < $1.node }) where pair.superseded.contains(commit.node) {
      guard let match = commit.matches.first else { continue }
      if !counted.insert(match.node).inserted { repeats.insert(commit.node) }
    }
    return repeats
  }

  private static func year(of time: Int64) -> Int { Month(containing: time).index / 12 }
}
