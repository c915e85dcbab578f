public import Git
public import GitValues

/// A folder with a readable share of the fork's work. Areas do not overlap: what has its own entry is not counted in the
/// folder above it.
public struct Area: Hashable, Sendable {
  /// The folder; empty for files at the top.
  public let path: RepoPath
  /// Lines added and removed between base and fork.
  public let lines: LineCount
  /// The fork's own commits, merges left out, that touched the area.
  public let commits: Int
}

/// Chooses folders that are large enough to tell something and small enough to be readable.
struct AreaChoice {
  /// A folder is taken apart when it holds more than this share of the lines.
  static let largestShare = 0.25
  /// A folder stands for itself from this share on.
  static let smallestShare = 0.03
  /// No more areas than this are shown.
  static let limit = 15

  private let paths: PathTable
  private var lines: [PathTable.Index: LineCount] = [:]
  private var children: [PathTable.Index: Set<PathTable.Index>] = [:]
  private var total = 0

  /// - Parameter files: changed files with their lines.
  init(_ files: [(path: RepoPath, lines: LineCount)], paths: PathTable) {
    self.paths = paths
    for file in files where file.lines.added + file.lines.removed > 0 {
      var folder = paths.parent(of: paths.intern(file.path))
      total += file.lines.added + file.lines.removed
      add(file.lines, to: folder)
      while folder != PathTable.root {
        let parent = paths.parent(of: folder)
        children[parent, default: []].insert(folder)
        folder = parent
        add(file.lines, to: folder)
      }
    }
  }

  private mutating func add(_ count: LineCount, to folder: PathTable.Index) {
    lines[folder, default: LineCount(added: 0, removed: 0)].added += count.added
    lines[folder, default: LineCount(added: 0, removed: 0)].removed += count.removed
  }

  /// The chosen folders with the lines that are theirs alone. Order: most lines first, then by path.
  func chosen() -> [(folder: PathTable.Index, lines: LineCount)] {
    guard total > 0 else { return [] }
    var result: [(folder: PathTable.Index, lines: LineCount)] = []
    var open = [PathTable.root]
    while let folder = open.popLast() {
      let parts = (children[folder] ?? []).filter { share(of: $0) >= Self.smallestShare }
      let isTop = folder == PathTable.root
      guard isTop || share(of: folder) > Self.largestShare, !parts.isEmpty else {
        result.append((folder, lines[folder] ?? LineCount(added: 0, removed: 0)))
        continue
      }
      var rest = lines[folder] ?? LineCount(added: 0, removed: 0)
      for part in parts {
        rest.added -= lines[part]?.added ?? 0
        rest.removed -= lines[part]?.removed ?? 0
        open.append(part)
      }
      if rest.added + rest.removed > 0 { result.append((folder, rest)) }
    }
    return Array(
      result.map { ($0.folder, $0.lines, paths.path($0.folder)) }
        .sorted { left, right in
          let (leftLines, rightLines) = (left.1.added + left.1.removed, right.1.added + right.1.removed)
          return leftLines != rightLines ? leftLines > rightLines : left.2 < right.2
        }
        .prefix(Self.limit)
        .map { ($0.0, $0.1) }
    )
  }

  private func share(of folder: PathTable.Index) -> Double {
    guard let count = lines[folder] else { return 0 }
    return Double(count.added + count.removed) / Double(total)
  }
}
