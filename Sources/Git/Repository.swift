internal import CLibgit2
internal import Glibc
public import GitValues

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
    // Ids and references are followed by ourselves: libgit2 refuses commits whose dates it cannot parse, git does not.
    if let id = CommitID(hex: revision), let header = try objects.header(of: id), header.type == .commit { return id }
    if let name = try reference(revision: revision), let commit = try target(of: name) { return commit }
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

  /// The nearest tag at or before a commit, any kind of tag, as `git describe --tags --abbrev=0` says.
  ///
  /// - Returns: nil where no tag leads to it.
  public func nearestTag(of commit: CommitID) throws(GitError) -> RefName? {
    var target: OpaquePointer?
    var id = git_oid(commit)
    try Libgit2.check(git_object_lookup(&target, handle, &id, GIT_OBJECT_COMMIT), "describe", "\(commit)")
    defer { git_object_free(target) }
    var options = git_describe_options()
    git_describe_options_init(&options, UInt32(GIT_DESCRIBE_OPTIONS_VERSION))
    options.describe_strategy = GIT_DESCRIBE_TAGS.rawValue
    var result: OpaquePointer?
    let code = git_describe_commit(&result, target, &options)
    // No tag that leads to the commit, and no tag at all: libgit2 has a code for the first only, a class for both.
    if code == GIT_ENOTFOUND.rawValue { return nil }
    if code != 0, git_error_last()?.pointee.klass == Int32(bitPattern: GIT_ERROR_DESCRIBE.rawValue) { return nil }
    try Libgit2.check(code, "describe", "\(commit)")
    defer { git_describe_result_free(result) }
    var format = git_describe_format_options()
    git_describe_format_options_init(&format, UInt32(GIT_DESCRIBE_FORMAT_OPTIONS_VERSION))
    format.abbreviated_size = 0
    var text = git_buf()
    try Libgit2.check(git_describe_format(&text, result, &format), "describe", "\(commit)")
    defer { git_buf_dispose(&text) }
    return RefName(bytes: Array(UnsafeRawBufferPointer(start: text.ptr, count: text.size)))
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
