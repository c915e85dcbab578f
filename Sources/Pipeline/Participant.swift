import CloneSet
import FactStore
import Family
import Git
import GitValues
import History
import Portrait

/// A clone that takes part, under the name that is shown.
struct Participant: Sendable {
  /// Unique among the participants.
  let name: String
  /// The opened clone.
  let clone: Clone
  /// Whether its head was named outright, so that no other branch counts.
  let isNamed: Bool

  /// The same participant as of `time`.
  func with(asOf time: Int64) -> Participant {
    Participant(name: name, clone: clone.with(asOf: time), isNamed: isNamed)
  }

  /// The same participant with another head.
  func with(head: ChosenHead) -> Participant {
    Participant(name: name, clone: clone.with(head: head), isNamed: isNamed)
  }
}

/// A fork that was named outright and cannot be read.
struct UnreadFork: Sendable {
  let name: String
  let path: String
  let asOf: Int64?
  let reason: String
}

/// What the clones of a run came to.
struct Intake: Sendable {
  /// Order: by path; in a run over a named pair the upstream first, then the forks as given.
  var participants: [Participant] = []
  /// Clones that are there and are not analysed.
  var unusable: [UnusableClone] = []
  /// Forks that were named outright and cannot be read.
  var unreadForks: [UnreadFork] = []
  /// Clones that are there and could not even be opened.
  var unreadable: [CloneProblem] = []
  /// Second ways to a clone that takes part.
  var duplicates: [DuplicateClone] = []
  /// Folders that hold patches instead of a history.
  var patchFolders: [PatchFolder] = []
  /// One line for everything that is wrong.
  var problems: [CloneProblem] = []
}

extension Intake {
  /// Finds, opens and names the clones of `request`.
  ///
  /// - Throws: `CloneProblem` where a pair was named and its upstream cannot be had.
  static func of(_ request: AnalysisRequest, _ report: @Sendable (AnalysisEvent) -> Void) async throws -> Intake {
    let opener = CloneOpener(now: request.now, includePullRequests: request.includePullRequests)
    switch request.subject {
    case .folders(let paths):
      report(.searching)
      let found = CloneFinder(currentFolder: request.currentFolder).find(paths)
      report(.opening(clones: found.clones.count))
      let opened = await opener.open(found.clones, jobs: request.jobs)
      return folders(found, opened, request)
    case .pair(let upstream, let forks):
      return try pair(upstream, forks, opener, request)
    }
  }

  private static func folders(_ found: Discovery, _ opened: [OpenedClone], _ request: AnalysisRequest) -> Intake {
    var intake = Intake()
    let clones = opened.compactMap(\.clone)
    let given = request.familyFile.map { names(from: $0, clones, request.currentFolder) } ?? [:]
    let requests = clones.enumerated().map { CloneNames.Request($1.nameParts, given: given[$0]) }
    intake.participants = zip(CloneNames.shown(requests), clones).map {
      Participant(name: $0, clone: $1, isNamed: false)
    }
    intake.unusable = opened.compactMap { if case .notAnalysed(let clone) = $0 { clone } else { nil } }
    intake.unreadable = found.unreadable
    intake.duplicates = found.duplicates
    intake.patchFolders = found.patchFolders
    intake.problems = found.problems + found.unreadable + opened.flatMap(\.problems)
    return intake
  }

  /// Names that the family file gives, by the clone's place.
  private static func names(from file: FamilyFile, _ clones: [Clone], _ folder: String) -> [Int: String] {
    var names: [Int: String] = [:]
    for fork in file.families.flatMap(\.forks) {
      guard let clone = fork.clone else { continue }
      if case .one(let place) = CloneNames.match(clone, among: clones.map(\.nameParts), currentFolder: folder) {
        names[place] = fork.name
      }
    }
    return names
  }

  private static func pair(
    _ upstream: PairArgument,
    _ forks: [PairArgument],
    _ opener: CloneOpener,
    _ request: AnalysisRequest
  ) throws -> Intake {
    var intake = Intake()
    var opened: [(clone: Clone, given: String?, isNamed: Bool)] = []
    for (index, argument) in ([upstream] + forks).enumerated() {
      do {
        let resolved = try argument.resolve(currentFolder: request.currentFolder)
        switch opener.open(resolved.clone, named: resolved.head) {
        case .ready(let clone):
          opened.append((clone, argument.name, resolved.head != nil))
          intake.problems += clone.problems
        case .notAnalysed(let clone):
          intake.problems += clone.problems
          if index == 0, let problem = clone.problems.first { throw problem }
          intake.unusable.append(clone)
          intake.unreadForks.append(
            UnreadFork(
              name: argument.name ?? clone.nameParts.name,
              path: clone.path,
              asOf: clone.asOf,
              reason: clone.problems.first?.why ?? "it cannot be read"
            )
          )
        }
      } catch let problem as CloneProblem {
        if index == 0 { throw problem }
        intake.problems.append(problem)
        intake.unreadForks.append(
          UnreadFork(name: argument.name ?? problem.path, path: problem.path, asOf: nil, reason: problem.why)
        )
      }
    }
    let shown = CloneNames.shown(opened.map { CloneNames.Request($0.clone.nameParts, given: $0.given) })
    // Both sides may be one repository: then its name alone does not tell them apart.
    intake.participants = zip(distinct(shown), opened).map {
      Participant(name: $0, clone: $1.clone, isNamed: $1.isNamed)
    }
    return intake
  }

  private static func distinct(_ names: [String]) -> [String] {
    var uses: [String: Int] = [:]
    return names.map { name in
      uses[name, default: 0] += 1
      return uses[name] == 1 ? name : "\(name)-\(uses[name, default: 1])"
    }
  }
}
