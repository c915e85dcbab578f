public import BitCollections
public import FactStore
public import History

/// What patch flow is traced between.
public struct FlowPair: Sendable {
  /// The graph that has the commits.
  public let graph: CommitGraph
  /// Upstream's commit from which the figures count: what is at or before it is in the fork.
  public let base: CommitGraph.Node
  /// Where the two first went apart.
  public let forkPoint: CommitGraph.Node
  /// The line's head.
  public let line: CommitGraph.Node
  /// The fork's head.
  public let fork: CommitGraph.Node
  /// Commits that the line has and the fork has not.
  public let lineOnly: BitSet
  /// Commits that the fork has and the line has not.
  public let forkOnly: BitSet
  /// Everything that upstream's branches and tags reach.
  public let upstreamReach: BitSet
  /// Upstream's commits, merges left out, that neither the line nor the fork has: those of its other branches and tags.
  var offLine: BitSet {
    upstreamReach.subtracting(lineOnly).subtracting(graph.reach([fork])).subtracting(graph.merges)
  }
  /// The fork's commits that stand in upstream under another id, on the line or elsewhere, with upstream's commit.
  public let copies: [CommitGraph.Node: CommitGraph.Node]
  /// The fork's commits, not merges, that each brought upstream in as a whole.
  public let syncs: BitSet
  /// The fork's commits that are upstream's, of lines that its clone lacks.
  public let upstreamLines: BitSet
  /// The fork's commits that lie below a rebase: it applied them anew since, or dropped them.
  public let superseded: BitSet
  /// What moved since the base.
  public let mapping: PathMapping
  /// The earlier date of the two clones, in seconds since 1970.
  public let asOf: Int64

  /// A pair of its parts.
  public init(
    graph: CommitGraph,
    base: CommitGraph.Node,
    forkPoint: CommitGraph.Node,
    line: CommitGraph.Node,
    fork: CommitGraph.Node,
    lineOnly: BitSet,
    forkOnly: BitSet,
    upstreamReach: BitSet,
    copies: [CommitGraph.Node: CommitGraph.Node] = [:],
    syncs: BitSet = [],
    upstreamLines: BitSet = [],
    superseded: BitSet = [],
    mapping: PathMapping,
    asOf: Int64
  ) {
    self.graph = graph
    self.base = base
    self.forkPoint = forkPoint
    self.line = line
    self.fork = fork
    self.lineOnly = lineOnly
    self.forkOnly = forkOnly
    self.upstreamReach = upstreamReach
    self.copies = copies
    self.syncs = syncs
    self.upstreamLines = upstreamLines
    self.superseded = superseded
    self.mapping = mapping
    self.asOf = asOf
  }
}

/// With what means patch flow is traced.
public struct FlowMeans: Sendable {
  /// The object stores of both clones.
  public let stores: [String]
  /// How many threads may work.
  public let workers: Int
  /// What an earlier run found out of single commits; nil for none.
  public let facts: FactStore?
  /// Whether one of the clones was made without some objects: then nothing is kept of the pair as a whole.
  public let isPartial: Bool
  /// What may tell that two commits are the same change.
  public let evidence: Set<MatchEvidence>
  /// Called with the reason where facts cannot be read or written; the run goes on without them.
  public let factsFailed: @Sendable (String) -> Void
  /// Called with the name of a step that is done and the milliseconds that it took.
  public let timed: @Sendable (String, Int) -> Void

  /// Means of their parts.
  public init(
    stores: [String],
    workers: Int,
    facts: FactStore?,
    isPartial: Bool = false,
    evidence: Set<MatchEvidence> = Set(MatchEvidence.allCases),
    factsFailed: @escaping @Sendable (String) -> Void = { _ in },
    timed: @escaping @Sendable (String, Int) -> Void = { _, _ in }
  ) {
    self.stores = stores
    self.workers = workers
    self.facts = facts
    self.isPartial = isPartial
    self.evidence = evidence
    self.factsFailed = factsFailed
    self.timed = timed
  }

  /// What an earlier run kept under `key`, where `decode` can use it; else what `find` finds, kept for the next run as `encode`
  /// writes it; nil for what is not to be kept.
  func kept<Value>(
    _ kind: FactStore.Kind,
    _ key: @autoclosure () -> [UInt8],
    decode: ([UInt8]) async throws -> Value?,
    encode: (Value) -> [UInt8]?,
    find: () async throws -> Value
  ) async throws -> Value {
    // What a partial clone lacks today may be there tomorrow.
    guard let facts, !isPartial else { return try await find() }
    let key = key()
    do {
      if let bytes = try facts.fact(kind, key), let value = try await decode(bytes) { return value }
    } catch {
      factsFailed("it cannot be read: \(error)")
    }
    let value = try await find()
    guard let bytes = encode(value) else { return value }
    do {
      try facts.store(kind, key, bytes)
    } catch {
      factsFailed("it cannot be written: \(error)")
    }
    return value
  }
}
