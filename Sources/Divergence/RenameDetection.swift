import GitValues

/// Finds which deleted files live on as which added ones.
///
/// The steps and thresholds are those of `git diff -M`, so that the answer is git's wherever git gives one: equal content
/// first, then the only files of one base name, then every pair that is at least half alike. Where there are more pairs
/// than 1,000 by 1,000, `git diff` stops at the second step, while `git merge` goes on to 7,000 by 7,000: here up to 2,000
/// by 2,000 are compared, and beyond that files with those of their own base name and those that a moved folder points to.
struct RenameDetection: Sendable {
  /// A deleted or added file.
  struct File: Sendable {
    let path: RepoPath
    let state: FileState
  }

  /// Two files that are one, with the score from 0 to ``ContentFingerprint/perfect``.
  struct Rename: Sendable {
    let source: Int
    let target: Int
    let score: Int
  }

  /// A target and the sources that it may have been.
  struct Question: Sendable {
    let target: Int
    let sources: [Int]
  }

  /// The number of pairs above which not all are compared.
  static let pairLimit = 2000 * 2000

  /// Deleted files. Order: by path.
  let sources: [File]
  /// Added files. Order: by path.
  let targets: [File]
  /// Numbers of base names: comparing two of them is comparing the names.
  private let sourceNames: [Int]
  private let targetNames: [Int]
  /// Where the contents of regular files stand in the fingerprints; nil for links and submodules.
  private let sourcePlaces: [Fingerprints.Place?]
  private let targetPlaces: [Fingerprints.Place?]
  private var isSourceTaken: [Bool]
  private var isTargetTaken: [Bool]
  /// What was found. Order: as found.
  private(set) var renames: [Rename] = []

  /// - Parameter sources: deleted files, by path.
  /// - Parameter targets: added files, by path.
  /// - Parameter contents: gives each of their contents a place.
  init(sources: [File], targets: [File], contents: inout Fingerprints) {
    self.sources = sources
    self.targets = targets
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ file: File) -> Int {
      let name = file.path.lastComponent
      if let known = numbers[name] { return known }
      numbers[name] = numbers.count
      return numbers.count - 1
    }
    sourceNames = sources.map(number)
    targetNames = targets.map(number)
    sourcePlaces = sources.map { $0.state.mode.isRegular ? contents.place(of: $0.state.blob) : nil }
    targetPlaces = targets.map { $0.state.mode.isRegular ? contents.place(of: $0.state.blob) : nil }
    isSourceTaken = Array(repeating: false, count: sources.count)
    isTargetTaken = Array(repeating: false, count: targets.count)
  }

  private mutating func take(_ source: Int, _ target: Int, _ score: Int) {
    isSourceTaken[source] = true
    isTargetTaken[target] = true
    renames.append(Rename(source: source, target: target, score: score))
  }

  private func rest() -> (sources: [Int], targets: [Int]) {
    (sources.indices.filter { !isSourceTaken[$0] }, targets.indices.filter { !isTargetTaken[$0] })
  }

  /// Before all others, what a fork that keeps upstream in a folder of its own has there: upstream's files, under their own
  /// paths, however much they were edited. git knows no such step.
  mutating func match(under prefix: RepoPath) {
    let byPath = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1.path, $0) })
    for target in targets.indices {
      guard let origin = targets[target].path.inside(prefix), let source = byPath[origin],
        areComparableKinds(sources[source], targets[target])
      else { continue }
      take(source, target, ContentFingerprint.perfect)
    }
  }

  /// The first step: what was moved and not edited.
  mutating func matchEqualContent() {
    let byBlob = Dictionary(grouping: sources.indices) { sources[$0].state.blob }
    for target in targets.indices where !isTargetTaken[target] {
      var best: (source: Int, score: Int)?
      // git looks at no more than a hundred files of one content.
      for source in (byBlob[targets[target].state.blob] ?? []).prefix(101) where !isSourceTaken[source] {
        guard areComparableKinds(sources[source], targets[target]) else { continue }
        let isSameName = sourceNames[source] == targetNames[target]
        let score = isSameName ? 2 : 1
        if score > best?.score ?? 0 { best = (source, score) }
        if isSameName { break }
      }
      if let best { take(best.source, target, ContentFingerprint.perfect) }
    }
  }

  private func areComparableKinds(_ left: File, _ right: File) -> Bool {
    left.state.mode.isRegular && right.state.mode.isRegular || left.state.mode == right.state.mode
  }

  /// What the second step asks: files that alone have their base name on both sides.
  func onlyFilesOfAName() -> [Question] {
    let (restSources, restTargets) = rest()
    let sourcesByName = Dictionary(grouping: restSources) { sourceNames[$0] }
    let targetsByName = Dictionary(grouping: restTargets) { targetNames[$0] }
    return restSources.compactMap { source in
      let name = sourceNames[source]
      guard sourcesByName[name]?.count == 1, let target = targetsByName[name]?.first, targetsByName[name]?.count == 1
      else { return nil }
      return Question(target: target, sources: [source])
    }
  }

  /// The second step.
  mutating func matchOnlyFilesOfAName(_ questions: [Question], _ contents: Fingerprints) {
    let minimum = ContentFingerprint.sameNameThreshold
    for question in questions {
      for source in question.sources {
        let score = score(source, question.target, minimum: minimum, contents)
        if score >= minimum { take(source, question.target, score) }
      }
    }
  }

  /// What the third step asks: every pair that is left, or the likely ones where there are too many.
  func remaining() -> [Question] {
    let (restSources, restTargets) = rest()
    if restSources.count * restTargets.count > Self.pairLimit { return likelyPairs(restSources, restTargets) }
    return restSources.isEmpty ? [] : restTargets.map { Question(target: $0, sources: restSources) }
  }

  /// The contents whose sizes the questions need.
  func places(_ questions: [Question]) -> Set<Fingerprints.Place> {
    var places: Set<Fingerprints.Place> = []
    for source in Set(questions.flatMap(\.sources)) {
      if let place = sourcePlaces[source] { places.insert(place) }
    }
    for question in questions {
      if let place = targetPlaces[question.target] { places.insert(place) }
    }
    return places
  }

  /// The contents that must be read: those of pairs whose sizes do not rule them out.
  func places(_ questions: [Question], minimum: Int, _ contents: Fingerprints) -> Set<Fingerprints.Place> {
    var places: Set<Fingerprints.Place> = []
    for question in questions {
      guard let target = targetPlaces[question.target], let size = contents.size(at: target) else { continue }
      for source in question.sources {
        guard let source = sourcePlaces[source], let other = contents.size(at: source),
          ContentFingerprint.canReach(minimum, other, size)
        else { continue }
        places.insert(source)
        places.insert(target)
      }
    }
    return places
  }

  private func score(_ source: Int, _ target: Int, minimum: Int, _ contents: Fingerprints) -> Int {
    guard let left = sourcePlaces[source], let right = targetPlaces[target],
      let leftSize = contents.size(at: left), let rightSize = contents.size(at: right),
      ContentFingerprint.canReach(minimum, leftSize, rightSize),
      let old = contents.fingerprint(at: left), let new = contents.fingerprint(at: right)
    else { return 0 }
    return old.score(against: new)
  }

  /// A pair that the third step found.
  struct Candidate: Sendable {
    let source: Int
    let target: Int
    let score: Int
    let isSameName: Bool
  }

  /// The four best sources of a target, as git keeps them.
  func bestSources(_ question: Question, _ contents: Fingerprints) -> [Candidate] {
    var best: [Candidate] = []
    let target = question.target
    for source in question.sources {
      // Also what scores too low takes one of the four places while one is free: which place a good source gets decides
      // between equals.
      let score = score(source, target, minimum: ContentFingerprint.renameThreshold, contents)
      let isSameName = sourceNames[source] == targetNames[target]
      let candidate = Candidate(source: source, target: target, score: score, isSameName: isSameName)
      if best.count < 4 {
        best.append(candidate)
      } else if let worst = best.indices.min(by: { Self.isWorse(best[$0], best[$1]) }),
        Self.isWorse(best[worst], candidate)
      {
        best[worst] = candidate
      }
    }
    return best.filter { $0.score >= ContentFingerprint.renameThreshold }
  }

  /// The third step: takes the best pairs first, as git does.
  mutating func matchBest(_ candidates: [Candidate]) {
    let ordered = candidates.enumerated().sorted { left, right in
      if Self.isWorse(right.element, left.element) { return true }
      if Self.isWorse(left.element, right.element) { return false }
      return left.offset < right.offset
    }
    for (_, candidate) in ordered where !isTargetTaken[candidate.target] && !isSourceTaken[candidate.source] {
      take(candidate.source, candidate.target, candidate.score)
    }
  }

  private static func isWorse(_ left: Candidate, _ right: Candidate) -> Bool {
    left.score != right.score ? left.score < right.score : !left.isSameName && right.isSameName
  }

  /// For each target the sources of its base name and the one that a moved folder points to.
  private func likelyPairs(_ restSources: [Int], _ restTargets: [Int]) -> [Question] {
    let byName = Dictionary(grouping: restSources) { sourceNames[$0] }
    let byPath = Dictionary(uniqueKeysWithValues: restSources.map { (sources[$0].path, $0) })
    let found = renames.map { (sources[$0.source].path, targets[$0.target].path) }
    let folders = RenamedFolder.all(in: found, atLeast: 3)
    return restTargets.map { target in
      let path = targets[target].path
      var candidates = Array((byName[targetNames[target]] ?? []).prefix(50))
      for folder in folders {
        if let origin = folder.origin(of: path), let source = byPath[origin], !candidates.contains(source) {
          candidates.append(source)
        }
      }
      return Question(target: target, sources: candidates)
    }
  }
}
