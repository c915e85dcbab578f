import BitCollections
import CloneSet
import Compatibility
import Divergence
import Evidence
import Family
import Git
import GitValues
import History
import Landscape
import Lineage
import Portrait
import Track

/// What was found out about one fork.
struct ForkResult: Sendable {
  let fork: Family.Fork
  /// nil where the two share no descent, or the stage was left out.
  var lineage: Lineage?
  /// The upstream commit that explains the fork's tree best; nil where none was found.
  var base: EffectiveBase?
  /// How it descends.
  var kind = LineageKind.unrelated
  /// How it took upstream in. Order: newest first. nil: not searched for.
  var syncs: [Sync]?
  /// What the commits that only it has are made of; nil where they could not be read.
  var work: OwnWork?
  /// What of its own history looks like a line that upstream's clone lacks; nil where that was not looked for.
  var lines: UpstreamLines?
  /// Its branches; nil where its head was named outright, or they could not be read.
  var branches: Branches?
  /// The upstream branch that each of the branches worth telling follows, by its commit.
  var branchLines: [CommitGraph.Node: Line] = [:]
  /// The folder of its tree that upstream lives in; nil for the top.
  var prefix: RepoPath?
  var divergence: Divergence?
  /// nil where it was not asked for, or could not be counted.
  var vocabulary: Vocabulary?
  var patches: PatchResult?
  var compatibility: Compatibility?
  /// nil where they cannot be read.
  var licences: LicenceFindings?
  /// Merges that left out what upstream had done, with the first lines of their messages; nil where that was not looked
  /// for, or trees cannot be read.
  var dropped: [(changes: DroppedChanges, subject: [UInt8])]?
  /// nil where no merge was tried.
  var forecast: ForecastResult?
  /// What the verdict rests on; nil where there is none to make.
  var facts: TrackFacts?
  /// Since when it is judged as it is; nil where it never was otherwise, or the trees that would tell cannot be read.
  var crossing: TrackCrossing?
  var verdict: Verdict?
  /// Newest commit of the fork's own, in seconds since 1970.
  var newestOwnWork: Int64?
  /// Whether the fork's other branches have commits that upstream lacks.
  var hasOwnBranches = false
  /// The nearest tag of upstream at or before the base.
  var nearestTag: RefName?
  var commitsSinceTag: Int?
  /// The releases on the line after the base; nil where the tags cannot be read.
  var releases: [(name: RefName, node: CommitGraph.Node)]?
  var basePortrait: Portrait?
  var notes: [Message] = []
  var notAnalysed: [(what: String, reason: String)] = []
}

/// Analyses one fork against its upstream.
struct ForkStage: Sendable {
  let graph: CommitGraph
  let members: [Member]
  let participants: [Participant]
  let request: AnalysisRequest
  let upstreams: [Int: UpstreamSide]
  let surfaceTools: SurfaceTools
  let report: @Sendable (AnalysisEvent) -> Void

  /// What all forks of an upstream share.
  struct UpstreamSide: Sendable {
    /// Everything that upstream's branches and tags reach.
    let reach: BitSet
    /// Its lines, for a search by content.
    let stretches: Stretches
    let lines: LineChoice
    /// When it was worked on.
    let pace: Pace
    /// Its tags, or why they cannot be read.
    let tags: Result<NearestTags, GitError>
  }

  /// How busy a project was, over all its branches.
  struct Pace: Sendable {
    /// The newest commit's date, in seconds since 1970.
    let last: Int64
    /// Commits of the year up to it.
    let inLastYear: Int
    /// Commits of the busiest year, counted back from it.
    let inBusiestYear: Int

    /// The pace of `commits`; dates after `now` are not believed.
    init(_ graph: CommitGraph, _ commits: BitSet, now: Int64) {
      let dates = commits.map { graph.committerTimes[$0] }.filter { $0 <= now }
      let newest = dates.max() ?? 0
      let years = Dictionary(grouping: dates) { (newest - $0) / (365 * 86_400) }.mapValues(\.count)
      last = newest
      inLastYear = years[0] ?? 0
      inBusiestYear = years.values.max() ?? 0
    }
  }

  /// - Throws: an error that no single clone explains; what is wrong with one clone is in the result.
  func run(_ fork: Family.Fork, workers: Int) async throws -> ForkResult {
    var result = ForkResult(fork: fork, notes: fork.notes)
    do {
      try await run(fork, workers: workers, &result)
    } catch let error as GitError {
      // One fork's damage is no other's: what was found until here stands.
      result.notAnalysed.append(("fork", "what comes after this cannot be known: \(error)"))
    }
    return result
  }

  private func run(_ fork: Family.Fork, workers: Int, _ result: inout ForkResult) async throws {
    guard request.stages.contains(.lineage), let side = upstreams[fork.upstream] else { return }
    let member = members[fork.member]
    let forkReach = graph.reach([member.head])
    guard fork.descent != nil,
      let origin = try await origin(of: fork, forkReach, side, workers: workers, &result)
    else {
      result.notes += unrelatedNotes(fork, forkReach, side)
      return
    }
    let lineage = origin.lineage
    result.lineage = lineage
    result.kind = origin.kind
    result.base = origin.base
    account(origin, fork, side, &result)
    result.newestOwnWork = result.work?.own.map { graph.committerTimes[$0] }.filter { $0 <= request.now }.max()
    result.hasOwnBranches = member.branches.contains { !side.reach.contains($0.node) }
    if let note = repeatsNote(result) { result.notes.append(note) }
    try await measureTrees(lineage, fork, side, workers: workers, &result)
    if request.stages.contains(.patches), let divergence = result.divergence,
      let base = result.base?.node
    {
      do {
        result.patches = try await tracePatches(
          lineage,
          divergence,
          base: base,
          copies: result.work.map(copies) ?? [:],
          syncs: result.syncs ?? [],
          work: result.work,
          fork,
          workers: workers
        )
      } catch let error as GitError {
        result.notAnalysed.append(("patches", "\(error)"))
      }
    }
    if result.patches != nil { findDroppedChanges(lineage, fork, side, &result) }
    if request.stages.contains(.patches), let divergence = result.divergence, let base = result.base?.node {
      do {
        result.forecast = try await forecast(lineage, divergence, base: base, fork, workers: workers, &result)
      } catch let error as GitError {
        result.notAnalysed.append(("mergeForecast", "\(error)"))
      }
    }
    try await compareSurfaces(lineage, fork, workers, &result)
    if request.stages.contains(.track), lineage.forkOnly.count > 0 || result.hasOwnBranches {
      let facts = facts(lineage, result)
      result.facts = facts
      let clock = ContinuousClock()
      let start = clock.now
      do {
        result.crossing = try crossing(facts, lineage, result)
      } catch let error as GitError {
        result.notAnalysed.append(("track.crossed", "\(error)"))
      }
      let milliseconds = Int((clock.now - start) / .milliseconds(1))
      report(.timed(step: "since when \(member.name) is judged so", milliseconds: milliseconds))
    }
  }

  private func findDroppedChanges(
    _ lineage: Lineage,
    _ fork: Family.Fork,
    _ side: UpstreamSide,
    _ result: inout ForkResult
  ) {
    do throws(GitError) {
      let objects = try ObjectDatabase(objectFolders: stores(fork))
      let found = try DroppedChanges.find(
        lineage.syncs,
        line: lineage.line.head,
        head: members[fork.member].head,
        upstreamReach: side.reach,
        graph,
        TreeReader(objects)
      )
      result.dropped = try found.map { changes throws(GitError) in
        (changes, Array(try objects.commit(graph.ids[changes.merge]).subject))
      }
    } catch {
      result.notAnalysed.append(("patches.silentReverts", "\(error)"))
    }
  }

  private func compareSurfaces(
    _ lineage: Lineage,
    _ fork: Family.Fork,
    _ workers: Int,
    _ result: inout ForkResult
  ) async throws {
    guard request.stages.contains(.compatibility), let divergence = result.divergence, let base = result.base?.node
    else { return }
    do {
      result.compatibility = try await surfaces(lineage, divergence, base: base, fork, workers: workers)
    } catch let error as GitError {
      result.notAnalysed.append(("compatibility", "\(error)"))
    }
    do {
      result.licences = try licences(base: result.basePortrait, fork)
    } catch let error as GitError {
      result.notAnalysed.append(("compatibility.licenses", "\(error)"))
    }
  }

  private func origin(
    of fork: Family.Fork,
    _ forkReach: BitSet,
    _ side: UpstreamSide,
    workers: Int,
    _ result: inout ForkResult
  ) async throws -> Origin? {
    if let line = line(for: fork, forkReach, side, &result),
      let lineage = Lineage.trace(graph, line: line, fork: members[fork.member].head, upstreamReach: side.reach)
    {
      return try await origin(of: fork, lineage, forkReach, side, workers: workers, &result)
    }
    return try await originWithoutCommonCommits(of: fork, side, workers: workers, &result)
  }

  private func line(
    for fork: Family.Fork,
    _ forkReach: BitSet,
    _ side: UpstreamSide,
    _ result: inout ForkResult
  ) -> Line? {
    let upstream = members[fork.upstream]
    if participants[fork.upstream].isNamed {
      return Line(reference: upstream.headReference, head: upstream.head, confidence: 1)
    }
    if let declared = declaredLine(fork) {
      let found = upstream.branches.first { branch in
        branch.name.text == declared || branch.name.shortText == declared
          || branch.name.shortText == "origin/\(declared)"
      }
      if let found { return Line(reference: found.name, head: found.node, confidence: 1) }
      result.notes.append(
        Message(
          "lineage.declared-line-missing",
          ["line": .string(declared), "upstream": .string(upstream.name)],
          text: "The declared line \(declared) is no branch of \(upstream.name); another was searched."
        )
      )
    }
    return side.lines.line(for: forkReach)
  }

  private func declaredLine(_ fork: Family.Fork) -> String? {
    let names = participants.map(\.clone.nameParts)
    func isMember(_ text: String, _ member: Int) -> Bool {
      CloneNames.match(text, among: names, currentFolder: request.currentFolder) == .one(member)
    }
    for family in request.familyFile?.families ?? [] {
      if let entry = family.forks.first(where: { $0.clone.map { isMember($0, fork.member) } ?? false }),
        let line = entry.line
      {
        return line
      }
      if let upstream = family.upstream, isMember(upstream.clone, fork.upstream), let line = upstream.line {
        return line
      }
    }
    return nil
  }

  private func unrelatedNotes(_ fork: Family.Fork, _ forkReach: BitSet, _ side: UpstreamSide) -> [Message] {
    let shared = forkReach.intersection(side.reach).count
    let (left, right) = (members[fork.member].name, members[fork.upstream].name)
    if shared == 0 {
      return [
        Message(
          "lineage.no-common-commit",
          ["fork": .string(left), "upstream": .string(right)],
          text: "\(left) and \(right) share no commit, and neither began with the other's files."
        )
      ]
    }
    return [
      Message(
        "lineage.vendored",
        ["fork": .string(left), "upstream": .string(right), "count": .int(shared)],
        text:
          "\(left) and \(right) share \(shared.grouped) commits, but as one that holds the other, or both a third, in a "
          + "folder: that is no descent."
      )
    ]
  }

  func describeBase(_ lineage: Lineage, _ fork: Family.Fork, _ side: UpstreamSide, _ result: inout ForkResult)
    throws
  {
    guard let base = result.base?.node else { return }
    nearestTag(base, side, &result)
    if case .success(let tags) = side.tags {
      let since = graph.reach([lineage.line.head]).subtracting(graph.reach([base]))
      result.releases = tags.tags(of: since).filter { ReleaseName.isRelease($0.name.text) }
    } else {
      result.notAnalysed.append(("lineage.releases", "the tags cannot be read"))
    }
    do {
      let objects = try ObjectDatabase(objectFolders: stores(fork))
      result.basePortrait = try PortraitReader(objects: objects).portrait(of: graph.trees[base])
    } catch let error as GitError {
      result.notAnalysed.append(("portrait at the base", "\(error)"))
    }
  }

  private func nearestTag(_ node: CommitGraph.Node, _ side: UpstreamSide, _ result: inout ForkResult) {
    let what = "lineage.effectiveBase.nearestTag"
    switch side.tags {
    case .failure(let error): result.notAnalysed.append((what, error.message))
    case .success(let tags):
      let answer = tags.nearest(to: node)
      result.nearestTag = answer.name
      result.commitsSinceTag = answer.commitsSince
      // A tag that was met is what git says too; where none was, one may lie behind the break.
      if answer.name == nil, let cut = answer.cut {
        result.notAnalysed.append((what, "the history breaks off at \(graph.ids[cut.node])"))
      }
    }
  }

  func stores(_ fork: Family.Fork) -> [String] {
    members[fork.member].store == members[fork.upstream].store
      ? [members[fork.upstream].store] : [members[fork.upstream].store, members[fork.member].store]
  }
}
