import Git
import GitValues

/// Finds which deleted files live on as which added ones.
///
/// The steps and thresholds are those of `git diff -M`, so that the answer is git's wherever git gives one: equal content
/// first, then the only files of one base name, then every pair that is at least half alike. Where there are more pairs
/// than git's limit (1,000 by 1,000), git stops at the second step; here files are then still compared with those of
/// their own base name and those that a moved folder points to.
struct RenameDetection {
  /// A deleted or added file.
  struct File {
    let path: RepoPath
    let state: FileState
  }

  /// Two files that are one, with the score from 0 to ``ContentFingerprint/perfect``.
  struct Rename {
    let source: Int
    let target: Int
    let score: Int
  }

  /// The number of pairs above which git compares no contents.
  static let pairLimit = 1000 * 1000

  private let sources: [File]
  private let targets: [File]
  private let contents: FingerprintCache
  private var isSourceTaken: [Bool]
  private var isTargetTaken: [Bool]
  private(set) var renames: [Rename] = []

  /// - Parameter sources: deleted files, by path.
  /// - Parameter targets: added files, by path.
  /// - Parameter contents: where their fingerprints come from.
  init(sources: [File], targets: [File], contents: FingerprintCache) {
    self.sources = sources
    self.targets = targets
    self.contents = contents
    isSourceTaken = Array(repeating: false, count: sources.count)
    isTargetTaken = Array(repeating: false, count: targets.count)
  }

  /// All renames. Order: by target.
  ///
  /// A file whose content cannot be read is no rename of anything but equal content, see ``FingerprintCache/unread``.
  mutating func run() throws(GitError) -> [Rename] {
    guard !sources.isEmpty, !targets.isEmpty else { return [] }
    matchEqualContent()
    try matchOnlyFilesOfAName()
    let (restSources, restTargets) = rest()
    if restSources.count * restTargets.count <= Self.pairLimit {
      try matchBestPairs(restTargets.map { ($0, restSources) })
    } else {
      try matchBestPairs(likelyPairs(restSources, restTargets))
    }
    return renames.sorted { $0.target < $1.target }
  }

  private mutating func take(_ source: Int, _ target: Int, _ score: Int) {
    isSourceTaken[source] = true
    isTargetTaken[target] = true
    renames.append(Rename(source: source, target: target, score: score))
  }

  private func rest() -> (sources: [Int], targets: [Int]) {
    (sources.indices.filter { !isSourceTaken[$0] }, targets.indices.filter { !isTargetTaken[$0] })
  }

  private mutating func matchEqualContent() {
    let byBlob = Dictionary(grouping: sources.indices) { sources[$0].state.blob }
    for target in targets.indices {
      var best: (source: Int, score: Int)?
      // git looks at no more than a hundred files of one content.
      for source in (byBlob[targets[target].state.blob] ?? []).prefix(101) where !isSourceTaken[source] {
        guard areComparableKinds(sources[source], targets[target]) else { continue }
        let isSameName = sources[source].path.lastComponent == targets[target].path.lastComponent
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

  private mutating func matchOnlyFilesOfAName() throws(GitError) {
    let (restSources, restTargets) = rest()
    let sourcesByName = Dictionary(grouping: restSources) { sources[$0].path.lastComponent }
    let targetsByName = Dictionary(grouping: restTargets) { targets[$0].path.lastComponent }
    for source in restSources {
      let name = sources[source].path.lastComponent
      guard sourcesByName[name]?.count == 1, let target = targetsByName[name]?.first,
        targetsByName[name]?.count == 1
      else { continue }
      let score = try self.score(source, target, minimum: ContentFingerprint.sameNameThreshold)
      if score >= ContentFingerprint.sameNameThreshold { take(source, target, score) }
    }
  }

  private func score(_ source: Int, _ target: Int, minimum: Int) throws(GitError) -> Int {
    let (left, right) = (sources[source].state, targets[target].state)
    guard left.mode.isRegular, right.mode.isRegular else { return 0 }
    guard let leftSize = try contents.size(of: left.blob), let rightSize = try contents.size(of: right.blob),
      ContentFingerprint.canReach(minimum, leftSize, rightSize),
      let old = try contents.fingerprint(of: left.blob), let new = try contents.fingerprint(of: right.blob)
    else { return 0 }
    return old.score(against: new)
  }

  private struct Candidate {
    let source: Int
    let target: Int
    let score: Int
    let isSameName: Bool
  }

  /// Takes the best pairs first, among the four best sources of each target, as git does.
  private mutating func matchBestPairs(_ pairs: [(target: Int, sources: [Int])]) throws(GitError) {
    var candidates: [Candidate] = []
    for (target, sourcesOfTarget) in pairs {
      var best: [Candidate] = []
      for source in sourcesOfTarget {
        // Also what scores too low takes one of the four places while one is free: which place a good source gets decides
        // between equals.
        let score = try self.score(source, target, minimum: ContentFingerprint.renameThreshold)
        let isSameName = sources[source].path.lastComponent == targets[target].path.lastComponent
        let candidate = Candidate(source: source, target: target, score: score, isSameName: isSameName)
        if best.count < 4 {
          best.append(candidate)
        } else if let worst = best.indices.min(by: { Self.isWorse(best[$0], best[$1]) }),
          Self.isWorse(best[worst], candidate)
        {
          best[worst] = candidate
        }
      }
      candidates += best.filter { $0.score >= ContentFingerprint.renameThreshold }
    }
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
  private func likelyPairs(_ restSources: [Int], _ restTargets: [Int]) -> [(target: Int, sources: [Int])] {
    let byName = Dictionary(grouping: restSources) { sources[$0].path.lastComponent }
    let byPath = Dictionary(uniqueKeysWithValues: restSources.map { (sources[$0].path, $0) })
    let found = renames.map { (sources[$0.source].path, targets[$0.target].path) }
    let folders = RenamedFolder.all(in: found, atLeast: 3)
    return restTargets.map { target in
      let path = targets[target].path
      var candidates = Array((byName[path.lastComponent] ?? []).prefix(50))
      for folder in folders {
        if let origin = folder.origin(of: path), let source = byPath[origin], !candidates.contains(source) {
          candidates.append(source)
        }
      }
      return (target, candidates)
    }
  }
}
