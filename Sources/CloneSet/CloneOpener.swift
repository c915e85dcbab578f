import Git
import GitValues

/// Opens clones and pins what they are. A problem of one clone is a value, never a failure of all.
public struct CloneOpener: Sendable {
  let now: Int64
  let includePullRequests: Bool

  /// An opener.
  ///
  /// - Parameters:
  ///   - now: seconds since 1970; dates after it are not believed.
  ///   - includePullRequests: whether `refs/pull`, `refs/merge-requests`, `refs/pull-requests` and `refs/changes` are
  ///     pinned too.
  public init(now: Int64, includePullRequests: Bool = false) {
    self.now = now
    self.includePullRequests = includePullRequests
  }

  /// Opens `clones`, at most `jobs` at a time. Order of the result: by path, whatever `jobs` says.
  public func open(_ clones: [FoundClone], jobs: Int) async -> [OpenedClone] {
    await withTaskGroup(of: OpenedClone.self) { group in
      var waiting = clones.makeIterator()
      for _ in 0..<max(1, jobs) {
        guard let clone = waiting.next() else { break }
        group.addTask { open(clone) }
      }
      var opened: [OpenedClone] = []
      while let result = await group.next() {
        opened.append(result)
        if let clone = waiting.next() { group.addTask { open(clone) } }
      }
      return opened.sorted { PathText.precedes($0.path, $1.path) }
    }
  }

  /// Opens one clone.
  ///
  /// - Parameter named: a head that the user named outright; it is taken as it is, even in a clone of patches. nil
  ///   lets the clone say: the remote's head in a clone with a work tree, else `HEAD`, see ``HeadRule``.
  public func open(_ found: FoundClone, named: ChosenHead? = nil) -> OpenedClone {
    do throws(GitError) {
      let repository = try Repository(found.layout)
      return try open(found, repository, named: named)
    } catch {
      return .notAnalysed(unusable(found, .unreadable(error), [], asOf: nil))
    }
  }

  private func open(
    _ found: FoundClone,
    _ repository: Repository,
    named: ChosenHead?
  ) throws(GitError) -> OpenedClone {
    let references = try PinnedReferences(of: repository, includePullRequests: includePullRequests)
    var problems = try self.problems(of: found, references)
    let tips = TipDates(of: references, in: repository.objects)
    var asOf = tips.newest(notAfter: now)
    let choice: HeadChoice
    do throws(GitError) {
      if let named {
        choice = HeadChoice(head: named)
      } else {
        choice = try HeadChoice(of: repository, references, tips)
      }
      problems += choice.notes.map { CloneProblem(path: found.path, what: "unusual head", why: $0, isNote: true) }
    } catch {
      return .notAnalysed(unusable(found, .unreadable(error), problems, asOf: asOf))
    }
    guard let head = choice.head else { return .notAnalysed(unusable(found, .empty, problems, asOf: asOf)) }
    do throws(GitError) {
      let links = try repository.objects.commitLinks(head.commit)
      // A commit named outright is known to be there, whether a tip is as old or not.
      if named != nil, links.committerTime <= now { asOf = max(asOf ?? .min, links.committerTime) }
      if named == nil, let kind = try patchFolder(of: links.tree, repository.objects, found, &problems) {
        return .notAnalysed(unusable(found, .patchFolder(kind), problems, asOf: asOf))
      }
    } catch {
      return .notAnalysed(unusable(found, .unreadable(error), problems, asOf: asOf))
    }
    return .ready(
      Clone(
        path: found.path,
        layout: found.layout,
        nameParts: found.nameParts,
        head: head,
        branches: references.branches,
        localBranches: references.localBranches,
        tags: references.tags,
        pullRequests: references.pullRequests,
        shallowBoundary: try shallowBoundary(of: found, &problems),
        isPartial: found.layout.configuration.isPartial,
        replacements: try repository.replacements(),
        asOf: asOf,
        missingTips: tips.missing,
        problems: problems
      )
    )
  }

  private func unusable(
    _ found: FoundClone,
    _ reason: UnusableClone.Reason,
    _ problems: [CloneProblem],
    asOf: Int64?
  ) -> UnusableClone {
    let (path, what) = (found.path, "not analysed")
    let first =
      switch reason {
      case .empty:
        CloneProblem(
          path: path,
          what: what,
          why: "it has no commits",
          hint: "fetch into it, or leave it out",
          isNote: true
        )
      case .patchFolder(let kind):
        CloneProblem(path: path, what: what, why: PatchFolder(path: path, kind: kind).reason, isNote: true)
      case .unreadable(let error): CloneProblem(path: path, what: what, error)
      }
    return UnusableClone(
      path: found.path,
      layout: found.layout,
      nameParts: found.nameParts,
      reason: reason,
      asOf: asOf,
      problems: [first] + problems
    )
  }

  private func problems(of found: FoundClone, _ references: PinnedReferences) throws(GitError) -> [CloneProblem] {
    let stores = try found.layout.missingAlternates().map { store in
      CloneProblem(
        path: found.path,
        what: "objects may be missing",
        why: "it borrows from \(store), which is not there",
        hint: "restore that folder, or run `git repack -a -d` where it still is"
      )
    }
    let broken = references.broken.map { name, error in
      CloneProblem(path: found.path, what: "\(name.text) is left out", why: error.message, hint: error.hint)
    }
    return stores + broken
  }

  private func shallowBoundary(
    of found: FoundClone,
    _ problems: inout [CloneProblem]
  ) throws(GitError) -> [CommitID] {
    var boundary: Set<CommitID> = []
    for line in try found.layout.shallowBoundary() {
      if let id = CommitID(hex: line) {
        boundary.insert(id)
      } else {
        problems.append(
          CloneProblem(path: found.path, what: "the list of shallow commits is damaged", why: "`\(line)` is no id")
        )
      }
    }
    return boundary.sorted()
  }
}
