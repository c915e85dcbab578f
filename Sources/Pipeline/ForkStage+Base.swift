import BitCollections
import Family
import Git
import GitValues
import History
import Landscape
import Lineage

extension ForkStage {
  /// So many merge bases are compared with the fork's tree.
  static let comparedBases = 16

  /// How a fork descends, from which commit, and what git's own answer would be.
  struct Origin {
    var lineage: Lineage
    var kind: LineageKind
    var base: EffectiveBase?
    /// Commits of the fork's main line that brought much at once; nil where they could not be looked for.
    var intakes: Intakes?
    /// What upstream commits they are of. Order: as ``Intakes/candidates``.
    var intakeFindings: [ContentSearch.Finding?] = []
  }

  /// The origin of a fork that has commits in common with its upstream.
  func origin(
    of fork: Family.Fork,
    _ lineage: Lineage,
    _ forkReach: BitSet,
    _ side: UpstreamSide,
    workers: Int,
    _ result: inout ForkResult
  ) async throws -> Origin {
    var origin = Origin(lineage: lineage, kind: .sharedHistory)
    var (finding, scores): (ContentSearch.Finding?, [ContentScoreAt]) = (nil, [])
    let search = ContentSearch(graph, side.stretches, stores: stores(fork), workers: workers)
    do {
      let intakes = try await Intakes(graph, chain: lineage.mainLine, stores: stores(fork), workers: workers)
      let head = members[fork.member].head
      let (findings, compared) = try await search.search(
        [graph.trees[head]],
        until: graph.committerTimes[head],
        brought: intakes.candidates,
        comparedWith: Array(lineage.mergeBases.prefix(Self.comparedBases))
      )
      (finding, scores) = (findings[0], compared)
      (origin.intakes, origin.intakeFindings) = (intakes, Array(findings.dropFirst()))
    } catch let error as GitError {
      result.notAnalysed.append(("lineage.effectiveBase", "git's merge base stands in for it: \(error)"))
    }
    origin.base = EffectiveBase.of(
      finding,
      mergeBases: lineage.mergeBases,
      atMergeBases: scores,
      isReached: { forkReach.contains($0) },
      graph: graph
    )
    if origin.base?.method == .ancestry {
      do {
        let found = try await askPassages(
          fork,
          search,
          contents: max(finding?.similarity ?? 0, scores.map(\.similarity).max() ?? 0),
          known: origin.base,
          intakes: origin.intakes,
          mergeBases: lineage.mergeBases,
          isReached: { forkReach.contains($0) }
        )
        if let found, let base = found.base { (origin.base, origin.intakeFindings) = (base, found.intakes) }
        if let gap = found?.gap { result.notAnalysed.append(("lineage.effectiveBase", gap)) }
      } catch let error as GitError {
        result.notAnalysed.append(("lineage.effectiveBase", "git's merge base stands in for it: \(error)"))
      }
    }
    do throws(GitError) {
      let objects = try ObjectDatabase(objectFolders: stores(fork))
      let twins = try Twins(graph, upstream: lineage.lineOnly, fork: lineage.forkOnly, objects)
      if twins.isRewritten, let last = twins.lastCommon(graph, upstream: lineage.lineOnly) {
        origin.kind = .rewrittenHistory
        origin.base = EffectiveBase.of(twins, last: last, finding)
        origin.lineage = lineage.with(forkPoint: Lineage.ForkPoint(node: last, confidence: twins.share))
      }
    } catch {
      result.notAnalysed.append(("lineage.kind", "commits could not be compared: \(error)"))
    }
    return origin
  }

  /// The origin of a fork without common commits; nil where no upstream commit has any of its contents.
  func originWithoutCommonCommits(
    of fork: Family.Fork,
    _ side: UpstreamSide,
    workers: Int,
    _ result: inout ForkResult
  ) async throws -> Origin? {
    let (member, upstream) = (members[fork.member], members[fork.upstream])
    let chain = graph.firstParentChain(from: member.head)
    let intakes = try await Intakes(graph, chain: chain.reversed(), stores: stores(fork), workers: workers)
    let search = ContentSearch(graph, side.stretches, stores: stores(fork), workers: workers)
    // The fork's first tree of some size tells where it split off, its last one where it stands.
    let beginning = chain[max(0, chain.count - 10)...].reversed().map { graph.trees[$0] }
    let (findings, _) = try await search.search(
      [graph.trees[member.head]] + beginning,
      until: graph.committerTimes[member.head],
      brought: intakes.candidates
    )
    let known = findings[0].map { EffectiveBase.of($0) }
    let byPassages = try await askPassages(
      fork,
      search,
      contents: findings[0]?.similarity ?? 0,
      known: known,
      intakes: intakes,
      others: beginning
    )
    if let gap = byPassages?.gap { result.notAnalysed.append(("lineage.effectiveBase", gap)) }
    guard let base = byPassages?.base ?? known else { return nil }
    let first = (findings[1...beginning.count] + (byPassages?.others ?? [])).compactMap { $0 }
      .first { $0.files >= 20 && $0.similarity >= 0.2 }
    var origin = Origin(
      lineage: Lineage.unconnected(
        graph,
        line: line(containing: base.node, upstream),
        fork: member.head,
        forkPoint: first.map { Lineage.ForkPoint(node: $0.node, confidence: EffectiveBase.of($0).confidence) }
      ),
      kind: fork.descent == .rewrittenHistory ? .rewrittenHistory : .imported,
      base: base,
      intakes: intakes,
      intakeFindings: byPassages?.base == nil
        ? Array(findings.dropFirst(1 + beginning.count)) : byPassages?.intakes ?? []
    )
    if origin.kind == .rewrittenHistory {
      let objects = try ObjectDatabase(objectFolders: stores(fork))
      let twins = try Twins(graph, upstream: origin.lineage.lineOnly, fork: origin.lineage.forkOnly, objects)
      if let last = twins.lastCommon(graph, upstream: origin.lineage.lineOnly) {
        origin.base = EffectiveBase.of(twins, last: last, findings[0])
        origin.lineage = origin.lineage.with(forkPoint: Lineage.ForkPoint(node: last, confidence: twins.share))
      }
    }
    return origin
  }

  /// The branch that a commit found by content lies on: the default one if it does, else the newest that does.
  private func line(containing node: CommitGraph.Node, _ upstream: Member) -> Line {
    let branches = upstream.branches.sorted {
      $0.node != $1.node ? graph.isShownBefore($0.node, $1.node) : $0.name < $1.name
    }
    let others = branches.filter { $0.node != upstream.head }
    if !graph.reach([upstream.head]).contains(node),
      let other = others.first(where: { graph.reach([$0.node]).contains(node) })
    {
      return Line(reference: other.name, head: other.node, confidence: 0.5)
    }
    return Line(reference: upstream.headReference, head: upstream.head, confidence: 0.7)
  }
}
