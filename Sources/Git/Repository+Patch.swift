internal import CLibgit2
public import GitValues
internal import Glibc

/// A fingerprint of a change that stays the same when the change is applied elsewhere. git's stable patch id.
public struct PatchID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The 20 bytes, as an object id holds them.
  public let value: AnyObjectID

  /// By bytes.
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  /// 40 hexadecimal digits.
  public var description: String { value.description }
}

extension Repository {
  /// The patch id of the change from `old` to `new`: `git patch-id --stable` of each file, added up as git does.
  ///
  /// That is the id by which `git cherry` compares. The program `git patch-id` says the same of a whole diff, unless a
  /// file in it has no lines (a mode that changed, an empty file): it runs that file's header into the next file's.
  ///
  /// - Parameter old: the tree before; nil stands for an empty one.
  /// - Returns: nil where the trees are equal: an empty change has no identity, and all of them would match.
  /// - Throws: ``GitError`` where a tree or blob that differs cannot be read.
  public func patchID(from old: TreeID?, to new: TreeID) throws(GitError) -> PatchID? {
    let diff = try diff(from: old, to: new)
    if git_diff_num_deltas(diff.pointer) == 0 { return nil }
    var options = git_diff_patchid_options()
    git_diff_patchid_options_init(&options, UInt32(GIT_DIFF_PATCHID_OPTIONS_VERSION))
    var id = git_oid()
    try Libgit2.check(git_diff_patchid(&id, diff.pointer, &options), "fingerprint", "a change")
    return PatchID(value: AnyObjectID(id))
  }

  /// The files that differ between two trees, renames followed as libgit2 finds them (similarity of half and more).
  ///
  /// For single comparisons; a history is compared with ``TreeReader``, which does not descend into equal folders.
  /// Order: by new path.
  public func changes(from old: TreeID?, to new: TreeID, followingRenames: Bool) throws(GitError) -> [FileChange] {
    let diff = try diff(from: old, to: new)
    if followingRenames {
      var options = git_diff_find_options()
      git_diff_find_options_init(&options, UInt32(GIT_DIFF_FIND_OPTIONS_VERSION))
      options.flags = GIT_DIFF_FIND_RENAMES.rawValue
      options.rename_limit = 1000
      try Libgit2.check(git_diff_find_similar(diff.pointer, &options), "find renames in", "a change")
    }
    var changes: [FileChange] = []
    for index in 0..<git_diff_num_deltas(diff.pointer) {
      guard let delta = git_diff_get_delta(diff.pointer, index)?.pointee else { continue }
      changes.append(
        FileChange(
          oldPath: RepoPath(cString: delta.old_file.path),
          newPath: RepoPath(cString: delta.new_file.path),
          old: delta.status == GIT_DELTA_ADDED ? nil : FileState(delta.old_file),
          new: delta.status == GIT_DELTA_DELETED ? nil : FileState(delta.new_file)
        )
      )
    }
    return changes.sorted { ($0.newPath, $0.oldPath) < ($1.newPath, $1.oldPath) }
  }

  private func diff(from old: TreeID?, to new: TreeID) throws(GitError) -> DiffHandle {
    let oldTree = try old.map { id throws(GitError) in try tree(id) }
    let newTree = try tree(new)
    var options = git_diff_options()
    git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
    options.flags = GIT_DIFF_INDENT_HEURISTIC.rawValue
    var diff: OpaquePointer?
    let code = git_diff_tree_to_tree(&diff, handle, oldTree?.pointer, newTree.pointer, &options)
    try Libgit2.check(code, "compare", "trees \(old ?? .zero) and \(new)")
    guard let diff else { throw GitError(.failed, "compare", "two trees", message: "libgit2 gave no diff") }
    return DiffHandle(diff)
  }

  func tree(_ id: TreeID) throws(GitError) -> TreeHandle {
    var found: OpaquePointer?
    var oid = git_oid(id)
    try Libgit2.check(git_tree_lookup(&found, handle, &oid), "read tree", "\(id)")
    guard let found else { throw GitError(.failed, "read tree", "\(id)", message: "libgit2 gave no tree") }
    return TreeHandle(found)
  }
}

/// Owns libgit2's list of differing files.
private struct DiffHandle: ~Copyable {
  let pointer: OpaquePointer
  init(_ pointer: OpaquePointer) { self.pointer = pointer }
  deinit { git_diff_free(pointer) }
}

/// Owns libgit2's tree.
final class TreeHandle {
  let pointer: OpaquePointer
  init(_ pointer: OpaquePointer) { self.pointer = pointer }
  deinit { git_tree_free(pointer) }
}

extension FileState {
  fileprivate init(_ file: git_diff_file) {
    self.init(blob: BlobID(file.id), mode: FileMode(rawValue: UInt32(file.mode)).canonical)
  }
}

extension RepoPath {
  init(cString: UnsafePointer<CChar>?) {
    self.init(bytes: cString.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? [])
  }
}
