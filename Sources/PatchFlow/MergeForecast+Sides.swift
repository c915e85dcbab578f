public import Divergence
import Git
import GitValues

extension MergeForecast {
  /// What merging `upstream`'s changes into `fork`'s would meet, both counted from one base.
  ///
  /// The renames are those of the two comparisons, the merge of a content is libgit2's; nothing is written anywhere.
  ///
  /// - Throws: `GitError` where a store cannot be opened.
  public static func of(
    fork: TreeComparison,
    upstream: TreeComparison,
    stores: [String],
    workers: Int
  ) async throws -> MergeForecast {
    let meeting = Meeting(MergeSide(fork), MergeSide(upstream))
    let parts = try await inLots(of: 16, meeting.questions, workers: workers) { next in
      let objects = try ObjectDatabase(objectFolders: stores)
      var answers: [(question: Meeting.Question, isClean: Bool?)] = []
      while let lot = next() {
        for question in lot { answers.append((question, question.isClean(objects))) }
      }
      return answers
    }
    let answers = parts.joined()
    let none = RepoPath(bytes: [])
    let conflicts = meeting.conflicts + answers.filter { $0.isClean == false }.map(\.question.conflict)
    return MergeForecast(
      conflicts: Set(conflicts).sorted {
        ($0.path, $0.forkPath ?? none, $0.upstreamPath ?? none) < (
          $1.path, $1.forkPath ?? none, $1.upstreamPath ?? none
        )
      },
      merged: answers.count { $0.isClean == true },
      unread: answers.filter { $0.isClean == nil }.map(\.question.conflict.path).sorted()
    )
  }
}

/// One side's changes since the base.
private struct MergeSide {
  /// Files of the base that it changed, moved or deleted, by their path in the base.
  var changed: [RepoPath: FileChange] = [:]
  /// Files that it brought, by their path.
  var added: [RepoPath: FileState] = [:]
  /// Files of the base that it moved, by their new path.
  var moved: [RepoPath: FileChange] = [:]

  private static let empty = BlobID(hex: "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")

  init(_ comparison: TreeComparison) {
    for change in comparison.changes {
      if change.old == nil {
        added[change.newPath] = change.new
      } else if change.isRename, change.old?.blob == Self.empty {
        // Nothing says that an empty file is the same file elsewhere: git's merge does not follow it.
        changed[change.oldPath] = FileChange(
          oldPath: change.oldPath,
          newPath: change.oldPath,
          old: change.old,
          new: nil
        )
        added[change.newPath] = change.new
      } else {
        changed[change.oldPath] = change
        if change.isRename { moved[change.newPath] = change }
      }
    }
  }

  /// What it put at a path where the base has nothing.
  func newcomer(at path: RepoPath) -> FileState? { added[path] ?? moved[path]?.new }
}

/// Where the changes of two sides meet.
private struct Meeting {
  /// A file whose contents have to be merged to know.
  struct Question: Sendable {
    let conflict: MergeForecast.Conflict
    let base: FileState?
    let fork: FileState
    let upstream: FileState

    /// Whether the contents merge; nil where one cannot be read.
    func isClean(_ objects: ObjectDatabase) -> Bool? {
      do throws(GitError) {
        let limit = ReadingLimit.fileBytes
        let ancestor: BlobContent? =
          if let base { try objects.content(of: base.blob, limit: limit) } else { nil }
        let ours = try objects.content(of: fork.blob, limit: limit)
        let theirs = try objects.content(of: upstream.blob, limit: limit)
        return try FileMerge.isClean(base: ancestor?.bytes, ours: ours.bytes, theirs: theirs.bytes)
      } catch {
        return nil
      }
    }
  }

  private(set) var conflicts: [MergeForecast.Conflict] = []
  private(set) var questions: [Question] = []

  init(_ fork: MergeSide, _ upstream: MergeSide) {
    for (path, ours) in fork.changed {
      if let theirs = upstream.changed[path] { meet(path, ours, theirs) }
    }
    for (path, ours) in fork.added {
      if let theirs = upstream.added[path] {
        settle(path, path, path, base: nil, ours, theirs, cause: .addAdd)
      }
    }
    for (path, ours) in fork.moved {
      guard let theirs = upstream.newcomer(at: path), upstream.moved[path]?.oldPath != ours.oldPath else { continue }
      settle(path, path, path, base: nil, ours.new, theirs, cause: .rename)
    }
    for (path, theirs) in upstream.moved where fork.moved[path] == nil {
      guard let ours = fork.added[path] else { continue }
      settle(path, path, path, base: nil, ours, theirs.new, cause: .rename)
    }
    standInEachOthersPlace(fork, upstream)
  }

  /// A file of the base that both sides changed.
  private mutating func meet(_ path: RepoPath, _ ours: FileChange, _ theirs: FileChange) {
    switch (ours.new, theirs.new) {
    case (nil, nil): return
    case (nil, _): stop(path, nil, theirs.newPath, theirs.isRename ? .rename : .deleteModify)
    case (_, nil): stop(path, ours.newPath, nil, ours.isRename ? .rename : .deleteModify)
    case (let our?, let their?):
      if ours.isRename, theirs.isRename, ours.newPath != theirs.newPath {
        stop(path, ours.newPath, theirs.newPath, .rename)
      } else {
        settle(path, ours.newPath, theirs.newPath, base: ours.old, our, their, cause: .content)
      }
    }
  }

  private mutating func stop(
    _ path: RepoPath,
    _ forkPath: RepoPath?,
    _ upstreamPath: RepoPath?,
    _ cause: MergeForecast.Cause
  ) {
    conflicts.append(.init(path: path, forkPath: forkPath, upstreamPath: upstreamPath, cause: cause))
  }

  /// Decides by ids and modes where they decide, else asks the contents.
  private mutating func settle(
    _ path: RepoPath,
    _ forkPath: RepoPath,
    _ upstreamPath: RepoPath,
    base: FileState?,
    _ ours: FileState?,
    _ theirs: FileState?,
    cause: MergeForecast.Cause
  ) {
    guard let ours, let theirs, ours != theirs else { return }
    let areModesFine = ours.mode == theirs.mode || ours.mode == base?.mode || theirs.mode == base?.mode
    let areKindsAlike = ours.mode.isRegular == theirs.mode.isRegular
    let isContentFine = ours.blob == theirs.blob || ours.blob == base?.blob || theirs.blob == base?.blob
    if !areModesFine || !areKindsAlike || (!isContentFine && !(ours.mode.isRegular && theirs.mode.isRegular)) {
      stop(path, forkPath, upstreamPath, cause)
    } else if !isContentFine {
      let conflict = MergeForecast.Conflict(path: path, forkPath: forkPath, upstreamPath: upstreamPath, cause: cause)
      // What was no plain file before gives no text to merge on.
      let ancestor = base.flatMap { $0.mode.isRegular ? $0 : nil }
      questions.append(Question(conflict: conflict, base: ancestor, fork: ours, upstream: theirs))
    }
  }

  /// A file of the one side where the other has a folder.
  private mutating func standInEachOthersPlace(_ fork: MergeSide, _ upstream: MergeSide) {
    for path in Self.filesAsFolders(fork, upstream) { stop(path, path, nil, .addAdd) }
    for path in Self.filesAsFolders(upstream, fork) { stop(path, nil, path, .addAdd) }
  }

  private static func filesAsFolders(_ one: MergeSide, _ other: MergeSide) -> Set<RepoPath> {
    var found: Set<RepoPath> = []
    for path in [RepoPath](other.added.keys) + other.moved.keys {
      for (place, byte) in path.bytes.enumerated() where byte == UInt8(ascii: "/") {
        let folder = RepoPath(bytes: Array(path.bytes[..<place]))
        if one.newcomer(at: folder) != nil { found.insert(folder) }
      }
    }
    return found
  }
}
