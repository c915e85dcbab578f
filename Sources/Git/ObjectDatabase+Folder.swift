public import GitValues

/// One entry of a folder, copied out of its tree object.
public struct FolderEntry: Hashable, Sendable {
  /// The name's bytes.
  public let name: [UInt8]
  /// The mode as written.
  public let mode: FileMode
  /// The id of what stands there.
  public let id: AnyObjectID
}

extension ObjectDatabase {
  /// The entries of one folder, without those of the folders in it. Order: as the tree has them.
  ///
  /// For a look at a few folders; ``TreeReader`` is for whole trees.
  ///
  /// - Throws: ``GitError`` of kind `notFound` where the tree is not here, `corrupt` where it cannot be read.
  public func folder(_ id: TreeID) throws(GitError) -> [FolderEntry] {
    let object = try object(id, .tree)
    var cursor = TreeEntries(object.bytes)
    var entries: [FolderEntry] = []
    while let entry = try cursor.next() {
      entries.append(FolderEntry(name: Array(entry.name), mode: entry.mode, id: entry.id))
    }
    return entries
  }
}
