import BitCollections
import FixtureSupport
import Git
import GitValues
import History
import Testing

@testable import Lineage

@Suite struct DroppedChangesTests {
  /// A fork's merge of upstream with `result` as its tree, on a base with three files of which upstream changed two and the
  /// fork the first; then both heads.
  private func found(
    result: [String: String],
    line: [String: String]? = nil,
    head: [String: String]? = nil
  ) async throws -> [[String]] {
    let small = try SmallRepository()
    let root = try small.commit(["a": "1", "b": "1", "c": "1"])
    let upstream = try small.commit(["a": "2", "b": "2", "c": "1"], parents: [root], date: 1_600_100_000)
    let ours = try small.commit(["a": "3", "b": "1", "c": "1"], parents: [root], date: 1_600_200_000)
    let merge = try small.commit(result, parents: [ours, upstream], date: 1_600_300_000)
    let later = try small.commit(line ?? ["a": "2", "b": "2", "c": "1"], parents: [upstream], date: 1_600_400_000)
    let fork = try small.commit(head ?? result, parents: [merge], date: 1_600_500_000)
    try small.git("update-ref", "refs/heads/main", later)
    try small.git("update-ref", "refs/heads/fork", fork)
    let family = try await GraphOfFixture(["small": small.path])
    let (main, tip) = (try family.node("small", "main"), try family.node("small", "fork"))
    let lineage = try #require(family.trace(main, tip))
    let layout = try Repository(at: small.path).layout
    let dropped = try DroppedChanges.find(
      lineage.syncs,
      line: main,
      head: tip,
      upstreamReach: family.graph.reach([main]),
      family.graph,
      TreeReader(try ObjectDatabase(objectFolders: [layout.objects]))
    )
    #expect(try dropped.allSatisfy { $0.merge == (try family.node("small", merge)) })
    return dropped.map { $0.paths.map { String(decoding: $0.bytes, as: UTF8.self) } }
  }

  @Test func whatOnlyUpstreamChangedAndTheMergeKeptIsDropped() async throws {
    #expect(try await found(result: ["a": "3", "b": "1", "c": "1"]) == [["b"]])
  }

  @Test func aMergeThatTookAllInDroppedNothing() async throws {
    #expect(try await found(result: ["a": "3", "b": "2", "c": "1"]).isEmpty)
    #expect(try await found(result: ["a": "3", "b": "2 and ours", "c": "1"]).isEmpty)
  }

  @Test func whatWasMendedSinceIsNotDropped() async throws {
    let kept = ["a": "3", "b": "1", "c": "1"]
    #expect(try await found(result: kept, head: ["a": "3", "b": "2", "c": "1"]).isEmpty, "by the fork")
    #expect(try await found(result: kept, line: ["a": "2", "b": "1", "c": "1"]).isEmpty, "upstream put it back")
  }

  @Test func whatTheForkDeletedItMeantToDelete() async throws {
    #expect(try await found(result: ["a": "3", "c": "1"]).isEmpty)
  }
}

@Suite struct PrefixTests {
  private func prefix(_ fork: (String) -> String?) throws -> String? {
    let small = try SmallRepository()
    let names = (0..<12).map { "src/part\($0).c" }
    let base = try small.commit(Dictionary(uniqueKeysWithValues: names.map { ($0, "content of \($0)") }))
    let moved = names.compactMap { name in fork(name).map { ($0, "content of \(name)") } }
    let head = try small.commit(Dictionary(uniqueKeysWithValues: moved + [("own.c", "own")]))
    let repository = try Repository(at: small.path)
    let objects = try ObjectDatabase(objectFolders: [repository.layout.objects])
    func tree(_ commit: String) throws -> TreeID { try objects.commit(try repository.commit(revision: commit)).tree }
    let found = try EffectiveBase.prefix(of: tree(head), over: tree(base), TreeReader(objects))
    return found.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func upstreamUnderAFolderIsFoundThere() throws {
    #expect(try prefix { "third/party/\($0)" } == "third/party")
  }

  @Test func upstreamAtTheTopHasNone() throws {
    #expect(try prefix { $0 } == nil)
    #expect(try prefix { $0.replacing("src/", with: "lib/") } == nil, "a renamed folder is no prefix")
  }

  @Test func aFewFilesUnderAFolderAreNone() throws {
    #expect(try prefix { $0.hasSuffix("1.c") ? "copy/\($0)" : $0 } == nil)
  }
}

@Suite struct BaseOfSeveralTests {
  @Test func theMergeBaseThatExplainsTheTreeIsTheBase() {
    func score(_ node: Int, _ held: Int32) -> ContentScoreAt {
      ContentScoreAt(node: node, score: ContentScore(held: held, contents: held, paths: 0), similarity: 0.5)
    }
    #expect(EffectiveBase.best(of: [score(9, 4), score(7, 6), score(5, 6)])?.node == 7)
    #expect(EffectiveBase.best(of: []) == nil)
  }
}
