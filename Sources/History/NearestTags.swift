public import BitCollections
public import Git
public import GitValues

/// Finds the nearest tag at or before a commit, as `git describe --tags --abbrev=0` says.
///
/// libgit2's own answer is that of an older git: it ends its search too early where a side history has a tag. Source:
/// `builtin/describe.c` of git 2.39.
public struct NearestTags: Sendable {
  private let graph: CommitGraph
  private let tags: [CommitGraph.Node: DescribingTag]
  private let cuts: [CommitGraph.Node: CommitGraph.Cut]

  /// What a search came to.
  public struct Answer: Hashable, Sendable {
    /// The tag's short name; nil where no tag was met.
    public let name: RefName?
    /// The commit that it names; nil where no tag was met.
    public let node: CommitGraph.Node?
    /// Commits that the one asked for reaches and the tag does not; nil where no tag was met.
    public let commitsSince: Int?
    /// The first place on the way at which the history breaks off: a nearer tag may lie behind it. nil for none.
    public let cut: CommitGraph.Cut?
  }

  /// Searches among `tags`; those of commits that the graph lacks are passed over.
  public init(_ graph: CommitGraph, _ tags: [DescribingTag]) {
    self.graph = graph
    self.tags = Dictionary(
      tags.compactMap { tag in graph.node(tag.commit).map { ($0, tag) } },
      uniquingKeysWith: { first, _ in first }
    )
    cuts = Dictionary(graph.cuts.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The tags of `commits`, one a commit. Order: by commit.
  public func tags(of commits: BitSet) -> [(name: RefName, node: CommitGraph.Node)] {
    tags.filter { commits.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.value.name, $0.key) }
  }

  /// The tag nearest to `node`.
  public func nearest(to node: CommitGraph.Node) -> Answer {
    if let exact = tags[node] { return Answer(name: exact.name, node: node, commitsSince: 0, cut: nil) }
    var search = Search(graph)
    search.add(node)
    var (seen, hasAnnotated) = (0, false)
    var cut: CommitGraph.Cut?
    while let next = search.waiting.popLast() {
      seen += 1
      if let tag = tags[next] {
        guard search.candidates.count < Search.candidateLimit else { break }
        search.within[next, default: 0] |= 1 << UInt16(search.candidates.count)
        search.candidates.append(Search.Candidate(name: tag.name, node: next, depth: seen - 1))
        hasAnnotated = hasAnnotated || tag.isAnnotated
      }
      let flags = search.within[next, default: 0]
      search.deepen(flags)
      if hasAnnotated, search.waiting.isEmpty, flags & search.best == search.best { break }
      if cut == nil { cut = cuts[next] }
      for parent in graph.parents(of: next) {
        if search.within[parent] == nil { search.add(parent) }
        search.within[parent, default: 0] |= flags
      }
    }
    // The first of the smallest: `min` would do, but does not promise it.
    let best = search.candidates.enumerated().min { ($0.element.depth, $0.offset) < ($1.element.depth, $1.offset) }
    // A candidate's depth is only as good as the search needed: what is left waiting is not in it.
    let since = best.map { graph.reach([node]).subtracting(graph.reach([$0.element.node])).count }
    return Answer(name: best?.element.name, node: best?.element.node, commitsSince: since, cut: cut)
  }
}

/// The state of one search.
private struct Search {
  /// No more tags than this are looked at.
  static let candidateLimit = 10

  struct Candidate {
    let name: RefName
    let node: CommitGraph.Node
    /// How many commits were seen that the tag does not have.
    var depth: Int
  }

  private let graph: CommitGraph
  var candidates: [Candidate] = []
  /// By commit: which candidates have it, one bit each.
  var within: [CommitGraph.Node: UInt16] = [:]
  /// Oldest first; of equal dates the one that was found first stands last.
  var waiting: [CommitGraph.Node] = []

  init(_ graph: CommitGraph) { self.graph = graph }

  mutating func deepen(_ flags: UInt16) {
    for index in candidates.indices where flags & (1 << UInt16(index)) == 0 { candidates[index].depth += 1 }
  }

  /// The candidates that are nearest so far, one bit each.
  var best: UInt16 {
    let depth = candidates.map(\.depth).min()
    return candidates.indices.reduce(0) { candidates[$1].depth == depth ? $0 | 1 << UInt16($1) : $0 }
  }

  mutating func add(_ node: CommitGraph.Node) {
    within[node] = 0
    let time = graph.committerTimes[node]
    var (low, high) = (0, waiting.count)
    while low < high {
      let middle = (low + high) / 2
      if graph.committerTimes[waiting[middle]] < time { low = middle + 1 } else { high = middle }
    }
    waiting.insert(node, at: low)
  }
}
