import FactStore
import Git
import GitValues
import History

/// Reads the commits that only one side has.
struct RecordReader {
  let graph: CommitGraph
  let means: FlowMeans
  let fixes: FixRules

  /// What one commit is read from.
  private struct Job: Sendable {
    let place: Int
    let node: Int
    let id: CommitID
    let tree: TreeID
    let parent: TreeID?
    let isCut: Bool
  }

  private struct Part: Sendable {
    /// By local number.
    var paths: [RepoPath] = []
    var records: [(place: Int, record: CommitRecord)] = []
  }

  /// Messages and changed paths of `nodes`, in their order; `paths` gets every path that they name.
  func records(of nodes: [Int], paths: PathTable) async throws -> [CommitRecord] {
    let cut = Set(graph.cuts.filter { $0.place == 0 }.map(\.node))
    // Neighbours in history share most of their trees: long lots in the graph's order keep them with one reader.
    let jobs = nodes.enumerated().map { place, node in job(place, node, isCut: cut.contains(node)) }
      .sorted { $0.node < $1.node }
    let size = max(128, jobs.count / (means.workers * 8))
    let (stores, fixes) = (means.stores, fixes)
    let parts = try await inLots(of: size, jobs, workers: means.workers) { next in
      let objects = try ObjectDatabase(objectFolders: stores)
      let trees = TreeReader(objects)
      var part = Part()
      while let lot = next() {
        for job in lot { part.records.append((job.place, Self.record(job, objects, trees, fixes))) }
      }
      part.paths = (0..<trees.paths.count).map { trees.paths.path(PathTable.Index($0)) }
      return part
    }
    var records = [CommitRecord?](repeating: nil, count: nodes.count)
    for part in parts {
      let numbers = part.paths.map { paths.intern($0) }
      for (place, record) in part.records {
        var record = record
        for index in record.files.indices { record.files[index].path = numbers[Int(record.files[index].path)] }
        records[place] = record
      }
    }
    return records.compactMap { $0 }
  }

  private func job(_ place: Int, _ node: Int, isCut: Bool) -> Job {
    Job(
      place: place,
      node: node,
      id: graph.ids[node],
      tree: graph.trees[node],
      parent: graph.firstParent(of: node).map { graph.trees[$0] },
      isCut: isCut
    )
  }

  private static func record(
    _ job: Job,
    _ objects: ObjectDatabase,
    _ trees: TreeReader,
    _ fixes: FixRules
  ) -> CommitRecord {
    var record = CommitRecord(node: job.node, id: job.id)
    do throws(GitError) {
      record.message = MessageFacts(try objects.commit(job.id), fixes)
      if job.isCut {
        record.failure = "its parent is in none of the clones"
        return record
      }
      var files: [ChangedFile] = []
      try trees.compare(job.parent, job.tree) { difference in
        files.append(ChangedFile(path: difference.path, old: difference.old, new: difference.new))
      }
      record.files = files
    } catch {
      record.failure = "\(error)"
    }
    return record
  }

  /// Reads the contents of the records at `places` that do not have theirs yet.
  func readContents(_ records: inout [CommitRecord], at places: [Int]) async throws {
    let missing = places.filter { records[$0].content == nil && records[$0].failure == nil }
    let kept = kept(records, missing)
    for (place, content) in kept { records[place].content = content }
    let unread = missing.filter { records[$0].content == nil }.sorted { records[$0].node < records[$1].node }
    guard !unread.isEmpty else { return }
    let stores = means.stores
    let jobs = unread.map { (place: $0, files: records[$0].files) }
    let size = max(16, jobs.count / (means.workers * 16))
    let parts = try await inLots(of: size, jobs, workers: means.workers) { next in
      let reader = ContentReader(try ObjectDatabase(objectFolders: stores))
      var results: [(place: Int, content: ChangeContent?, failure: String?)] = []
      while let lot = next() {
        for job in lot {
          do throws(GitError) {
            results.append((job.place, try reader.content(of: job.files), nil))
          } catch {
            results.append((job.place, nil, "\(error)"))
          }
        }
      }
      return results
    }
    for (place, content, failure) in parts.joined() {
      records[place].content = content
      records[place].failure = failure
    }
    keep(records, unread)
  }

  private func kept(_ records: [CommitRecord], _ places: [Int]) -> [(Int, ChangeContent)] {
    guard let facts = means.facts else { return [] }
    let found: [[UInt8]: [UInt8]]
    do {
      found = try facts.facts(ChangeContent.kind, places.map { records[$0].id.bytes })
    } catch {
      means.factsFailed("it cannot be read: \(error)")
      return []
    }
    return places.compactMap { place in
      let record = records[place]
      guard let bytes = found[record.id.bytes],
        let content = ChangeContent(decoding: bytes, from: parentTree(record), to: graph.trees[record.node]),
        content.files.count == record.files.count
      else { return nil }
      return (place, content)
    }
  }

  private func keep(_ records: [CommitRecord], _ places: [Int]) {
    guard let facts = means.facts else { return }
    let new = places.compactMap { place -> (key: [UInt8], value: [UInt8])? in
      let record = records[place]
      guard let content = record.content else { return nil }
      return (record.id.bytes, content.encoded(from: parentTree(record), to: graph.trees[record.node]))
    }
    do {
      try facts.store(ChangeContent.kind, new)
    } catch {
      means.factsFailed("it cannot be written: \(error)")
    }
  }

  private func parentTree(_ record: CommitRecord) -> TreeID? {
    graph.firstParent(of: record.node).map { graph.trees[$0] }
  }
}
