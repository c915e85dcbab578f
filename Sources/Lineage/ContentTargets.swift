import Git
import GitValues

/// Trees whose origin is looked for, indexed by what they hold, so that one walk over upstream's trees serves all of them.
///
/// A file counts twice: once for its content, wherever it lies, and once more at its very path. So a fork that renamed its
/// folders, or keeps upstream under one of its own, is still found, and a move upstream made still tells. Empty files and
/// submodules tell nothing.
///
/// Where nearly no content is upstream's, since all were laid out anew, their passages count instead, each once wherever
/// it stands and once more in a file of its very name.
struct ContentTargets: Sendable {
  /// How many files of each target count. Order: trees, then what commits brought, as given.
  private(set) var files: [Int] = []
  /// How many of a target's best places a round looks around.
  let peaks: [Int]
  /// Upstream commits after this time, in seconds since 1970, do not explain a target.
  let latest: [Int64]
  private(set) var byBlob = Postings<BlobID>()
  private(set) var byPlace = Postings<PlaceKey>()
  private(set) var byPath = Postings<UInt64>()
  /// What stands for contents; nil where contents themselves do.
  let passages: Passages?

  /// A content at a path, or a passage in a file of a name.
  struct PlaceKey: Hashable, Sendable {
    let path: UInt64
    let blob: BlobID
  }

  /// Which targets have a key.
  struct Postings<Key: Hashable & Sendable>: Sendable {
    private(set) var numbers: [Key: Int32] = [:]
    private(set) var targets: [[Int32]] = []

    mutating func add(_ key: Key, _ target: Int32) {
      if let number = numbers[key] {
        if targets[Int(number)].last != target { targets[Int(number)].append(target) }
      } else {
        numbers[key] = Int32(targets.count)
        targets.append([target])
      }
    }
  }

  /// The content of no bytes: every project has it.
  static let emptyBlob = BlobID(hex: "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")

  /// - Parameter trees: whole trees.
  /// - Parameter until: when the trees were recorded, in seconds since 1970.
  /// - Parameter brought: what single commits brought, and when.
  /// - Parameter passages: counts passages of the trees' files instead of contents; then nothing can be `brought`.
  /// - Throws: `GitError` where a tree or a content that counts cannot be read.
  init(
    _ trees: [TreeID],
    until: Int64 = .max,
    brought: [(contents: [PlaceKey], time: Int64)] = [],
    passages: Passages? = nil,
    _ reader: TreeReader,
    _ objects: ObjectDatabase
  ) throws(GitError) {
    self.passages = passages
    peaks = trees.map { _ in ContentSearch.peaks } + brought.map { _ in ContentSearch.peaksOfCommit }
    latest = (trees.map { _ in until } + brought.map(\.time)).map {
      $0 > .max - Self.clockSlack ? .max : $0 + Self.clockSlack
    }
    var hashes = PathHashes(reader.paths, ofNames: passages != nil)
    for (target, tree) in trees.enumerated() {
      var contents: [PlaceKey] = []
      var reading = Passages.Reading()
      try reader.files(of: tree) { path, state throws(GitError) in
        guard Self.counts(state) else { return }
        let hash = hashes.hash(of: path)
        guard let passages else {
          contents.append(PlaceKey(path: hash, blob: state.blob))
          return
        }
        if passages.isSampled(hash) {
          contents += reading.passages(of: state.blob, passages, objects).map { PlaceKey(path: hash, blob: $0) }
        }
      }
      try reading.check()
      add(contents, Int32(target))
      files.append(contents.count)
    }
    for (index, commit) in brought.enumerated() {
      add(commit.contents, Int32(trees.count + index))
      files.append(commit.contents.count)
    }
  }

  /// Clocks of two projects' people differ by less than this, in seconds.
  static let clockSlack: Int64 = 2 * 86_400

  private mutating func add(_ contents: [PlaceKey], _ target: Int32) {
    for key in contents {
      byBlob.add(key.blob, target)
      byPlace.add(key, target)
      byPath.add(key.path, target)
    }
  }

  /// Whether a file tells anything.
  static func counts(_ state: FileState) -> Bool { !state.mode.isSubmodule && state.blob != emptyBlob }
}

/// Hashes of a reader's paths, each computed once. The same path has the same hash with every reader.
struct PathHashes {
  private let paths: PathTable
  private let ofNames: Bool
  private var known: [UInt64] = []

  /// - Parameter ofNames: hashes only the last part of a path.
  init(_ paths: PathTable, ofNames: Bool = false) {
    self.paths = paths
    self.ofNames = ofNames
  }

  mutating func hash(of path: PathTable.Index) -> UInt64 {
    let place = Int(path)
    if place >= known.count { known += Array(repeating: 0, count: place + 1024 - known.count) }
    if known[place] == 0 {
      known[place] = ofNames ? StableHash.of(paths.name(of: path)) : StableHash.of(paths.path(path).bytes)
    }
    return known[place]
  }
}
