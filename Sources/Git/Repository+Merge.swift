internal import CLibgit2
public import GitValues
internal import Glibc

/// A file at which a merge would stop.
public struct MergeConflict: Hashable, Sendable {
  /// The file in the common base; nil where it has none.
  public let base: RepoPath?
  /// The file on our side; nil where we have none.
  public let ours: RepoPath?
  /// The file on their side; nil where they have none.
  public let theirs: RepoPath?
}

/// What a merge in memory came to.
public struct MergeOutcome: Hashable, Sendable {
  /// Where it would stop. Order: by path (ours, then theirs, then base).
  public let conflicts: [MergeConflict]
  /// The merged tree; nil where there are conflicts.
  public let tree: TreeID?
}

extension Repository {
  /// Merges two trees on a common base, in memory.
  ///
  /// libgit2 writes the blobs it merges into the repository's store; here a store in memory stands before all others and
  /// takes them, and goes with the call. The clone stays byte for byte as it was.
  ///
  /// - Parameter base: nil stands for no common content.
  /// - Throws: ``GitError`` where a tree or blob that has to be merged cannot be read.
  public func merge(base: TreeID?, ours: TreeID, theirs: TreeID) throws(GitError) -> MergeOutcome {
    // A database of its own: the memory store cannot be taken out of one again.
    let database = try ObjectDatabase(objectFolders: [layout.objects] + otherStores)
    var memory: UnsafeMutablePointer<git_odb_backend>?
    try Libgit2.check(git_mempack_new(&memory), "make", "a store in memory")
    try Libgit2.check(git_odb_add_backend(database.handle, memory, 1000), "add", "a store in memory")
    let previous = objects.handle
    git_repository_set_odb(handle, database.handle)
    defer { git_repository_set_odb(handle, previous) }

    let baseTree = try base.map { id throws(GitError) in try tree(id) }
    let (ourTree, theirTree) = (try tree(ours), try tree(theirs))
    var options = git_merge_options()
    git_merge_options_init(&options, UInt32(GIT_MERGE_OPTIONS_VERSION))
    var index: OpaquePointer?
    let code = git_merge_trees(&index, handle, baseTree?.pointer, ourTree.pointer, theirTree.pointer, &options)
    try Libgit2.check(code, "merge", "trees \(ours) and \(theirs)")
    defer { git_index_free(index) }
    if git_index_has_conflicts(index) == 1 {
      return MergeOutcome(conflicts: try conflicts(in: index), tree: nil)
    }
    var written = git_oid()
    try Libgit2.check(git_index_write_tree_to(&written, index, handle), "merge", "trees \(ours) and \(theirs)")
    return MergeOutcome(conflicts: [], tree: TreeID(written))
  }

  private func conflicts(in index: OpaquePointer?) throws(GitError) -> [MergeConflict] {
    var iterator: OpaquePointer?
    try Libgit2.check(git_index_conflict_iterator_new(&iterator, index), "list", "conflicts")
    defer { git_index_conflict_iterator_free(iterator) }
    var conflicts: [MergeConflict] = []
    while true {
      var (base, ours, theirs): (Entry?, Entry?, Entry?) = (nil, nil, nil)
      let code = git_index_conflict_next(&base, &ours, &theirs, iterator)
      if code == GIT_ITEROVER.rawValue { break }
      try Libgit2.check(code, "list", "conflicts")
      conflicts.append(MergeConflict(base: Self.path(base), ours: Self.path(ours), theirs: Self.path(theirs)))
    }
    let none = RepoPath(bytes: [])
    return conflicts.sorted {
      ($0.ours ?? none, $0.theirs ?? none, $0.base ?? none) < ($1.ours ?? none, $1.theirs ?? none, $1.base ?? none)
    }
  }

  private typealias Entry = UnsafePointer<git_index_entry>

  private static func path(_ entry: Entry?) -> RepoPath? {
    entry.map { RepoPath(cString: $0.pointee.path) }
  }
}
