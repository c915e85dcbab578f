internal import CLibgit2
public import GitValues

/// The tag by which git calls a commit.
public struct DescribingTag: Hashable, Sendable {
  /// The commit.
  public let commit: CommitID
  /// The short name.
  public let name: RefName
  /// Whether it is an object of its own; git ends its search for a tag only with such a one at hand.
  public let isAnnotated: Bool

  /// A tag of its parts.
  public init(commit: CommitID, name: RefName, isAnnotated: Bool) {
    self.commit = commit
    self.name = name
    self.isAnnotated = isAnnotated
  }
}

extension Repository {
  /// The tags by which git calls the commits that have any, one a commit. Order: by commit.
  ///
  /// Source: `git describe --tags`, which prefers an annotated tag, the newest of several, else the first by name.
  ///
  /// - Throws: ``GitError`` where the references or a tag that must be compared cannot be read.
  public func describingTags() throws(GitError) -> [DescribingTag] {
    var chosen: [CommitID: NamedTag] = [:]
    for reference in try references(where: { $0.hasPrefix("refs/tags/") }).references {
      guard let commit = reference.commit else { continue }
      var target = git_oid()
      let code = (reference.name.bytes + [0]).withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { git_reference_name_to_id(&target, handle, $0.baseAddress) }
      }
      try Libgit2.check(code, "read reference", reference.name.text)
      let id = AnyObjectID(target)
      let name = RefName(bytes: Array(reference.name.bytes.dropFirst("refs/tags/".utf8.count)))
      let tag = NamedTag(name: name, annotation: id == commit.retyped() ? nil : id)
      if let known = chosen[commit], try !isPreferred(tag, to: known) { continue }
      chosen[commit] = tag
    }
    return chosen.sorted { $0.key < $1.key }.map {
      DescribingTag(commit: $0.key, name: $0.value.name, isAnnotated: $0.value.annotation != nil)
    }
  }

  private func isPreferred(_ tag: NamedTag, to known: NamedTag) throws(GitError) -> Bool {
    guard let annotation = tag.annotation else { return false }
    guard let knownAnnotation = known.annotation else { return true }
    return try taggerTime(knownAnnotation) < taggerTime(annotation)
  }

  /// 0 where the tag does not say when it was made.
  private func taggerTime(_ tag: AnyObjectID) throws(GitError) -> Int64 {
    let object = try objects.object(tag, .tag)
    return CommitParser(object.bytes).taggerTime
  }
}

/// A tag and, where it is an object of its own, that object.
private struct NamedTag {
  let name: RefName
  let annotation: AnyObjectID?
}
