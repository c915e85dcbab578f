import Git
import GitValues
import History

/// Trees of a project at a few times of its life, for telling whether another was made from one of them.
///
/// What counts is contents, or, where all of them may have been laid out anew, the passages of a sample of files.
struct ContentSample {
  /// One of the trees.
  struct Moment {
    let node: CommitGraph.Node
    /// Contents or passages by the part of the project that they lie in. Empty files and submodules left out.
    let parts: [BlobID: Int]
    /// How many of them each part has. Parts are numbered for the whole sample.
    let partSizes: [Int: Int]
  }

  /// Times that are looked at, evenly spread over the main line.
  static let times = 24
  /// A tree with fewer files is no beginning of a project yet.
  static let smallestTree = 20

  /// Order: oldest first.
  let moments: [Moment]
  /// The first tree of some size.
  let first: Moment?
  /// All contents or passages of all moments.
  let contents: Set<BlobID>
  /// Hashes of the names of the first and last tree's files.
  let names: Set<UInt64>

  /// - Parameter passages: what counts instead of contents; nil for contents.
  /// - Throws: `GitError` where a tree or a content that counts cannot be read.
  init(
    _ graph: CommitGraph,
    head: CommitGraph.Node,
    store: String,
    by passages: Passages? = nil
  ) throws(GitError) {
    let objects = try ObjectDatabase(objectFolders: [store])
    let reader = TreeReader(objects)
    var numbers = PartNumbers(reader.paths)
    let chain = Array(graph.firstParentChain(from: head).reversed())
    var first: Moment?
    for node in chain.prefix(50) where first == nil {
      let moment = try Self.moment(node, graph, reader, &numbers, objects, passages)
      if moment.parts.count >= Self.smallestTree { first = moment }
    }
    let steps = max(1, min(Self.times, chain.count) - 1)
    let positions = Set((0...steps).map { (chain.count - 1) * $0 / steps }).sorted()
    var moments: [Moment] = []
    for position in positions {
      moments.append(try Self.moment(chain[position], graph, reader, &numbers, objects, passages))
    }
    var names: Set<UInt64> = []
    for node in Set([first?.node, head].compactMap { $0 }) {
      try reader.files(of: graph.trees[node]) { path, _ in names.insert(StableHash.of(reader.paths.name(of: path))) }
    }
    self.names = names
    self.first = first
    self.moments = moments
    contents = moments.reduce(into: Set(first?.parts.keys.map { $0 } ?? [])) { $0.formUnion($1.parts.keys) }
  }

  private static func moment(
    _ node: CommitGraph.Node,
    _ graph: CommitGraph,
    _ reader: TreeReader,
    _ numbers: inout PartNumbers,
    _ objects: ObjectDatabase,
    _ passages: Passages?
  ) throws(GitError) -> Moment {
    let empty = BlobID(hex: "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
    var parts: [BlobID: Int] = [:]
    var reading = Passages.Reading()
    try reader.files(of: graph.trees[node]) { path, state throws(GitError) in
      guard !state.mode.isSubmodule, state.blob != empty else { return }
      guard let passages else {
        if parts[state.blob] == nil { parts[state.blob] = numbers.part(of: path) }
        return
      }
      guard passages.isSampled(StableHash.of(reader.paths.name(of: path))) else { return }
      let part = numbers.part(of: path)
      for passage in reading.passages(of: state.blob, passages, objects) where parts[passage] == nil {
        parts[passage] = part
      }
    }
    try reading.check()
    var sizes: [Int: Int] = [:]
    for part in parts.values { sizes[part, default: 0] += 1 }
    return Moment(node: node, parts: parts, partSizes: sizes)
  }
}

/// The parts of a project as numbers: the folders that files lie in, at most two deep.
private struct PartNumbers {
  private let paths: PathTable
  private var byFolder: [PathTable.Index: Int] = [:]
  private var byName: [[UInt8]: Int] = [:]

  init(_ paths: PathTable) { self.paths = paths }

  mutating func part(of path: PathTable.Index) -> Int {
    let folder = paths.parent(of: path)
    if let known = byFolder[folder] { return known }
    let folders = paths.path(folder).bytes.split(separator: UInt8(ascii: "/"))
    let name = Array(folders.prefix(2).joined(separator: [UInt8(ascii: "/")]))
    let number = byName[name] ?? byName.count
    byName[name] = number
    byFolder[folder] = number
    return number
  }
}
