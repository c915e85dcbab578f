import Git
import GitValues

/// How much of a target an upstream tree holds.
struct ContentScore: Hashable, Sendable {
  /// Contents of the target that the tree has, once for being there and once more for being at their path.
  var held: Int32 = 0
  /// Of these the contents, wherever they lie.
  var contents: Int32 = 0
  /// Paths that both have, less those that only the tree has: tells a tree from later ones with more files.
  var paths: Int32 = 0

  /// Whether the tree explains the target worse than another with `other`.
  func isWorse(than other: Self) -> Bool { held != other.held ? held < other.held : paths < other.paths }
}

/// A place among upstream's trees that remembers how much of every target the tree there holds. Moving costs what differs
/// between the trees. One thread at a time.
final class ContentCursor {
  private let targets: ContentTargets
  private let reader: TreeReader
  private let objects: ObjectDatabase
  private var hashes: PathHashes
  private var tree: TreeID?
  private var files: Int32 = 0
  private var copies: [Int32]
  private var contents: [Int32]
  private var places: [Int32]
  private var paths: [Int32]

  init(_ targets: ContentTargets, _ reader: TreeReader, _ objects: ObjectDatabase) {
    self.targets = targets
    self.reader = reader
    self.objects = objects
    hashes = PathHashes(reader.paths, ofNames: targets.passages != nil)
    copies = Array(repeating: 0, count: targets.byBlob.targets.count)
    contents = Array(repeating: 0, count: targets.files.count)
    places = contents
    paths = contents
  }

  /// Moves to `next` and gives the scores there. Order: as the targets.
  ///
  /// - Throws: `GitError` where a tree cannot be read; the cursor is then of no further use.
  func move(to next: TreeID) throws(GitError) -> [ContentScore] {
    try reader.compare(tree, next) { difference throws(GitError) in
      if let old = difference.old { try count(old, at: difference.path, -1, isWhole: difference.new == nil) }
      if let new = difference.new { try count(new, at: difference.path, 1, isWhole: difference.old == nil) }
    }
    tree = next
    return contents.indices.map { index in
      ContentScore(
        held: contents[index] + places[index],
        contents: contents[index],
        paths: 2 * paths[index] - files
      )
    }
  }

  /// - Parameter isWhole: whether the path itself comes or goes.
  private func count(_ state: FileState, at path: PathTable.Index, _ step: Int32, isWhole: Bool) throws(GitError) {
    if isWhole {
      files += step
      if let number = targets.byPath.numbers[hashes.hash(of: path)] {
        for target in targets.byPath.targets[Int(number)] { paths[Int(target)] += step }
      }
    }
    guard let passages = targets.passages else { return count(state.blob, at: path, step) }
    guard ContentTargets.counts(state), passages.isSampled(hashes.hash(of: path)) else { return }
    for passage in passages.passages(of: state.blob, objects) { count(passage, at: path, step) }
  }

  private func count(_ content: BlobID, at path: PathTable.Index, _ step: Int32) {
    guard let number = targets.byBlob.numbers[content] else { return }
    // A content that lies in several places is there as long as one of them has it.
    let before = copies[Int(number)]
    copies[Int(number)] = before + step
    if before == 0 || before + step == 0 {
      for target in targets.byBlob.targets[Int(number)] { contents[Int(target)] += step }
    }
    let key = ContentTargets.PlaceKey(path: hashes.hash(of: path), blob: content)
    if let number = targets.byPlace.numbers[key] {
      for target in targets.byPlace.targets[Int(number)] { places[Int(target)] += step }
    }
  }
}
