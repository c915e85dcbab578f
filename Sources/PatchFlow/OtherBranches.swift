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
    var shared = SharedPaths(paths) { pair.mapping.shared(upstream: $0) }
    for place in records.indices { shared.map(&records[place]) }
    let cited =
      ladder.evidence.contains(.trailers) ? Citations(upstream: records, fork: ladder.fork) : Citations()
    let unmatched = ladder.fork.indices.filter { isOpen($0, ladder) }
    let forkPlaces = Set(unmatched).union(cited.fork).sorted()
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
}
