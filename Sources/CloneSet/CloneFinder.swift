import Git

/// Finds the clones under given folders, by looking at the file system only.
///
/// Found are bare repositories, folders with a `.git` folder or file, and those nested in another's work tree. Nothing
/// inside a git directory is looked at. Symbolic links met on the way are not followed; a given path may itself be one.
public struct CloneFinder: Sendable {
  /// How many folders are looked into for each given path before the search ends and says so. The search goes level by
  /// level, so that what lies deepest is left out first.
  public static let folderLimit = 200_000

  private let currentFolder: String
  private let folderLimit: Int

  /// A finder for paths relative to `currentFolder`, an absolute path.
  public init(currentFolder: String, folderLimit: Int = CloneFinder.folderLimit) {
    self.currentFolder = currentFolder
    self.folderLimit = folderLimit
  }

  /// What lies under `paths`. The order of the paths does not matter.
  ///
  /// Of several paths to one repository the main work tree counts, else the first by path. A path that was reached from
  /// two of the given folders is listed once.
  public func find(_ paths: [String]) -> Discovery {
    var clones: [FoundClone] = []
    var patchFolders: Set<PatchFolder> = []
    var unreadable: Set<CloneProblem> = []
    var problems: Set<CloneProblem> = []
    var visited = 0
    for path in Set(paths.map(PathText.shown)).sorted(by: PathText.precedes) {
      let place = PathText.absolute(path, in: currentFolder)
      switch PathText.kind(of: place) {
      case .nothing: problems.insert(Self.cannotScan(path, "there is nothing at this path"))
      case .file: problems.insert(Self.cannotScan(path, "it is a file, not a folder"))
      case .folder:
        var walk = FolderWalk(place, shown: path, currentFolder: currentFolder, limit: folderLimit)
        walk.run()
        clones += walk.clones
        patchFolders.formUnion(walk.patchFolders)
        unreadable.formUnion(walk.unreadable)
        problems.formUnion(walk.problems)
        visited += walk.folders.count
      }
    }
    let (originals, duplicates) = Self.withoutDuplicates(clones)
    return Discovery(
      clones: originals,
      duplicates: duplicates,
      patchFolders: patchFolders.sorted { PathText.precedes($0.path, $1.path) },
      unreadable: unreadable.sorted(by: Self.precedes),
      problems: problems.sorted(by: Self.precedes),
      visitedFolders: visited
    )
  }

  private static func precedes(_ left: CloneProblem, _ right: CloneProblem) -> Bool {
    PathText.precedes(left.description, right.description)
  }

  private static func cannotScan(_ path: String, _ why: String) -> CloneProblem {
    CloneProblem(
      path: path,
      what: "cannot be scanned",
      why: why,
      hint: "give the folder of a clone, or a folder that holds clones"
    )
  }

  private static func withoutDuplicates(_ found: [FoundClone]) -> ([FoundClone], [DuplicateClone]) {
    let byPlace = Dictionary(grouping: found, by: \.layout.commonDirectory)
    var originals: [FoundClone] = []
    var duplicates: Set<DuplicateClone> = []
    for group in byPlace.values {
      guard let original = group.min(by: counts) else { continue }
      originals.append(original)
      for other in group where other.path != original.path {
        duplicates.insert(DuplicateClone(path: other.path, original: original.path))
      }
    }
    return (
      originals.sorted { PathText.precedes($0.path, $1.path) },
      duplicates.sorted { PathText.precedes($0.path, $1.path) }
    )
  }

  /// Whether `left` is the one to keep of two paths to one repository.
  private static func counts(_ left: FoundClone, before right: FoundClone) -> Bool {
    if left.isMain != right.isMain { return left.isMain }
    if (left.layout.workTree != nil) != (right.layout.workTree != nil) { return left.layout.workTree != nil }
    return PathText.precedes(left.path, right.path)
  }
}
