import Family
import Git
import GitValues
import History
import Lineage

extension ForkStage {
  /// Passages come from about so many file names.
  private static let sampledNames = 250

  /// What passages tell of a fork.
  struct PassageFindings {
    /// The base; nil where passages know none either.
    var base: EffectiveBase?
    /// What upstream commits its intakes are of. Order: as ``Intakes/candidates``; empty without a base.
    var intakes: [ContentSearch.Finding?] = []
    /// Of further trees, in their order.
    var others: [ContentSearch.Finding?] = []
    /// What they were found without; nil for nothing.
    var gap: String?
  }

  /// Asks passages for the base of a fork of which contents tell next to nothing, and if they know it, for its syncs too.
  ///
  /// - Parameter contents: the share of the fork's contents that the best upstream commit holds.
  /// - Parameter known: the base that contents told.
  /// - Parameter others: trees that are searched for beside the head's.
  /// - Returns: nil where contents tell enough.
  /// - Throws: `GitError` where a tree cannot be read, or most of the files that passages come from.
  func askPassages(
    _ fork: Family.Fork,
    _ search: ContentSearch,
    contents: Double,
    known: EffectiveBase?,
    intakes: Intakes?,
    others: [TreeID] = [],
    mergeBases: [CommitGraph.Node] = [],
    isReached: (CommitGraph.Node) -> Bool = { _ in false }
  ) async throws -> PassageFindings? {
    if contents >= EffectiveBase.fewContents { return nil }
    let head = members[fork.member].head
    let reader = TreeReader(try ObjectDatabase(objectFolders: stores(fork)))
    // The larger of the two: of a small fork nearly every name would be in the sample, and all that upstream ever had.
    var names = 0
    for tree in [graph.trees[head], graph.trees[members[fork.upstream].head]] {
      var count = 0
      try reader.files(of: tree) { _, _ in count += 1 }
      names = max(names, count)
    }
    let passages = Passages(sampling: Self.sampledNames, of: names)
    let (findings, atMergeBases) = try await search.search(
      [graph.trees[head]] + others,
      until: graph.committerTimes[head],
      comparedWith: Array(mergeBases.prefix(Self.comparedBases)),
      by: passages
    )
    var found = PassageFindings(others: Array(findings.dropFirst()))
    if let unread = passages.unread {
      let files = unread.count == 1 ? "1 file" : "\(unread.count) files"
      found.gap = "found without \(files) of \(unread.asked) that cannot be read: \(unread.first.message)"
    }
    found.base = EffectiveBase.byPassages(
      findings[0],
      atMergeBases: atMergeBases,
      instead: known,
      isReached: isReached,
      graph: graph
    )
    if found.base != nil { found.intakes = try await intakes?.findings(graph, search, by: passages) ?? [] }
    return found
  }
}
