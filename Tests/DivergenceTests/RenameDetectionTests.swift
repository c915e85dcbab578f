import Divergence
import FixtureSupport
import Foundation
import Git
import GitValues
import Testing

@Suite struct RenameDetectionTests {
  private let small: SmallRepository

  init() throws { small = try SmallRepository() }

  private func renames(_ old: [String: String], _ new: [String: String]) async throws -> [String: String] {
    let base = try small.commit(old)
    let fork = try small.commit(new, parents: [base])
    let changes = try await small.divergence(base: base, upstream: base, fork: fork).comparison.fork.changes
    return Dictionary(
      uniqueKeysWithValues: changes.filter(\.isRename).map { ($0.oldPath.text, $0.newPath.text) }
    )
  }

  @Test func halfAlikeIsARenameAndLessIsNot() async throws {
    // Of ten lines of one length, five are kept.
    #expect(try await renames(["a": lines("x", 10)], ["b": lines("x", 5) + lines("y", 5)]) == ["a": "b"])
    #expect(try await renames(["a": lines("x", 10)], ["b": lines("x", 4) + lines("y", 6)]).isEmpty)
  }

  @Test func equalContentPrefersTheSameName() async throws {
    let text = lines("x", 4)
    let found = try await renames(["a/one": text, "a/two": text], ["b/two": text, "b/three": text])
    #expect(found == ["a/two": "b/two", "a/one": "b/three"])
  }

  @Test func theBestPairComesFirst() async throws {
    let found = try await renames(
      ["one": lines("x", 10), "two": lines("x", 9) + lines("y", 1)],
      ["new": lines("x", 9) + lines("y", 2)]
    )
    #expect(found == ["two": "new"])
  }

  @Test func emptyFilesAndFilesThatStayAreNoTargets() async throws {
    #expect(try await renames(["a": lines("x", 4), "b": "1\n"], ["b": lines("x", 4)]).isEmpty)
    #expect(try await renames(["a": lines("x", 4)], ["b": ""]).isEmpty)
  }

  /// More pairs than git compares: files of one base name in many folders, most of them edited.
  @Test func beyondTheLimitFoldersShowTheWay() async throws {
    let count = 1010
    var (old, new): ([String: String], [String: String]) = ([:], [:])
    for number in 0..<count {
      let text = "number \(number)\n" + lines("folder \(number)", 4)
      old["old/\(number)/index.c"] = text
      new["new/\(number)/index.c"] = number < 5 ? text : text + "edited\n"
    }
    let base = try small.commit(old)
    let fork = try small.commit(new, parents: [base])
    let found = try await small.divergence(base: base, upstream: base, fork: fork)
    #expect(found.renames.byFork == count)
    for change in found.comparison.fork.changes {
      #expect(change.oldPath.text.dropFirst(4) == change.newPath.text.dropFirst(4))
    }
    #expect(
      found.renamedFolders.map { "\($0.from.text) \($0.to.text) \($0.files)" } == ["old new \(count)"]
    )
    let byGit = try small.git("diff", "--diff-filter=R", "-M", "--name-only", base, fork)
    #expect(byGit.split(separator: "\n").count == 5, "git gives up here")
  }
}
