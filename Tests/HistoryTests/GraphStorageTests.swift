import FixtureSupport
import Foundation
import Git
import GitValues
import History
import Testing

@Suite struct GraphStorageTests {
  private let tips: [CommitID]
  private let graph: CommitGraph
  private let bytes: [UInt8]

  init() async throws {
    let folder = try TemporaryFolder()
    try RandomHistory(seed: 77, commits: 50).write(to: folder.url.appending(path: "both"))
    let all = try source(folder.url.appending(path: "both"))
    tips = all.tips
    graph = try await GraphReader(sources: [all], workers: 2).read()
    bytes = try #require(graph.encoded())
  }

  @Test func whatIsStoredComesBack() throws {
    let back = try #require(CommitGraph(decoding: bytes))
    #expect(back.ids == graph.ids && back.merges == graph.merges && back.cuts.isEmpty)
    #expect(try back.answers(tips) == graph.answers(tips))
    #expect(back.encoded() == bytes)
  }

  @Test func anEmptyGraphComesBack() async throws {
    let empty = try await GraphReader(sources: [], workers: 1).read()
    let back = try #require(empty.encoded().flatMap { CommitGraph(decoding: $0) })
    #expect(back.count == 0)
  }

  @Test func bytesThatAreNotWholeAreRefused() {
    for length in 0..<bytes.count { #expect(CommitGraph(decoding: Array(bytes.prefix(length))) == nil, "\(length)") }
    #expect(CommitGraph(decoding: bytes + [0]) == nil)
    #expect(CommitGraph(decoding: Array(repeating: 255, count: 64)) == nil)
  }

  @Test func partsThatContradictEachOtherAreRefused() {
    let count = graph.count
    let (times, starts) = (16, 16 + 16 * count)
    let parents = starts + 4 * (count + 1)
    let byID = parents + (bytes.count - parents - 44 * count)
    #expect(CommitGraph(decoding: changed(at: 0, to: Int64(-1))) == nil)
    #expect(CommitGraph(decoding: changed(at: 0, to: Int64.max)) == nil)
    #expect(CommitGraph(decoding: changed(at: 8, to: Int64(Int32.max) - 1)) == nil)
    #expect(CommitGraph(decoding: changed(at: starts, to: Int32(1))) == nil)
    #expect(CommitGraph(decoding: changed(at: starts + 4, to: Int32.max)) == nil)
    // A parent that stands behind its child, or nowhere.
    #expect(CommitGraph(decoding: changed(at: parents, to: Int32(count))) == nil)
    #expect(CommitGraph(decoding: changed(at: parents, to: Int32(-1))) == nil)
    #expect(CommitGraph(decoding: changed(at: byID, to: Int32(count))) == nil)
    #expect(CommitGraph(decoding: changed(at: times, to: Int64(5)))?.committerTimes.first == 5)
  }

  /// Any single byte may be wrong: either it is noticed, or all that can be asked still has an answer.
  @Test func noFlippedByteCrashes() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      var damaged = bytes
      damaged[random.below(damaged.count)] ^= UInt8(1 << random.below(8))
      guard let found = CommitGraph(decoding: damaged) else { continue }
      #expect(found.count == graph.count)
      let everything = found.reach(0..<found.count)
      #expect(found.size(of: everything).all == found.count)
      _ = found.mergeBases(everything, everything)
      for id in graph.ids { _ = found.node(id) }
    }
  }

  private func changed<Word: FixedWidthInteger>(at place: Int, to word: Word) -> [UInt8] {
    var bytes = bytes
    withUnsafeBytes(of: word) { bytes.replaceSubrange(place..<(place + $0.count), with: $0) }
    return bytes
  }
}
