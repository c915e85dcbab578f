import Git

extension Ladder {
  /// What the comparison of two commits found.
  struct Found: Sendable {
    let upstream: Int
    let fork: Int
    let likeness: Likeness
    let message: Double?
    let isSameSubject: Bool
    /// Whether their authors made them long after one another; false where that may not be looked at.
    let isLate: Bool

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
      return likeness.diff >= (isLate ? Thresholds.diffOfLate : Thresholds.diff)
        && likeness.sharedNats >= Thresholds.sharedNats && likeness.ofLarger >= Thresholds.sharedOfLarger
        && likeness.lines >= Thresholds.sharedLines
    }
  }

  /// Matches commits that no rung above matched and whose diffs, or messages and diffs, are alike: each the other's
  /// best candidate, clearly better than any other change.
  ///
  /// - Returns: whether anything was matched; then another round may find what was hidden before.
  mutating func matchAlike(_ likely: Likely, workers: Int) async throws -> Bool {
    let pairs = likelyPairs(likely)
    if pairs.isEmpty { return false }
    let found = try await compare(pairs, workers: workers)
    let ofUpstream = ranked(found, by: \.upstream) { comparer.likeness(fork[found[$0].fork], fork[found[$1].fork]) }
    let ofFork = ranked(found, by: \.fork) {
      comparer.likeness(upstream[found[$0].upstream], upstream[found[$1].upstream])
    }
    var isAnything = false
    for (index, candidate) in found.enumerated()
    where candidate.isEnough && ofUpstream.contains(index) && ofFork.contains(index) {
      take(candidate.upstream, candidate.fork, .similarity, candidate.likeness)
      isAnything = true
    }
    endRung()
    return isAnything
  }

  /// The candidates that are the best of their commit of one side, clearly better than any other change.
  ///
  /// Copies of one change, as a branch and its rebased twin have them, do not rival each other: all of them are best.
  ///
  /// - Parameter likeness: that of what two candidates for one commit offer.
  private func ranked(
    _ found: [Found],
    by side: (Found) -> Int,
    _ likeness: (Int, Int) -> Likeness?
  ) -> Set<Int> {
    var best: Set<Int> = []
    for group in Dictionary(grouping: found.indices, by: { side(found[$0]) }).values {
      guard let leader = group.min(by: { (-found[$0].score, $0) < (-found[$1].score, $1) }) else { continue }
      let rivals = group.filter { $0 != leader && found[leader].score - found[$0].score < Thresholds.margin }
      let areCopies = rivals.allSatisfy { likeness(leader, $0).map { $0.diff >= Thresholds.copy } ?? false }
      if areCopies { best.formUnion(rivals + [leader]) }
    }
    return best
  }

  /// Compares in full what no earlier round compared.
  ///
  /// - Returns: what was found of each of `pairs`, in their order; those that cannot be read left out.
  private mutating func compare(_ pairs: [Pair], workers: Int) async throws -> [Found] {
    let context = self
    let parts = try await inLots(of: 512, pairs.filter { compared[$0] == nil }, workers: workers) { next in
      var found: [(Pair, Found)] = []
      while let lot = next() {
        for pair in lot {
          if let comparison = context.comparison(pair) { found.append((pair, comparison)) }
        }
      }
      return found
    }
    for (pair, found) in parts.joined() { compared[pair] = found }
    return pairs.compactMap { compared[$0] }
  }

  private func comparison(_ pair: Pair) -> Found? {
    guard let likeness = likeness(pair.upstream, pair.fork) else { return nil }
    let message = message(pair.upstream, pair.fork)
    let isTelling = hasTellingSubject(pair.upstream) && !isRepeated(pair)
    return Found(
      upstream: pair.upstream,
      fork: pair.fork,
      likeness: likeness,
      message: isTelling ? message : nil,
      isSameSubject: message != nil && isTelling && haveSameSubject(pair.upstream, pair.fork),
      isLate: isLate(pair)
    )
  }

  private func isRepeated(_ pair: Pair) -> Bool {
    [(upstream[pair.upstream], subjects.upstream), (fork[pair.fork], subjects.fork)].contains { record, counts in
      record.message.flatMap { counts[$0.subjectKey] } ?? 0 > Thresholds.repeatedSubject
    }
  }

  private func isLate(_ pair: Pair) -> Bool {
    guard evidence.contains(.metadata), let one = upstream[pair.upstream].message, let other = fork[pair.fork].message,
      one.authorTime != 0, other.authorTime != 0
    else { return false }
    return one.seconds(to: other) > Thresholds.lateDays * 86_400
  }

  /// For each commit that no rung matched, by its place, those of the other side that share rare lines or words with it.
  struct Likely: Sendable {
    var ofUpstream: [(place: Int, partners: [Int])] = []
    var ofFork: [(place: Int, partners: [Int])] = []
  }

  /// Whether a commit is still to be matched by what it says.
  private func isOpen(_ record: CommitRecord, _ isMatched: Bool) -> Bool { !isMatched && !record.isBoilerplate }
  private var openUpstream: [Int] { upstream.indices.filter { isOpen(upstream[$0], isUpstreamMatched[$0]) } }
  private var openFork: [Int] { fork.indices.filter { isOpen(fork[$0], isForkMatched[$0]) } }

  func likely(workers: Int) async throws -> Likely {
    let (upstreamPlaces, forkPlaces) = (openUpstream, openFork)
    guard evidence.contains(.diff), !upstreamPlaces.isEmpty, !forkPlaces.isEmpty else { return Likely() }
    let upstreamIndex = RareIndex(upstream, upstreamPlaces, comparer.rarity)
    let forkIndex = RareIndex(fork, forkPlaces, comparer.rarity)
    return Likely(
      ofUpstream: try await candidates(of: upstream, upstreamPlaces, in: forkIndex, workers: workers),
      ofFork: try await candidates(of: fork, forkPlaces, in: upstreamIndex, workers: workers)
    )
  }

  /// Pairs worth a full comparison: they share rare lines or words, or a subject. Order: by upstream's place, then the
  /// fork's.
  private func likelyPairs(_ likely: Likely) -> [Pair] {
    var pairs: Set<Pair> = []
    for (place, partners) in likely.ofFork {
      for partner in partners { pairs.insert(Pair(upstream: partner, fork: place)) }
    }
    for (place, partners) in likely.ofUpstream {
      for partner in partners { pairs.insert(Pair(upstream: place, fork: partner)) }
    }
    if evidence.contains(.metadata) {
      let bySubject = Dictionary(grouping: openUpstream) { upstream[$0].message?.subjectKey ?? 0 }
      for place in openFork {
        guard let message = fork[place].message, message.subjectKey != 0, message.subjectWords > 2,
          let partners = bySubject[message.subjectKey], partners.count <= Thresholds.group
        else { continue }
        for partner in partners { pairs.insert(Pair(upstream: partner, fork: place)) }
      }
    }
    // A verbatim squash may have matched some since they were found likely.
    return pairs.filter { !isUpstreamMatched[$0.upstream] && !isForkMatched[$0.fork] }
      .sorted { ($0.upstream, $0.fork) < ($1.upstream, $1.fork) }
  }

  /// For each of `places` the commits of `index` that share most of its rare lines and words.
  private func candidates(
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
