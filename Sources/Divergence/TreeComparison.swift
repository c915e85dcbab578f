import Git
public import GitValues

/// The files that differ between two trees, renames followed.
public struct TreeComparison: Sendable {
  /// Order: by new path, then by old path.
  public let changes: [FileChange]
  /// Contents that could not be read while renames were looked for, with the reason. Order: by id.
  public let unread: [(blob: BlobID, reason: String)]

  /// Compares two trees.
  ///
  /// - Throws: ``GitError`` where a tree that differs cannot be read.
  static func between(_ old: TreeID, _ new: TreeID, _ trees: TreeReader, _ objects: ObjectDatabase)
    throws(GitError) -> TreeComparison
  {
    var changed: [FileChange] = []
    var deleted: [RenameDetection.File] = []
    var added: [RenameDetection.File] = []
    try trees.compare(old, new) { difference throws(GitError) in
      let path = trees.paths.path(difference.path)
      switch (difference.old, difference.new) {
      case (let before?, let after?):
        changed.append(FileChange(oldPath: path, newPath: path, old: before, new: after))
      case (let before, let after):
        if let before { deleted.append(RenameDetection.File(path: path, state: before)) }
        if let after { added.append(RenameDetection.File(path: path, state: after)) }
      }
    }
    deleted.sort { $0.path < $1.path }
    added.sort { $0.path < $1.path }
    let contents = FingerprintCache(objects)
    var detection = RenameDetection(sources: deleted, targets: added, contents: contents)
    let renames = try detection.run()
    let changes = changed + Self.changes(deleted, added, renames)
    return TreeComparison(
      changes: changes.sorted { ($0.newPath, $0.oldPath) < ($1.newPath, $1.oldPath) },
      unread: contents.unread.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    )
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
