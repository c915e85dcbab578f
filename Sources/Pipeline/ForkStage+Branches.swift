import BitCollections
import Family
import Git
import History
import Lineage

extension ForkStage {
  /// The line is searched for so many branches of a fork, those with most work first.
  private static let branchesWithLine = 12

  /// Tells which of a fork's branches hold own work, and what each of the lasting ones follows.
  func describeBranches(_ fork: Family.Fork, _ side: UpstreamSide, _ result: inout ForkResult) {
    let member = members[fork.member]
    if participants[fork.member].isNamed { return }
    do throws(GitError) {
      let branches = try Branches(
        graph,
        member.branches,
        head: member.head,
        headReference: member.headReference,
        headWork: result.work?.own ?? BitSet(),
        upstreamReach: side.reach,
        try ObjectDatabase(objectFolders: stores(fork))
      )
      let lasting: Set<OwnBranch.Kind> = [.releaseLine, .custom, .longLived]
      for branch in branches.own.filter({ lasting.contains($0.kind) }).prefix(Self.branchesWithLine) {
        result.branchLines[branch.node] = side.lines.line(for: graph.reach([branch.node]))
      }
      result.branches = branches
    } catch {
      result.notAnalysed.append(("lineage.branches", "commits cannot be read: \(error)"))
    }
  }

  /// Finds the folder that upstream lives in, where the base was found by contents: a merge base has the paths it has.
  func findPrefix(_ fork: Family.Fork, _ result: inout ForkResult) {
    guard let base = result.base, base.method != .ancestry else { return }
    do throws(GitError) {
      let reader = TreeReader(try ObjectDatabase(objectFolders: stores(fork)))
      let trees = (fork: graph.trees[members[fork.member].head], base: graph.trees[base.node])
      result.prefix = try EffectiveBase.prefix(of: trees.fork, over: trees.base, reader)
    } catch {
      result.notAnalysed.append(("lineage.effectiveBase.prefix", "\(error)"))
    }
  }
}
