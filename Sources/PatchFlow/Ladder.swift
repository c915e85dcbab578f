import GitValues

/// Matches the commits of two sides, strongest evidence first.
struct Ladder: Sendable {
  let upstream: [CommitRecord]
  let fork: [CommitRecord]
  let evidence: Set<MatchEvidence>
  let comparer: Comparer
  private(set) var edges: [Edge] = []
  /// Claims that content contradicts, by place of the commit that makes them.
  private(set) var contradicted: (upstream: [Int: [CommitID]], fork: [Int: [CommitID]]) = ([:], [:])
  /// Whether a rung above the current one matched the commit.
  private(set) var isUpstreamMatched: [Bool]
  private(set) var isForkMatched: [Bool]
  /// Edges of the current rung, not yet counted as matched.
  private var pending: [Edge] = []
  private var known: Set<Pair> = []

  struct Pair: Hashable, Sendable {
    let upstream: Int
    let fork: Int
  }

  init(upstream: [CommitRecord], fork: [CommitRecord], evidence: Set<MatchEvidence>) {
    self.upstream = upstream
    self.fork = fork
    self.evidence = evidence
    comparer = Comparer(rarity: Rarity(upstream + fork))
    isUpstreamMatched = Array(repeating: false, count: upstream.count)
    isForkMatched = Array(repeating: false, count: fork.count)
  }

  /// Climbs all rungs that the evidence allows.
  mutating func climb(workers: Int) async throws {
    if evidence.contains(.trailers) {
      matchCitations()
      matchLabels()
      endRung()
    }
    if evidence.contains(.diff) {
      matchExact(.patchID) { $0.files.map(\.path) }
      endRung()
      matchExact(.pathMapped) { $0.mappedPaths }
      endRung()
    }
    if evidence.contains(.metadata) {
      matchTwins()
      endRung()
    }
    for _ in 0..<3 where try await matchAlike(workers: workers) {}
    if evidence.contains(.diff) { try await matchSquashes(workers: workers) }
  }

  // MARK: Bookkeeping

  /// Takes an edge of the current rung.
  mutating func take(_ upstream: Int, _ fork: Int, _ rung: Rung, _ likeness: Likeness?, label: Edge.Label? = nil) {
    guard known.insert(Pair(upstream: upstream, fork: fork)).inserted else { return }
    pending.append(
      Edge(
        upstream: upstream,
        fork: fork,
        rung: rung,
        message: message(upstream, fork),
        diff: likeness?.diff,
        isSame: likeness?.isSameChange ?? false,
        label: label
      )
    )
  }

  mutating func contradict(fork place: Int, _ id: CommitID) { contradicted.fork[place, default: []].append(id) }
  mutating func contradict(upstream place: Int, _ id: CommitID) { contradicted.upstream[place, default: []].append(id) }

  /// From here on, what the rung matched counts as matched.
  mutating func endRung() {
    for edge in pending {
      isUpstreamMatched[edge.upstream] = true
      isForkMatched[edge.fork] = true
    }
    edges += pending
    pending = []
  }

  func likeness(_ upstreamPlace: Int, _ forkPlace: Int) -> Likeness? {
    comparer.likeness(upstream[upstreamPlace], fork[forkPlace])
  }

  func message(_ upstreamPlace: Int, _ forkPlace: Int) -> Double? {
    guard evidence.contains(.metadata), let one = upstream[upstreamPlace].message, let other = fork[forkPlace].message
    else { return nil }
    return comparer.messages(one, other)
  }

  /// Whether both bear one subject that is long enough to tell something.
  func haveSameSubject(_ upstreamPlace: Int, _ forkPlace: Int) -> Bool {
    guard let one = upstream[upstreamPlace].message, let other = fork[forkPlace].message else { return false }
    return one.subjectKey != 0 && one.subjectKey == other.subjectKey
  }

  /// Whether a subject has words enough to tell something: "v0.10.0" has not.
  func hasTellingSubject(_ upstreamPlace: Int) -> Bool { (upstream[upstreamPlace].message?.subjectWords ?? 0) > 2 }

  /// Whether what was read speaks against the two being one change.
  func contradicts(_ likeness: Likeness?) -> Bool {
    guard let likeness else { return false }
    return likeness.diff < Thresholds.contradiction && likeness.paths == 0
  }
}

// MARK: - Equal changes

extension Ladder {
  /// Matches commits whose whole changes are equal, the paths as `paths` has them.
  private mutating func matchExact(_ rung: Rung, _ paths: (CommitRecord) -> [Int32]) {
    var byIdentity: [UInt64: [Int]] = [:]
    for (place, record) in upstream.enumerated() where !record.isEmpty {
      if let identity = record.identity(paths(record)) { byIdentity[identity, default: []].append(place) }
    }
    for (place, record) in fork.enumerated() where !record.isEmpty {
      guard let identity = record.identity(paths(record)), let partners = byIdentity[identity] else { continue }
      for partner in partners where !isForkMatched[place] || !isUpstreamMatched[partner] {
        var likeness = Likeness()
        likeness.isSameChange = true
        take(partner, place, rung, likeness)
      }
    }
  }
}
