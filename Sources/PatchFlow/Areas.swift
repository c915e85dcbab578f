import GitValues

/// Folders that are large enough to tell something and small enough to be readable, chosen by how many commits touch them.
struct Areas {
  /// Folders are told apart down to here.
  static let depth = 3
  /// A folder is taken apart when more than this share of the commits touch it.
  private static let largestShare = 0.3
  /// A folder stands for itself from this share of the commits on, and from so many.
  private static let smallestShare = 0.03
  private static let smallest = 5
  /// No more areas than this are chosen.
  private static let limit = 12

  private let chosen: [RepoPath]

  /// The folder of a file, no deeper than ``depth``.
  static func folder(of path: RepoPath) -> RepoPath {
    let parts = path.directory.split(separator: UInt8(ascii: "/")).prefix(depth)
    return RepoPath(bytes: Array(parts.joined(separator: [UInt8(ascii: "/")])))
  }

  /// - Parameter commits: of each commit the folders that it touched, as ``folder(of:)`` gives them.
  init(_ commits: [[RepoPath]]) {
    let top = RepoPath(bytes: [])
    var counts: [RepoPath: Int] = [:]
    var children: [RepoPath: Set<RepoPath>] = [:]
    for folders in commits {
      var touched: Set<RepoPath> = []
      for var folder in folders {
        while !folder.bytes.isEmpty, touched.insert(folder).inserted {
          let parent = RepoPath(bytes: Array(folder.directory))
          children[parent, default: []].insert(folder)
          folder = parent
        }
      }
      for folder in touched { counts[folder, default: 0] += 1 }
    }
    let total = Double(commits.count)
    func isLarge(_ folder: RepoPath) -> Bool {
      let count = counts[folder] ?? 0
      return count >= Self.smallest && Double(count) >= Self.smallestShare * total
    }
    var chosen: [RepoPath] = []
    var open = [top]
    while let folder = open.popLast() {
      let parts = children[folder, default: []].filter(isLarge)
      if folder == top || (Double(counts[folder] ?? 0) > Self.largestShare * total && !parts.isEmpty) {
        open += parts
      }
      if folder != top { chosen.append(folder) }
    }
    self.chosen = Array(
      chosen.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }.prefix(Self.limit)
    )
  }

  /// The areas that a commit touched: of nested ones the deepest. Order: ascending.
  func areas(of folders: [RepoPath]) -> [RepoPath] {
    let deepest = folders.compactMap { folder in
      chosen.filter { $0 == folder || folder.inside($0) != nil }.max { $0.bytes.count < $1.bytes.count }
    }
    return Set(deepest).sorted()
  }
}
