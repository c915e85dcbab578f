public import GitValues

/// Reads trees and compares them, keeping recently read trees at hand. One thread at a time.
///
/// The comparison skips equal subtrees, so its cost follows the size of the change, not of the tree.
public final class TreeReader {
  /// One path at which two trees differ. A file that became a folder is two: a deletion and additions.
  public struct Difference {
    /// The path in ``TreeReader/paths``.
    public let path: PathTable.Index
    /// What stood there; nil where nothing did.
    public let old: FileState?
    /// What stands there; nil where nothing does.
    public let new: FileState?
  }

  /// Every path that a call has named.
  public let paths: PathTable
  private let objects: ObjectDatabase
  private var kept: [TreeID: KeptTree] = [:]
  private var keptBytes = 0
  private let limit: Int

  /// A reader of `objects` that keeps at most about `limit` bytes of trees.
  public init(_ objects: ObjectDatabase, paths: PathTable = PathTable(), keeping limit: Int = 48 << 20) {
    self.objects = objects
    self.paths = paths
    self.limit = limit
  }

  private final class KeptTree {
    let object: RawObject
    init(_ object: consuming RawObject) { self.object = object }
  }

  /// Calls `visit` for every path at which the trees differ. A nil tree is an empty one.
  ///
  /// Order: as the trees have them, folder by folder.
  ///
  /// - Throws: ``GitError`` where a tree that differs cannot be read; what was visited before is then incomplete.
  public func compare(
    _ old: TreeID?,
    _ new: TreeID?,
    _ visit: (Difference) throws(GitError) -> Void
  ) throws(GitError) {
    if old == new { return }
    if keptBytes > limit { dropAll() }
    try compare(old, new, in: PathTable.root, depth: 0, visit)
  }

  /// Calls `visit` for every file of `tree`. Order: as in ``compare(_:_:_:)``.
  public func files(
    of tree: TreeID,
    _ visit: (PathTable.Index, FileState) throws(GitError) -> Void
  ) throws(GitError) {
    try compare(nil, tree) { difference throws(GitError) in
      if let state = difference.new { try visit(difference.path, state) }
    }
  }

  /// What stands at `path` of `tree`; nil where nothing or a folder does.
  public func file(at path: RepoPath, of tree: TreeID) throws(GitError) -> FileState? {
    let parts = path.bytes.split(separator: UInt8(ascii: "/"))
    guard !parts.isEmpty else { return nil }
    var folder = tree
    for (index, part) in parts.enumerated() {
      var entries = TreeEntries(try bytes(of: folder))
      var found: TreeEntry?
      while let entry = try entries.next() {
        if entry.name.elementsEqual(part) {
          found = entry
          break
        }
      }
      guard let found else { return nil }
      if index == parts.count - 1 {
        return found.mode.isTree ? nil : FileState(blob: found.id.retyped(), mode: found.mode.canonical)
      }
      guard found.mode.isTree else { return nil }
      folder = found.id.retyped()
    }
    return nil
  }

  private func dropAll() {
    kept.removeAll(keepingCapacity: true)
    keptBytes = 0
  }

  /// The tree's bytes, valid until the next call of ``compare(_:_:_:)``.
  private func bytes(of id: TreeID) throws(GitError) -> UnsafeRawBufferPointer {
    if let known = kept[id] { return known.object.bytes }
    let tree = KeptTree(try objects.object(id, .tree))
    kept[id] = tree
    keptBytes += tree.object.bytes.count + 128
    return tree.object.bytes
  }

  private func compare(
    _ old: TreeID?,
    _ new: TreeID?,
    in folder: PathTable.Index,
    depth: Int,
    _ visit: (Difference) throws(GitError) -> Void
  ) throws(GitError) {
    guard depth < 512 else {
      throw GitError(.corrupt, "read", "a tree", message: "its folders are more than 512 deep")
    }
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    var olds = TreeEntries(try old.map { id throws(GitError) in try bytes(of: id) } ?? nothing)
    var news = TreeEntries(try new.map { id throws(GitError) in try bytes(of: id) } ?? nothing)
    var left = try olds.next()
    var right = try news.next()
    while left != nil || right != nil {
      let order = Self.order(left, right)
      if order == 0, let oldEntry = left, let newEntry = right {
        if oldEntry.id != newEntry.id || oldEntry.mode.canonical != newEntry.mode.canonical {
          try report(oldEntry, newEntry, in: folder, depth: depth, visit)
        }
        left = try olds.next()
        right = try news.next()
      } else if order < 0 {
        try report(left, nil, in: folder, depth: depth, visit)
        left = try olds.next()
      } else {
        try report(nil, right, in: folder, depth: depth, visit)
        right = try news.next()
      }
    }
  }

  @inline(__always)
  private func report(
    _ old: TreeEntry?,
    _ new: TreeEntry?,
    in folder: PathTable.Index,
    depth: Int,
    _ visit: (Difference) throws(GitError) -> Void
  ) throws(GitError) {
    guard let entry = old ?? new else { return }
    let path = paths.intern(entry.name, in: folder)
    if entry.mode.isTree {
      try compare(old.map { $0.id.retyped() }, new.map { $0.id.retyped() }, in: path, depth: depth + 1, visit)
    } else {
      try visit(Difference(path: path, old: Self.state(old), new: Self.state(new)))
    }
  }

  @inline(__always)
  private static func state(_ entry: TreeEntry?) -> FileState? {
    entry.map { FileState(blob: $0.id.retyped(), mode: $0.mode.canonical) }
  }

  /// git's order of entries: by bytes, a folder's name as if it ended in a slash. A file and a folder of one name differ.
  @inline(__always)
  private static func order(_ left: TreeEntry?, _ right: TreeEntry?) -> Int {
    guard let left else { return 1 }
    guard let right else { return -1 }
    let shared = Swift.min(left.name.count, right.name.count)
    for index in 0..<shared where left.name[index] != right.name[index] {
      return left.name[index] < right.name[index] ? -1 : 1
    }
    let slash = UInt8(ascii: "/")
    let leftNext = left.name.count > shared ? left.name[shared] : left.mode.isTree ? slash : 0
    let rightNext = right.name.count > shared ? right.name[shared] : right.mode.isTree ? slash : 0
    return Int(leftNext) - Int(rightNext)
  }
}
