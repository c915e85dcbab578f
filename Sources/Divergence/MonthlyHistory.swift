public import GitValues
import HeapModule
import History

/// How far fork and line were apart at the end of a month.
public struct MonthlyDistance: Hashable, Sendable {
  /// "2024-03".
  public let month: Month
  /// Commits that the fork had and the line had not.
  public let ahead: Int
  /// Commits that the line had and the fork had not.
  public let behind: Int
  /// Days since the oldest commit that the fork lacked had landed on the line; nil where it lacked none.
  public let lagDays: Int?
}

/// How distance to upstream changed over time.
struct MonthlyHistory {
  private let graph: CommitGraph
  private let upstream: CommitGraph.Landings
  private let fork: CommitGraph.Landings

  /// - Parameter upstream: the line's head.
  /// - Parameter fork: the fork's head.
  init(_ graph: CommitGraph, upstream: CommitGraph.Node, fork: CommitGraph.Node) {
    self.graph = graph
    self.upstream = graph.landings(on: upstream)
    self.fork = graph.landings(on: fork)
  }

  /// One entry a month from the month of `start` to that of `end`. Order: by month.
  ///
  /// What a branch held at a time is what its first-parent chain held then.
  func distances(from start: Int64, to end: Int64) -> [MonthlyDistance] {
    let (first, last) = (Month(containing: start), Month(containing: end))
    guard first <= last, last.index - first.index < 12 * 100 else { return [] }
    var arrivals = Arrivals(months: last.index - first.index + 1)
    for node in 0..<graph.count {
      let (upstreamTime, forkTime) = (upstream.time(of: node), fork.time(of: node))
      guard upstreamTime != CommitGraph.Landings.never || forkTime != CommitGraph.Landings.never else { continue }
      arrivals.add(
        upstream: Self.place(upstreamTime, first, last),
        fork: Self.place(forkTime, first, last),
        landed: upstreamTime
      )
    }
    return arrivals.distances(from: first, until: end)
  }

  /// The entry of the first month whose end has the commit; past the last where none has.
  private static func place(_ time: Int64, _ first: Month, _ last: Month) -> Int {
    if time == CommitGraph.Landings.never { return last.index - first.index + 1 }
    return min(max(Month(containing: time).index - first.index, 0), last.index - first.index + 1)
  }

  /// Commits counted by the months in which they reached the two sides.
  private struct Arrivals {
    private var aheadChange: [Int]
    private var behindChange: [Int]
    private var missing: [[(gone: Int, landed: Int64)]]

    init(months: Int) {
      aheadChange = Array(repeating: 0, count: months + 2)
      behindChange = aheadChange
      missing = Array(repeating: [], count: months + 2)
    }

    mutating func add(upstream: Int, fork: Int, landed: Int64) {
      if fork < upstream {
        aheadChange[fork] += 1
        aheadChange[upstream] -= 1
      } else if upstream < fork {
        behindChange[upstream] += 1
        behindChange[fork] -= 1
        missing[upstream].append((fork, landed))
      }
    }

    func distances(from first: Month, until end: Int64) -> [MonthlyDistance] {
      var (ahead, behind) = (0, 0)
      var oldest = Heap<Missing>()
      return (0..<(aheadChange.count - 2)).map { place in
        ahead += aheadChange[place]
        behind += behindChange[place]
        for commit in missing[place] { oldest.insert(Missing(landed: commit.landed, gone: commit.gone)) }
        while let commit = oldest.min, commit.gone <= place { oldest.removeMin() }
        let month = Month(index: first.index + place)
        let now = min(month.end, end)
        return MonthlyDistance(
          month: month,
          ahead: ahead,
          behind: behind,
          lagDays: oldest.min.map { max(0, Int((now - $0.landed) / 86_400)) }
        )
      }
    }
  }

  private struct Missing: Comparable {
    let landed: Int64
    let gone: Int

    static func < (left: Self, right: Self) -> Bool { (left.landed, left.gone) < (right.landed, right.gone) }
  }
}
