import Testing

@testable import Git

@Suite struct LineCountTests {
  @Test(arguments: [
    ("", "a\nb", 2, 0), ("a\nb\n", "", 0, 2), ("a\nb\n", "a\nc\n", 1, 1), ("a", "a\n", 1, 1), ("x\n", "x\n", 0, 0),
  ])
  func countsAsGitDoes(old: String, new: String, added: Int, removed: Int) throws {
    try Libgit2.start()
    let count = try Array(old.utf8).withUnsafeBytes { old in
      try Array(new.utf8).withUnsafeBytes { try LineCount.between(old, $0) }
    }
    #expect(count == LineCount(added: added, removed: removed))
  }

  @Test func binaryHasNoCount() throws {
    let count = try [UInt8(0), 1].withUnsafeBytes { old in
      try [UInt8(65)].withUnsafeBytes { try LineCount.between(old, $0) }
    }
    #expect(count == nil)
  }
}
