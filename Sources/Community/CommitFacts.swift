public import BitCollections
import Git
public import GitValues
public import History

/// What the graph does not keep of its commits: who stands in them, and how much they touch.
public struct CommitFacts: Sendable {
  /// Everybody who stands in a commit or its message.
  public let signatures: Signatures
  /// By node: the author's signature; -1 where the commit was not read.
  let authors: [Int32]
  /// By node: the committer's signature; -1 where the commit was not read.
  let committers: [Int32]
  /// By node: what its message says of how it came about.
  let marks: [CommitMarks]
  /// By node: how many files it changes against its first parent; -1 where that was not read.
  let fileCounts: [Int32]
  /// Who is credited in messages. Order: by node, then as the message has them.
  let credits: [Credit]
  private let creditStarts: [Int32]
  /// Paths that commits change, as numbers that are equal for equal paths. Order: by node.
  let touches: [UInt64]
  private let touchStarts: [Int32]
  /// Commits that could not be read, with the reason. Order: by node.
  public let unread: [(node: CommitGraph.Node, reason: String)]
  /// Commits whose trees could not be read, with the reason. Order: by node.
  public let unreadTrees: [(node: CommitGraph.Node, reason: String)]

  /// Who is credited in a message.
  struct Credit: Hashable, Sendable {
    let node: Int32
    let kind: CreditKind
    var signature: Int32
  }

  /// The credits of a commit's message.
  func credits(of node: CommitGraph.Node) -> ArraySlice<Credit> {
    credits[Int(creditStarts[node])..<Int(creditStarts[node + 1])]
  }

  /// The paths that a commit changes; of very large ones only the first.
  func touches(of node: CommitGraph.Node) -> ArraySlice<UInt64> {
    touches[Int(touchStarts[node])..<Int(touchStarts[node + 1])]
  }

  /// Whether the commit was read.
  func isRead(_ node: CommitGraph.Node) -> Bool { authors[node] >= 0 }
}

extension CommitFacts {
  /// Files of one commit that count for authorship: what touches more is no one's work on single files.
  static let touchLimit = 2000

  /// The facts of `commits`, each read once.
  ///
  /// - Parameter trees: those of `commits` whose changed files are counted; merges among them are left out.
  /// - Parameter paths: what of `trees` is known to change, from an earlier stage: those trees are not read again.
  /// - Parameter replacements: commits that stand in for others, as in the graph.
  /// - Throws: `GitError` where an object store cannot be opened.
  public static func read(
    _ graph: CommitGraph,
    _ commits: BitSet,
    trees: BitSet,
    paths: [CommitGraph.Node: [RepoPath]] = [:],
    stores: [String],
    replacements: [CommitID: CommitID] = [:],
    workers: Int
  ) async throws -> CommitFacts {
    let nodes = Array(commits)
    let counted = trees.subtracting(graph.merges)
    // Neighbours in history share most of their trees: long lots keep them with one reader.
    let size = Swift.max(256, nodes.count / (Swift.max(1, workers) * 8))
    let parts = try await inLots(of: size, nodes, workers: workers) { next in
      let reader = FactReader(graph, try ObjectDatabase(objectFolders: stores), counted, paths, replacements)
      while let lot = next() {
        for node in lot { reader.read(node) }
      }
      return reader.part()
    }
    return CommitFacts(merging: parts, count: graph.count)
  }

  /// What one reader found, in the order of reading.
  struct Part: Sendable {
    var texts: [[UInt8]] = []
    var rows: [Row] = []
    var credits: [Credit] = []
    var touches: [UInt64] = []
    var unread: [(node: Int, reason: String)] = []
    var unreadTrees: [(node: Int, reason: String)] = []

    struct Row: Sendable {
      let node: Int32
      let author: Int32
      let committer: Int32
      let marks: CommitMarks
      var files: Int32 = -1
      var touches: Range<Int32> = 0..<0
    }
  }

  private init(merging parts: [Part], count: Int) {
    let all = Set(parts.flatMap(\.texts)).sorted { $0.lexicographicallyPrecedes($1) }
    let numbers = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, Int32($0)) })
    signatures = Signatures(sorted: all.map { $0[...] })
    var authors = [Int32](repeating: -1, count: count)
    var (committers, files) = (authors, authors)
    var marks = [CommitMarks](repeating: [], count: count)
    var credits: [Credit] = []
    var rows: [(row: Part.Row, part: Int)] = []
    for (place, part) in parts.enumerated() {
      let numbers = part.texts.map { numbers[$0] ?? -1 }
      for row in part.rows {
        authors[Int(row.node)] = numbers[Int(row.author)]
        committers[Int(row.node)] = numbers[Int(row.committer)]
        marks[Int(row.node)] = row.marks
        files[Int(row.node)] = row.files
        if !row.touches.isEmpty { rows.append((row, place)) }
      }
      credits += part.credits.map { Credit(node: $0.node, kind: $0.kind, signature: numbers[Int($0.signature)]) }
    }
    // A reader's credits of one commit stand in a row, so a stable order by node is the message's own.
    credits = credits.enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }.map(\.element)
    rows.sort { $0.row.node < $1.row.node }
    var touches: [UInt64] = []
    touches.reserveCapacity(parts.reduce(0) { $0 + $1.touches.count })
    var touchStarts = [Int32](repeating: 0, count: count + 1)
    for (row, part) in rows {
      touches += parts[part].touches[Int(row.touches.lowerBound)..<Int(row.touches.upperBound)]
      touchStarts[Int(row.node) + 1] = Int32(row.touches.count)
    }
    var creditStarts = [Int32](repeating: 0, count: count + 1)
    for credit in credits { creditStarts[Int(credit.node) + 1] += 1 }
    for node in 0..<count {
      touchStarts[node + 1] += touchStarts[node]
      creditStarts[node + 1] += creditStarts[node]
    }
    (self.authors, self.committers, self.marks, fileCounts) = (authors, committers, marks, files)
    (self.credits, self.creditStarts) = (credits, creditStarts)
    (self.touches, self.touchStarts) = (touches, touchStarts)
    unread = parts.flatMap(\.unread).sorted { $0.node < $1.node }
    unreadTrees = parts.flatMap(\.unreadTrees).sorted { $0.node < $1.node }
  }
}

/// Reads the facts of commits, one after the other. One thread at a time.
private final class FactReader {
  private let graph: CommitGraph
  private let objects: ObjectDatabase
  private let trees: TreeReader
  private let counted: BitSet
  private let paths: [Int: [RepoPath]]
  private let replacements: [CommitID: CommitID]
  private let firstParentIsCut: Set<Int>
  private let texts = TextTable()
  private var hashes: [UInt64] = []
  private var found = CommitFacts.Part()

  init(
    _ graph: CommitGraph,
    _ objects: ObjectDatabase,
    _ counted: BitSet,
    _ paths: [Int: [RepoPath]],
    _ replacements: [CommitID: CommitID]
  ) {
    self.graph = graph
    self.objects = objects
    self.counted = counted
    self.paths = paths
    self.replacements = replacements
    trees = TreeReader(objects)
    firstParentIsCut = Set(graph.cuts.filter { $0.place == 0 }.map(\.node))
  }

  func read(_ node: CommitGraph.Node) {
    let id = graph.ids[node]
    do throws(GitError) {
      var row = try objects.withTexts(of: replacements[id] ?? id) { commit in
        let author = texts.intern(commit.author)
        let committer = texts.intern(commit.committer)
        let marks = MessageScan.scan(commit.message) { kind, person in
          found.credits.append(.init(node: Int32(node), kind: kind, signature: texts.intern(person)))
        }
        return CommitFacts.Part.Row(node: Int32(node), author: author, committer: committer, marks: marks)
      }
      if counted.contains(node), !firstParentIsCut.contains(node) { count(node, &row) }
      found.rows.append(row)
    } catch {
      found.unread.append((node, error.message))
    }
  }

  private func count(_ node: CommitGraph.Node, _ row: inout CommitFacts.Part.Row) {
    let start = Int32(found.touches.count)
    if let known = paths[node] {
      for path in known.prefix(CommitFacts.touchLimit) {
        found.touches.append(path.bytes.withUnsafeBytes { TextTable.hash($0) })
      }
      row.files = Int32(known.count)
      row.touches = start..<Int32(found.touches.count)
      return
    }
    var files: Int32 = 0
    do throws(GitError) {
      try trees.compare(graph.firstParent(of: node).map { graph.trees[$0] }, graph.trees[node]) { difference in
        files += 1
        if files <= CommitFacts.touchLimit { found.touches.append(hash(of: difference.path)) }
      }
      row.files = files
      row.touches = start..<Int32(found.touches.count)
    } catch {
      found.touches.removeLast(found.touches.count - Int(start))
      found.unreadTrees.append((node, error.message))
    }
  }

  /// The path's number: equal for equal paths, in every reader.
  private func hash(of path: PathTable.Index) -> UInt64 {
    while hashes.count <= Int(path) {
      hashes.append(trees.paths.path(PathTable.Index(hashes.count)).bytes.withUnsafeBytes { TextTable.hash($0) })
    }
    return hashes[Int(path)]
  }

  func part() -> CommitFacts.Part {
    found.texts = (0..<texts.count).map { Array(texts[$0]) }
    return found
  }
}
