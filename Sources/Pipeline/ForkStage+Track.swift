import Divergence
import Family
import GitValues
import History
import Lineage
import Portrait
import Track

extension ForkStage {
  /// What is known of a fork, for the verdict.
  func facts(_ lineage: Lineage, _ result: ForkResult) -> TrackFacts {
    let (fork, upstream) = (members[result.fork.member], members[result.fork.upstream])
    var facts = TrackFacts()
    facts.ownCommits = result.work?.own.count ?? lineage.forkOnly.subtracting(graph.merges).count
    if let divergence = result.divergence {
      facts.territory = divergence.territory.map { ($0.home, $0.quiet, $0.new) }
      facts.retainedFiles = divergence.comparison.retained.files
      facts.baseFiles = divergence.comparison.retained.of
      facts.addedFiles = divergence.comparison.counts[.addedByFork]
    }
    if let own = result.newestOwnWork {
      facts.daysForkOutlivesUpstream = upstreams[result.fork.upstream].map { days(own - $0.pace.last) }
    }
    facts.upstreamCommitsInLastYear = upstreams[result.fork.upstream]?.pace.inLastYear
    facts.upstreamCommitsInBusiestYear = upstreams[result.fork.upstream]?.pace.inBusiestYear
    describe(fork, upstream, result.basePortrait, &facts)
    return facts
  }

  private func days(_ seconds: Int64) -> Int { Int(seconds / 86_400) }

  private func describe(_ fork: Member, _ upstream: Member, _ base: Portrait?, _ facts: inout TrackFacts) {
    let ends: Set<ForkStatement.Kind> = [.stopped, .movedTo]
    facts.upstreamSaysItStopped = upstream.portrait?.forkStatements.contains { ends.contains($0.kind) } ?? false
    facts.upstreamDefinition = upstream.portrait?.describes
    facts.forkDefinition = fork.portrait?.describes
    facts.baseTitle = base?.title
    facts.upstreamTitle = upstream.portrait?.title
    facts.forkTitle = fork.portrait?.title
    facts.baseLicence = base?.licence
    facts.upstreamLicence = upstream.portrait?.licence
    facts.forkLicence = fork.portrait?.licence
    // What upstream says too was there before the split and says nothing about the fork.
    let common = Set(upstream.portrait?.forkStatements.map(\.quote) ?? [])
    facts.statements = (fork.portrait?.forkStatements ?? []).filter { !common.contains($0.quote) }.map {
      TrackFacts.Statement(kind: $0.kind.rawValue, quote: $0.quote)
    }
    facts.names =
      [fork.bareName, upstream.bareName, facts.forkTitle, facts.upstreamTitle].compactMap { $0 }
      + [fork.owner, upstream.owner].compactMap { $0 }
  }
}
