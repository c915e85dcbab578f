internal import CLibgit2
public import GitValues
internal import Glibc

/// A reference and the commit that it leads to.
public struct Reference: Hashable, Sendable {
  /// The full name.
  public let name: RefName
  /// The commit that it leads to, through tags; nil where it leads to none: a tag of a tree, a broken tag.
  public let commit: CommitID?
}

/// What `HEAD` says.
public enum Head: Hashable, Sendable {
  /// A branch, and the commit it is at.
  case branch(RefName, CommitID)
  /// A branch that does not exist.
  case unborn(RefName)
  /// A commit, on no branch.
  case detached(CommitID)
}

/// All references of a repository as far as they can be read.
public struct ReferenceList: Sendable {
  /// Order: by name.
  public let references: [Reference]
  /// References that cannot be read, with the reason. Order: by name.
  public let broken: [(name: RefName, error: GitError)]
}

extension Repository {
  /// The references whose full name `isWanted`, each followed to its commit.
  ///
  /// Names are asked first and followed one by one, since libgit2's own iteration passes over a reference it cannot
  /// read without a word.
  ///
  /// - Throws: ``GitError`` where the list itself cannot be read, as with a damaged `packed-refs`.
  public func references(where isWanted: (RefName) -> Bool) throws(GitError) -> ReferenceList {
    var references: [Reference] = []
    var broken: [(name: RefName, error: GitError)] = []
    for name in try referenceNames() where isWanted(name) {
      do throws(GitError) {
        references.append(Reference(name: name, commit: try target(of: name)))
      } catch {
        broken.append((name, error))
      }
    }
    references.sort { $0.name < $1.name }
    broken.sort { $0.name < $1.name }
    return ReferenceList(references: references, broken: broken)
  }

  /// Every full name, in no order: what libgit2 lists, and the files that it passes over because it cannot read them.
  private func referenceNames() throws(GitError) -> Set<RefName> {
    Set(try listedNames()).union(try LooseReferences.names(in: layout.commonDirectory))
  }

  private func listedNames() throws(GitError) -> [RefName] {
    var iterator: OpaquePointer?
    try Libgit2.check(git_reference_iterator_new(&iterator, handle), "list references of", layout.gitDirectory)
    defer { git_reference_iterator_free(iterator) }
    var names: [RefName] = []
    while true {
      var name: UnsafePointer<CChar>?
      let code = git_reference_next_name(&name, iterator)
      if code == GIT_ITEROVER.rawValue { return names }
      try Libgit2.check(code, "list references of", layout.gitDirectory)
      guard let name else { continue }
      names.append(RefName(bytes: Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))))
    }
  }

  /// The commit that `name` leads to; nil where it leads to another kind of object.
  func target(of name: RefName) throws(GitError) -> CommitID? {
    var found: OpaquePointer?
    let code = (name.bytes + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { git_reference_lookup(&found, handle, $0.baseAddress) }
    }
    try Libgit2.check(code, "read reference", name.text)
    defer { git_reference_free(found) }
    // A packed reference to an annotated tag carries what is behind the tag, mostly a commit: the tag needs not be read.
    // A branch is at a commit without being asked.
    if let peeled = git_reference_target_peel(found) {
      let id = CommitID(peeled)
      // An object that is not here is taken for a commit, so that it is missed and not passed over.
      return if let header = try objects.header(of: id), header.type != .commit { nil } else { id }
    }
    if name.hasPrefix("refs/heads/"), let target = git_reference_target(found) { return CommitID(target) }
    return try peeled(found, name)
  }

  private func peeled(_ reference: OpaquePointer?, _ name: RefName) throws(GitError) -> CommitID? {
    var resolved: OpaquePointer?
    try Libgit2.check(git_reference_resolve(&resolved, reference), "follow reference", name.text)
    defer { git_reference_free(resolved) }
    guard var id = git_reference_target(resolved).map({ AnyObjectID($0) }) else { return nil }
    // Tags of tags are followed by hand, at most this deep: a made-up chain must not hold us up.
    for _ in 0..<32 {
      guard let header = try objects.header(of: id) else {
        throw GitError(.notFound, "follow reference", name.text, message: "object \(id) is not in the clone")
      }
      switch header.type {
      case .commit: return id.retyped()
      case .tree, .blob: return nil
      case .tag: id = try tagTarget(id)
      }
    }
    throw GitError(.corrupt, "follow reference", name.text, message: "it is a chain of more than 32 tags")
  }

  private func tagTarget(_ id: AnyObjectID) throws(GitError) -> AnyObjectID {
    let object = try objects.object(id, .tag)
    let bytes = object.bytes
    guard bytes.count >= 48, let start = bytes.baseAddress, bytes.starts(with: Array("object ".utf8)),
      let target = AnyObjectID(hexDigits: (start + 7).assumingMemoryBound(to: UInt8.self))
    else {
      throw GitError(.corrupt, "read tag", "\(id)", message: "its headers cannot be parsed")
    }
    return target
  }

  /// What `HEAD` says.
  public func head() throws(GitError) -> Head {
    var found: OpaquePointer?
    try Libgit2.check(git_reference_lookup(&found, handle, "HEAD"), "read HEAD of", layout.gitDirectory)
    defer { git_reference_free(found) }
    guard let symbolic = git_reference_symbolic_target(found) else {
      guard let target = git_reference_target(found) else {
        throw GitError(.corrupt, "read HEAD of", layout.gitDirectory, message: "it names nothing")
      }
      return .detached(CommitID(target))
    }
    let name = RefName(cString: symbolic)
    var resolved: OpaquePointer?
    let code = git_reference_resolve(&resolved, found)
    if code == GIT_ENOTFOUND.rawValue { return .unborn(name) }
    try Libgit2.check(code, "follow HEAD of", layout.gitDirectory)
    defer { git_reference_free(resolved) }
    guard let target = git_reference_target(resolved) else { return .unborn(name) }
    return .branch(name, CommitID(target))
  }

  /// The branch that a symbolic reference such as `refs/remotes/origin/HEAD` names; nil where there is none.
  public func symbolicTarget(of name: String) throws(GitError) -> RefName? {
    var found: OpaquePointer?
    let code = git_reference_lookup(&found, handle, name)
    if code == GIT_ENOTFOUND.rawValue { return nil }
    try Libgit2.check(code, "read reference", name)
    defer { git_reference_free(found) }
    return git_reference_symbolic_target(found).map { RefName(cString: $0) }
  }

  /// What stands in for what: `refs/replace/<commit>`. libgit2 does not know these references.
  public func replacements() throws(GitError) -> [CommitID: CommitID] {
    var replacements: [CommitID: CommitID] = [:]
    let prefix = "refs/replace/"
    for reference in try references(where: { $0.hasPrefix("refs/replace/") }).references {
      guard let original = CommitID(hex: reference.name.text.dropFirst(prefix.count)) else { continue }
      replacements[original] = reference.commit
    }
    return replacements
  }
}
