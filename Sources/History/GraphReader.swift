import BitCollections
import Git
public import GitValues
import Synchronization

/// Reads the commits behind the tips of several clones into one graph, with several threads.
///
/// A commit is read from the clone whose tip led to it first; one that this clone lacks is looked for in the others, so
/// a shallow clone beside a full one costs nothing.
public struct GraphReader: Sendable {
  /// Where to start: a clone's object store and the commits that its references name.
  public struct Source: Sendable {
    /// The repository's `objects` folder.
    public let objects: String
    /// Commits, each once.
    public let tips: [CommitID]

    /// A source of its parts.
    public init(objects: String, tips: [CommitID]) {
      self.objects = objects
      self.tips = tips
    }
  }

  private let sources: [Source]
  private let replacements: [CommitID: CommitID]
  private let workers: Int

  /// A reader of `sources`.
  ///
  /// - Parameter replacements: commits that stand in for others, as `refs/replace` of the clones says.
  /// - Parameter workers: how many threads read.
  public init(sources: [Source], replacements: [CommitID: CommitID] = [:], workers: Int) {
    self.sources = sources
    self.replacements = replacements
    self.workers = Swift.max(1, workers)
  }

  /// The graph of all that the tips reach. Tips that cannot be read are not in it: ``CommitGraph/node(_:)`` is nil.
  ///
  /// - Parameter known: a graph of an earlier run over the same stores, whose commits are not read again.
  /// - Throws: `GitError` where an object store cannot be opened.
  public func read(known: CommitGraph? = nil) async throws -> CommitGraph {
    let frontier = Frontier(known: known)
    for (index, source) in sources.enumerated() {
      frontier.add(source.tips, from: index)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask { try work(on: frontier) }
      }
      try await group.waitForAll()
    }
    return frontier.graph()
  }

  private func work(on frontier: Frontier) throws(GitError) {
    var databases: [Int: ObjectDatabase] = [:]
    func database(_ index: Int) throws(GitError) -> ObjectDatabase {
      if let open = databases[index] { return open }
      let opened = try ObjectDatabase(objectFolders: [sources[index].objects])
      databases[index] = opened
      return opened
    }
    while let batch = frontier.take() {
      var results: [Frontier.Result] = []
      results.reserveCapacity(batch.count)
      for item in batch {
        results.append(try read(item, database))
      }
      frontier.finish(results)
    }
  }

  private func read(
    _ item: Frontier.Item,
    _ database: (Int) throws(GitError) -> ObjectDatabase
  ) throws(GitError) -> Frontier.Result {
    let id = replacements[item.id] ?? item.id
    var failure: GitError?
    let others = sources.indices.lazy.filter { $0 != item.source }
    for source in [item.source] + others {
      let objects = try database(source)
      if source != item.source, !objects.contains(id) { continue }
      do throws(GitError) {
        return Frontier.Result(item: item, source: source, links: try objects.commitLinks(id), failure: nil)
      } catch {
        failure = failure ?? error
      }
    }
    return Frontier.Result(item: item, source: item.source, links: nil, failure: failure?.message ?? "not found")
  }
}
