import CloneSet
import FactStore
import FixtureSupport
import Foundation
import GitValues
import Testing

@testable import Compatibility

/// Trees that cannot be read whole, and a helper program that fails.
@Suite struct BadInputTests {
  private static let headers = Measuring.surface("kind: api, extractor: ctags, files: '*.h'")
  private static let grammar = Measuring.surface("kind: grammar, extractor: bison, files: '*.y', separate: true")

  @Test func aFileWithASyntaxErrorTakesItsCounterpartsOut() async throws {
    let found = try await Measuring().measure(
      base: ["gram.y": "%%\na: B;\n", "other.y": "%%\nc: D;\n"],
      fork: ["gram.y": "%%\na: B {\n", "other.y": "%%\nc: D;\n"],
      profile: Self.grammar
    )
    let surface = try #require(found.surfaces.first)
    #expect(surface.level == .identical)
    #expect(surface.sizes == ThreeSides(base: 1, line: 1, fork: 1))
    #expect(surface.unread.map(\.line) == [2])
    #expect(surface.unread.map(\.side) == [.fork])
  }

  @Test func aSurfaceOfWhichNothingCanBeReadHasNoLevel() async throws {
    let found = try await Measuring().measure(
      base: ["gram.y": "%%\na: B;\n"],
      fork: ["gram.y": "%%\na: B {\n"],
      profile: Self.grammar
    )
    #expect(found.surfaces.map(\.level) == [nil])
    #expect(found.score == nil)
  }

  @Test func noOtherFileOfTheNameStandsInForOneThatCannotBeRead() async throws {
    let found = try await Measuring().measure(
      base: ["src/parser/gram.y": "%%\na: B;\nc: D;\n"],
      fork: ["src/common/parser/gram.y": "%%\na: B {\n", "lib/gram.y": "%%\na: B;\n"],
      profile: Self.grammar
    )
    let surface = try #require(found.surfaces.first)
    #expect(surface.level == nil && found.score == nil, "what is only in the fork does not tell of upstream's")
    #expect(surface.counts[.removed, default: 0] == 0)
    #expect(surface.unread.map(\.path.text) == ["src/common/parser/gram.y"])
    #expect(
      surface.files.first.map { [$0.paths.base?.text, $0.paths.fork?.text] }
        == ["src/parser/gram.y", "src/common/parser/gram.y"]
    )
  }

  @Test func filesWithNothingOfTheKindTellThatItIsElsewhere() async throws {
    let settings = Measuring.surface(
      "kind: schema, extractor: pattern, files: '*.h', patterns: ['^F\\((?<name>\\w+)\\)']"
    )
    let many = (0..<12).map { "F(f\($0))\n" }.joined()
    let moved = try await Measuring().measure(
      base: ["f.h": many],
      fork: ["f.h": "#include \"all.h\"\n"],
      profile: settings
    )
    let surface = try #require(moved.surfaces.first)
    #expect(surface.level == nil && surface.unread.count == 1)
    #expect(surface.unread[0].reason.hasPrefix("it has none of the elements, of which the base has 12"))
    let deleted = try await Measuring().measure(base: ["f.h": many], fork: ["g.c": ""], profile: settings)
    #expect(deleted.surfaces.first?.level == .absent, "without the file they are gone")
    let few = try await Measuring().measure(base: ["f.h": "F(f1)\n"], fork: ["f.h": "\n"], profile: settings)
    #expect(few.surfaces.first?.level == .absent)
  }

  @Test func aMissingContentIsSaidAndNotKept() async throws {
    var measuring = try Measuring()
    measuring.store = try FactStore.inMemory()
    let repository = measuring.repository
    func tree(_ text: String) throws -> TreeID {
      try #require(TreeID(hex: try repository.git("rev-parse", "\(try repository.commit(["a.y": text]))^{tree}")))
    }
    let trees = ThreeSides(base: try tree("%%\na: B;\n"), line: try tree("%%\na: B;\n"), fork: try tree("%%\na: C;\n"))
    let blob = try repository.git("rev-parse", "\(trees.fork):a.y")
    let content = try Data(contentsOf: repository.objectFile(blob))
    try repository.removeObject(blob)
    let found = try #require(try await measuring.measure(trees, profile: Self.grammar).surfaces.first)
    #expect(found.level == nil)
    #expect(found.unread.map(\.path.text) == ["a.y"])
    #expect(found.unread.map(\.reason) == ["the clone does not have it"])
    try content.write(to: repository.objectFile(blob))
    let whole = try #require(try await measuring.measure(trees, profile: Self.grammar).surfaces.first)
    #expect(whole.lines == ["level breaking", "added a: C", "removed a: B"])
  }

  @Test func binaryAndGiantFilesAreNotRead() async throws {
    let giant = String(repeating: "#define A 1\n", count: 800_000)
    let found = try await Measuring().measure(
      base: ["a.h": "#define A 1\n", "b.h": "#define B 1\n", "c.h": "#define C 1\n"],
      fork: ["a.h": "\u{0}\u{1}binary", "b.h": giant, "c.h": "#define C 2\n"],
      profile: Measuring.surface("kind: format, extractor: constants, files: '*.h'")
    )
    let surface = try #require(found.surfaces.first)
    #expect(surface.unread.map(\.path.text) == ["a.h", "b.h"])
    #expect(surface.unread.first?.reason == "it is no text")
    #expect(surface.lines == ["level modified", "changed C = 1 => C = 2"])
  }

  @Test func hostileNamesAreNames() async throws {
    let names = ["-o x.h", "a;rm -rf b.h", "$(touch c).h", "d\u{202e}.h", "--version.h"]
    let files = Dictionary(uniqueKeysWithValues: names.enumerated().map { ("x/\($1)", "int f\($0)(void);\n") })
    let found = try await Measuring().measure(base: files, fork: [:], profile: Self.headers)
    let surface = try #require(found.surfaces.first)
    #expect(surface.level == .absent)
    #expect(surface.lines.dropFirst().map { $0 } == (0..<names.count).map { "removed f\($0) = function int (void)" })
  }

  @Test func withoutCtagsTheOtherSurfacesAreThere() async throws {
    var measuring = try Measuring()
    measuring.ctags = nil
    let found = try await measuring.measure(
      base: ["include/a.h": "int f(void);\n", "a.c": "int a;\n", "gram.y": "%%\na: B;\n"],
      fork: ["include/a.h": "int g(void);\n", "a.c": "int a;\n", "gram.y": "%%\na: B;\n"],
      profile: Measuring.extending("c-library")
    )
    #expect(found.surfaces.map(\.declaration.name) == ["grammar"])
    #expect(
      found.gaps == [
        "public-headers: universal-ctags is not installed (in Debian: apt-get install universal-ctags)"
      ]
    )
  }

  /// A program that stands in for ctags: it says what it is, and fails at a file that holds `bad`.
  private func failing(_ how: String, _ folder: TemporaryFolder) throws -> Ctags? {
    let path = folder.url.appending(path: "ctags").path(percentEncoded: false)
    let script = """
      #!/bin/sh
      case "$*" in *--version*) echo "Universal Ctags 0"; exit 0;; esac
      for last; do
        case "$last" in /*) if grep -q bad "$last"; then \(how); fi
          printf 'f\\t%s\\t1;"\\tfunction\\n' "$last";; esac
      done
      """
    try Data(script.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    // A program that another test starts at this very moment holds the file open for writing until it runs: then no system
    // starts it.
    for _ in 0..<50 {
      if let ctags = Ctags(path: path, seconds: 2) { return ctags }
      usleep(100_000)
    }
    return nil
  }

  @Test(arguments: [
    ("kill -SEGV $$", "ctags crashed with signal 11"), ("sleep 60", "ctags took more than 2 seconds"),
    ("exit 3", "ctags ended with status 3"), ("yes", "ctags wrote more than 64 MiB"),
  ])
  func aHelperThatFailsCostsOneFile(how: String, reason: String) async throws {
    let folder = try TemporaryFolder()
    let ctags = try #require(try failing(how, folder))
    let found = try ctags.definitions(
      in: [("h", Array("good".utf8)), ("h", Array("bad".utf8)), ("h", Array("good too".utf8)), ("txt", [])],
      define: []
    )
    #expect(
      found == [
        .elements([Element("f", "function")]), .failure(line: nil, reason: reason),
        .elements([Element("f", "function")]), .other,
      ]
    )
  }

  @Test func anotherProgramIsNoCtags() {
    #expect(Ctags(path: "/bin/true") == nil)
    #expect(Ctags(path: "/nowhere/ctags") == nil)
  }

  @Test func theSameResultWithAStoreAndForAnyNumberOfWorkers() async throws {
    var measuring = try Measuring()
    let base = Dictionary(
      uniqueKeysWithValues: (0..<60).map { ("include/f\($0).h", "int f\($0)(int a);\n#define N\($0) 1\n") }
    )
    let fork = Dictionary(
      uniqueKeysWithValues: (10..<70).map { ("include/f\($0).h", "int f\($0)(long a);\n#define N\($0) 1\n") }
    )
    let profile = Self.headers
    let first = try await measuring.measure(base: base, fork: fork, profile: profile, workers: 1)
    measuring.store = try FactStore.inMemory()
    let second = try await measuring.measure(base: base, fork: fork, profile: profile, workers: 3)
    let third = try await measuring.measure(base: base, fork: fork, profile: profile, workers: 2)
    #expect(first.surfaces.map(\.lines) == second.surfaces.map(\.lines))
    #expect(first.surfaces.map(\.lines) == third.surfaces.map(\.lines))
    #expect(first.surfaces.first?.counts[.changed] == 50)
  }
}
