import FactStore
import Git
public import GitValues
public import History

/// A fork among others of one upstream.
public struct SiblingSide: Sendable {
  /// Its commits, merges left out, whose changes upstream has not.
  public let carried: [CommitGraph.Node]
  /// What moved since its base.
  public let mapping: PathMapping

  /// A side of its parts.
  public init(carried: [CommitGraph.Node], mapping: PathMapping) {
    self.carried = carried
    self.mapping = mapping
  }
}

/// A change that several forks made and upstream has not.
public struct SharedChange: Hashable, Sendable {
  /// One fork's commit that makes it.
  public struct Copy: Hashable, Sendable, Comparable {
    /// The place of the fork among the sides.
    public let side: Int
    /// The commit's number in the graph.
    public let node: CommitGraph.Node

    /// By side, then by commit.
    public static func < (left: Self, right: Self) -> Bool { (left.side, left.node) < (right.side, right.node) }
  }

  /// Order: by side, then by commit.
  public let copies: [Copy]
  /// The weakest evidence that holds them together; nil where all of them are the same commit.
  public let by: Rung?
  /// The first line of the oldest copy's message; nil where it cannot be read.
  public let subject: EncodedText?
  /// What makes the oldest copy a fix of security or data loss; nil where nothing does.
  public let fix: String?

  /// The forks that have it. Order: ascending.
  public var sides: [Int] { Set(copies.map(\.side)).sorted() }
}

/// Finds the same change in several forks of one upstream.
public struct SiblingFlow {
  private let sides: [SiblingSide]
  private let line: CommitGraph.Node
  private let graph: CommitGraph
  private let means: FlowMeans

  /// - Parameter line: upstream's head, whose paths all forks are compared by.
  public init(_ sides: [SiblingSide], line: CommitGraph.Node, _ graph: CommitGraph, _ means: FlowMeans) {
    (self.sides, self.line, self.graph, self.means) = (sides, line, graph, means)
  }

  /// The changes that two forks and more have, those that an earlier run found where nothing else is asked.
  ///
  /// Contents are compared only of commits that something speaks for already: the same author and date, subject, label or
  /// changed paths in another fork. Order: most forks first, then fixes, then newest by the oldest copy.
  ///
  /// - Throws: `GitError` where a store cannot be opened, or the tree of the line cannot be read.
  public func changes() async throws -> [SharedChange] {
    try await means.kept(Self.kind, key, decode: decoded, encode: encoded, find: found)
  }

  private func found() async throws -> [SharedChange] {
    var sidesOf: [CommitGraph.Node: [Int]] = [:]
    for (side, fork) in sides.enumerated() {
      for node in fork.carried { sidesOf[node, default: []].append(side) }
    }
    let nodes = sidesOf.keys.sorted()
    guard sides.count > 1, !nodes.isEmpty else { return [] }
    let paths = PathTable()
    let reader = RecordReader(graph: graph, means: means, fixes: try FixRules.standard())
    var records = try await reader.records(of: nodes, paths: paths)
    try map(&records, sidesOf, paths)
    let likely = likely(records, sidesOf)
    try await reader.readContents(&records, at: likely)
    let candidates = likely.map { records[$0] }
    let comparer = Comparer(rarity: Rarity(candidates))
    var groups = Groups(likely)
    var pool: [Int] = []
    for side in sides.indices {
      let own = likely.filter { sidesOf[records[$0].node]?.first == side }
      if own.isEmpty { continue }
      if !pool.isEmpty {
        var ladder = Ladder(
          upstream: pool.map { records[$0] },
          fork: own.map { records[$0] },
          evidence: means.evidence,
          comparer: comparer
        )
        try await ladder.climb(workers: means.workers)
        for edge in ladder.edges { groups.join(pool[edge.upstream], own[edge.fork], by: edge.rung) }
      }
      pool += own
    }
    return changes(records, sidesOf, groups)
  }

  /// Gives the files the paths that all forks share.
  private func map(
    _ records: inout [CommitRecord],
    _ sidesOf: [CommitGraph.Node: [Int]],
    _ paths: PathTable
  ) throws(GitError) {
    let upstream = try HeadFiles.files(of: graph.trees[line], stores: means.stores)
    var shared = sides.map { side in
      SharedPaths(paths) { side.mapping.shared(fork: $0) { upstream[$0] != nil } }
    }
    for place in records.indices { shared[sidesOf[records[place].node]?.first ?? 0].map(&records[place]) }
  }

  /// Places of the commits that may be in another fork, too.
  private func likely(_ records: [CommitRecord], _ sidesOf: [CommitGraph.Node: [Int]]) -> [Int] {
    var owners: [UInt64: Set<Int>] = [:]
    let keys = records.map { record in
      record.isEmpty || record.isBoilerplate || record.failure != nil ? [] : CommitKeys.of(record, means.evidence)
    }
    for (place, record) in records.enumerated() {
      for key in keys[place] { owners[key, default: []].formUnion(sidesOf[record.node] ?? []) }
    }
    return records.indices.filter { place in keys[place].contains { owners[$0, default: []].count > 1 } }
  }

  private func changes(
    _ records: [CommitRecord],
    _ sidesOf: [CommitGraph.Node: [Int]],
    _ groups: Groups
  ) -> [SharedChange] {
    var groups = groups
    var places: [Int: [Int]] = [:]
    for place in records.indices { places[groups.root(of: place), default: []].append(place) }
    let found = places.compactMap { root, places -> SharedChange? in
      let copies = places.flatMap { place in
        (sidesOf[records[place].node] ?? []).map { SharedChange.Copy(side: $0, node: records[place].node) }
      }
      guard Set(copies.map(\.side)).count > 1, let oldest = places.min(by: { isOlder(records[$0], records[$1]) }),
        !records[oldest].isEmpty, !records[oldest].isBoilerplate
      else { return nil }
      let message = records[oldest].message
      return SharedChange(
        copies: copies.sorted(),
        by: groups.weakest(of: root),
        subject: message?.subject,
        fix: message?.fix
      )
    }
    return found.sorted { left, right in
      let (one, other) = (left.sides.count, right.sides.count)
      if one != other { return one > other }
      if (left.fix != nil) != (right.fix != nil) { return left.fix != nil }
      let (first, second) = (oldest(left), oldest(right))
      return (graph.committerTimes[second], graph.ids[first]) < (graph.committerTimes[first], graph.ids[second])
    }
  }

  private func oldest(_ change: SharedChange) -> CommitGraph.Node {
    change.copies.map(\.node).min { isOlder($0, $1) } ?? change.copies[0].node
  }

  private func isOlder(_ left: CommitRecord, _ right: CommitRecord) -> Bool { isOlder(left.node, right.node) }

  private func isOlder(_ left: CommitGraph.Node, _ right: CommitGraph.Node) -> Bool {
    (graph.committerTimes[left], graph.ids[left]) < (graph.committerTimes[right], graph.ids[right])
  }
}

/// Commits that are one change, by their places.
private struct Groups {
  private var parents: [Int: Int] = [:]
  private var rungs: [Int: Rung] = [:]

  init(_ places: [Int]) {
    for place in places { parents[place] = place }
  }

  mutating func root(of place: Int) -> Int {
    var root = place
    while let parent = parents[root], parent != root { root = parent }
    parents[place] = root
    return root
  }

  mutating func join(_ one: Int, _ other: Int, by rung: Rung) {
    let (left, right) = (root(of: one), root(of: other))
    let weakest = [rungs[left], rungs[right], rung].compactMap { $0 }.max()
    parents[max(left, right)] = min(left, right)
    rungs[min(left, right)] = weakest
  }

  func weakest(of root: Int) -> Rung? { rungs[root] }
}

// MARK: - What an earlier run found

extension SiblingFlow {
  private static let kind = FactStore.Kind("shared changes", version: 3)

  private var key: [UInt8] {
    var digest = Digest()
    for side in sides {
      digest.add(UInt64(side.carried.count))
      for node in side.carried {
        digest.add(graph.ids[node])
        digest.add(graph.trees[node])
        for parent in graph.parents(of: node) { digest.add(graph.ids[parent]) }
      }
      digest.add(side.mapping)
    }
    digest.add(graph.trees[line])
    for way in MatchEvidence.allCases { digest.add(means.evidence.contains(way) ? 1 : 0) }
    return digest.bytes
  }

  private func encoded(_ changes: [SharedChange]) -> [UInt8] {
    var writer = FactWriter()
    writer.list(changes) { writer, change in
      writer.list(change.copies) {
        $0.number($1.side)
        $0.id(graph.ids[$1.node])
      }
      writer.optional(change.by) { $0.text($1.rawValue) }
      writer.optional(change.subject) {
        $0.text($1.text)
        $0.flag($1.isEncoded)
      }
      writer.optional(change.fix) { $0.text($1) }
    }
    return writer.bytes
  }

  private func decoded(_ bytes: [UInt8]) -> [SharedChange]? {
    var reader = FactReader(bytes)
    do throws(FactReader.Broken) {
      let changes = try reader.list { reader throws(FactReader.Broken) in
        SharedChange(
          copies: try reader.list { reader throws(FactReader.Broken) in
            let side = try reader.number()
            guard let node = graph.node(try reader.id()), sides.indices.contains(side) else {
              throw FactReader.Broken()
            }
            return SharedChange.Copy(side: side, node: node)
          },
          by: try reader.optional { reader throws(FactReader.Broken) in try reader.raw() },
          subject: try reader.optional { reader throws(FactReader.Broken) in
            EncodedText(text: try reader.text(), isEncoded: try reader.flag())
          },
          fix: try reader.optional { reader throws(FactReader.Broken) in try reader.text() }
        )
      }
      return reader.isAtEnd ? changes : nil
    } catch {
      return nil
    }
  }
}
