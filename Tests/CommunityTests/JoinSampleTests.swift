import BitCollections
import Foundation
import Git
import GitValues
import History
import Testing

@testable import Community

/// Prints a random sample of joined accounts of real clones, to be checked by eye: how often a join is right is measured
/// so, never on made-up histories. FORKSCAPE_JOINS names the clones, with a colon between; FORKSCAPE_JOINS_COUNT how many.
@Suite struct JoinSampleTests {
  private static let environment = ProcessInfo.processInfo.environment

  @Test(.enabled(if: environment["FORKSCAPE_JOINS"] != nil)) func sample() async throws {
    let clones = (Self.environment["FORKSCAPE_JOINS"] ?? "").split(separator: ":").map(String.init)
    let wanted = Int(Self.environment["FORKSCAPE_JOINS_COUNT"] ?? "200") ?? 200
    let repositories = try clones.map { try Repository(at: $0) }
    let sources = try repositories.map { repository in
      let tips = try repository.references { $0.hasPrefix("refs/heads/") }.references.compactMap(\.commit)
      return GraphReader.Source(objects: repository.layout.objects, tips: Set(tips).sorted())
    }
    let graph = try await GraphReader(sources: sources, workers: 2).read()
    let facts = try await CommitFacts.read(
      graph,
      BitSet(0..<graph.count),
      trees: BitSet(),
      stores: repositories.map(\.layout.objects),
      workers: 2
    )
    let community = try Community(graph, facts, mailmaps: [], declared: [], lines: [:], now: .max)
    var joins = community.people.joins
    // A fixed seed: the same clones give the same sample.
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    for place in joins.indices.dropLast() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      joins.swapAt(place, place + Int(state >> 33) % (joins.count - place))
    }
    func shown(_ signature: Int) -> String {
      String(decoding: facts.signatures.name(signature), as: UTF8.self) + " <"
        + String(decoding: facts.signatures.mail(signature), as: UTF8.self) + ">"
    }
    print("\(facts.signatures.count) accounts, \(community.people.count) people, \(joins.count) joins")
    for join in joins.prefix(wanted) {
      print("JOIN \(join.reason.rawValue): \(shown(join.signature)) = \(shown(join.to))")
    }
    #expect(!joins.isEmpty)
  }
}
