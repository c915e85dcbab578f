import Family
import Git
import GitValues
import History
import Lineage
import Portrait
import Track

/// Since when a fork is judged as it is today.
struct TrackCrossing: Sendable {
  /// What made the difference.
  enum Cause: Sendable {
    /// What the fork says of itself, from this commit of its main line on.
    case ownWords(CommitGraph.Node)
    /// Upstream had come to an end; the commit of its main line that said so, nil where it only faded out.
    case upstreamEnded(CommitGraph.Node?)
    /// Upstream had changed its licence.
    case upstreamLicence(CommitGraph.Node)
  }

  /// When, in seconds since 1970.
  let time: Int64
  let cause: Cause
  /// What it would have been judged before.
  let before: Verdict.Track
}

extension ForkStage {
  /// Since when the fork is judged as it is today: it is judged again with what its README and licence said at earlier
  /// commits of its main line, upstream's end and licence as they were then, and everything else as today.
  ///
  /// The changes are searched by halves, so of several crossings one is found: before it another verdict, after it
  /// today's.
  ///
  /// - Returns: nil where it was never judged otherwise since it began, as far as that shows.
  func crossing(_ facts: TrackFacts, _ lineage: Lineage, _ result: ForkResult) throws -> TrackCrossing? {
    let today = Verdict(facts).track
    let objects = try ObjectDatabase(objectFolders: stores(result.fork))
    let reader = PortraitReader(objects: objects)
    let trees = TreeReader(objects)
    let stopped = facts.upstreamSaysItStopped ? try upstreamSaidItStopped(result, reader, trees) : nil
    let turns = try turns(lineage, result, stopped: stopped, trees)
    func track(_ place: Int) throws -> Verdict.Track {
      let turn = turns[place]
      var then = facts
      describe(result, try reader.portrait(of: graph.trees[turn.version]), &then)
      setBack(&then, to: turn.time, stopped: stopped, result)
      return Verdict(then).track
    }
    guard turns.count > 1 else { return nil }
    // Down from today in ever longer steps to a time of another verdict, then between the two by halves.
    var (same, other, step) = (turns.count - 1, turns.count - 1, 1)
    while try other == same || track(other) == today {
      guard other > 0 else { return nil }
      (same, other, step) = (other, max(0, other - step), step * 2)
    }
    while same - other > 1 {
      let middle = (same + other) / 2
      if try track(middle) == today { same = middle } else { other = middle }
    }
    // The last turn is today's by what it was judged from; that it is by what is looked at here, too, has to be shown.
    guard let cause = turns[same].cause, try track(same) == today else { return nil }
    return TrackCrossing(time: turns[same].time, cause: cause, before: try track(other))
  }

  /// A time at which something that counts may have become other than before.
  private struct Turn {
    let time: Int64
    /// The commit of the main line whose README and licence stood then.
    let version: CommitGraph.Node
    /// nil: the beginning.
    let cause: TrackCrossing.Cause?
  }

  /// Order: oldest first; the first is the beginning, when the fork was no longer too young.
  private func turns(
    _ lineage: Lineage,
    _ result: ForkResult,
    stopped: CommitGraph.Node?,
    _ trees: TreeReader
  ) throws(GitError) -> [Turn] {
    let head = members[result.fork.member].head
    // Of a history that was written anew, all of it is only the fork's; what came before the split is not its own.
    let split = lineage.forkPoint.map { graph.committerTimes[$0.node] } ?? .min
    let own = graph.firstParentChain(from: head).prefix {
      lineage.forkOnly.contains($0) && graph.committerTimes[$0] > split
    }
    guard let first = own.last else { return [] }
    let begin = graph.committerTimes[first] + Int64(Verdict.youngDays) * 86_400
    let paths = ownWordsPaths(result)
    var turns: [Turn] = []
    var last: [FileState?]?
    var time = Int64.min
    for node in own.reversed() {
      let files = try files(paths, at: node, trees)
      if files == last { continue }
      last = files
      time = max(time, graph.committerTimes[node])
      if time <= begin { turns.removeAll() }
      turns.append(Turn(time: max(time, begin), version: node, cause: turns.isEmpty ? nil : .ownWords(node)))
    }
    for (time, cause) in turnsOfUpstream(result, stopped: stopped) where time > begin {
      guard let before = turns.lastIndex(where: { $0.time <= time }) else { continue }
      turns.insert(Turn(time: time, version: turns[before].version, cause: cause), at: before + 1)
    }
    return turns
  }

  /// The files in which a fork says what it is: those of today and those of the base.
  private func ownWordsPaths(_ result: ForkResult) -> [RepoPath] {
    [members[result.fork.member].portrait, result.basePortrait].compactMap { $0 }.flatMap { portrait in
      [portrait.readmePath].compactMap { $0 } + portrait.licencePaths
    }
  }

  private func files(
    _ paths: [RepoPath],
    at node: CommitGraph.Node,
    _ trees: TreeReader
  ) throws(GitError) -> [FileState?] {
    var files: [FileState?] = []
    for path in paths { files.append(try trees.file(at: path, of: graph.trees[node])) }
    return files
  }

  /// The commit of upstream's main line from which on its README says that it stopped or moved.
  private func upstreamSaidItStopped(
    _ result: ForkResult,
    _ reader: PortraitReader,
    _ trees: TreeReader
  ) throws -> CommitGraph.Node? {
    let upstream = members[result.fork.upstream]
    guard let path = upstream.portrait?.readmePath else { return nil }
    var (since, last) = (upstream.head, try files([path], at: upstream.head, trees))
    for node in graph.firstParentChain(from: upstream.head).dropFirst() {
      let readme = try files([path], at: node, trees)
      if readme != last {
        last = readme
        let says = try reader.portrait(of: graph.trees[node]).forkStatements.contains { Self.ends.contains($0.kind) }
        if !says { return since }
      }
      since = node
    }
    return since
  }

  private func turnsOfUpstream(
    _ result: ForkResult,
    stopped: CommitGraph.Node?
  ) -> [(time: Int64, cause: TrackCrossing.Cause)] {
    var turns: [(time: Int64, cause: TrackCrossing.Cause)] = []
    if let stopped {
      turns.append((graph.committerTimes[stopped], .upstreamEnded(stopped)))
    }
    if let pace = upstreams[result.fork.upstream]?.pace {
      turns.append((pace.last + Int64(Verdict.stoppedAfterDays + 1) * 86_400, .upstreamEnded(nil)))
    }
    if let since = result.licences?.upstream.since {
      turns.append((graph.committerTimes[since], .upstreamLicence(since)))
    }
    let now = graph.committerTimes[members[result.fork.member].head]
    return turns.filter { $0.time <= now }.sorted { $0.time < $1.time }
  }

  /// Puts what was known of upstream at `time` in place of what is known today, and counts the words again.
  private func setBack(
    _ facts: inout TrackFacts,
    to time: Int64,
    stopped: CommitGraph.Node?,
    _ result: ForkResult
  ) {
    if let side = upstreams[result.fork.upstream], let own = result.newestOwnWork {
      let pace = Pace(graph, side.reach, now: time)
      facts.daysForkOutlivesUpstream = Int((min(own, time) - pace.last) / 86_400)
      (facts.upstreamCommitsInLastYear, facts.upstreamCommitsInBusiestYear) = (pace.inLastYear, pace.inBusiestYear)
    }
    if let stopped, time < graph.committerTimes[stopped] { facts.upstreamSaysItStopped = false }
    if let since = result.licences?.upstream.since, time < graph.committerTimes[since] {
      facts.upstreamLicence = facts.baseLicence
    }
    if let vocabulary = result.vocabulary { count(vocabulary, &facts) }
  }
}
