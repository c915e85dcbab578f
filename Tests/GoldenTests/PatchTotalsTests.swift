import FixtureSupport
import Foundation
import Landscape
import Pipeline
import Testing

/// Nothing is dropped: every commit that one side alone has stands in the list, once, and the counts add up to it.
@Suite struct PatchTotalsTests {
  @Test(arguments: Fixture.all) func everyCommitOfOneSideHasALine(_ fixture: Fixture) async throws {
    let built = try fixture.build()
    let analysis = try await FamilyRun.ofFolder(built).analysis
    for family in analysis.landscape.families {
      for fork in family.forks {
        let list = analysis.patches.first { $0.family == family.name && $0.fork == fork.name }
        guard let patches = fork.patches, let lines = list?.lines else {
          #expect(fork.patches == nil && list == nil, "\(fixture): \(fork.name)")
          continue
        }
        expectSums(patches, lines, "\(fixture): \(fork.name)")
        let place = "\(fixture): \(fork.name)"
        guard let git = try commitsByGit(fork, analysis.landscape, built) else { continue }
        #expect(lines.filter { $0.side == .upstream }.map(\.commit).sorted() == git.upstream, "\(place), upstream")
        #expect(lines.filter { $0.side == .fork }.map(\.commit).sorted() == git.fork, "\(place), fork")
      }
    }
  }

  private func expectSums(_ patches: PatchesEntry, _ lines: [PatchLine], _ place: String) {
    let (upstream, fork) = (patches.upstreamSide, patches.forkSide)
    let ofUpstream = [
      upstream.inBase, upstream.equivalent, upstream.adapted, upstream.present, upstream.partial, upstream.missing,
      upstream.notApplicable, upstream.reverted, upstream.empty, upstream.notAnalysed,
    ]
    let ofFork = [
      fork.taken, fork.upstreamed, fork.upstreamedAdapted, fork.carried, fork.imported, fork.reverted, fork.empty,
      fork.notAnalysed,
    ]
    #expect(ofUpstream.reduce(0, +) == upstream.total, "\(place)")
    #expect(ofFork.reduce(0, +) == fork.total, "\(place)")
    #expect(upstream.total + fork.total == lines.count, "\(place)")
    // All years hold each of the fork's commits once that has a match on the line.
    let line = Set(lines.filter { $0.side == .upstream }.map(\.commit))
    let matched = lines.count { $0.side == .fork && $0.matches.contains { line.contains($0.commit) } }
    #expect(patches.flow.byYear.reduce(0) { $0 + $1.down + $1.up + $1.unknown } == matched, "\(place)")
    for line in lines { #expect((line.reason != nil) == (line.status == .notAnalysed), "\(place): \(line)") }
  }

  /// The commits, merges left out, that one side alone has, by git, in order of their ids; nil where git cannot tell,
  /// because one of the clones is not whole.
  private func commitsByGit(
    _ fork: ForkEntry,
    _ landscape: Landscape,
    _ built: BuiltFixture
  ) throws -> (upstream: [String], fork: [String])? {
    let whole = landscape.clones.filter { !$0.isShallow }
    guard let line = fork.lineage?.line?.commit, let head = fork.head?.commit,
      let own = whole.first(where: { $0.path == fork.clone }),
      let other = whole.first(where: { $0.name == fork.upstream && [.upstream, .fork].contains($0.role) })
    else { return nil }
    let git = try GitProgram(built.url.appending(path: own.path), borrowing: built.url.appending(path: other.path))
    let answers = try ["\(head)..\(line)", "\(line)..\(head)"].map { range in
      try git.run(["rev-list", "--no-merges", range])
    }
    guard answers.allSatisfy({ $0.exitCode == 0 }) else { return nil }
    return (answers[0].lines.sorted(), answers[1].lines.sorted())
  }
}
