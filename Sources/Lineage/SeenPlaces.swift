import Algorithms

/// The places of upstream's stretches that a content search has looked at, with the scores there.
struct SeenPlaces: Sendable {
  /// A commit, by its stretch and its place in it.
  struct Place: Hashable, Comparable, Sendable {
    let stretch: Int
    let position: Int

    static func < (left: Self, right: Self) -> Bool {
      left.stretch != right.stretch ? left.stretch < right.stretch : left.position < right.position
    }
  }

  /// By stretch: the dates of its commits, in seconds since 1970.
  private let times: [[Int64]]
  /// By target: how many of its best places are looked around.
  private let peaks: [Int]
  /// By target: places after this time do not count.
  private let latest: [Int64]
  /// By stretch: what was looked at. Order: by position.
  private var seen: [[(position: Int, scores: [ContentScore])]]

  init(_ times: [[Int64]], peaks: [Int], latest: [Int64]) {
    self.times = times
    self.peaks = peaks
    self.latest = latest
    seen = Array(repeating: [], count: times.count)
  }

  private func counts(_ place: Place, _ target: Int) -> Bool {
    times[place.stretch][place.position] <= latest[target]
  }

  mutating func keep(_ scores: [ContentScore], at place: Place) {
    let index = seen[place.stretch].partitioningIndex { $0.position >= place.position }
    seen[place.stretch].insert((place.position, scores), at: index)
  }

  /// Evenly spread places, the first and the last of each stretch among them.
  func firstPlaces(_ count: Int, aside: Int) -> [Place] {
    times.indices.flatMap { stretch in
      Self.spread(0, times[stretch].count - 1, stretch == 0 ? count : aside).map {
        Place(stretch: stretch, position: $0)
      }
    }
  }

  /// Places between the best ones and their neighbours that nobody has looked at yet, for every target.
  func closerPlaces(_ count: Int) -> Set<Place> {
    var wanted: Set<Place> = []
    for target in peaks.indices {
      for best in ranked(target, peaks[target]) {
        let list = seen[best.place.stretch]
        let index = list.partitioningIndex { $0.position >= best.place.position }
        if index > 0 { wanted.formUnion(between(list[index - 1].position, list[index].position, best.place, count)) }
        if index + 1 < list.count {
          wanted.formUnion(between(list[index].position, list[index + 1].position, best.place, count))
        }
      }
    }
    return wanted
  }

  private func between(_ low: Int, _ high: Int, _ place: Place, _ count: Int) -> [Place] {
    if high - low < 2 { return [] }
    return Self.spread(low, high, count + 2).filter { $0 > low && $0 < high }.map {
      Place(stretch: place.stretch, position: $0)
    }
  }

  /// The best places of a target, each no neighbour of a better one that is nearly the same: equals count once a run.
  private func ranked(_ target: Int, _ count: Int) -> [(place: Place, score: ContentScore)] {
    var best: [(place: Place, score: ContentScore)] = []
    for (stretch, list) in seen.enumerated() {
      for item in list {
        let candidate = (place: Place(stretch: stretch, position: item.position), score: item.scores[target])
        if !counts(candidate.place, target) { continue }
        // Of equals the later one: the search then closes in on the last that explains the tree as well.
        let index = best.firstIndex { !candidate.score.isWorse(than: $0.score) } ?? best.count
        if index < count {
          best.insert(candidate, at: index)
          if best.count > count { best.removeLast() }
        }
      }
    }
    return best
  }

  /// All places of a target, the best first; `isBetter` decides between equals.
  func ranked(_ target: Int, _ isBetter: (Place, Place) -> Bool) -> [(place: Place, score: ContentScore)] {
    let all = seen.enumerated().flatMap { stretch, list in
      list.map { (place: Place(stretch: stretch, position: $0.position), score: $0.scores[target]) }
    }.filter { counts($0.place, target) }
    return all.sorted { left, right in
      if left.score != right.score { return right.score.isWorse(than: left.score) }
      return isBetter(left.place, right.place)
    }
  }

  /// Tagged commits between places that explain a target equally well: forks are made from releases.
  func taggedOnPlateaus(_ stretches: Stretches) -> [Place] {
    var wanted: Set<Place> = []
    for target in peaks.indices {
      guard let best = ranked(target, 1).first else { continue }
      let list = seen[best.place.stretch]
      let nodes = stretches.all[best.place.stretch].nodes
      var index = list.partitioningIndex { $0.position >= best.place.position }
      while index > 0, list[index - 1].scores[target] == best.score {
        let (low, high) = (list[index - 1].position, list[index].position)
        // The last of them: what a fork takes is the newest release of its day.
        if let tagged = (low + 1..<max(low + 1, high)).last(where: { stretches.tagged.contains(nodes[$0]) }) {
          wanted.insert(Place(stretch: best.place.stretch, position: tagged))
          break
        }
        index -= 1
      }
    }
    return wanted.sorted()
  }

  /// At most `count` numbers from `low` to `high`, both among them, evenly spread.
  private static func spread(_ low: Int, _ high: Int, _ count: Int) -> [Int] {
    guard high > low else { return high == low ? [low] : [] }
    let steps = min(count - 1, high - low)
    return (0...steps).map { low + (high - low) * $0 / steps }
  }
}
