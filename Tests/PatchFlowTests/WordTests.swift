import GitValues
import Testing

@testable import PatchFlow

@Suite struct WordTests {
  private func words(_ text: String) -> Int {
    var count = 0
    Array(text.utf8).withUnsafeBytes { bytes in LineWords.words(bytes) { _ in count += 1 } }
    return count
  }

  private func line(_ text: String) -> UInt64 { Array(text.utf8).withUnsafeBytes { LineWords.line($0) } }

  @Test func wordsAreParts() {
    #expect(words("fooBar_baz12 == x") == 4)
    #expect(words("  \t") == 0)
  }

  @Test func whiteSpaceIsNoPartOfALine() {
    #expect(line("  a = b;\n") == line("a=b;"))
    #expect(line("a = b;") != line("a = c;"))
    #expect(line(" \t\r\n") == 0)
  }

  @Test(arguments: [
    ("(cherry picked from commit 0123456789abcdef0123456789abcdef01234567)", "origin"),
    ("commit 0123456789abcdef0123456789abcdef01234567 upstream.", "origin"),
    ("[ Upstream commit 0123456789abcdef0123456789abcdef01234567 ]", "origin"),
    ("This reverts commit 0123456789abcdef0123456789abcdef01234567.", "reverted"),
    ("Origin: upstream, https://example.org/commit/0123456789abcdef", "origin"),
    ("[ie/x] Update to ytdl-commit-0123456", "origin"), ("see 0123456789abcdef for more", ""),
    ("deadbeefcafe is no commit", ""),
  ])
  func labels(message: String, kind: String) {
    let citations = LabelScan(Array(message.lowercased().utf8)).citations
    #expect(citations.map { "\($0.kind)" } == (kind.isEmpty ? [] : [kind]))
  }

  @Test func fixesAreToldByNumbersAndWords() throws {
    let rules = try FixRules.standard()
    #expect(rules.reason(Array("fix heap issue (cve-2021-32761)".utf8)) == "CVE-2021-32761")
    #expect(rules.reason(Array("avoid a buffer overflow in parser".utf8)) == "buffer overflow")
    #expect(rules.reason(Array("fix typo in test of buffer overflow".utf8)) == nil)
    #expect(rules.reason(Array("add a feature".utf8)) == nil)
    let denied = [
      "improve the parser\n\nthis isn't a security issue, since nobody can reach it.",
      "clean up\n\nsafe, no risk of data loss",
      "allow altering of options\n\nto avoid data loss, it must come later.",
      "check sizes\n\nunlike cve-2021-32761, this is ours",
    ]
    for message in denied { #expect(rules.reason(Array(message.utf8)) == nil, "\(message)") }
    let meant = [
      "do not double free": "double free", "allow no buffer overflow": "buffer overflow",
      "fix a check\n\nit was no good: a buffer overflow came of it.": "buffer overflow",
    ]
    for (message, reason) in meant { #expect(rules.reason(Array(message.utf8)) == reason, "\(message)") }
  }

  @Test func exchangedWordsAreFoundInNames() {
    let upstream = ["Series/SeriesService", "Series/AddSeries", "Series/SeriesList", "Series/Details"].map {
      RepoPath($0)
    }
    let fork = ["Movie/MovieService", "Movie/AddMovie", "Movie/MovieList", "Movie/Details"].map { RepoPath($0) }
    let words = RenamedWords.find(upstreamOnly: upstream, forkOnly: fork, folders: [])
    #expect(words.paths(for: RepoPath("src/series/SeriesTest.swift")).contains(RepoPath("src/movie/MovieTest.swift")))
    #expect(words.paths(for: RepoPath("src/Other.swift")).isEmpty)
  }

  @Test func waitingCountsAsWaiting() throws {
    let day: Int64 = 86_400
    let arrived = (1...4).map { Soak.Wait(time: Int64($0) * day, isArrival: true) }
    let waiting = (0..<4).map { _ in Soak.Wait(time: 10 * day, isArrival: false) }
    let soak = try #require(Soak(arrived + waiting))
    #expect(soak.median == 4)
    #expect(soak.p90 == nil)
    #expect(soak.censored == 4)
    #expect(Soak([]) == nil)
    // Those lost from sight before the others arrive leave the rest to decide.
    let early = (0..<4).map { _ in Soak.Wait(time: day / 2, isArrival: false) }
    #expect(try #require(Soak(arrived + early)).median == 2)
  }
}
