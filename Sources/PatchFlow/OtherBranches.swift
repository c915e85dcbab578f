import BitCollections
import GitValues
import History

/// Matches the fork's commits with upstream's other branches: a fork of a release takes fixes from the branch of the next
/// one, too.
struct OtherBranches {
  let pair: FlowPair
  let means: FlowMeans
  let reader: RecordReader
  let paths: PathTable

  /// Climbs the ladder with the commits of the fork that match nothing on the line, or name a commit that is not on it.
  ///
  /// Contents are read only of commits that something speaks for already: the fork's message names them, or they have
  /// the author and date, the subject, a label or the changed paths of a commit of the fork.
  ///
  /// - Returns: by place of the line's commits on how many other branches upstream made the same change, told by author,
  ///   date and subject; those on none left out.
  func match(_ ladder: inout Ladder) async throws -> [Int: Int] {
    let nodes = Array(pair.offLine)
    if nodes.isEmpty { return [:] }
    var records = try await reader.records(of: nodes, paths: paths)
    let backpatched = Self.backpatched(ladder, records)
    var known: [Int32: (shared: Int32, isBoilerplate: Bool)] = [:]
    for place in records.indices {
      let files = records[place].files.map { file in
        if let path = known[file.path] { return path }
        let path = paths.path(file.path)
        let found = (
          shared: paths.intern(pair.mapping.shared(upstream: path)), isBoilerplate: Boilerplate.contains(path)
        )
        known[file.path] = found
        return found
      }
      records[place].mappedPaths = files.map(\.shared)
      records[place].isBoilerplate = files.allSatisfy(\.isBoilerplate)
    }
    let cited = citing(ladder, records)
    let unmatched = ladder.fork.indices.filter { isOpen($0, ladder) }
    let forkPlaces = Set(unmatched).union(cited.byFork).sorted()
    if forkPlaces.isEmpty { return backpatched }
    let keys = Set(unmatched.flatMap { CommitKeys.of(ladder.fork[$0], ladder.evidence) })
    let likely = records.indices.filter { place in
      cited.upstream.contains(place)
        || (!records[place].isEmpty && CommitKeys.of(records[place], ladder.evidence).contains(where: keys.contains))
    }
    if likely.isEmpty { return backpatched }
    try await reader.readContents(&records, at: likely)
    var other = Ladder(
      upstream: likely.map { records[$0] },
      fork: forkPlaces.map { ladder.fork[$0] },
      evidence: ladder.evidence,
      comparer: ladder.comparer
    )
    try await other.climb(workers: means.workers)
    ladder.append(other, forkPlaces: forkPlaces)
    return backpatched
  }

  private static func backpatched(_ ladder: Ladder, _ records: [CommitRecord]) -> [Int: Int] {
    struct Twin: Hashable {
      let author: UInt64
      let time: Int64
      let subject: UInt64

      init?(_ record: CommitRecord) {
        guard let message = record.message, message.authorTime != 0, message.subjectKey != 0 else { return nil }
        (author, time, subject) = (message.author, message.authorTime, message.subjectKey)
      }
    }
    var counts: [Twin: Int] = [:]
    for record in records {
      if let twin = Twin(record) { counts[twin, default: 0] += 1 }
    }
    var found: [Int: Int] = [:]
    for place in ladder.onLine {
      if let twin = Twin(ladder.upstream[place]), let count = counts[twin] { found[place] = count }
    }
    return found
  }

  /// Whether nothing tells yet what the fork's commit at `place` is.
  private func isOpen(_ place: Int, _ ladder: Ladder) -> Bool {
    let record = ladder.fork[place]
    if ladder.isForkMatched[place] || record.isEmpty || pair.upstreamReach.contains(record.node) { return false }
    return !(ladder.evidence.contains(.metadata) && pair.copies[record.node] != nil)
  }

  /// The fork's commits that name one of `records` as their origin, or are named by one, and those records.
  private func citing(_ ladder: Ladder, _ records: [CommitRecord]) -> (byFork: Set<Int>, upstream: Set<Int>) {
    var (fork, upstream): (Set<Int>, Set<Int>) = ([], [])
    guard ladder.evidence.contains(.trailers) else { return (fork, upstream) }
    func add(_ record: CommitRecord, _ index: IDIndex, _ add: (Int) -> Void) {
      for citation in record.message?.citations ?? [] where citation.kind == .origin {
        if let place = index.place(of: citation.digits) { add(place) }
      }
    }
    let index = IDIndex(records)
    for (place, record) in ladder.fork.enumerated() {
      add(record, index) {
        fork.insert(place)
        upstream.insert($0)
      }
    }
    let forkIndex = IDIndex(ladder.fork)
    for (place, record) in records.enumerated() {
      add(record, forkIndex) {
        fork.insert($0)
        upstream.insert(place)
      }
    }
    return (fork, upstream)
  }
}
