import Family
import Git
import History
import PatchFlow

/// What forks of one upstream have in common that upstream has not.
struct SiblingResult: Sendable {
  /// The forks by their places among the members. Order: that of the changes' sides.
  let forks: [Int]
  let changes: [SharedChange]
}

/// Compares the forks of each upstream with one another.
struct SiblingStage {
  let stage: ForkStage
  let families: Families
  let results: [Int: ForkResult]

  /// By the root of each family. Order of a family's results: by the upstream's place. Families of which no two forks of one
  /// upstream were traced are left out.
  ///
  /// - Throws: what no single family explains.
  func run() async throws -> [Int: Result<[SiblingResult], GitError>] {
    var found: [Int: Result<[SiblingResult], GitError>] = [:]
    let clock = ContinuousClock()
    for family in families.families {
      let start = clock.now
      do {
        let siblings = try await siblings(in: family)
        if siblings.isEmpty { continue }
        found[family.root] = .success(siblings)
      } catch let error as GitError {
        found[family.root] = .failure(error)
      }
      let milliseconds = Int((clock.now - start) / .milliseconds(1))
      stage.report(.timed(step: "what forks of \(stage.members[family.root].name) share", milliseconds: milliseconds))
    }
    return found
  }

  private func siblings(in family: Family) async throws -> [SiblingResult] {
    let traced = family.forks.filter { results[$0.member]?.patches != nil }
    var found: [SiblingResult] = []
    for (upstream, forks) in Dictionary(grouping: traced, by: \.upstream).sorted(by: { $0.key < $1.key })
    where forks.count > 1 {
      let forks = forks.sorted { stage.members[$0.member].name < stage.members[$1.member].name }
      let flow = SiblingFlow(
        forks.compactMap { results[$0.member]?.patches }.map(side),
        line: stage.members[upstream].head,
        stage.graph,
        stage.means(of: [upstream] + forks.map(\.member), workers: stage.request.jobs)
      )
      found.append(SiblingResult(forks: forks.map(\.member), changes: try await flow.changes()))
    }
    return found
  }

  /// What of a fork upstream has in no form.
  private func side(_ result: PatchResult) -> SiblingSide {
    SiblingSide(
      carried: result.flow.forkSide.filter { $0.status == .carried && $0.presence != .present }.map(\.node).sorted(),
      mapping: result.pair.mapping
    )
  }
}
