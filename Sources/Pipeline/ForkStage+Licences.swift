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
  /// - Parameter base: what the project said of itself where the fork rests.
  /// - Returns: nil where one of the three trees could not be read.
  func licences(base: Portrait?, _ fork: Family.Fork) throws -> LicenceFindings? {
    let (member, upstream) = (members[fork.member], members[fork.upstream])
    guard let before = base, let ours = member.portrait, let theirs = upstream.portrait else { return nil }
    let objects = try ObjectDatabase(objectFolders: stores(fork))
    func side(_ now: Portrait, at head: CommitGraph.Node) throws -> LicenceFindings.Side {
      let since = now.licence == before.licence ? nil : try changed(to: now, at: head, objects)
      return LicenceFindings.Side(expression: now.licence, since: since)
    }
    return LicenceFindings(
      base: before.licence,
      upstream: try side(theirs, at: upstream.head),
      fork: try side(ours, at: member.head)
    )
  }

  /// Where the main line's licence became that of `portrait`: down from the head, a tree is read as a whole only where the
  /// files changed that the licence stands in.
  private func changed(
    to portrait: Portrait,
    at head: CommitGraph.Node,
    _ objects: ObjectDatabase
  ) throws -> CommitGraph.Node? {
    let (reader, trees) = (PortraitReader(objects: objects), TreeReader(objects))
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
