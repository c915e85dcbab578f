import Git
import GitValues

extension CloneOpener {
  /// How many folders of a head are looked into, level by level, to tell sources from patches.
  static let treeLimit = 1_000

  /// The convention by which `tree` is a patch folder; nil for a tree of sources.
  ///
  /// A tree that cannot be read is no reason to leave the clone out: a problem is added, and the answer is nil.
  func patchFolder(
    of tree: TreeID,
    _ objects: ObjectDatabase,
    _ found: FoundClone,
    _ problems: inout [CloneProblem]
  ) throws(GitError) -> PatchFolder.Kind? {
    var tally = PatchTally()
    var folders: [(tree: TreeID, parts: [String])] = [(tree, [])]
    var next = 0
    while next < folders.count {
      let folder = folders[next]
      next += 1
      let entries: [FolderEntry]
      do throws(GitError) {
        entries = try objects.folder(folder.tree)
      } catch {
        problems.append(CloneProblem(path: found.path, what: "the files of its head cannot all be read", error))
        return nil
      }
      for entry in entries {
        let parts = folder.parts + [EncodedText(entry.name).text]
        if !entry.mode.isTree {
          tally.count(parts)
        } else if folders.count < Self.treeLimit {
          folders.append((entry.id.retyped(), parts))
        }
      }
    }
    return tally.kind
  }
}
