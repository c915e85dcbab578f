public import Git
public import GitValues

extension EffectiveBase {
  /// At least so many contents must lie under a folder, each at upstream's own path …
  static let fewestUnderPrefix = 10
  /// … and be this share of all contents that both trees have.
  static let prefixShare = 0.6

  /// The folder of a fork's tree that upstream's tree lives in.
  ///
  /// - Returns: the folder, without a slash at its end; nil where upstream lies at the top, or all over.
  /// - Throws: `GitError` where a tree cannot be read.
  public static func prefix(of fork: TreeID, over base: TreeID, _ reader: TreeReader) throws(GitError) -> RepoPath? {
    var paths: [BlobID: PathTable.Index] = [:]
    var repeated: Set<BlobID> = []
    try reader.files(of: base) { path, state in
      guard ContentTargets.counts(state) else { return }
      if paths.updateValue(path, forKey: state.blob) != nil { repeated.insert(state.blob) }
    }
    var counts: [[UInt8]: Int] = [:]
    var common = 0
    try reader.files(of: fork) { path, state in
      guard let there = paths[state.blob], !repeated.contains(state.blob) else { return }
      common += 1
      let (here, upstream) = (reader.paths.path(path).bytes, reader.paths.path(there).bytes)
      guard here.count > upstream.count, here.suffix(upstream.count).elementsEqual(upstream) else { return }
      let folder = here.dropLast(upstream.count)
      if folder.last == UInt8(ascii: "/") { counts[Array(folder), default: 0] += 1 }
    }
    let best = counts.max { $0.value != $1.value ? $0.value < $1.value : $1.key.lexicographicallyPrecedes($0.key) }
    guard let best, best.value >= fewestUnderPrefix, Double(best.value) >= prefixShare * Double(common) else {
      return nil
    }
    return RepoPath(bytes: Array(best.key.dropLast()))
  }
}
