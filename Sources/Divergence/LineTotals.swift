public import Git
public import GitValues

/// The lines by which one pair of trees differs, file by file.
public struct LineTotals: Sendable {
  /// Lines by file that differs, in the order of the comparison's changes; nil where the file is binary or unread.
  public let byChange: [LineCount?]
  /// Files that git would call binary.
  public let binaryFiles: Int
  /// Contents that could not be read, with the reason. Order: by id.
  public let unread: [(blob: BlobID, reason: String)]

  /// All lines together.
  public var total: LineCount {
    byChange.reduce(into: LineCount(added: 0, removed: 0)) { total, count in
      total.added += count?.added ?? 0
      total.removed += count?.removed ?? 0
    }
  }
}

extension LineTotals {
  /// Counts the lines of several comparisons together: a pair of contents that several of them name is compared once.
  ///
  /// Order: as `comparisons`.
  static func of(_ comparisons: [TreeComparison], stores: [String], workers: Int) async throws -> [LineTotals] {
    let pairs = ContentPair.inOrder(comparisons.lazy.flatMap(\.changes))
    // Small lots keep all threads busy to the end.
    let counted = try await inLots(of: 16, pairs, workers: workers) { next in
      let counting = LineCounting(try ObjectDatabase(objectFolders: stores))
      while let lot = next() {
        for pair in lot { try counting.count(pair) }
      }
      return counting.results
    }
    var results: [ContentPair: LineCounting.Result] = [:]
    for part in counted { results.merge(part) { first, _ in first } }
    return comparisons.map { comparison in totals(of: comparison, results) }
  }

  private static func totals(of comparison: TreeComparison, _ results: [ContentPair: LineCounting.Result])
    -> LineTotals
  {
    var (byChange, binaryFiles): ([LineCount?], Int) = ([], 0)
    var unread: [BlobID: String] = [:]
    for change in comparison.changes {
      guard let pair = ContentPair(change) else {
        byChange.append(LineCount(added: 0, removed: 0))
        continue
      }
      switch results[pair] {
      case .lines(let count): byChange.append(count)
      case .binary:
        byChange.append(nil)
        binaryFiles += 1
      case .unread(let blob, let reason):
        byChange.append(nil)
        unread[blob] = reason
      case nil: byChange.append(nil)
      }
    }
    return LineTotals(
      byChange: byChange,
      binaryFiles: binaryFiles,
      unread: unread.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    )
  }
}

/// The contents before and after; nil stands for none.
struct ContentPair: Hashable, Sendable {
  let old: FileState?
  let new: FileState?

  /// From the new content to the old one.
  var reversed: ContentPair { ContentPair(old: new, new: old) }

  private init(old: FileState?, new: FileState?) {
    self.old = old
    self.new = new
  }

  /// nil where only the mode or the path changed.
  init?(_ change: FileChange) {
    if change.old?.blob == change.new?.blob, change.old?.mode.isSubmodule == change.new?.mode.isSubmodule { return nil }
    // Modes of plain files make no difference to their lines, so pairs that differ in them are one.
    old = change.old.map { FileState(blob: $0.blob, mode: $0.mode.isSubmodule ? .submodule : .file) }
    new = change.new.map { FileState(blob: $0.blob, mode: $0.mode.isSubmodule ? .submodule : .file) }
  }

  /// The pairs that `changes` name, each once, those of one file beside each other: they share contents.
  static func inOrder(_ changes: some Sequence<FileChange>) -> [ContentPair] {
    var seen: Set<ContentPair> = []
    var pairs: [(group: Int, pair: ContentPair)] = []
    var groups: [BlobID: Int] = [:]
    for change in changes {
      guard let pair = ContentPair(change), seen.insert(pair).inserted else { continue }
      let blobs = [pair.old, pair.new].compactMap { $0?.blob }
      let group = blobs.lazy.compactMap { groups[$0] }.first ?? pairs.count
      for blob in blobs where groups[blob] == nil { groups[blob] = group }
      pairs.append((group, pair))
    }
    // A stable sort: within a group the order of the changes stays.
    return pairs.enumerated().sorted { ($0.element.group, $0.offset) < ($1.element.group, $1.offset) }.map(
      \.element.pair
    )
  }
}

/// Counts lines of pairs of contents. One thread at a time.
final class LineCounting {
  enum Result: Sendable {
    case lines(LineCount)
    case binary
    case unread(BlobID, String)
  }

  private(set) var results: [ContentPair: Result] = [:]
  private let objects: ObjectDatabase
  private let nothing = UnsafeRawBufferPointer(start: nil, count: 0)

  init(_ objects: ObjectDatabase) {
    self.objects = objects
  }

  /// A comparison of this many lines or fewer is minimal, see ``count(_:)``.
  private static let minimalUpTo = 256

  /// Counts a pair, or turns round what is known of the same pair the other way.
  ///
  /// xdiff looks for the shortest way and gives up on it only beyond 256 lines of difference (`XDL_HEUR_MIN_COST` and
  /// `XDL_MAX_COST_MIN` in `xdiffi.c`); what it leaves out before that, it decides for each content by itself. So a
  /// count up to there is the same both ways.
  func count(_ pair: ContentPair) throws(GitError) {
    if case .lines(let count)? = results[pair.reversed], count.added + count.removed <= Self.minimalUpTo {
      results[pair] = .lines(LineCount(added: count.removed, removed: count.added))
      return
    }
    do throws(GitError) {
      let lines = try withContent(pair.old) { old throws(GitError) in
        try withContent(pair.new) { new throws(GitError) in try LineCount.between(old, new) }
      }
      results[pair] = lines.map { .lines($0) } ?? .binary
    } catch {
      let blob = [pair.old, pair.new].compactMap { $0?.blob }.first { error.subject == "\($0)" }
      results[pair] = .unread(blob ?? .zero, error.message)
    }
  }

  /// A submodule's content is the line that git shows for it.
  private func withContent<Value>(
    _ state: FileState?,
    _ body: (UnsafeRawBufferPointer) throws(GitError) -> Value
  ) throws(GitError) -> Value {
    guard let state else { return try body(nothing) }
    if state.mode.isSubmodule {
      let text = Array("Subproject commit \(state.blob)\n".utf8)
      return try text.withUnsafeBufferPointer { bytes throws(GitError) in
        try body(UnsafeRawBufferPointer(bytes))
      }
    }
    let content = try content(of: state.blob)
    // Whatever is held meanwhile: these bytes are in use.
    defer { withExtendedLifetime(content) {} }
    return try body(content.bytes)
  }

  private func content(of blob: BlobID) throws(GitError) -> BlobContent {
    if let held = held.first(where: { $0.blob == blob }) { return held.content }
    let content = try objects.content(of: blob, limit: Fingerprints.sizeLimit)
    if held.count == Self.heldAtOnce { held.removeFirst() }
    held.append((blob, content))
    return content
  }

  /// Contents of base, upstream and fork: a file's three pairs need each of them twice.
  private var held: [(blob: BlobID, content: BlobContent)] = []
  private static let heldAtOnce = 4
}
