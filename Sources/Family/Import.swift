import GitValues
import History

/// A tree that was copied out of another project, without its history.
///
/// Contents that two projects share are no descent: both may hold the same library. It is one only where the tree is made
/// of the other's contents to a good part, has a good part of them, and has them from all over the other project; a library
/// that both hold lies in few of their folders.
struct Import {
  /// The upstream commit that the tree resembles most among those looked at.
  let node: CommitGraph.Node
  /// The share of the fork's contents that upstream has.
  let ofFork: Double
  /// The share of upstream's contents that the fork has.
  let ofUpstream: Double
  /// The mean share, over the parts of upstream, of what the fork has of each.
  let breadth: Double
  /// The mean share, over the parts of the fork, of what of each is upstream's.
  let breadthInFork: Double
  /// How many contents both have.
  let common: Int

  /// What the share of upstream's contents and the breadth over upstream must reach. Set by the field set: imports of
  /// 2011 to 2020 reach 0.34 and more, unrelated projects 0.06 at most.
  static let least = 0.2
  /// What the share of the fork's contents must reach: a fork may add much of its own.
  static let leastInFork = 0.1
  /// What the breadth over the fork must reach; imports reach 0.4 and more, a vendored library fills one part of many.
  static let leastBreadthInFork = 0.2
  /// A fork that keeps upstream in one folder of its own is made of it to this share.
  static let leastInOneFolder = 0.4
  /// Below this share of common contents nothing is compared any further.
  static let hint = 0.1
  /// Fewer common contents than this may be coincidence: a licence, a few files that every project of a kind has.
  static let fewest = 15
  /// Passages are asked where two projects have so many names of files in common …
  static let fewestNames = 15
  /// … and these are so much of either's.
  static let leastNames = 0.2
  /// Passages come from about so many file names.
  static let sampledNames = 400
  /// Parts of fewer files tell nothing.
  static let smallestPart = 3

  /// Whether this is descent.
  var isDescent: Bool {
    let isSpread = ofFork >= Self.leastInFork && breadthInFork >= Self.leastBreadthInFork
    return common >= Self.fewest && min(ofUpstream, breadth) >= Self.least
      && (isSpread || ofFork >= Self.leastInOneFolder)
  }

  /// Whether names of files leave it open that one is the other with all of its files laid out anew.
  static func mayBeLaidOutAnew(_ left: ContentSample, _ right: ContentSample) -> Bool {
    let common = left.names.intersection(right.names).count
    return common >= fewestNames && Double(common) >= leastNames * Double(max(left.names.count, right.names.count))
  }

  /// The best of all pairs of a fork's first and last tree with upstream's; nil where they have next to nothing in common.
  static func best(of fork: ContentSample, from upstream: ContentSample) -> Import? {
    let trees = [fork.first, fork.moments.last].compactMap { $0 }
    var best: Import?
    for tree in trees {
      let common = tree.parts.keys.count { upstream.contents.contains($0) }
      if Double(common) < hint * Double(tree.parts.count) { continue }
      for moment in upstream.moments + [upstream.first].compactMap({ $0 }) {
        let found = Import(tree, moment)
        if best.map({ found.smallest > $0.smallest }) ?? true { best = found }
      }
    }
    return best
  }

  private var smallest: Double { min(ofFork, ofUpstream, breadth, breadthInFork) }

  private init(_ fork: ContentSample.Moment, _ upstream: ContentSample.Moment) {
    var (common, byPart, byForkPart): (Int, [Int: Int], [Int: Int]) = (0, [:], [:])
    for (blob, part) in upstream.parts {
      guard let forkPart = fork.parts[blob] else { continue }
      common += 1
      byPart[part, default: 0] += 1
      byForkPart[forkPart, default: 0] += 1
    }
    node = upstream.node
    self.common = common
    ofFork = fork.parts.isEmpty ? 0 : Double(common) / Double(fork.parts.count)
    ofUpstream = upstream.parts.isEmpty ? 0 : Double(common) / Double(upstream.parts.count)
    breadth = Self.breadth(of: byPart, over: upstream.partSizes) ?? ofUpstream
    breadthInFork = Self.breadth(of: byForkPart, over: fork.partSizes) ?? ofFork
  }

  /// nil where no part is large enough.
  private static func breadth(of common: [Int: Int], over sizes: [Int: Int]) -> Double? {
    let parts = sizes.filter { $0.value >= smallestPart }
    if parts.isEmpty { return nil }
    // Sorted: a sum must not depend on the order of a dictionary.
    return parts.map { Double(common[$0.key] ?? 0) / Double($0.value) }.sorted().reduce(0, +) / Double(parts.count)
  }
}
