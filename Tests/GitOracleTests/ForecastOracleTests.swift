import Divergence
import FixtureSupport
import Foundation
import Git
import GitValues
import PatchFlow
import Testing

/// Merge forecasts against `git merge-tree --write-tree`, on histories with one base.
///
/// A file counts once, under whatever names it has in the three trees. Folders that moved are left out on both sides:
/// git may ask where a new file belongs, which stops no line of text. Nothing else may differ.
@Suite struct ForecastOracleTests {
  @Test func conflictsAreGits() async throws {
    var (clean, conflicted) = (0, 0)
    for seed in OracleHistory.seeds where seed.isMultiple(of: 3) {
      let history = try OracleHistory(seed: seed)
      let bases = try history.gitMergeBases()
      // Of several bases git makes one by merging them; a forecast starts from the one it is given.
      guard bases.count == 1 else { continue }
      let repository = try history.repository()
      let trees = try [bases[0], history.fork, history.upstream].map { try repository.objects.commit($0).tree }
      let before = try FolderChecksum(of: history.folder)
      let sides = try await TreeComparison.between(
        [(trees[0], trees[1]), (trees[0], trees[2])],
        stores: history.stores,
        workers: 2
      )
      let forecast = try await MergeForecast.of(fork: sides[0], upstream: sides[1], stores: history.stores, workers: 2)
      #expect(try FolderChecksum(of: history.folder).differences(from: before).isEmpty, "seed \(seed)")
      #expect(forecast.unread.isEmpty, "seed \(seed)")

      let git = try gitConflicts(history)
      let alone = forecast.conflicts.filter { $0.names.isDisjoint(with: git) }
      let gitAlone = git.subtracting(forecast.conflicts.flatMap(\.names))
      #expect(alone.isEmpty && gitAlone.isEmpty, "seed \(seed): \(alone), git alone \(gitAlone.map(\.text).sorted())")
      if git.isEmpty { clean += 1 } else { conflicted += 1 }
    }
    #expect(clean > 10 && conflicted > 10, "\(clean) clean, \(conflicted) with conflicts")
  }

  private func gitConflicts(_ history: OracleHistory) throws -> Set<RepoPath> {
    let git = try history.git.run([
      "-c", "merge.directoryRenames=false", "merge-tree", "--write-tree", "-z", "--name-only", "--no-messages",
      "\(history.fork)", "\(history.upstream)",
    ])
    if git.exitCode == 0 { return [] }
    return Set(
      git.output.split(separator: 0).dropFirst().map { name in
        // git puts a file aside under `name~commit` where two of different kinds want one name.
        let place = name.endIndex - 41
        let isAside = place > name.startIndex && name[place] == UInt8(ascii: "~")
        return RepoPath(bytes: Array(isAside ? name[..<place] : name))
      }
    )
  }
}
