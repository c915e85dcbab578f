import CloneSet
import GitValues
import Testing

@testable import Compatibility

@Suite struct ProfileTests {
  @Test func theBuiltInProfilesCanBeReadAndNameOnlyEachOther() throws {
    let profiles = try Profiles.builtIn()
    #expect(
      profiles.map(\.name) == [
        "postgresql", "mysql", "redis", "bitcoin", "nginx", "micropython", "jvm", "go-module",
        "python-package", "rust-crate", "rust-program", "dotnet", "node-package", "c-library", "generic",
      ]
    )
    let choice = ProfileChoice(declared: [], builtIn: profiles)
    #expect(choice.unknownNames == [])
    for profile in profiles {
      for surface in choice.surfaces(of: profile) { _ = try SurfaceExtractor(surface) }
    }
  }

  private static let trees: [([String], String)] = [
    (["src/backend/parser/gram.y", "src/include/catalog/catversion.h", "a.c", "a.h"], "postgresql"),
    (["src/rdb.h", "redis.conf", "src/a.c"], "redis"), (["sql/sql_yacc.yy", "include/mysql_com.h"], "mysql"),
    (["src/chainparams.cpp", "src/protocol.h"], "bitcoin"), (["main.go", "go.mod"], "go-module"),
    (["setup.py", "a/b.py"], "python-package"), (["pom.xml", "src/A.java"], "jvm"), (["zlib.h", "a.c"], "c-library"),
    (["README"], "generic"),
  ]

  @Test func aProfileIsChosenByWhatTheTreeHolds() throws {
    let choice = ProfileChoice(declared: [], builtIn: try Profiles.builtIn())
    for (paths, expected) in Self.trees {
      let found = choice.profile(of: paths.map { PathParts(RepoPath($0)) }) { _, _ in true }
      #expect(found?.name == expected, "\(paths)")
      // Names alone do not make a code base: what the files hold does too.
      if ["postgresql", "redis", "bitcoin"].contains(expected) {
        #expect(choice.profile(of: paths.map { PathParts(RepoPath($0)) }) { _, _ in false }?.name != expected)
      }
    }
  }

  private static let mixed: [([String], String)] = [
    (["go.mod", "contrib/a.go", "a.c", "b.c", "c.h"], "c-library"),
    (["setup.py", "tools/a.py", "py/a.c", "py/b.c", "py/c.h", "tests/a.py", "tests/b.py", "tests/c.py"], "c-library"),
    (["package.json", "web/a.ts", "server.go", "store.go"], "go-module"),
    (["package.json", "web/a.ts", "vendor/a.go", "vendor/b.go", "server.go"], "node-package"),
    (["Cargo.toml", "src/main.rs"], "rust-program"), (["Cargo.toml", "src/lib.rs", "src/a.rs"], "rust-crate"),
    (["App.sln", "a.cs", "b.cs", "ui/package.json", "ui/a.ts"], "dotnet"),
  ]

  @Test func ofSeveralLanguagesTheOneWithMostFilesIsTaken() throws {
    let choice = ProfileChoice(declared: [], builtIn: try Profiles.builtIn())
    for (paths, expected) in Self.mixed {
      #expect(choice.profile(of: paths.map { PathParts(RepoPath($0)) }) { _, _ in true }?.name == expected, "\(paths)")
    }
  }

  @Test func aDeclaredProfileComesFirstAndTakesANamesakesPlace() throws {
    let text = """
      profiles:
        redis: { detect: [ { files: [rdb.h] } ], extends: [generic, redis], surfaces: { it: { kind: api, extractor: file, files: x } } }
      """
    let choice = ProfileChoice(declared: try FamilyFile(text: text).profiles, builtIn: try Profiles.builtIn())
    let profile = try #require(choice.profile(of: [PathParts(RepoPath("rdb.h"))]) { _, _ in false })
    #expect(profile.name == "redis")
    let names = choice.surfaces(of: profile).map(\.name)
    #expect(names.first == "it" && names.contains("protobuf") && !names.contains("commands"))
    #expect(Set(names).count == names.count)
  }

  private static let patterns: [(String, String, Bool)] = [
    ("gram.y", "src/parser/gram.y", true), ("gram.y", "src/ora_gram.y", false), ("*_gram.y", "src/ora_gram.y", true),
    ("include/**/*.h", "src/include/a.h", true), ("include/**/*.h", "src/include/x/y/a.h", true),
    ("include/**/*.h", "include.h", false), ("tests/**", "src/tests/a/b", true), ("tests/**", "tests", false),
    ("test/**/*", "contest/a", false), ("**/expected/**", "expected/a", true), ("a?c", "abc", true),
    ("a?c", "ac", false),
    ("src/commands/*.json", "src/commands/get.json", true), ("src/commands/*.json", "src/commands/x/get.json", false),
    ("*", "anything/at/all", true), ("*a*b*", "xaxbx", true), ("*a*b", "xaxbx", false),
  ]

  @Test func patternsFitTheEndOfAPath() {
    for (pattern, path, fits) in Self.patterns {
      #expect(PathPattern(pattern).matches(PathParts(RepoPath(path))) == fits, "\(pattern) \(path)")
    }
  }
}
