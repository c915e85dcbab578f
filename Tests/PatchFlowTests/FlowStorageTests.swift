import FactStore
import FixtureSupport
import Foundation
import Git
import GitValues
import History
import Testing

@testable import PatchFlow

/// What is kept of a pair gives the same flow again, and what is not whole gives none.
@Suite struct FlowStorageTests {
  private func repository() throws -> (small: SmallRepository, base: String, upstream: String, fork: String) {
    let small = try SmallRepository()
    let text = (1...12).map { "line \($0) of the pump\n" }.joined()
    let base = try small.commit(["pump.c": text, "valve.c": text])
    let fixed = text.replacing("line 3 ", with: "sealed line 3 ")
    let fix = try small.written(
      ["pump.c": fixed, "valve.c": text],
      parents: [base],
      message: "Fix a buffer overflow \u{e9} in the pump"
    )
    let upstream = try small.commit(["pump.c": fixed, "valve.c": text, "gauge.c": text], parents: [fix])
    let own = try small.commit(["pump.c": text, "valve.c": "own\n" + text], parents: [base])
    let fork = try small.written(
      ["pump.c": fixed, "valve.c": "own\n" + text],
      parents: [own],
      message: "Take the fix\n\n(cherry picked from commit \(fix))"
    )
    return (small, base, upstream, fork)
  }

  @Test func aSecondRunSaysTheSameFromWhatIsKept() async throws {
    let (small, base, upstream, fork) = try repository()
    let facts = try FactStore.inMemory()
    let first = try await small.traced(base: base, upstream: upstream, fork: fork, facts: facts)
    let second = try await small.traced(base: base, upstream: upstream, fork: fork, facts: facts)
    #expect(second.flow.upstreamSide == first.flow.upstreamSide)
    #expect(second.flow.forkSide == first.flow.forkSide && second.flow.partlySeen == first.flow.partlySeen)
    #expect(first.flow.forkSide.contains { $0.status == .taken && !$0.matches.isEmpty })
    #expect(first.steps.contains("ladder") && second.steps == ["patch flow as kept"])
    // Other evidence is another question, and so is another base.
    let other = try await small.traced(base: base, upstream: upstream, fork: fork, evidence: [.diff], facts: facts)
    #expect(other.steps.contains("ladder"))
    let later = try await small.traced(base: upstream, upstream: upstream, fork: fork, facts: facts)
    #expect(later.steps.contains("ladder"))
  }

  @Test func everyBrokenFlowIsNone() async throws {
    let (small, base, upstream, fork) = try repository()
    let traced = try await small.traced(base: base, upstream: upstream, fork: fork)
    let bytes = FlowStorage.encoded(traced.flow, traced.graph)
    #expect(FlowStorage.decoded(bytes, traced.graph)?.forkSide == traced.flow.forkSide)
    for length in 0..<bytes.count { #expect(FlowStorage.decoded(Array(bytes[..<length]), traced.graph) == nil) }
    #expect(FlowStorage.decoded(bytes + [0], traced.graph) == nil)
    for place in bytes.indices {
      var broken = bytes
      broken[place] = 0xff
      // It may mean something else, but never more than it has bytes for.
      _ = FlowStorage.decoded(broken, traced.graph)
    }
  }
}
