import BitCollections
import Git
import GitValues
import History

/// Turns what the ladder found into what became of each commit.
struct FlowAssembly {
  let pair: FlowPair
  let means: FlowMeans
  let ladder: Ladder
  let paths: PathTable
  let fixes: Fixes

  /// - Throws: `GitError` where the trees of the heads cannot be read.
  func flow() async throws -> PatchFlow {
    let usesMessages = means.evidence.contains(.trailers)
    let undone = (
      upstream: Reversals(Array(ladder.upstream[ladder.onLine]), usingMessages: usesMessages),
      fork: Reversals(ladder.fork, usingMessages: usesMessages)
    )
    let edges = EdgeIndex(ladder)
    let inBase = pair.graph.reach([pair.base])
    let imported = imported()
    let upstreamStatus = ladder.onLine.map { place -> UpstreamStatus? in
      let record = ladder.upstream[place]
      if record.isEmpty { return .empty }
      if inBase.contains(record.node) { return .inBase }
      if undone.upstream.isCancelled(place) { return .reverted }
      let standing = edges.ofUpstream[place].filter {
        !undone.fork.isCancelled($0.fork) && !pair.superseded.contains(ladder.fork[$0.fork].node)
      }
      if let best = standing.first { return best.diff == nil ? .notAnalysed : best.isSame ? .equivalent : .adapted }
      return record.content == nil ? .notAnalysed : nil
    }
    var forkStatus = ladder.fork.indices.map { place -> ForkStatus in
      let record = ladder.fork[place]
      if record.isEmpty { return .empty }
      if imported.contains(record.node) { return .imported }
      if undone.fork.isCancelled(place) || pair.superseded.contains(record.node) { return .reverted }
      if let best = edges.ofFork[place].first { return status(best) }
      if copy(of: record) != nil { return .taken }
      return record.content == nil ? .notAnalysed : .carried
    }
    let presence = try await presence(
      upstreamPlaces: upstreamStatus.indices.filter { upstreamStatus[$0] == nil },
      forkPlaces: forkStatus.indices.filter { forkStatus[$0] == .carried }
    )
    for (place, status) in try await unrecorded(presence.fork) {
      // A history that begins with what the base has was begun by copying the files.
      let isRoot = pair.graph.parents(of: ladder.fork[place].node).isEmpty
      forkStatus[place] = isRoot && status == .taken ? .imported : status
    }
    let (merged, mergedGap) = try await MergedCommit.all(of: pair, means)
    return PatchFlow(
      upstreamSide: ladder.onLine.map { place in
        let status = upstreamStatus[place] ?? presence.upstream[place]?.presence.status ?? .notAnalysed
        return commit(
          ladder.upstream[place],
          status,
          edges.ofUpstream[place].map { match($0, isFork: false) },
          presence.upstream[place],
          ladder.contradicted.upstream[place],
          fix: fixes.reason(ofUpstream: place)
        )
      },
      forkSide: ladder.fork.indices.map { place in
        commit(
          ladder.fork[place],
          forkStatus[place],
          matches(of: place, edges),
          presence.fork[place],
          ladder.contradicted.fork[place],
          fix: ladder.fork[place].message?.fix
        )
      },
      merged: merged,
      partlySeen: (ladder.upstream[ladder.onLine] + ladder.fork).count { ($0.content?.unseenFiles ?? 0) > 0 },
      gaps: [fixes.gap, mergedGap].compactMap { $0 }
    )
  }

  private func commit<Status>(
    _ record: CommitRecord,
    _ status: Status,
    _ matches: [FlowMatch],
    _ answer: PresenceJudge.Answer?,
    _ contradicted: [CommitID]?,
    fix: String?
  ) -> FlowCommit<Status> {
    FlowCommit(
      node: record.node,
      subject: record.message?.subject,
      status: status,
      matches: matches,
      presence: answer?.presence,
      lacksSurroundings: answer?.lacksSurroundings ?? false,
      contradicted: contradicted ?? [],
      paths: record.files.map { paths.path($0.path) },
      changedLines: record.content?.lines,
      submodules: record.files.filter { ($0.new ?? $0.old)?.mode.isSubmodule ?? false }.map { paths.path($0.path) },
      isMarkedAsOwn: record.message?.isMarkedAsOwn ?? false,
      fix: fix,
      failure: record.failure
    )
  }

  private func match(_ edge: Edge, isFork: Bool) -> FlowMatch {
    FlowMatch(
      node: isFork ? ladder.upstream[edge.upstream].node : ladder.fork[edge.fork].node,
      by: edge.rung,
      message: edge.message,
      diff: edge.diff,
      isSame: edge.isSame,
      direction: direction(edge)
    )
  }

  /// Upstream's commit that says the same under another id, where messages may tell.
  private func copy(of record: CommitRecord) -> CommitGraph.Node? {
    means.evidence.contains(.metadata) ? pair.copies[record.node] : nil
  }

  private func matches(of place: Int, _ edges: EdgeIndex) -> [FlowMatch] {
    let found = edges.ofFork[place].map { match($0, isFork: true) }
    guard found.isEmpty, let copy = copy(of: ladder.fork[place]) else { return found }
    return [FlowMatch(node: copy, by: .metadata, message: nil, diff: nil, isSame: false, direction: .down)]
  }

  // MARK: Direction

  /// A label, whose content did not contradict, else the earlier author date.
  private func direction(_ edge: Edge) -> FlowDirection {
    switch edge.label {
    case .down: return .down
    case .up: return .up
    case nil: break
    }
    guard let one = ladder.upstream[edge.upstream].message, let other = ladder.fork[edge.fork].message,
      one.authorTime != 0, other.authorTime != 0, one.authorTime != other.authorTime
    else { return .unknown }
    return one.authorTime < other.authorTime ? .down : .up
  }

  private func status(_ edge: Edge) -> ForkStatus {
    if edge.diff == nil { return .notAnalysed }
    switch direction(edge) {
    case .down: return .taken
    case .up: return edge.isSame ? .upstreamed : .upstreamedAdapted
    case .unknown: break
    }
    // Copies of one author date: the one recorded first was there first, and a tie is taken for a copy.
    let times = pair.graph.committerTimes
    if times[ladder.fork[edge.fork].node] >= times[ladder.upstream[edge.upstream].node] { return .taken }
    return edge.isSame ? .upstreamed : .upstreamedAdapted
  }

  // MARK: Imports

  /// The fork's commits that came in with others: upstream's own branches and tags, syncs, and histories of other
  /// projects, which have no commit in common with the pair.
  private func imported() -> BitSet {
    let known = pair.forkOnly.intersection(pair.upstreamReach).union(pair.syncs).union(pair.upstreamLines)
    var imported = known
    let line = pair.graph.reach([pair.line])
    var descends = BitSet()
    // Parents have lower numbers than their children.
    for node in pair.forkOnly {
      let isOwn = pair.graph.parents(of: node).contains { line.contains($0) || descends.contains($0) }
      if isOwn { descends.insert(node) } else { imported.insert(node) }
    }
    // Without a common commit nothing tells an import from the fork itself.
    return descends.isEmpty ? known : imported
  }
}

extension Presence {
  /// What an upstream commit of this presence is.
  var status: UpstreamStatus {
    switch self {
    case .present: .present
    case .partial: .partial
    case .missing: .missing
    case .notApplicable: .notApplicable
    case .unknown: .notAnalysed
    }
  }
}

/// The edges of each commit, best first.
struct EdgeIndex {
  private(set) var ofUpstream: [[Edge]]
  private(set) var ofFork: [[Edge]]

  init(_ ladder: Ladder) {
    ofUpstream = Array(repeating: [], count: ladder.upstream.count)
    ofFork = Array(repeating: [], count: ladder.fork.count)
    for edge in ladder.edges {
      ofUpstream[edge.upstream].append(edge)
      ofFork[edge.fork].append(edge)
    }
    let usesDates = ladder.evidence.contains(.metadata)
    func distance(_ edge: Edge) -> Double {
      guard usesDates, let one = ladder.upstream[edge.upstream].message, let other = ladder.fork[edge.fork].message
      else { return 0 }
      return one.seconds(to: other)
    }
    func isBetter(_ left: Edge, _ right: Edge) -> Bool {
      if left.rung != right.rung { return left.rung < right.rung }
      if (left.label != nil) != (right.label != nil) { return left.label != nil }
      let (leftDistance, rightDistance) = (distance(left), distance(right))
      if leftDistance != rightDistance { return leftDistance < rightDistance }
      let (leftScore, rightScore) = ((left.message ?? 0) + (left.diff ?? 0), (right.message ?? 0) + (right.diff ?? 0))
      if leftScore != rightScore { return leftScore > rightScore }
      return (left.upstream, left.fork) < (right.upstream, right.fork)
    }
    for place in ofUpstream.indices { ofUpstream[place].sort(by: isBetter) }
    for place in ofFork.indices { ofFork[place].sort(by: isBetter) }
  }
}
