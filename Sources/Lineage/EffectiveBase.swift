import Git
import GitValues
public import History

/// The upstream commit whose whole tree best explains a fork's tree.
public struct EffectiveBase: Hashable, Sendable {
  /// By what a base was found.
  public enum Method: Hashable, Sendable {
    /// It is git's merge base.
    case ancestry
    /// Its tree is the fork's.
    case tree
    /// The same patches are on both sides up to it.
    case patches
    /// The contents of files.
    case content
  }

  /// The commit.
  public let node: CommitGraph.Node
  /// By what it was found.
  public let method: Method
  /// From 0 to 1, see ``of(_:mergeBases:atMergeBases:isReached:graph:)``.
  public let confidence: Double
  /// The share of the fork's files whose content the commit's tree has, 0 to 1; nil where no content was compared.
  public let similarity: Double?
  /// The share of the passages of its texts that the commit's tree has, 0 to 1; nil where contents told enough.
  public private(set) var passageSimilarity: Double? = nil
  /// The best commit at least thirty days away; nil where there is none.
  public let runnerUp: CommitGraph.Node?
  /// Whether the search ended at the last commit that the clone knows of its line.
  public let isLast: Bool
}

extension EffectiveBase {
  /// A later commit stands in for git's merge base only where it holds at least this share more of the fork's tree …
  static let betterByShare = 0.1
  /// … and at least this many contents and places more: single picks do not move the base.
  static let betterByFiles = 20

  /// The base of a fork that shares history; nil where there is no merge base.
  ///
  /// git's merge base, of several the one that explains most of the fork's tree, unless a later commit that the fork does
  /// not reach explains the tree better by both margins. Confidence of a merge base: 0.95 where the search by content
  /// found no such commit that fits better, 0.85 where one fits slightly better, 0.8 where no merge base could be
  /// compared with the tree and the first of them stands; 0.15 less where there are several merge bases. Confidence of
  /// a base by content: 0.5 and five times its margin over the runner-up, up to 0.95, and 0.2 less where commits of
  /// more than 90 days explain the tree as well; never below 0.1.
  public static func of(
    _ finding: ContentSearch.Finding?,
    mergeBases: [CommitGraph.Node],
    atMergeBases: [ContentScoreAt],
    isReached: (CommitGraph.Node) -> Bool,
    graph: CommitGraph
  ) -> EffectiveBase? {
    guard let first = mergeBases.first else { return nil }
    let atMergeBase = best(of: atMergeBases)
    let base = atMergeBase?.node ?? first
    let penalty = mergeBases.count > 1 ? 0.15 : 0
    guard let atMergeBase else {
      return EffectiveBase(
        node: base,
        method: .ancestry,
        confidence: 0.8 - penalty,
        similarity: nil,
        runnerUp: nil,
        isLast: false
      )
    }
    let (found, held) = (Int(finding?.score.held ?? 0), Int(atMergeBase.score.held))
    let later = finding.flatMap { found in
      graph.committerTimes[found.node] > graph.committerTimes[base] && !isReached(found.node) ? found : nil
    }
    if let later, found - held >= betterByFiles, Double(found - held) >= betterByShare * Double(held) {
      return of(later)
    }
    return EffectiveBase(
      node: base,
      method: .ancestry,
      confidence: (later != nil && found > held ? 0.85 : 0.95) - penalty,
      similarity: atMergeBase.similarity,
      runnerUp: later?.node,
      isLast: false
    )
  }

  /// Where the best commit holds a smaller share of the fork's contents than this, its passages are asked …
  public static let fewContents = 0.3
  /// … and believed from this share on: the fork's texts are upstream's, laid out anew.
  static let manyPassages = 0.6
  /// Passages alone make no base surer than this.
  static let surestByPassages = 0.75

  /// The base that passages tell, where contents tell next to nothing; nil where they do not either.
  ///
  /// - Parameter finding: what the search by passages found.
  /// - Parameter atMergeBases: the same for the merge bases: there, too, a later commit must be better by both margins.
  /// - Parameter known: the base that contents told; nil where they told none.
  public static func byPassages(
    _ finding: ContentSearch.Finding?,
    atMergeBases: [ContentScoreAt],
    instead known: EffectiveBase?,
    isReached: (CommitGraph.Node) -> Bool,
    graph: CommitGraph
  ) -> EffectiveBase? {
    guard let finding, finding.similarity >= manyPassages, !isReached(finding.node) else { return nil }
    if let best = best(of: atMergeBases) {
      let more = finding.score.held - best.score.held
      guard graph.committerTimes[finding.node] > graph.committerTimes[best.node], more >= betterByFiles,
        Double(more) >= betterByShare * Double(best.score.held)
      else { return nil }
    }
    let base = of(finding)
    return EffectiveBase(
      node: base.node,
      method: .content,
      confidence: min(surestByPassages, base.confidence),
      similarity: known?.node == base.node ? known?.similarity : nil,
      passageSimilarity: finding.similarity,
      runnerUp: base.runnerUp,
      isLast: base.isLast
    )
  }

  /// The commit that holds most of the tree; of equals the first.
  static func best(of scores: [ContentScoreAt]) -> ContentScoreAt? {
    scores.reduce(nil) { best, next in
      guard let best, !best.score.isWorse(than: next.score) else { return next }
      return best
    }
  }

  /// The base of a fork whose last sync, which no parent records, is later than its merge base, although most files have
  /// changed too much since for the whole tree to tell; nil where it is not.
  public static func of(sync node: CommitGraph.Node, instead base: EffectiveBase, _ graph: CommitGraph)
    -> EffectiveBase?
  {
    guard base.method == .ancestry, graph.committerTimes[node] > graph.committerTimes[base.node] else { return nil }
    return EffectiveBase(
      node: node,
      method: .content,
      confidence: 0.6,
      // Measured at the merge base, not at this commit.
      similarity: nil,
      runnerUp: base.node,
      isLast: false
    )
  }

  /// The base of a rewritten history: the last of the commits that both sides have under two ids.
  public static func of(_ twins: Twins, last: CommitGraph.Node, _ finding: ContentSearch.Finding?) -> EffectiveBase {
    EffectiveBase(
      node: last,
      method: .patches,
      confidence: min(0.95, 0.5 + twins.share / 2),
      // Measured at the commit that was found, not at this one.
      similarity: finding.flatMap { $0.node == last ? $0.similarity : nil },
      runnerUp: finding.flatMap { $0.node == last ? nil : $0.node },
      isLast: false
    )
  }

  /// The base that a search by content found, of a fork without common history or one whose merge base is stale.
  public static func of(_ finding: ContentSearch.Finding) -> EffectiveBase {
    let isWide = finding.plateauDays > 90
    let isWhole = finding.similarity == 1 && Int(finding.score.paths) == finding.files
    return EffectiveBase(
      node: finding.node,
      method: isWhole ? .tree : .content,
      confidence: max(0.1, min(0.95, 0.5 + 5 * finding.margin) - (isWide ? 0.2 : 0)),
      similarity: finding.similarity,
      runnerUp: finding.runnerUp,
      isLast: finding.isLast
    )
  }
}

/// How much of a tree a single commit's tree holds.
public struct ContentScoreAt: Hashable, Sendable {
  /// The commit.
  let node: CommitGraph.Node
  let score: ContentScore
  /// The share of the tree's files whose content the commit's tree has, 0 to 1.
  public let similarity: Double
}
