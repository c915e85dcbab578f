import Git
public import GitValues

/// The files that differ between two trees, renames followed.
public struct TreeComparison: Sendable {
  /// Order: by new path, then by old path.
  public let changes: [FileChange]
  /// Contents that could not be read while renames were looked for, with the reason. Order: by id.
  public let unread: [(blob: BlobID, reason: String)]

  /// Compares pairs of trees, side by side. Order: as `pairs`.
  ///
  /// - Parameter prefixes: by pair the folder of the new tree that the whole old one lives in; nil for none. Fewer than
  ///   pairs: none for the others.
  /// - Throws: `GitError` where a tree that differs cannot be read.
  public static func between(
    _ pairs: [(old: TreeID, new: TreeID)],
    prefixes: [RepoPath?] = [],
    stores: [String],
    workers: Int
  ) async throws -> [TreeComparison] {
    let all = prefixes + Array(repeating: nil, count: max(0, pairs.count - prefixes.count))
    let raw = try await concurrentMap(Array(zip(pairs, all)), workers: workers) { pair, prefix in
      var raw = try RawComparison(pair.old, pair.new, TreeReader(try ObjectDatabase(objectFolders: stores)))
      if let prefix { raw.makeWay(for: prefix) }
      return raw
    }
    var contents = Fingerprints(stores: stores, workers: workers)
    var detections = zip(raw, all).map { raw, prefix in
      var detection = RenameDetection(sources: raw.deleted, targets: raw.added, contents: &contents)
      if let prefix { detection.match(under: prefix) }
      return detection
    }
    try await RenameSearch.run(&detections, &contents, workers: workers)
    return zip(raw, detections).map { raw, detection in
      let blobs = (raw.deleted + raw.added).map(\.state.blob)
      let unread = Set(blobs).compactMap { blob in contents.unread[blob].map { (blob: blob, reason: $0) } }
      return TreeComparison(
        changes: (raw.changed + changes(raw.deleted, raw.added, detection.renames))
          .sorted { ($0.newPath, $0.oldPath) < ($1.newPath, $1.oldPath) },
        unread: unread.sorted { $0.blob < $1.blob }
      )
    }
  }

  /// What differs between two trees before renames are looked for.
  private struct RawComparison: Sendable {
    var changed: [FileChange] = []
    /// Order: by path.
    var deleted: [RenameDetection.File] = []
    /// Order: by path.
    var added: [RenameDetection.File] = []

    init(_ old: TreeID, _ new: TreeID, _ trees: TreeReader) throws(GitError) {
      try trees.compare(old, new) { difference in
        let path = trees.paths.path(difference.path)
        switch (difference.old, difference.new) {
        case (let before?, let after?):
          changed.append(FileChange(oldPath: path, newPath: path, old: before, new: after))
        case (let before, let after):
          if let before { deleted.append(RenameDetection.File(path: path, state: before)) }
          if let after { added.append(RenameDetection.File(path: path, state: after)) }
        }
      }
      sort()
    }

    private mutating func sort() {
      deleted.sort { $0.path < $1.path }
      added.sort { $0.path < $1.path }
    }

    /// Where the old tree lives under `prefix`, what has the place of one of its files at the top is another file: its own
    /// README beside the one that was taken in.
    mutating func makeWay(for prefix: RepoPath) {
      let there = Set(added.map(\.path))
      let isTaken = { (change: FileChange) in there.contains(prefix.appending(change.oldPath)) }
      for change in changed where isTaken(change) {
        if let old = change.old { deleted.append(RenameDetection.File(path: change.oldPath, state: old)) }
        if let new = change.new { added.append(RenameDetection.File(path: change.newPath, state: new)) }
      }
      changed.removeAll(where: isTaken)
      sort()
    }
  }

  private static func changes(
    _ deleted: [RenameDetection.File],
    _ added: [RenameDetection.File],
    _ renames: [RenameDetection.Rename]
  ) -> [FileChange] {
    var isMoved = [Bool](repeating: false, count: deleted.count)
    var isTaken = [Bool](repeating: false, count: added.count)
    var changes: [FileChange] = []
    for rename in renames {
      let (source, target) = (deleted[rename.source], added[rename.target])
      isMoved[rename.source] = true
      isTaken[rename.target] = true
      changes.append(
        FileChange(oldPath: source.path, newPath: target.path, old: source.state, new: target.state)
      )
    }
    for (file, moved) in zip(deleted, isMoved) where !moved {
      changes.append(FileChange(oldPath: file.path, newPath: file.path, old: file.state, new: nil))
    }
    for (file, taken) in zip(added, isTaken) where !taken {
      changes.append(FileChange(oldPath: file.path, newPath: file.path, old: nil, new: file.state))
    }
    return changes
  }
}
