import BitCollections
import GitValues
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
}

extension PatchFlow {
  /// How changes travelled, since the two first went apart.
  ///
  /// What the fork merged arrived with the merge; a copy arrived when it was recorded. Of what is present without a
  /// match nobody knows when it came, so it is left out.
  public func travel(_ pair: FlowPair) -> Travel {
    var years: [Int: Travel.Year] = [:]
    for commit in forkSide {
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
    return Travel(
      years: years.values.sorted { $0.year < $1.year },
      soak: Soak(waits.map(\.wait)),
      soakByYear: byYear.sorted { $0.key < $1.key }.compactMap { year, waits in
        Soak(waits.map(\.wait)).map { (year, $0) }
      }
    )
  }

  private func waits(_ pair: FlowPair) -> [(made: Int64, wait: Soak.Wait)] {
    let graph = pair.graph
    let times = graph.committerTimes
    var waits: [(made: Int64, wait: Soak.Wait)] = []
    let (lineLandings, forkLandings) = (graph.landings(on: pair.line), graph.landings(on: pair.fork))
    let common = graph.reach([pair.line]).intersection(graph.reach([pair.fork]))
    for node in common.subtracting(graph.reach([pair.forkPoint])).subtracting(graph.merges) {
      let (made, arrived) = (lineLandings.time(of: node), forkLandings.time(of: node))
      // What the fork had first went the other way.
      if arrived < made { continue }
      waits.append((made, Soak.Wait(time: arrived - made, isArrival: true)))
    }
    for commit in upstreamSide {
      let made = times[commit.node]
      switch commit.status {
      case .equivalent, .adapted:
        let copies = commit.matches.filter { $0.direction != .up && times[$0.node] >= made }
        guard let first = copies.map({ times[$0.node] }).min() else { continue }
        waits.append((made, Soak.Wait(time: first - made, isArrival: true)))
      case .missing, .partial:
        if made <= pair.asOf { waits.append((made, Soak.Wait(time: pair.asOf - made, isArrival: false))) }
      default: continue
      }
    }
    return waits
  }

  private static func year(of time: Int64) -> Int { Month(containing: time).index / 12 }
}
