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
  func match(_ ladder: inout Ladder) async throws {
    let nodes = Array(pair.offLine)
    if nodes.isEmpty { return }
    var records = try await reader.records(of: nodes, paths: paths)
    for place in records.indices {
      records[place].mappedPaths = records[place].files.map { file in
        paths.intern(pair.mapping.shared(upstream: paths.path(file.path)))
      }
      records[place].isBoilerplate = records[place].files.allSatisfy { Boilerplate.contains(paths.path($0.path)) }
    }
    let cited = citing(ladder, records)
    let unmatched = ladder.fork.indices.filter { isOpen($0, ladder) }
    let forkPlaces = Set(unmatched).union(cited.byFork).sorted()
    if forkPlaces.isEmpty { return }
    let keys = Keys(unmatched.map { ladder.fork[$0] }, ladder.evidence)
    let likely = records.indices.filter { cited.upstream.contains($0) || keys.fits(records[$0]) }
    if likely.isEmpty { return }
    try await reader.readContents(&records, at: likely)
    var other = Ladder(
      upstream: likely.map { records[$0] },
      fork: forkPlaces.map { ladder.fork[$0] },
      evidence: ladder.evidence,
      comparer: ladder.comparer
    )
    try await other.climb(workers: means.workers)
    ladder.append(other, forkPlaces: forkPlaces)
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

  /// What commits are recognised by before their contents are read.
  private struct Keys {
    private var headers: Set<UInt64> = []
    private var authors: Set<UInt64> = []
    private var subjects: Set<UInt64> = []
    private var labels: Set<UInt64> = []

    init(_ records: [CommitRecord], _ evidence: Set<MatchEvidence>) {
      for record in records {
        if evidence.contains(.diff) {
          headers.insert(record.header(record.files.map(\.path)))
          headers.insert(record.header(record.mappedPaths))
        }
        guard let message = record.message else { continue }
        if evidence.contains(.metadata) {
          if let author = Self.author(message) { authors.insert(author) }
          if let subject = Self.subject(message) { subjects.insert(subject) }
        }
        if evidence.contains(.trailers) { labels.formUnion(message.labels) }
      }
    }

    private static func author(_ message: MessageFacts) -> UInt64? {
      message.authorTime == 0
        ? nil : StableHash.mixed(message.author &* 31 &+ UInt64(bitPattern: message.authorTime))
    }

    private static func subject(_ message: MessageFacts) -> UInt64? {
      message.subjectKey == 0 || message.subjectWords <= 2 ? nil : message.subjectKey
    }

    func fits(_ record: CommitRecord) -> Bool {
      if record.isEmpty { return false }
      if headers.contains(record.header(record.files.map(\.path)))
        || headers.contains(record.header(record.mappedPaths))
      {
        return true
      }
      guard let message = record.message else { return false }
      return Self.author(message).map(authors.contains) ?? false
        || Self.subject(message).map(subjects.contains) ?? false
        || message.labels.contains(where: labels.contains)
    }
  }
}
