import Git
public import GitValues

/// The trees of base, upstream and fork, compared pair by pair and put together.
public struct ThreeWayComparison: Sendable {
  /// From the base to the fork's head.
  public let fork: TreeComparison
  /// From the base to the line's head.
  public let upstream: TreeComparison
  /// From the line's head to the fork's head.
  public let heads: TreeComparison
  /// Every file of the three trees. Order: by path, then by fork path.
  public let files: [ClassifiedFile]

  /// How many files each class has; classes without any are 0.
  public var counts: [FileClass: Int] {
    var counts = Dictionary(uniqueKeysWithValues: FileClass.allCases.map { ($0, 0) })
    for file in files { counts[file.fileClass, default: 0] += 1 }
    return counts
  }

  /// How many of the base's files the fork still has, changed or not, and how many the base has.
  public var retained: (files: Int, of: Int) {
    let deleted: Set<FileClass> = [.deletedByFork, .deletedByBoth, .deletedByForkChangedByUpstream]
    let added: Set<FileClass> = [.addedByFork, .addedByUpstream, .addedByBoth]
    let base = files.filter { !added.contains($0.fileClass) }
    return (base.count { !deleted.contains($0.fileClass) }, base.count)
  }
}

/// Three trees of one family.
public struct ThreeTrees: Hashable, Sendable {
  /// The tree of the base.
  public let base: TreeID
  /// The tree of the line's head.
  public let upstream: TreeID
  /// The tree of the fork's head.
  public let fork: TreeID

  /// Three trees.
  public init(base: TreeID, upstream: TreeID, fork: TreeID) {
    self.base = base
    self.upstream = upstream
    self.fork = fork
  }
}

extension ThreeWayComparison {
  /// Compares the three trees, the pairs side by side.
  ///
  /// - Throws: `GitError` where a tree cannot be read.
  /// - Parameter prefix: the folder of the fork that upstream lives in; nil for the top.
  static func of(_ trees: ThreeTrees, prefix: RepoPath?, stores: [String], workers: Int) async throws
    -> ThreeWayComparison
  {
    let pairs = [
      (old: trees.base, new: trees.fork), (old: trees.base, new: trees.upstream),
      (old: trees.upstream, new: trees.fork),
    ]
    let results = try await TreeComparison.between(
      pairs,
      prefixes: [prefix, nil, prefix],
      stores: stores,
      workers: workers
    )
    let objects = try ObjectDatabase(objectFolders: stores)
    let reader = TreeReader(objects)
    var base: [(path: RepoPath, state: FileState)] = []
    try reader.files(of: trees.base) { path, state in base.append((reader.paths.path(path), state)) }
    let files = classify(base: base, fork: results[0], upstream: results[1], prefix: prefix)
    return ThreeWayComparison(fork: results[0], upstream: results[1], heads: results[2], files: files)
  }

  static func classify(
    base: [(path: RepoPath, state: FileState)],
    fork: TreeComparison,
    upstream: TreeComparison,
    prefix: RepoPath? = nil
  ) -> [ClassifiedFile] {
    let (forkSide, upstreamSide) = (Side(fork), Side(upstream))
    var files: [ClassifiedFile] = []
    files.reserveCapacity(base.count + forkSide.added.count + upstreamSide.added.count)
    for file in base {
      let (forkPath, forkState) = forkSide.fate(of: file.path, file.state)
      let (upstreamPath, upstreamState) = upstreamSide.fate(of: file.path, file.state)
      files.append(
        ClassifiedFile(
          path: file.path,
          forkPath: forkPath,
          upstreamPath: upstreamPath,
          fileClass: fileClass(base: file.state, fork: forkState, upstream: upstreamState)
        )
      )
    }
    var addedByBoth: Set<RepoPath> = []
    for path in forkSide.added {
      let there = path.inside(prefix ?? RepoPath(bytes: []))
      let isInBoth = there.map { upstreamSide.added.contains($0) } ?? false
      if isInBoth, let there { addedByBoth.insert(there) }
      files.append(
        ClassifiedFile(
          path: isInBoth ? there ?? path : path,
          forkPath: path,
          upstreamPath: isInBoth ? there : nil,
          fileClass: isInBoth ? .addedByBoth : .addedByFork
        )
      )
    }
    for path in upstreamSide.added where !addedByBoth.contains(path) {
      files.append(ClassifiedFile(path: path, forkPath: nil, upstreamPath: path, fileClass: .addedByUpstream))
    }
    let none = RepoPath(bytes: [])
    return files.sorted {
      ($0.path, $0.forkPath ?? none, $0.upstreamPath ?? none) < ($1.path, $1.forkPath ?? none, $1.upstreamPath ?? none)
    }
  }

  private static func fileClass(base: FileState, fork: FileState?, upstream: FileState?) -> FileClass {
    switch (fork, upstream) {
    case (nil, nil): .deletedByBoth
    case (nil, let upstream): upstream == base ? .deletedByFork : .deletedByForkChangedByUpstream
    case (let fork, nil): fork == base ? .deletedByUpstream : .changedByForkDeletedByUpstream
    case (let fork?, let upstream?):
      switch (fork == base, upstream == base) {
      case (true, true): .identical
      case (false, true): .changedByFork
      case (true, false): .changedByUpstream
      case (false, false): fork == upstream ? .changedByBothAlike : .changedByBoth
      }
    }
  }

  /// One side's changes, by where the base has the file.
  private struct Side {
    private var changed: [RepoPath: FileChange] = [:]
    private(set) var added: Set<RepoPath> = []

    init(_ comparison: TreeComparison) {
      for change in comparison.changes {
        if change.old == nil { added.insert(change.newPath) } else { changed[change.oldPath] = change }
      }
    }

    func fate(of path: RepoPath, _ state: FileState) -> (path: RepoPath?, state: FileState?) {
      guard let change = changed[path] else { return (path, state) }
      return change.new == nil ? (nil, nil) : (change.newPath, change.new)
    }
  }
}
