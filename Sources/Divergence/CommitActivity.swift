import Git
import GitValues
import History

/// Which areas the commits of one side touched.
struct CommitActivity: Sendable {
  /// How many commits touched each area.
  let commitsByArea: [RepoPath: Int]
  /// How many commits changed anything.
  let commits: Int
  /// Commits whose trees could not be read.
  let unread: Int

  /// Compares every one of `commits` with its first parent.
  ///
  /// - Parameter commits: a commit's tree and its parent's; nil for a root.
  /// - Parameter areas: folders; a path belongs to the deepest of them that it lies in.
  static func of(
    _ commits: [(tree: TreeID, parent: TreeID?)],
    areas: [RepoPath],
    stores: [String],
    workers: Int
  ) async throws -> CommitActivity {
    // Neighbours in history share most of their trees: long lots keep them with one reader.
    let size = max(256, commits.count / (max(1, workers) * 8))
    let parts = try await inLots(of: size, commits, workers: workers) { next in
      var count = ActivityCount(try ObjectDatabase(objectFolders: stores), areas: areas)
      while let lot = next() {
        for commit in lot { count.add(commit.tree, commit.parent) }
      }
      return count.result(areas)
    }
    return CommitActivity(
      commitsByArea: parts.reduce(into: [:]) { all, part in all.merge(part.commitsByArea, uniquingKeysWith: +) },
      commits: parts.reduce(0) { $0 + $1.commits },
      unread: parts.reduce(0) { $0 + $1.unread }
    )
  }
}

/// One reader's share of the counting.
private struct ActivityCount {
  private let trees: TreeReader
  /// The area of a folder or file by its number; -2 where it is not known yet, -1 where it lies in none.
  private var areaOfPath: [Int32] = []
  private var counts: [Int]
  private var lastCommit: [Int]
  private var commit = 0
  private var commits = 0
  private var unread = 0

  init(_ objects: ObjectDatabase, areas: [RepoPath]) {
    trees = TreeReader(objects)
    counts = Array(repeating: 0, count: areas.count)
    lastCommit = Array(repeating: -1, count: areas.count)
    for (index, area) in areas.enumerated() {
      set(Int32(index), for: trees.paths.intern(area))
    }
    if areaOfPath.isEmpty || areaOfPath[0] == -2 { set(-1, for: PathTable.root) }
  }

  private mutating func set(_ area: Int32, for path: PathTable.Index) {
    while areaOfPath.count <= Int(path) { areaOfPath.append(-2) }
    areaOfPath[Int(path)] = area
  }

  private mutating func area(of path: PathTable.Index) -> Int32 {
    while areaOfPath.count <= Int(path) { areaOfPath.append(-2) }
    if areaOfPath[Int(path)] == -2 {
      let area = area(of: trees.paths.parent(of: path))
      areaOfPath[Int(path)] = area
    }
    return areaOfPath[Int(path)]
  }

  mutating func add(_ tree: TreeID, _ parent: TreeID?) {
    commit += 1
    var touched: [PathTable.Index] = []
    do throws(GitError) {
      try trees.compare(parent, tree) { difference in touched.append(trees.paths.parent(of: difference.path)) }
    } catch {
      unread += 1
      return
    }
    if !touched.isEmpty { commits += 1 }
    for path in touched {
      let area = Int(area(of: path))
      if area >= 0, lastCommit[area] != commit {
        lastCommit[area] = commit
        counts[area] += 1
      }
    }
  }

  func result(_ areas: [RepoPath]) -> CommitActivity {
    let byArea = zip(areas, counts).filter { $0.1 > 0 }
    return CommitActivity(
      commitsByArea: Dictionary(uniqueKeysWithValues: byArea.map { ($0.0, $0.1) }),
      commits: commits,
      unread: unread
    )
  }
}
