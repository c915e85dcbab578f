import GitValues

/// Matches the commits of two sides, strongest evidence first.
struct Ladder: Sendable {
  /// Those of the line, then those of upstream's other branches that came in by ``append(_:forkPlaces:)``.
  private(set) var upstream: [CommitRecord]
  let fork: [CommitRecord]
  /// What full comparisons found, those of earlier rounds too.
  var compared: [Pair: Found] = [:]
  /// Places of ``upstream`` that are on the line.
  let onLine: Range<Int>
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
  /// How many commits of each side bear a subject.
  let subjects: (upstream: [UInt64: Int], fork: [UInt64: Int])

  struct Pair: Hashable, Sendable {
    let upstream: Int
    let fork: Int
  }

  /// - Parameter comparer: nil for one that learns from these commits what is rare.
  init(
    upstream: [CommitRecord],
    fork: [CommitRecord],
    evidence: Set<MatchEvidence>,
    comparer: Comparer? = nil
  ) {
    let comparer = comparer ?? Comparer(rarity: Rarity(upstream + fork))
    func weighed(_ records: [CommitRecord]) -> [CommitRecord] {
      var records = records
      for place in records.indices { records[place].weights = comparer.weights(of: records[place]) }
      return records
    }
    self.upstream = weighed(upstream)
    self.fork = weighed(fork)
    self.evidence = evidence
    self.comparer = comparer
    func counts(_ records: [CommitRecord]) -> [UInt64: Int] {
      records.reduce(into: [:]) { counts, record in
        if let key = record.message?.subjectKey { counts[key, default: 0] += 1 }
      }
    }
    subjects = (counts(upstream), counts(fork))
    onLine = upstream.indices
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
    var likely = try await likely(workers: workers)
    var known = edges.count
    if evidence.contains(.diff) { matchSquashes(.verbatim, likely) }
    for _ in 1...3 {
      guard try await matchAlike(likely, workers: workers) else { break }
      likely = try await self.likely(workers: workers)
      known = edges.count
    }
    // No later rung compares in full.
    compared = [:]
    if evidence.contains(.diff) {
      if edges.count > known { likely = try await self.likely(workers: workers) }
      matchSquashes(.likely, likely)
    }
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

  /// Takes over what another ladder found between upstream's other branches and some of the fork's commits.
  ///
  /// - Parameter forkPlaces: the places that the other's fork commits have here.
  mutating func append(_ other: Ladder, forkPlaces: [Int]) {
    let offset = upstream.count
    upstream += other.upstream
    isUpstreamMatched += other.isUpstreamMatched
    for edge in other.edges {
      edges.append(edge.moved(upstream: edge.upstream + offset, fork: forkPlaces[edge.fork]))
      isForkMatched[forkPlaces[edge.fork]] = true
    }
    for (place, ids) in other.contradicted.upstream { contradicted.upstream[place + offset] = ids }
    for (place, ids) in other.contradicted.fork { contradicted.fork[forkPlaces[place], default: []] += ids }
  }

  func likeness(_ upstreamPlace: Int, _ forkPlace: Int) -> Likeness? {
    comparer.likeness(upstream[upstreamPlace], fork[forkPlace])
  }

  func message(_ upstreamPlace: Int, _ forkPlace: Int) -> Double? {
    guard evidence.contains(.metadata) else { return nil }
    return comparer.messages(upstream[upstreamPlace], fork[forkPlace])
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
