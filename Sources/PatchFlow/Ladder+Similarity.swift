import Git

extension Ladder {
  private struct Found: Sendable {
    let upstream: Int
    let fork: Int
    let likeness: Likeness
    let message: Double?
    let isSameSubject: Bool

    /// What the best candidate is chosen by.
    var score: Double {
      likeness.diff + 0.15 * likeness.paths + 0.3 * (message ?? 0) + (isSameSubject ? 0.2 : 0)
    }

    var isEnough: Bool {
      if message != nil {
        if isSameSubject, likeness.diff >= Thresholds.sameSubject { return true }
        if let message, message >= Thresholds.message, likeness.diff >= Thresholds.diffWithMessage { return true }
      }
      if likeness.isSameChange, likeness.sharedNats >= Thresholds.sharedNatsOfSame { return true }
      if likeness.diff >= Thresholds.diffOfLong, likeness.sharedNats >= Thresholds.sharedNatsOfLong { return true }
      return likeness.diff >= Thresholds.diff && likeness.sharedNats >= Thresholds.sharedNats
    }
  }

  /// Matches commits that no rung above matched and whose diffs, or messages and diffs, are alike: each the other's
  /// best candidate, clearly better than the next.
  ///
  /// - Returns: whether anything was matched; then another round may find what was hidden before.
  mutating func matchAlike(workers: Int) async throws -> Bool {
    let upstreamPlaces = upstream.indices.filter { !isUpstreamMatched[$0] && !upstream[$0].isBoilerplate }
    let forkPlaces = fork.indices.filter { !isForkMatched[$0] && !fork[$0].isBoilerplate }
    if upstreamPlaces.isEmpty || forkPlaces.isEmpty { return false }
    let pairs = try await likelyPairs(upstreamPlaces, forkPlaces, workers: workers)
    let found = try await compare(pairs, workers: workers)
    var (bestOfUpstream, bestOfFork): ([Int: Best], [Int: Best]) = ([:], [:])
    for (index, candidate) in found.enumerated() {
      bestOfUpstream[candidate.upstream, default: Best()].offer(index, candidate.score)
      bestOfFork[candidate.fork, default: Best()].offer(index, candidate.score)
    }
    var isAnything = false
    for (index, candidate) in found.enumerated() where candidate.isEnough {
      guard let left = bestOfUpstream[candidate.upstream], let right = bestOfFork[candidate.fork],
        left.index == index, right.index == index, left.isClear, right.isClear
      else { continue }
      take(candidate.upstream, candidate.fork, .similarity, candidate.likeness)
      isAnything = true
    }
    endRung()
    return isAnything
  }

  private struct Best {
    var index = -1
    var score = -1.0
    var next = -1.0

    var isClear: Bool { score - next >= Thresholds.margin }

    mutating func offer(_ index: Int, _ score: Double) {
      if score > self.score {
        (self.index, next, self.score) = (index, self.score, score)
      } else if score > next {
        next = score
      }
    }
  }

  private func compare(_ pairs: [Pair], workers: Int) async throws -> [Found] {
    let context = self
    let parts = try await inLots(of: 512, Array(pairs.enumerated()), workers: workers) { next in
      var found: [(Int, Found)] = []
      while let lot = next() {
        for (index, pair) in lot {
          guard let likeness = context.likeness(pair.upstream, pair.fork) else { continue }
          found.append(
            (
              index,
              Found(
                upstream: pair.upstream,
                fork: pair.fork,
                likeness: likeness,
                message: context.hasTellingSubject(pair.upstream) ? context.message(pair.upstream, pair.fork) : nil,
                isSameSubject: context.message(pair.upstream, pair.fork) != nil
                  && context.haveSameSubject(pair.upstream, pair.fork)
                  && context.hasTellingSubject(pair.upstream)
              )
            )
          )
        }
      }
      return found
    }
    return parts.joined().sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Pairs worth a full comparison: they share rare lines or words, or a subject. Order: by upstream's place, then the
  /// fork's.
  func likelyPairs(_ upstreamPlaces: [Int], _ forkPlaces: [Int], workers: Int) async throws -> [Pair] {
    var pairs: Set<Pair> = []
    if evidence.contains(.diff) {
      let upstreamIndex = RareIndex(upstream, upstreamPlaces, comparer.rarity)
      for (place, partners) in try await candidates(of: fork, forkPlaces, in: upstreamIndex, workers: workers) {
        for partner in partners { pairs.insert(Pair(upstream: partner, fork: place)) }
      }
      let forkIndex = RareIndex(fork, forkPlaces, comparer.rarity)
      for (place, partners) in try await candidates(of: upstream, upstreamPlaces, in: forkIndex, workers: workers) {
        for partner in partners { pairs.insert(Pair(upstream: place, fork: partner)) }
      }
    }
    if evidence.contains(.metadata) {
      let bySubject = Dictionary(grouping: upstreamPlaces) { upstream[$0].message?.subjectKey ?? 0 }
      for place in forkPlaces {
        guard let message = fork[place].message, message.subjectKey != 0, message.subjectWords > 2,
          let partners = bySubject[message.subjectKey], partners.count <= Thresholds.group
        else { continue }
        for partner in partners { pairs.insert(Pair(upstream: partner, fork: place)) }
      }
    }
    return pairs.sorted { ($0.upstream, $0.fork) < ($1.upstream, $1.fork) }
  }

  /// For each of `places` the commits of `index` that share most of its rare lines and words.
  func candidates(
    of records: [CommitRecord],
    _ places: [Int],
    in index: RareIndex,
    workers: Int
  ) async throws -> [(place: Int, partners: [Int])] {
    let rarity = comparer.rarity
    let parts = try await inLots(of: 256, places, workers: workers) { next in
      var results: [(place: Int, partners: [Int])] = []
      while let lot = next() {
        for place in lot {
          results.append((place, index.partners(of: records[place], rarity)))
        }
      }
      return results
    }
    return Array(parts.joined())
  }
}

/// Finds commits by the rare lines and words that they add or remove.
struct RareIndex: Sendable {
  /// A number in the upper half, the place of a commit that has it in the lower. Order: ascending.
  private let entries: [UInt64]

  init(_ records: [CommitRecord], _ places: [Int], _ rarity: Rarity) {
    var entries: [UInt64] = []
    for place in places {
      guard let content = records[place].content else { continue }
      for number in Self.rare(content, rarity) {
        entries.append(UInt64(number.number) << 32 | UInt64(UInt32(place)))
      }
    }
    entries.sort()
    self.entries = entries
  }

  private struct Rare {
    let number: UInt32
    let count: Int
    let weight: Double
  }

  /// Lines and words in one space of numbers: words have their second bit set.
  private static func rare(_ content: ChangeContent, _ rarity: Rarity) -> [Rare] {
    var rare: [Rare] = []
    for number in content.lineSet {
      let count = rarity.lineCount(number)
      if count > 1, count <= Thresholds.rareLine {
        rare.append(Rare(number: number & ~2, count: count, weight: rarity.line(number)))
      }
    }
    for number in content.wordSet {
      let count = rarity.wordCount(number)
      if count > 1, count <= Thresholds.rareWord {
        rare.append(Rare(number: number | 2, count: count, weight: rarity.word(number)))
      }
    }
    return rare
  }

  /// The commits that share most with `record`. Order: best first.
  func partners(of record: CommitRecord, _ rarity: Rarity) -> [Int] {
    guard let content = record.content else { return [] }
    var rare = Self.rare(content, rarity)
    rare.sort { $0.count != $1.count ? $0.count < $1.count : $0.number < $1.number }
    var votes: [Int: Double] = [:]
    var lookups = 0
    for feature in rare {
      var place = firstEntry(of: feature.number)
      var isFound = false
      while place < entries.count, entries[place] >> 32 == UInt64(feature.number) {
        votes[Int(UInt32(truncatingIfNeeded: entries[place])), default: 0] += feature.weight
        place += 1
        isFound = true
      }
      if isFound { lookups += 1 }
      if lookups == Thresholds.lookups { break }
    }
    return votes.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(Thresholds.candidates).map(\.key)
  }

  private func firstEntry(of number: UInt32) -> Int {
    let key = UInt64(number) << 32
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
