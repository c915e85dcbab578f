import Git

/// One search through a folder, level by level.
struct FolderWalk {
  /// A folder that was met.
  struct Folder {
    /// Absolute path.
    let path: String
    /// The path as it is shown.
    let shown: String
    /// The place of the folder around it in ``FolderWalk/folders``; nil for the first.
    let parent: Int?
    /// Whether it lies in a clone's work tree, whose content belongs to that clone.
    let isInWorkTree: Bool
    /// Plain files in it; with those of the folders in it once the walk is over.
    var files = 0
    /// The same of patches.
    var patches = 0
    /// Whether it is, or holds, something that was recognised by itself.
    var holdsFinding = false
  }

  /// Every folder that was looked into, those around others first.
  private(set) var folders: [Folder] = []
  private(set) var clones: [FoundClone] = []
  private(set) var patchFolders: [PatchFolder] = []
  private(set) var unreadable: [CloneProblem] = []
  private(set) var problems: [CloneProblem] = []

  private let root: String
  private let currentFolder: String
  private let limit: Int
  /// The file that marks a store of objects that several clones borrow from.
  private static let storeMark = "forkscape-store"
  private var isCutOff = false

  init(_ place: String, shown: String, currentFolder: String, limit: Int) {
    root = PathText.resolved(place) ?? place
    self.currentFolder = currentFolder
    self.limit = limit
    folders = [Folder(path: place, shown: shown, parent: nil, isInWorkTree: false)]
  }

  mutating func run() {
    let given = folders[0]
    if PathText.parts(of: given.path).last == ".git" {
      // The git directory of a clone with a work tree was given: the clone is meant.
      addClone(at: given.path + "/..", folder: 0)
    } else {
      var next = 0
      while next < folders.count {
        visit(next)
        next += 1
      }
    }
    findTreesOfPatches()
    if isCutOff {
      problems.append(
        CloneProblem(
          path: given.shown,
          what: "was scanned in part",
          why: "it holds more than \(limit) folders",
          hint: "give the folders of the clones themselves"
        )
      )
    } else if clones.isEmpty, patchFolders.isEmpty, unreadable.isEmpty, problems.isEmpty {
      problems.append(
        CloneProblem(
          path: given.shown,
          what: "nothing to analyse",
          why: "there is no git clone in this folder",
          hint: "give the folder of a clone, or a folder that holds clones"
        )
      )
    }
  }

  private mutating func visit(_ index: Int) {
    let folder = folders[index]
    let listing: FolderListing
    do throws(FolderError) {
      listing = try FolderListing(of: folder.path)
    } catch {
      problems.append(CloneProblem(path: folder.shown, what: "cannot be listed", why: error.reason))
      return
    }
    for name in listing.unreadableNames {
      let shown = PathText.join(folder.shown, name)
      problems.append(CloneProblem(path: shown, what: "is passed over", why: "its name is not UTF-8"))
    }
    // The objects of a family that `forkscape clone` brought: no clone, all of its members borrow from it.
    if listing.files.contains(Self.storeMark) { return }
    var isInWorkTree = folder.isInWorkTree
    if listing.contains(".git") {
      isInWorkTree = true
      if leadsInside(folder, listing) { addClone(at: folder.path, folder: index) }
    } else if listing.files.contains("HEAD"), RepositoryLayout.looksLikeGitDirectory(folder.path) {
      addClone(at: folder.path, folder: index)
      return
    }
    if !isInWorkTree { lookForPatches(index, listing) }
    for name in listing.folders where name != ".git" {
      guard folders.count < limit else {
        isCutOff = true
        return
      }
      folders.append(
        Folder(
          path: folder.path == "/" ? "/" + name : folder.path + "/" + name,
          shown: PathText.join(folder.shown, name),
          parent: index,
          isInWorkTree: isInWorkTree
        )
      )
    }
  }

  /// Whether a `.git` that is a symbolic link stays in the scanned folder; one that leads out is reported.
  private mutating func leadsInside(_ folder: Folder, _ listing: FolderListing) -> Bool {
    guard listing.links.contains(".git") else { return true }
    if let target = PathText.resolved(folder.path + "/.git"), PathText.isInside(target, root) { return true }
    unreadable.append(
      CloneProblem(
        path: folder.shown,
        what: "is passed over",
        why: "its .git is a symbolic link out of the scanned folder",
        hint: "give the folder that it leads to"
      )
    )
    return false
  }

  private mutating func addClone(at path: String, folder index: Int) {
    folders[index].holdsFinding = true
    let shown = folders[index].shown
    do throws(GitError) {
      let layout = try RepositoryLayout(at: path)
      clones.append(FoundClone(path: shown, layout: layout, currentFolder: currentFolder))
    } catch {
      unreadable.append(CloneProblem(path: shown, what: "cannot be opened", why: error.message, hint: error.hint))
    }
  }

  private mutating func lookForPatches(_ index: Int, _ listing: FolderListing) {
    let folder = folders[index]
    folders[index].files = listing.files.count
    folders[index].patches = listing.files.count(where: PatchTally.isPatch)
    var kind: PatchFolder.Kind?
    if listing.folders.contains("debian"), PathText.kind(of: folder.path + "/debian/patches/series") == .file {
      kind = .debian
    } else if folders[index].patches > 0, listing.files.contains(where: { $0.hasSuffix(".spec") }) {
      kind = .rpm
    }
    guard let kind else { return }
    folders[index].holdsFinding = true
    patchFolders.append(PatchFolder(path: folder.shown, kind: kind))
  }

  /// Recognises the largest folders that hold nothing else and whose files are mostly patches.
  private mutating func findTreesOfPatches() {
    // A folder in one that was recognised belongs to it.
    var isCovered = Array(repeating: false, count: folders.count)
    for index in folders.indices {
      guard let parent = folders[index].parent else { continue }
      isCovered[index] = isCovered[parent] || folders[parent].holdsFinding
    }
    for index in folders.indices.reversed() {
      guard let parent = folders[index].parent else { continue }
      folders[parent].files += folders[index].files
      folders[parent].patches += folders[index].patches
      if folders[index].holdsFinding { folders[parent].holdsFinding = true }
    }
    for index in folders.indices where !isCovered[index] {
      let folder = folders[index]
      if let parent = folder.parent, isCovered[parent] || isTreeOfPatches(parent) {
        isCovered[index] = true
      } else if isTreeOfPatches(index) {
        patchFolders.append(PatchFolder(path: folder.shown, kind: .patches))
      }
    }
  }

  private func isTreeOfPatches(_ index: Int) -> Bool {
    let folder = folders[index]
    return !folder.isInWorkTree && !folder.holdsFinding
      && PatchTally(files: folder.files, patches: folder.patches).isMostlyPatches
  }
}
