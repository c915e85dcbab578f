import GitValues
import Testing

@testable import Compatibility

@Suite struct AlignmentTests {
  private func files(_ paths: [String]) -> [SurfaceFile] {
    paths.enumerated().map { SurfaceFile(path: RepoPath($1), blob: BlobID(high: UInt64($0), middle: 0, low: 0)) }
  }

  private func groups(
    base: [String: Set<String>],
    line: [String: Set<String>],
    fork: [String: Set<String>],
    moves: [(from: String, to: String)] = []
  ) -> [String] {
    let sides = ThreeSides(base: base, line: line, fork: fork).map { $0.sorted { $0.key < $1.key } }
    let alignment = Alignment(
      files: sides.map { self.files($0.map(\.key)) },
      names: sides.map { $0.map(\.value) }
    )
    let known = Moves(moves.map { (RepoPath($0.from), RepoPath($0.to)) })
    return alignment.groups(lineMoves: Moves([]), forkMoves: known).map { group in
      Side.allCases.map { side in group[side].map { sides[side][$0].key } ?? "-" }.joined(separator: " ")
    }
  }

  @Test func pathsAndMovesBeforeContents() {
    #expect(
      groups(
        base: ["a.y": ["1", "2"], "b.y": ["3", "4"]],
        line: ["a.y": ["9"], "b.y": ["3", "4"]],
        fork: ["a.y": ["3", "4"], "c.y": ["7"]],
        moves: [("b.y", "c.y")]
      ) == ["a.y a.y a.y", "b.y b.y c.y"]
    )
  }

  @Test func theSameNameWithMostInCommon() {
    #expect(
      groups(
        base: ["src/gram.y": ["1", "2", "3", "4"]],
        line: [:],
        fork: [
          "pl/gram.y": ["1", "8", "9"], "common/parser/gram.y": ["1", "2", "3", "7"],
          "ora_gram.y": ["1", "2", "3", "4"],
        ]
      ) == ["src/gram.y - common/parser/gram.y", "- - ora_gram.y", "- - pl/gram.y"]
    )
  }

  @Test func anotherNameWithHalfInCommon() {
    let base: Set<String> = ["1", "2", "3", "4", "5", "6"]
    #expect(
      groups(base: ["guc.c": base], line: [:], fork: ["tables.c": ["1", "2", "3", "4", "8"]]) == ["guc.c - tables.c"]
    )
    #expect(
      groups(base: ["guc.c": base], line: [:], fork: ["tables.c": ["1", "2", "8", "9", "10"]]) == [
        "guc.c - -", "- - tables.c",
      ]
    )
  }

  @Test func whatBothSidesAddedIsOne() {
    #expect(
      groups(base: [:], line: ["x/new.y": ["1"]], fork: ["y/new.y": ["1"], "z.y": ["1"]]) == [
        "- x/new.y y/new.y", "- - z.y",
      ]
    )
  }
}
