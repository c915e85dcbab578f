import FixtureSupport
import Foundation
import Git
import GitValues
import Testing

/// Merges in memory against `git merge-tree --write-tree`.
///
/// git merges by another strategy (`ort`) than libgit2. These differences are known, and nothing else may differ:
/// - git follows no rename of an empty file, libgit2 does;
/// - a file that one side moved to where the other added the very same content: git takes it, libgit2 stops;
/// - libgit2 measures likeness of small files in another way, and so misses a move of a file that was edited too;
/// - two sides add the same content with different modes: git stops, libgit2 takes one.
@Suite struct MergeOracleTests {
  /// What comparing one merge came to.
  private enum Outcome {
    case severalBases
    case alike(isClean: Bool)
    case known(String)
    case differs(String)
  }

  @Test func conflictsAreGits() async throws {
    let seeds = OracleHistory.seeds
    let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
      for seed in seeds { group.addTask { try compare(seed) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    var (clean, conflicted, deviations): (Int, Int, [String]) = (0, 0, [])
    for outcome in outcomes {
      switch outcome {
      case .severalBases: break
      case .alike(let isClean): if isClean { clean += 1 } else { conflicted += 1 }
      case .known(let text): deviations.append(text)
      case .differs(let text): Issue.record("\(text)")
      }
    }
    #expect(clean == 41 && conflicted == 39, "\(clean) clean, \(conflicted) with conflicts")
    #expect(deviations.count == 5, "\(deviations.sorted())")
  }

  private func compare(_ seed: UInt64) throws -> Outcome {
    let history = try OracleHistory(seed: seed)
    // Of several bases git makes one by merging them; forkscape merges on the one it is given.
    let bases = try history.gitMergeBases()
    guard bases.count == 1 else { return .severalBases }
    let before = try FolderChecksum(of: history.folder)
    let repository = try history.repository()
    let trees = try [bases[0], history.fork, history.upstream].map { try repository.objects.commit($0).tree }
    let own = try repository.merge(base: trees[0], ours: trees[1], theirs: trees[2])
    let changes = try FolderChecksum(of: history.folder).differences(from: before)
    if !changes.isEmpty { return .differs("seed \(seed): the merge wrote \(changes)") }

    let git = try history.git.run([
      "-c", "merge.directoryRenames=false", "merge-tree", "--write-tree", "-z", "--no-messages", "\(history.fork)",
      "\(history.upstream)",
    ])
    let fields = git.output.split(separator: 0)
    let tree = fields.first.flatMap { TreeID(hex: String(decoding: $0, as: UTF8.self)) }
    if git.exitCode == 0, own.conflicts.isEmpty, own.tree == tree { return .alike(isClean: true) }

    let sides = [history.fork, history.upstream]
    let files = LogicalFiles(
      try sides.map { try history.gitDifference(bases[0], $0).renames },
      base: try history.gitFiles(bases[0]),
      sides: try sides.map(history.gitFiles)
    )
    let gitPaths = try fields.dropFirst().map { field in
      RepoPath(bytes: Array(field[(try #require(field.firstIndex(of: UInt8(ascii: "\t"))) + 1)...]))
    }
    let ownPaths = own.conflicts.flatMap { [$0.base, $0.ours, $0.theirs].compactMap { $0 } }
    let (ours, theirs) = (files.all(ownPaths), files.all(gitPaths))
    if ours == theirs, !ours.isEmpty { return .alike(isClean: false) }
    let different = ours.symmetricDifference(theirs)
    let text =
      "seed \(seed): forkscape alone \(ours.subtracting(theirs).map(\.text)), git alone "
      + "\(theirs.subtracting(ours).map(\.text)), trees \(own.tree.map { "\($0)" } ?? "-") \(tree.map { "\($0)" } ?? "-")"
    return !different.isEmpty && different.allSatisfy(files.isKnownDeviation) ? .known(text) : .differs(text)
  }
}

/// Paths under the name that the base has for the file.
private struct LogicalFiles {
  /// Two files may have moved to one place.
  private var origins: [RepoPath: Set<RepoPath>] = [:]
  private let base: [RepoPath: FileState]
  private let sides: [[RepoPath: FileState]]
  private static let empty = BlobID(hex: "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")

  init(_ renames: [[RepoPath: RepoPath]], base: [RepoPath: FileState], sides: [[RepoPath: FileState]]) {
    for (old, new) in renames.joined() { origins[new, default: []].insert(old) }
    self.base = base
    self.sides = sides
  }

  /// git puts a file aside under `name~commit` where two of different kinds want one name.
  func all(_ paths: [RepoPath]) -> Set<RepoPath> {
    Set(
      paths.flatMap { path in
        let bytes = path.bytes
        let place = bytes.count - 41
        let isAside = place > 0 && bytes[place] == UInt8(ascii: "~")
        let name = isAside ? RepoPath(bytes: Array(bytes[..<place])) : path
        return origins[name] ?? [name]
      }
    )
  }

  func isKnownDeviation(_ path: RepoPath) -> Bool {
    let targets = [path] + origins.filter { $0.value.contains(path) }.map(\.key)
    if base[path]?.blob == Self.empty, targets.count > 1 { return true }
    let isEdited = targets.contains { target in
      target != path && sides.contains { $0[target].map { $0.blob != base[path]?.blob } ?? false }
    }
    if isEdited { return true }
    return targets.contains { target in
      guard let ours = sides[0][target], let theirs = sides[1][target], base[target] == nil else { return false }
      return ours.blob == theirs.blob
    }
  }
}
