import Git
import GitValues

/// Trees whose origin is looked for, indexed by what they hold, so that one walk over upstream's trees serves all of them.
///
/// A file counts twice: once for its content, wherever it lies, and once more at its very path. So a fork that renamed its
/// folders, or keeps upstream under one of its own, is still found, and a move upstream made still tells. Empty files and
/// submodules tell nothing.
struct ContentTargets: Sendable {
  /// The trees. Order: as given.
  let trees: [TreeID]
  /// How many files of each tree count.
  let files: [Int]
  private(set) var byBlob = Postings<BlobID>()
  private(set) var byPlace = Postings<PlaceKey>()
  private(set) var byPath = Postings<UInt64>()

  /// A content at a path.
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

  /// - Throws: ``GitError`` where a tree cannot be read.
  init(_ trees: [TreeID], _ reader: TreeReader) throws(GitError) {
    self.trees = trees
    var files: [Int] = []
    var hashes = PathHashes(reader.paths)
    for (target, tree) in trees.enumerated() {
      let target = Int32(target)
      var count = 0
      var (blobs, places, paths) = (byBlob, byPlace, byPath)
      (byBlob, byPlace, byPath) = (Postings(), Postings(), Postings())
      try reader.files(of: tree) { path, state in
        guard Self.counts(state) else { return }
        let hash = hashes.hash(of: path)
        blobs.add(state.blob, target)
        places.add(PlaceKey(path: hash, blob: state.blob), target)
        paths.add(hash, target)
        count += 1
      }
      (byBlob, byPlace, byPath) = (blobs, places, paths)
      files.append(count)
    }
    self.files = files
  }

  /// Whether a file tells anything.
  static func counts(_ state: FileState) -> Bool { !state.mode.isSubmodule && state.blob != emptyBlob }
}

/// Hashes of a reader's paths, each computed once. The same path has the same hash with every reader.
struct PathHashes {
  private let paths: PathTable
  private var known: [UInt64] = []

  init(_ paths: PathTable) { self.paths = paths }

  mutating func hash(of path: PathTable.Index) -> UInt64 {
    let place = Int(path)
    if place >= known.count { known += Array(repeating: 0, count: place + 1024 - known.count) }
    if known[place] == 0 {
      // FNV-1a.
      known[place] = paths.path(path).bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    return known[place]
  }
}
