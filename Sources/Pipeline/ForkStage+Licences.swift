import Family
import Git
import GitValues
import History
import Portrait

/// The licences of a fork, its upstream and their base, and since when each is what it is.
struct LicenceFindings: Sendable {
  /// One side's licence.
  struct Side: Sendable {
    let expression: String?
    /// The commit of the main line that made it other than the base's; nil where it is the base's, and where the main line
    /// does not tell.
    let since: CommitGraph.Node?
  }

  let base: String?
  let upstream: Side
  let fork: Side
}

extension ForkStage {
  /// - Parameter base: the commit that the fork rests on.
  func licences(base: CommitGraph.Node, _ fork: Family.Fork) throws -> LicenceFindings {
    let objects = try ObjectDatabase(objectFolders: stores(fork))
    let reader = PortraitReader(objects: objects)
    let before = try reader.portrait(of: graph.trees[base]).licence
    func side(_ head: CommitGraph.Node) throws -> LicenceFindings.Side {
      let now = try reader.portrait(of: graph.trees[head])
      let since = now.licence == before ? nil : try changed(to: now, at: head, reader, TreeReader(objects))
      return LicenceFindings.Side(expression: now.licence, since: since)
    }
    return LicenceFindings(
      base: before,
      upstream: try side(members[fork.upstream].head),
      fork: try side(members[fork.member].head)
    )
  }

  /// Where the main line's licence became that of `portrait`: down from the head, a tree is read as a whole only where the
  /// files changed that the licence stands in.
  private func changed(
    to portrait: Portrait,
    at head: CommitGraph.Node,
    _ reader: PortraitReader,
    _ trees: TreeReader
  ) throws -> CommitGraph.Node? {
    func files(_ node: CommitGraph.Node) throws(GitError) -> [FileState?] {
      var files: [FileState?] = []
      for path in portrait.licencePaths { files.append(try trees.file(at: path, of: graph.trees[node])) }
      return files
    }
    // Without a licence file there is nothing to follow.
    guard !portrait.licencePaths.isEmpty else { return nil }
    var (child, last) = (head, try files(head))
    for node in graph.firstParentChain(from: head).dropFirst() {
      let own = try files(node)
      if own != last {
        last = own
        if try reader.portrait(of: graph.trees[node]).licence != portrait.licence { return child }
      }
      child = node
    }
    return nil
  }
}
