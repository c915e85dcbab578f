import GitValues

extension Ladder {
  /// Matches commits whose messages name a commit of the other side.
  mutating func matchCitations() {
    let (upstreamIDs, forkIDs) = (IDIndex(upstream), IDIndex(fork))
    for (place, record) in fork.enumerated() {
      for partner in upstreamIDs.origins(of: record) {
        let likeness = likeness(partner, place)
        if contradicts(likeness), !haveSameSubject(partner, place) {
          contradict(fork: place, upstream[partner].id)
        } else {
          take(partner, place, .trailer, likeness, label: .down)
        }
      }
    }
    for (place, record) in upstream.enumerated() {
      for partner in forkIDs.origins(of: record) {
        let likeness = likeness(place, partner)
        if contradicts(likeness), !haveSameSubject(place, partner) {
          contradict(upstream: place, fork[partner].id)
        } else {
          take(place, partner, .trailer, likeness, label: .up)
        }
      }
    }
  }

  /// Matches commits that bear the same label of their own, content or subject agreeing.
  mutating func matchLabels() {
    var byLabel: [UInt64: [Int]] = [:]
    for (place, record) in upstream.enumerated() {
      for label in record.message?.labels ?? [] { byLabel[label, default: []].append(place) }
    }
    for (place, record) in fork.enumerated() where !record.isEmpty {
      var best: (partner: Int, likeness: Likeness, score: Double)?
      for label in record.message?.labels ?? [] {
        guard let partners = byLabel[label], partners.count <= Thresholds.group else { continue }
        for partner in partners {
          guard let likeness = likeness(partner, place) else { continue }
          let isSameSubject = haveSameSubject(partner, place)
          let isEnough = likeness.diff >= (isSameSubject ? Thresholds.contradiction : Thresholds.sharedLabel)
          let score = likeness.diff + (isSameSubject ? 1 : 0)
          if isEnough, score > best?.score ?? 0 { best = (partner, likeness, score) }
        }
      }
      if let best { take(best.partner, place, .trailer, best.likeness) }
    }
  }

  /// Matches commits with one author and author date.
  mutating func matchTwins() {
    struct Key: Hashable {
      let author: UInt64
      let time: Int64
    }
    struct Candidate {
      let upstream: Int
      let fork: Int
      let likeness: Likeness?
      let isSameSubject: Bool
      var score: Double { (likeness?.diff ?? 0) + (isSameSubject ? 1 : 0) }
    }
    var byKey: [Key: [Int]] = [:]
    for (place, record) in upstream.enumerated() where !record.isEmpty {
      guard let message = record.message, message.authorTime != 0 else { continue }
      byKey[Key(author: message.author, time: message.authorTime), default: []].append(place)
    }
    var candidates: [Candidate] = []
    for (place, record) in fork.enumerated() where !record.isEmpty {
      guard let message = record.message, message.authorTime != 0,
        let partners = byKey[Key(author: message.author, time: message.authorTime)],
        partners.count <= Thresholds.group
      else { continue }
      for partner in partners where !isForkMatched[place] || !isUpstreamMatched[partner] {
        let likeness = evidence.contains(.diff) ? likeness(partner, place) : nil
        let isSameSubject = haveSameSubject(partner, place)
        let needed = isSameSubject ? Thresholds.twin : Thresholds.sameAuthorAndDate
        let isConfirmed = likeness.map { $0.diff >= needed || (isSameSubject && $0.paths > 0) } ?? isSameSubject
        if isConfirmed {
          candidates.append(
            Candidate(upstream: partner, fork: place, likeness: likeness, isSameSubject: isSameSubject)
          )
        }
      }
    }
    candidates.sort {
      $0.score != $1.score ? $0.score > $1.score : ($0.upstream, $0.fork) < ($1.upstream, $1.fork)
    }
    var (upstreamTaken, forkTaken): (Set<Int>, Set<Int>) = ([], [])
    for candidate in candidates
    where !upstreamTaken.contains(candidate.upstream) && !forkTaken.contains(candidate.fork) {
      upstreamTaken.insert(candidate.upstream)
      forkTaken.insert(candidate.fork)
      take(candidate.upstream, candidate.fork, .metadata, candidate.likeness)
    }
    // What is left over is a second copy of a commit that has one.
    for candidate in candidates where candidate.isSameSubject {
      if forkTaken.insert(candidate.fork).inserted || upstreamTaken.insert(candidate.upstream).inserted {
        take(candidate.upstream, candidate.fork, .metadata, candidate.likeness)
      }
    }
  }
}

/// Finds commits by the first digits of their ids.
struct IDIndex {
  private let ids: [(id: CommitID, place: Int)]

  init(_ records: [CommitRecord]) {
    ids = records.enumerated().map { ($1.id, $0) }.sorted { $0.id < $1.id }
  }

  /// The places of the commits that `record` names as those it comes from. Order: as its message has them.
  func origins(of record: CommitRecord) -> [Int] {
    (record.message?.citations ?? []).filter { $0.kind == .origin }.compactMap { place(of: $0.digits) }
  }

  /// The place of the only commit whose id starts with `digits`; nil where there is none, or several.
  func place(of digits: [UInt8]) -> Int? {
    let zeros = digits + Array(repeating: UInt8(ascii: "0"), count: 40 - digits.count)
    guard let first = CommitID(hex: String(decoding: zeros, as: UTF8.self)) else { return nil }
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle].id < first { low = middle + 1 } else { high = middle }
    }
    guard low < ids.count, ids[low].id.description.utf8.starts(with: digits) else { return nil }
    if low + 1 < ids.count, ids[low + 1].id.description.utf8.starts(with: digits) { return nil }
    return ids[low].place
  }
}

/// Which commits of two sides name each other as those they come from, by place.
struct Citations {
  private(set) var upstream: Set<Int> = []
  private(set) var fork: Set<Int> = []

  /// None.
  init() {}

  init(upstream: [CommitRecord], fork: [CommitRecord]) {
    let (upstreamIDs, forkIDs) = (IDIndex(upstream), IDIndex(fork))
    for (place, record) in fork.enumerated() {
      for origin in upstreamIDs.origins(of: record) {
        self.fork.insert(place)
        self.upstream.insert(origin)
      }
    }
    for (place, record) in upstream.enumerated() {
      for origin in forkIDs.origins(of: record) {
        self.upstream.insert(place)
        self.fork.insert(origin)
      }
    }
  }
}
