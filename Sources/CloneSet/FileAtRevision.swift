import Git
import GitValues

/// A file as it is at a revision of the repository that a folder lies in.
public enum FileAtRevision {
  /// The most bytes that are read of one.
  private static let limit = 1 << 20

  /// The bytes of `path`, relative to `currentFolder`, in the commit that `revision` names; nil where that commit has no
  /// such file.
  ///
  /// - Throws: ``CloneProblem`` where the folder lies in no repository, the revision names no commit, or the file cannot
  ///   be read.
  public static func bytes(
    of path: String,
    at revision: String,
    currentFolder: String
  ) throws(CloneProblem) -> [UInt8]? {
    let resolved = try PairArgument(revision: revision).resolve(currentFolder: currentFolder)
    guard let commit = resolved.head?.commit else { return nil }
    let relative = try placeInRepository(path, resolved.clone, currentFolder)
    do throws(GitError) {
      let repository = try Repository(resolved.clone.layout)
      let tree = try repository.objects.commitLinks(commit).tree
      let file = try TreeReader(repository.objects).file(at: RepoPath(bytes: Array(relative.utf8)), of: tree)
      guard let file, file.mode.isRegular else { return nil }
      return try repository.objects.withBlob(file.blob, limit: limit) { Array($0) }
    } catch {
      throw CloneProblem(path: path, what: "cannot be read at \(revision)", error)
    }
  }

  /// `path` as the repository's trees have it.
  private static func placeInRepository(
    _ path: String,
    _ clone: FoundClone,
    _ currentFolder: String
  ) throws(CloneProblem) -> String {
    let file = PathText.parts(of: PathText.absolute(path, in: currentFolder))
    let top = PathText.parts(of: PathText.absolute(clone.path, in: currentFolder))
    guard file.starts(with: top), file.count > top.count else {
      throw CloneProblem(path: path, what: "cannot be read", why: "it lies outside of the repository at \(clone.path)")
    }
    return file.dropFirst(top.count).joined(separator: "/")
  }
}
