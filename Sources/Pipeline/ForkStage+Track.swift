import BitCollections
import CloneSet
import Compatibility
import Divergence
import Family
import GitValues
import History
import Lineage
import Portrait
import Track

extension ForkStage {
  /// What a README says of a project that stopped.
  static let ends: Set<ForkStatement.Kind> = [.stopped, .movedTo]
  /// How much of a README is about what the project is, in characters.
  private static let readmeStart = 4000

  /// What is known of a fork, for the verdict.
  func facts(_ lineage: Lineage, _ result: ForkResult) -> TrackFacts {
    let fork = members[result.fork.member]
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
    facts.syncs = result.syncs.map { syncs in
      let last = syncs.map { graph.committerTimes[$0.forkCommit] }.max()
      return TrackFacts.Syncs(
        count: syncs.count,
        daysSinceLast: last.map { days(graph.committerTimes[fork.head] - $0) }
      )
    }
    facts.releaseLines = result.branches?.own.count { $0.kind == .releaseLine }
    if let surfaces = result.compatibility?.surfaces.filter({ $0.sizes.base > 0 }) {
      facts.surfaces = TrackFacts.Surfaces(
        kept: surfaces.count { [.identical, .superset, .lagging].contains($0.level) },
        changed: surfaces.count { $0.level == .modified },
        broken: surfaces.count { [.breaking, .absent].contains($0.level) }
      )
    }
    facts.upstreamCommitsInLastYear = upstreams[result.fork.upstream]?.pace.inLastYear
    facts.upstreamCommitsInBusiestYear = upstreams[result.fork.upstream]?.pace.inBusiestYear
    describe(result, fork.portrait, &facts)
    let own = lineage.forkOnly.subtracting(upstreams[result.fork.upstream]?.reach ?? []).subtracting(graph.merges)
    if let first = own.lazy.map({ graph.committerTimes[$0] }).min(),
      let asOf = participants[result.fork.member].clone.asOf
    {
      facts.daysOfOwnWork = days(asOf - first)
    }
    if let vocabulary = result.vocabulary {
      count(vocabulary, &facts)
      let names = fork.ownNames + members[result.fork.upstream].ownNames
      let moved = VocabularyShift.ranked(vocabulary.code, leavingOut: names)
      facts.vocabularyShift = VocabularyShift.shift(moved.gained, moved.lost)
    }
    return facts
  }

  /// What the definitions' words come to in both trees.
  func count(_ vocabulary: Vocabulary, _ facts: inout TrackFacts) {
    facts.forkFiles = vocabulary.code.forkFiles + vocabulary.documents.forkFiles
    facts.upstreamFiles = vocabulary.code.upstreamFiles + vocabulary.documents.upstreamFiles
    let texts = [
      facts.upstreamDefinition, facts.forkDefinition, facts.upstreamTitle, facts.forkTitle, facts.forkReadme,
      facts.upstreamName, facts.forkName,
    ]
    let usual = UsualWords.standard
    for word in Set(TextWords.of(texts.compactMap { $0 }.joined(separator: " . "))) {
      // A README says "films" where the code says "film".
      let forms = TextWords.forms(of: word)
      let shares = forms.map { vocabulary.code.shares(of: $0) }
      facts.words[word] = TrackFacts.WordUse(
        fork: shares.map(\.fork).max() ?? 0,
        upstream: shares.map(\.upstream).max() ?? 0,
        usualInCode: forms.map(usual.inCode).max() ?? 0,
        usualInDocuments: forms.map(usual.inDocuments).max() ?? 0
      )
    }
  }

  private func days(_ seconds: Int64) -> Int { Int(seconds / 86_400) }

  /// - Parameter own: what the fork says of itself.
  func describe(_ result: ForkResult, _ own: Portrait?, _ facts: inout TrackFacts) {
    let (fork, upstream) = (members[result.fork.member], members[result.fork.upstream])
    let base = result.basePortrait
    facts.upstreamSaysItStopped = upstream.portrait?.forkStatements.contains { Self.ends.contains($0.kind) } ?? false
    facts.upstreamDefinition = upstream.portrait?.describes
    // A sentence that stood there before the split is upstream's, whatever upstream says today.
    facts.forkDefinition =
      own?.describes == base?.describes ? upstream.portrait?.describes : own?.describes
    facts.baseTitle = base?.title
    facts.upstreamTitle = upstream.portrait?.title
    facts.forkTitle = own?.title
    facts.baseLicence = base?.licence
    facts.upstreamLicence = upstream.portrait?.licence
    facts.forkLicence = own?.licence
    // What upstream says too, or said at the split, says nothing about the fork.
    let common = Set((upstream.portrait?.forkStatements ?? []).map(\.quote) + (base?.forkStatements ?? []).map(\.quote))
    facts.statements = (own?.forkStatements ?? []).filter { !common.contains($0.quote) }.map {
      TrackFacts.Statement(kind: $0.kind.rawValue, quote: $0.quote)
    }
    facts.forkReadme = own.map { String($0.readmeText.prefix(Self.readmeStart)) }
    (facts.upstreamName, facts.forkName) = (upstream.bareName, fork.bareName)
    (facts.upstreamOwner, facts.forkOwner) = (upstream.owner, fork.owner)
  }
}
