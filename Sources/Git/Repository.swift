internal import CLibgit2
public import GitValues
internal import Glibc

/// A session on one repository: one thread at a time, read only.
///
/// libgit2 opens a folder of our own that links to the clone's `HEAD`, `refs`, `packed-refs` and `objects` and has an
/// empty configuration. So nothing that the clone's configuration says is obeyed, formats that only its configuration
/// makes unreadable can be read, a linked worktree has its own `HEAD`, and nothing can be written into the clone.
public final class Repository {
  /// Where the repository lies.
  public let layout: RepositoryLayout
  /// The objects: the repository's own, those it borrows, and those of ``init(at:with:)``.
  public let objects: ObjectDatabase
  let handle: OpaquePointer
  /// Object stores beside the repository's own.
  let otherStores: [String]
  private let scratch: ScratchFolder

  /// Opens the repository at `path`.
  ///
  /// - Parameter others: further object stores to be seen through this session, as if borrowed.
  /// - Throws: ``GitError``, see ``RepositoryLayout/init(at:)``.
  public convenience init(at path: String, with others: [String] = []) throws(GitError) {
    try self.init(try RepositoryLayout(at: path), with: others)
  }

  /// Opens the repository of `layout`.
  public init(_ layout: RepositoryLayout, with others: [String] = []) throws(GitError) {
    try Libgit2.start()
    let scratch = try ScratchFolder()
    try scratch.link("HEAD", to: layout.gitDirectory + "/HEAD")
    try scratch.link("objects", to: layout.objects)
    try scratch.link("refs", to: layout.commonDirectory + "/refs")
    if RepositoryLayout.isFile(layout.commonDirectory + "/packed-refs") {
      try scratch.link("packed-refs", to: layout.commonDirectory + "/packed-refs")
    }
    try scratch.write("[core]\n\tbare = true\n\trepositoryformatversion = 0\n", as: "config")
    var opened: OpaquePointer?
    let flags = GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_BARE.rawValue
    try Libgit2.check(git_repository_open_ext(&opened, scratch.path, flags, nil), "open", layout.gitDirectory)
    guard let opened else {
      throw GitError(.failed, "open", layout.gitDirectory, message: "libgit2 gave no repository")
    }
    do {
      objects = try ObjectDatabase(objectFolders: [layout.objects] + others)
    } catch {
      git_repository_free(opened)
      throw error
    }
    git_repository_set_odb(opened, objects.handle)
    handle = opened
    self.layout = layout
    otherStores = others
    self.scratch = scratch
  }

  deinit {
    git_repository_free(handle)
  }

  /// The commit that `revision` names: an id, a branch, a tag, `HEAD~3`, anything that git understands.
  ///
  /// - Throws: ``GitError`` of kind `notFound` or `invalid` where it names nothing, or no commit.
  public func commit(revision: String) throws(GitError) -> CommitID {
    // libgit2 reads no commit whose date cannot be read. An id and a reference lead to theirs without its being read.
    if let id = CommitID(hex: revision) {
      if try objects.header(of: id)?.type == .commit { return id }
    } else if let name = try reference(revision: revision), let id = try target(of: name), objects.contains(id) {
      return id
    }
    var found: OpaquePointer?
    try Libgit2.check(git_revparse_single(&found, handle, revision), "resolve", revision)
    defer { git_object_free(found) }
    var peeled: OpaquePointer?
    try Libgit2.check(git_object_peel(&peeled, found, GIT_OBJECT_COMMIT), "resolve to a commit", revision)
    defer { git_object_free(peeled) }
    return CommitID(git_object_id(peeled))
  }

  /// The reference that `revision` names, when it names one: `main` is `refs/heads/main`.
  ///
  /// - Returns: nil where the revision is an id or an expression, or names nothing.
  public func reference(revision: String) throws(GitError) -> RefName? {
    var found: OpaquePointer?
    let code = git_reference_dwim(&found, handle, revision)
    if code == GIT_ENOTFOUND.rawValue || code == GIT_EINVALIDSPEC.rawValue { return nil }
    try Libgit2.check(code, "resolve", revision)
    defer { git_reference_free(found) }
    var name = git_reference_name(found)
    if let target = git_reference_symbolic_target(found) { name = target }
    return RefName(cString: name)
  }
}

extension RefName {
  /// The name that libgit2 holds at `cString`; empty for a null pointer.
  init(cString: UnsafePointer<CChar>?) {
    guard let cString else {
      self.init(bytes: [])
      return
    }
    self.init(bytes: Array(UnsafeRawBufferPointer(start: cString, count: strlen(cString))))
  }
}
