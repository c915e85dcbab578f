import Git
import GitValues
import History

extension FlowAssembly {
  /// Whether the other side's head has what commits without a match did.
  func presence(
    upstreamPlaces: [Int],
    forkPlaces: [Int]
  ) async throws -> (upstream: [Int: PresenceJudge.Answer], fork: [Int: PresenceJudge.Answer]) {
    if upstreamPlaces.isEmpty, forkPlaces.isEmpty { return ([:], [:]) }
    let graph = pair.graph
    let line = try HeadFiles(graph.trees[pair.line], stores: means.stores)
    let fork = try HeadFiles(graph.trees[pair.fork], stores: means.stores)
    let (mapping, stores) = (pair.mapping, means.stores)
    let jobs =
      upstreamPlaces.map {
        Job(
          place: $0,
          record: ladder.upstream[$0],
          paths: named(ladder.upstream[$0]),
          isFork: false,
          isFix: fixes.reason(ofUpstream: $0) != nil
        )
      }
      + forkPlaces.map { Job(place: $0, record: ladder.fork[$0], paths: named(ladder.fork[$0]), isFork: true) }
    let parts = try await inLots(of: Self.lot, Self.byFile(jobs), workers: means.workers) { next in
      let texts = TextCache(try ObjectDatabase(objectFolders: stores), renamed: mapping.words.byNumber)
      let upstreamJudge = PresenceJudge(
        target: fork,
        source: line,
        places: { mapping.places(ofUpstream: $0) },
        sourcePlace: { mapping.upstreamHome($0) },
        texts: texts
      )
      let forkJudge = PresenceJudge(
        target: line,
        source: fork,
        places: { mapping.places(ofFork: $0) },
        sourcePlace: { mapping.forkHome($0) },
        texts: texts
      )
      var answers: [(job: Job, answer: PresenceJudge.Answer)] = []
      while let lot = next() {
        for job in lot {
          let judge = job.isFork ? forkJudge : upstreamJudge
          var answer = judge.answer(job.record, job.paths)
          if job.isFix, answer.presence == .missing || answer.presence == .partial {
            answer.lacksSurroundings = judge.lacksSurroundings(of: job.record, job.paths)
          }
          answers.append((job, answer))
        }
      }
      return answers
    }
    var (ofUpstream, ofFork): ([Int: PresenceJudge.Answer], [Int: PresenceJudge.Answer]) = ([:], [:])
    for (job, answer) in parts.joined() {
      if job.isFork { ofFork[job.place] = answer } else { ofUpstream[job.place] = answer }
    }
    return (ofUpstream, ofFork)
  }

  private struct Job: Sendable {
    let place: Int
    let record: CommitRecord
    let paths: [RepoPath]
    let isFork: Bool
    var isFix = false
  }

  private static let lot = 64

  /// The jobs in an order in which those of one file follow one another: its text at the heads is then told apart once, and
  /// each version is the one before of the next.
  private static func byFile(_ jobs: [Job]) -> [Job] {
    jobs.sorted { left, right in
      if let one = left.paths.first, let other = right.paths.first, one != other { return one < other }
      return (left.record.node, left.place) < (right.record.node, right.place)
    }
  }

  private func named(_ record: CommitRecord) -> [RepoPath] { record.files.map { paths.path($0.path) } }

  // MARK: Taken without record

  /// What the fork's commits are whose change upstream's head clearly has, though none of its commits matches: what the
  /// base has already, and what people of upstream wrote, was taken from there; the rest upstream made its own.
  func unrecorded(
    _ presence: [Int: PresenceJudge.Answer]
  ) async throws -> [(place: Int, status: ForkStatus)] {
    let places = presence.filter { $0.value.presence == .present && $0.value.isClear }.keys.sorted()
    if places.isEmpty { return [] }
    let authors = Set(ladder.upstream.compactMap { $0.message?.author })
    let base = try HeadFiles(pair.graph.trees[pair.base], stores: means.stores)
    let fork = try HeadFiles(pair.graph.trees[pair.fork], stores: means.stores)
    let (mapping, stores) = (pair.mapping, means.stores)
    let jobs = places.map {
      Job(place: $0, record: ladder.fork[$0], paths: named(ladder.fork[$0]), isFork: true)
    }
    let parts = try await inLots(of: Self.lot, Self.byFile(jobs), workers: means.workers) { next in
      let judge = PresenceJudge(
        target: base,
        source: fork,
        places: { mapping.places(ofForkInBase: $0) },
        sourcePlace: { mapping.forkHome($0) },
        texts: TextCache(try ObjectDatabase(objectFolders: stores), renamed: mapping.words.byNumber)
      )
      var answers: [(place: Int, isInBase: Bool)] = []
      while let lot = next() {
        for job in lot { answers.append((job.place, judge.presence(of: job.record, job.paths) == .present)) }
      }
      return answers
    }
    return parts.joined().map { place, isInBase in
      let isUpstreams = ladder.fork[place].message.map { authors.contains($0.author) } ?? false
      return (place, isInBase || isUpstreams ? .taken : .upstreamedAdapted)
    }
  }
}
