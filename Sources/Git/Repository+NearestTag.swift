internal import CLibgit2
public import GitValues

extension Repository {
  /// The nearest tag at or before a commit, any kind of tag, as `git describe --tags --abbrev=0` says; a short name.
  ///
  /// libgit2's own answer is that of an older git: it ends its search too early where a side history has a tag.
  ///
  /// - Returns: nil where no tag leads to it.
  /// - Throws: ``GitError`` where a commit that the search needs cannot be read.
  public func nearestTag(of commit: CommitID) throws(GitError) -> RefName? {
    let names = try tagNames()
    if let exact = names[commit] { return exact.name }
    var search = TagSearch(
      names: names,
      objects: objects,
      cuts: Set(try layout.shallowBoundary().compactMap { CommitID(hex: $0) })
    )
    return try search.nearest(to: commit)
  }

  /// The tag by which git calls each tagged commit.
  private func tagNames() throws(GitError) -> [CommitID: NamedTag] {
    var names: [CommitID: NamedTag] = [:]
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
      if let known = names[commit], try !isPreferred(tag, to: known) { continue }
      names[commit] = tag
    }
    return names
  }

  /// Of several tags of a commit git takes an annotated one, the newest of these; else the first by name.
  private func isPreferred(_ tag: NamedTag, to known: NamedTag) throws(GitError) -> Bool {
    guard let annotation = tag.annotation else { return false }
    guard let knownAnnotation = known.annotation else { return true }
    return try taggerTime(knownAnnotation) < taggerTime(annotation)
  }

  /// 0 where the tag does not say when it was made.
  private func taggerTime(_ tag: AnyObjectID) throws(GitError) -> Int64 {
    let object = try objects.object(tag, GIT_OBJECT_TAG)
    return CommitParser(object.bytes).taggerTime
  }
}

/// A tag and, where it is an object of its own, that object.
private struct NamedTag {
  let name: RefName
  let annotation: AnyObjectID?
}

/// git's search for the nearest of many tags. Source: `builtin/describe.c` of git 2.39.
private struct TagSearch {
  let names: [CommitID: NamedTag]
  let objects: ObjectDatabase
  /// Commits whose parents a shallow clone does not have.
  let cuts: Set<CommitID>

  /// No more tags than this are looked at.
  private static let candidateLimit = 10

  private struct Candidate {
    let name: RefName
    /// How many commits were seen that the tag does not have.
    var depth: Int
  }

  private struct Waiting {
    let id: CommitID
    let links: CommitLinks
  }

  private var candidates: [Candidate] = []
  /// By commit: which candidates have it, one bit each.
  private var within: [CommitID: UInt16] = [:]
  /// Oldest first; of equal dates the one that was found first stands last.
  private var waiting: [Waiting] = []

  init(names: [CommitID: NamedTag], objects: ObjectDatabase, cuts: Set<CommitID>) {
    self.names = names
    self.objects = objects
    self.cuts = cuts
  }

  mutating func nearest(to commit: CommitID) throws(GitError) -> RefName? {
    try add(commit)
    var (seen, hasAnnotated) = (0, false)
    while let next = waiting.popLast() {
      seen += 1
      if let tag = names[next.id] {
        guard candidates.count < Self.candidateLimit else { break }
        within[next.id, default: 0] |= 1 << UInt16(candidates.count)
        candidates.append(Candidate(name: tag.name, depth: seen - 1))
        hasAnnotated = hasAnnotated || tag.annotation != nil
      }
      let flags = within[next.id, default: 0]
      for index in candidates.indices where flags & (1 << UInt16(index)) == 0 { candidates[index].depth += 1 }
      if hasAnnotated, waiting.isEmpty, flags & best == best { break }
      if cuts.contains(next.id) { continue }
      for parent in next.links.parents {
        if within[parent] == nil { try add(parent) }
        within[parent, default: 0] |= flags
      }
    }
    // The first of the smallest: `min` would do, but does not promise it.
    return candidates.enumerated().min { ($0.element.depth, $0.offset) < ($1.element.depth, $1.offset) }?.element.name
  }

  /// The candidates that are nearest so far, one bit each.
  private var best: UInt16 {
    let depth = candidates.map(\.depth).min()
    return candidates.indices.reduce(0) { candidates[$1].depth == depth ? $0 | 1 << UInt16($1) : $0 }
  }

  private mutating func add(_ id: CommitID) throws(GitError) {
    within[id] = 0
    let links = try objects.commitLinks(id)
    var (low, high) = (0, waiting.count)
    while low < high {
      let middle = (low + high) / 2
      if waiting[middle].links.committerTime < links.committerTime { low = middle + 1 } else { high = middle }
    }
    waiting.insert(Waiting(id: id, links: links), at: low)
  }
}
