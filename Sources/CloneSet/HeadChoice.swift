import Git
import GitValues

/// Dates of the commits that references lead to, each commit read once.
struct TipDates {
  private var times: [CommitID: Int64] = [:]
  /// How many distinct commits could not be read.
  private(set) var missing = 0
  /// The first failure to read one.
  private(set) var firstError: GitError?

  init(of references: PinnedReferences, in objects: ObjectDatabase) {
    var seen: Set<CommitID> = []
    for group in [references.heads, references.remotes, references.tags] {
      for reference in group where seen.insert(reference.commit).inserted {
        do throws(GitError) {
          times[reference.commit] = try objects.commitLinks(reference.commit).committerTime
        } catch {
          missing += 1
          firstError = firstError ?? error
        }
      }
    }
  }

  /// When the commit was recorded; nil where it could not be read.
  func time(of commit: CommitID) -> Int64? { times[commit] }

  /// The newest date that is not after `now`; nil where there is none.
  func newest(notAfter now: Int64) -> Int64? { times.values.filter { $0 <= now }.max() }
}

/// Which commit stands for a clone: what ``CloneOpener/open(_:named:)`` documents.
struct HeadChoice {
  /// nil where the clone has no commits.
  let head: ChosenHead?
  /// What a reader should know of the choice.
  var notes: [String] = []

  init(head: ChosenHead) {
    self.head = head
  }

  init(of repository: Repository, _ references: PinnedReferences, _ tips: TipDates) throws(GitError) {
    if let remote = references.remote,
      let name = try repository.symbolicTarget(of: "refs/remotes/\(remote)/HEAD")
    {
      if let commit = references.commit(of: name) {
        head = ChosenHead(reference: name, commit: commit, rule: .remoteHead)
        return
      }
      if let broken = references.broken.first(where: { $0.name == name }) { throw broken.error }
      notes.append("refs/remotes/\(remote)/HEAD names \(name.text), which does not exist; HEAD was taken")
    }
    switch try repository.head() {
    case .branch(let name, let commit): head = ChosenHead(reference: name, commit: commit, rule: .symbolicHead)
    case .detached(let commit): head = ChosenHead(reference: nil, commit: commit, rule: .detached)
    case .unborn(let missing):
      let fallback = try Self.fallback(references, tips)
      head = fallback.map {
        ChosenHead(reference: $0.name, commit: $0.commit, rule: .unbornHeadFallback(missing: missing))
      }
    }
    if let note = head?.note { notes.append(note) }
  }

  /// The reference that stands in for an unborn head; nil where there is none at all.
  private static func fallback(
    _ references: PinnedReferences,
    _ tips: TipDates
  ) throws(GitError) -> PinnedReference? {
    for preferred in ["main", "master", "trunk", "develop"] {
      let found = references.branches.first { references.shortName(of: $0).elementsEqual(preferred.utf8) }
      if let found { return found }
    }
    for group in [references.branches, references.heads, references.tags] {
      // The first of the newest: groups are ordered by name.
      var best: (reference: PinnedReference, time: Int64)?
      for reference in group {
        guard let time = tips.time(of: reference.commit) else { continue }
        if let known = best, known.time >= time { continue }
        best = (reference, time)
      }
      if let best { return best.reference }
    }
    if let error = tips.firstError ?? references.broken.first?.error { throw error }
    return nil
  }
}
