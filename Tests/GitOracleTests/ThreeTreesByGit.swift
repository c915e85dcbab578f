import Divergence
import GitValues

/// What became of one file, in a form that the test can make itself.
struct FileRow: Hashable {
  let path: RepoPath
  let fork: RepoPath?
  let upstream: RepoPath?
  let fileClass: FileClass
}

extension FileRow {
  init(_ file: ClassifiedFile) {
    self.init(path: file.path, fork: file.forkPath, upstream: file.upstreamPath, fileClass: file.fileClass)
  }
}

/// Three trees as `git ls-tree` lists them and the renames of `git diff -M`, put together without forkscape.
struct ThreeTreesByGit {
  let base: [RepoPath: FileState]
  let fork: [RepoPath: FileState]
  let upstream: [RepoPath: FileState]
  let forkRenames: [RepoPath: RepoPath]
  let upstreamRenames: [RepoPath: RepoPath]

  func rows() -> [FileRow] {
    var rows = base.keys.map { path in
      let (forkPath, upstreamPath) = (forkRenames[path] ?? path, upstreamRenames[path] ?? path)
      let (forkState, upstreamState) = (fork[forkPath], upstream[upstreamPath])
      return FileRow(
        path: path,
        fork: forkState == nil ? nil : forkPath,
        upstream: upstreamState == nil ? nil : upstreamPath,
        fileClass: fileClass(base[path], forkState, upstreamState)
      )
    }
    let forkAdded = Set(fork.keys).subtracting(base.keys).subtracting(forkRenames.values)
    let upstreamAdded = Set(upstream.keys).subtracting(base.keys).subtracting(upstreamRenames.values)
    for path in forkAdded.union(upstreamAdded) {
      let (isForks, isUpstreams) = (forkAdded.contains(path), upstreamAdded.contains(path))
      rows.append(
        FileRow(
          path: path,
          fork: isForks ? path : nil,
          upstream: isUpstreams ? path : nil,
          fileClass: isForks && isUpstreams ? .addedByBoth : isForks ? .addedByFork : .addedByUpstream
        )
      )
    }
    return rows
  }

  private func fileClass(_ base: FileState?, _ fork: FileState?, _ upstream: FileState?) -> FileClass {
    let (isForkSame, isUpstreamSame) = (fork == base, upstream == base)
    if fork == nil, upstream == nil { return .deletedByBoth }
    if fork == nil { return isUpstreamSame ? .deletedByFork : .deletedByForkChangedByUpstream }
    if upstream == nil { return isForkSame ? .deletedByUpstream : .changedByForkDeletedByUpstream }
    if isForkSame { return isUpstreamSame ? .identical : .changedByUpstream }
    if isUpstreamSame { return .changedByFork }
    return fork == upstream ? .changedByBothAlike : .changedByBoth
  }
}
