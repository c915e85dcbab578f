import BitCollections
import CloneSet
import Compatibility
import Divergence
import Evidence
import Family
import Git
import GitValues
import History
import Landscape
import Lineage
import Portrait

/// Puts what the stages found into the model.
struct LandscapeAssembly {
  let graph: CommitGraph
  let intake: Intake
  let members: [Member]
  let families: FamilyStage.Result
  let results: [Int: ForkResult]
  /// By the root of the family.
  let communities: [Int: CommunityResult]
  /// By the root of the family.
  let siblings: [Int: Result<[SiblingResult], GitError>]
  let request: AnalysisRequest

  func analysis() -> Analysis {
    var files: [ForkFiles] = []
    var patches: [ForkPatches] = []
    var surfaces: [ForkSurfaces] = []
    let familyNames = names()
    let entries = zip(families.families.families, familyNames).map { family, name in
      for fork in family.forks.sorted(by: { members[$0.member].name < members[$1.member].name }) {
        if let lines = fileLines(fork.member) {
          files.append(ForkFiles(family: name, fork: members[fork.member].name, lines: lines))
        }
        if let result = results[fork.member]?.patches {
          patches.append(ForkPatches(family: name, fork: members[fork.member].name, lines: patchLines(result)))
        }
        if let result = results[fork.member]?.compatibility {
          surfaces.append(ForkSurfaces(family: name, fork: members[fork.member].name, lines: surfaceLines(result)))
        }
      }
      return entry(family, name)
    }
    let landscape = Landscape(
      generator: GeneratorEntry(version: request.version, libgit2: "\(Libgit2.version)"),
      now: Instant(seconds: request.now),
      clones: cloneEntries(),
      families: entries,
      notAnalysed: intake.unusable.map {
        NotAnalysedEntry(what: $0.path, reason: $0.problems.first?.why ?? "it cannot be read")
      } + intake.unreadable.map { NotAnalysedEntry(what: $0.path, reason: $0.why) }
        + unreadDescents().map { NotAnalysedEntry(what: $0.path, reason: $0.why) } + unreadCommunities()
        + unreadSiblings()
    )
    let problems = intake.problems + results.values.flatMap(unreadParts) + unreadDescents()
    return Analysis(
      landscape: landscape,
      files: files,
      patches: patches,
      surfaces: surfaces,
      problems: Set(problems.map(\.description)).sorted(),
      isIncomplete: problems.contains { !$0.isNote },
      foundClones: !members.isEmpty
    )
  }

  /// What of a fork could not be read, or not be counted because of it.
  private func unreadParts(_ result: ForkResult) -> [CloneProblem] {
    let cut = result.lineage?.incompleteness.map { ("ahead and behind", $0) }
    let parts =
      result.notAnalysed + [cut].compactMap { $0 }
      + (unread(result) + unreadPatches(result) + unreadForecast(result)).map { ($0.what, $0.reason) }
    let path = intake.participants[result.fork.member].clone.path
    return parts.map { CloneProblem(path: path, what: "analysed in part", why: "\($0.0): \($0.1)") }
  }

  /// A family is called as declared, else like its root; where two roots have one name, like their paths.
  private func names() -> [String] {
    let names = families.families.families.map { families.names[$0.root] ?? members[$0.root].bareName }
    return names.enumerated().map { index, name in
      names.count { $0 == name } > 1 ? members[families.families.families[index].root].name : name
    }
  }

  private func entry(_ family: Family, _ name: String) -> FamilyEntry {
    let clone = intake.participants[family.root].clone
    let root = members[family.root]
    let forks = family.forks.map { forkEntry($0) } + unreadForks()
    return FamilyEntry(
      name: name,
      upstream: UpstreamEntry(
        name: root.name,
        clone: clone.path,
        head: head(of: family.root),
        commits: graph.reach([root.head]).count,
        asOf: Instant(seconds: clone.asOf ?? 0),
        portrait: root.portrait.map(Self.portrait),
        community: communityEntry(ofRoot: family.root)
      ),
      forks: forks,
      withoutClone: knownForks(family.root),
      says: FamilySentences.of(forks, upstream: root.name),
      missingFixes: fixMatrix(family),
      sharedChanges: sharedChanges(family)
    )
  }

  /// In a run over a named pair, forks that could not be read are still forks that were asked for.
  private func unreadForks() -> [ForkEntry] {
    intake.unreadForks.map { fork in
      ForkEntry(
        name: fork.name,
        clone: fork.path,
        relation: .notAnalysed,
        upstream: members.first?.name,
        head: nil,
        asOf: fork.asOf.map { Instant(seconds: $0) },
        notAnalysed: [NotAnalysedEntry(what: "fork", reason: fork.reason)]
      )
    }
  }

  func head(of member: Int) -> HeadEntry {
    let head = members[member].head
    let reference = members[member].headReference.map { EncodedText($0.bytes) }
    return HeadEntry(
      ref: reference?.text ?? "HEAD",
      refIsEncoded: reference?.isEncoded ?? false,
      commit: "\(graph.ids[head])",
      date: date(of: head)
    )
  }

  func date(of node: CommitGraph.Node) -> Instant { Instant(seconds: graph.committerTimes[node]) }

  static func portrait(_ portrait: Portrait) -> PortraitEntry {
    let descent: Set<ForkStatement.Kind> = [.fork, .basedOn, .successor, .port, .dropIn]
    return PortraitEntry(
      title: portrait.title,
      license: portrait.licence,
      describes: portrait.describes,
      forkOf: portrait.forkStatements.first { descent.contains($0.kind) }?.quote
    )
  }

  private func cloneEntries() -> [CloneEntry] {
    let roots = Set(families.families.families.map(\.root))
    let loners = Set(families.families.loners)
    var entries = intake.participants.enumerated().map { index, participant in
      if let error = families.families.unread[index] {
        return entry(participant, role: .notAnalysed, index, reason: Self.unreadDescent(error))
      }
      let isUnrelated = loners.contains(index) || results[index].map { $0.fork.descent == nil } ?? false
      return entry(participant, role: isUnrelated ? .unrelated : roots.contains(index) ? .upstream : .fork, index)
    }
    entries += intake.unusable.map { clone in
      CloneEntry(
        path: clone.path,
        pathIsEncoded: false,
        name: clone.nameParts.name,
        role: clone.isPatchFolder ? .patchFolder : .notAnalysed,
        asOf: clone.asOf.map { Instant(seconds: $0) },
        missingObjects: nil,
        isShallow: false,
        headRef: nil,
        headRefIsEncoded: false,
        origin: clone.layout.configuration.origin,
        reason: clone.problems.first?.why
      )
    }
    entries += intake.unreadable.map { emptyEntry($0.path, .notAnalysed, $0.why) }
    entries += intake.duplicates.map { duplicate in
      emptyEntry(duplicate.path, .duplicate, "it is the same repository as \(duplicate.original)")
    }
    entries += intake.patchFolders.map { emptyEntry($0.path, .patchFolder, $0.reason) }
    return entries
  }

  private static func unreadDescent(_ error: GitError) -> String {
    "whether it descends from another clone cannot be told, since its contents cannot be read: \(error)"
  }

  /// Clones of which it is not known whether they descend from another. Order: by path.
  private func unreadDescents() -> [CloneProblem] {
    families.families.unread.map { member, error in
      CloneProblem(
        path: intake.participants[member].clone.path,
        what: "not compared with the other clones",
        why: Self.unreadDescent(error)
      )
    }.sorted { $0.path < $1.path }
  }

  private func entry(
    _ participant: Participant,
    role: CloneRole,
    _ index: Int,
    reason: String? = nil
  ) -> CloneEntry {
    let clone = participant.clone
    let reference = clone.head.reference.map { EncodedText($0.bytes) }
    return CloneEntry(
      path: clone.path,
      pathIsEncoded: false,
      name: participant.name,
      role: role,
      asOf: clone.asOf.map { Instant(seconds: $0) },
      missingObjects: missingObjects(index),
      isShallow: clone.isShallow,
      headRef: reference?.text,
      headRefIsEncoded: reference?.isEncoded ?? false,
      origin: clone.origin,
      reason: reason,
      notes: cloneNotes(index).map { MessageEntry(message: $0.id, parameters: $0.parameters, text: $0.text) }
    )
  }

  private func emptyEntry(_ path: String, _ role: CloneRole, _ reason: String) -> CloneEntry {
    CloneEntry(
      path: path,
      pathIsEncoded: false,
      name: path.split(separator: "/").last.map(String.init) ?? path,
      role: role,
      asOf: nil,
      missingObjects: nil,
      isShallow: false,
      headRef: nil,
      headRefIsEncoded: false,
      origin: nil,
      reason: reason
    )
  }

  /// Objects that were needed of the clone and are missing: tips of references, and contents in the trees compared.
  private func missingObjects(_ member: Int) -> Int {
    var blobs: Set<BlobID> = []
    for result in results.values {
      guard let divergence = result.divergence else { continue }
      if result.fork.member == member { blobs.formUnion(divergence.forkLines.unread.map(\.blob)) }
      if result.fork.upstream == member { blobs.formUnion(divergence.upstreamLines.unread.map(\.blob)) }
    }
    return intake.participants[member].clone.missingTips + blobs.count
  }

  private func fileLines(_ member: Int) -> [FileLine]? {
    results[member]?.divergence?.comparison.files.map { file in
      let (path, fork, upstream) = (
        EncodedText(file.path.bytes), file.forkPath.map { EncodedText($0.bytes) },
        file.upstreamPath.map { EncodedText($0.bytes) }
      )
      return FileLine(
        path: path.text,
        pathIsEncoded: path.isEncoded,
        fileClass: file.fileClass,
        forkPath: fork?.text,
        forkPathIsEncoded: fork?.isEncoded ?? false,
        upstreamPath: upstream?.text,
        upstreamPathIsEncoded: upstream?.isEncoded ?? false
      )
    }
  }
}

extension UnusableClone {
  /// Whether the clone holds patches instead of a history.
  fileprivate var isPatchFolder: Bool {
    if case .patchFolder = reason { true } else { false }
  }
}
