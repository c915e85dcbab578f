import Git
import GitValues
import Testing

@testable import Divergence

@Suite struct FolderTests {
  private func moves(_ pairs: [(String, String)]) -> [(from: RepoPath, to: RepoPath)] {
    pairs.map { (RepoPath($0.0), RepoPath($0.1)) }
  }

  @Test func whatPathsShareAtTheirEndIsLeftOff() {
    let found = RenamedFolder.all(
      in: moves([("old/a/x", "new/a/x"), ("old/y", "new/y"), ("old/b/c/z", "new/b/c/z"), ("top", "moved/top")]),
      atLeast: 3
    )
    #expect(found == [RenamedFolder(from: RepoPath("old"), to: RepoPath("new"), files: 3)])
  }

  @Test func fewRenamesAreNoFolder() {
    #expect(RenamedFolder.all(in: moves([("old/x", "new/x"), ("old/y", "new/y")]), atLeast: 3).isEmpty)
    #expect(RenamedFolder.all(in: moves([("a/x", "a/y"), ("a/p", "a/q"), ("a/r", "a/s")]), atLeast: 3).isEmpty)
  }

  @Test func theTopIsAFolderToo() {
    let found = RenamedFolder.all(in: moves([("x", "src/x"), ("y", "src/y"), ("z", "src/z")]), atLeast: 3)
    #expect(found == [RenamedFolder(from: RepoPath(""), to: RepoPath("src"), files: 3)])
    #expect(found[0].origin(of: RepoPath("src/d/e")) == RepoPath("d/e"))
    #expect(found[0].origin(of: RepoPath("srcs/e")) == nil && found[0].origin(of: RepoPath("src")) == nil)
    let back = RenamedFolder(from: RepoPath("lib"), to: RepoPath(""), files: 3)
    #expect(back.origin(of: RepoPath("a/b")) == RepoPath("lib/a/b"))
  }

  @Test func mostFilesComeFirst() {
    let one = (0..<3).map { ("a/\($0)", "b/\($0)") }
    let two = (0..<4).map { ("c/\($0)", "d/\($0)") }
    #expect(RenamedFolder.all(in: moves(one + two), atLeast: 3).map(\.files) == [4, 3])
  }

  private func areas(_ files: [(String, Int)]) -> [String: Int] {
    let paths = PathTable()
    let lines = files.map { (path: RepoPath($0.0), lines: LineCount(added: $0.1, removed: 0)) }
    let chosen = AreaChoice(lines, paths: paths).chosen()
    return Dictionary(uniqueKeysWithValues: chosen.map { (paths.path($0.folder).text, $0.lines.added) })
  }

  @Test func largeFoldersAreTakenApartAndSmallOnesAreNot() {
    let found = areas([("src/big/a.c", 50), ("src/small/b.c", 2), ("src/c.c", 8), ("doc/d/e.md", 20), ("READ", 20)])
    // src holds 60 %: big stands for itself, small (2 %) stays with src; doc holds less than a quarter.
    #expect(found == ["src/big": 50, "src": 10, "doc": 20, "": 20])
  }

  @Test func nothingChangedIsNoArea() {
    #expect(areas([]).isEmpty && areas([("a/b", 0)]).isEmpty)
  }

  @Test func noMoreThanFifteenAreShown() {
    let found = areas((0..<30).map { ("d\($0)/f", 10 + $0) })
    #expect(found.count == AreaChoice.limit && found["d29"] == 39 && found["d0"] == nil)
  }
}
