import FixtureSupport
import Foundation
import Git
import GitValues
import Testing

/// What git stores without complaint comes back byte for byte.
@Suite struct OddBytesTests {
  private let built: BuiltFixture
  private let repository: Repository
  private let commits: [Commit]

  init() throws {
    built = try Fixture.named("odd-bytes").build()
    repository = try Repository(at: built.clone("turbine").path())
    var commits = [try repository.objects.commit(try repository.commit(revision: "main"))]
    while let parent = commits[0].parents.first { commits.insert(try repository.objects.commit(parent), at: 0) }
    self.commits = commits
  }

  @Test func namesAndMessagesAreBytes() throws {
    #expect(commits.count == 8)
    #expect(commits[1].author.name == Array("Ren\u{e9} Caf\u{e9}".unicodeScalars.map { UInt8($0.value) }))
    #expect(commits[1].encoding == nil && commits[1].author.zoneMinutes == 60)
    #expect(commits[2].encoding == Array("ISO-8859-1".utf8))
    #expect(commits[2].message.starts(with: [0x47, 0x72, 0xfc, 0xdf, 0x65]))
    #expect(commits[3].subject.starts(with: [0x1b, 0x5b]) && commits[3].subject.last == 0x0d)
    #expect(String(decoding: commits[3].message, as: UTF8.self).contains("<script>alert(1)</script>"))
  }

  @Test func datesAreAsGitReadsThem() throws {
    #expect(commits[4].committer.time == 0)
    #expect(commits[5].committer.time == 4_070_908_800)
    #expect(commits[6].author.zoneMinutes == -720 && commits[6].committer.zoneMinutes == 99 * 60 + 99)
    let undated = try repository.objects.commit(try repository.commit(revision: "no-date"))
    #expect(undated.author.time == 0 && undated.author.email == Array("a@example.org".utf8))
    #expect(undated.committer.name.isEmpty && undated.committer.email.isEmpty && undated.committer.time == 0)
    let links = try repository.objects.commitLinks(undated.id)
    #expect(links.committerTime == 0 && links.parents == undated.parents && links.tree == undated.tree)
  }

  @Test func pathsAreBytes() throws {
    var paths: Set<RepoPath> = []
    let reader = TreeReader(repository.objects)
    try reader.files(of: try #require(commits.last).tree) { path, _ in paths.insert(reader.paths.path(path)) }
    let latin = RepoPath(bytes: [0x63, 0x61, 0x66, 0xe9, 0x2e, 0x63])
    #expect(paths.contains(latin) && !latin.isUTF8 && latin.text == "caf%E9.c")
    #expect(paths.contains(RepoPath("line\nbreak | pipe.c")) && paths.contains(RepoPath("evil\u{202e}c.txt")))
    #expect(paths.contains(RepoPath("-rf \"quoted\" \\ back.c")) && paths.contains(RepoPath("tab\there.c")))
  }

  @Test func tagsOfAllKinds() throws {
    let list = try repository.references { $0.hasPrefix("refs/tags/") }
    let head = try repository.commit(revision: "main")
    let byName = Dictionary(uniqueKeysWithValues: list.references.map { ($0.name.shortText, $0.commit) })
    #expect(
      byName == ["no-tagger": head, "nested": head, "of-a-tree": nil, "plain-blob": nil, "v1.0\"><img>": head]
    )
    #expect(list.broken.isEmpty)
    // Annotated tags go before plain ones, the first by name among those without a date.
    #expect(try repository.describingTags().map(\.name) == [RefName("nested")])
  }

  @Test func namesOfReferencesAreBytes() throws {
    let list = try repository.references { $0.hasPrefix("refs/heads/odd/") }
    let names = Set(list.references.map(\.name))
    #expect(names.count == 6 && list.broken.isEmpty)
    #expect(names.contains(RefName(bytes: Array("refs/heads/odd/caf".utf8) + [0xe9])))
    #expect(names.contains(RefName("refs/heads/odd/<b>bold</b>")) && names.contains(RefName("refs/heads/odd/$(echo)")))
  }

  @Test func replacementsAreRead() throws {
    let built = try Fixture.named("replace-refs").build()
    let turbine = try Repository(at: built.clone("turbine").path())
    let found = try turbine.replacements()
    let first = try #require(found.first)
    #expect(found.count == 1)
    #expect(try turbine.objects.commit(first.key).parents.isEmpty)
    #expect(
      try turbine.objects.commit(first.value).parents == [
        try Repository(at: built.clone("engine").path()).commit(revision: "v1.0")
      ]
    )
  }

  @Test func aMailmapJoinsPeople() throws {
    let text = """
      # people
      Ada Lovelace <ada@example.org> <ada@old.example>
      Ada Lovelace <ada@example.org> Countess <shared@example.org>
      <new@example.org> <old@example.org>
      a line that is none
      """
    let map = try Mailmap(Array(text.utf8) + [0x0a, 0xff, 0xfe, 0x0a])
    func resolve(_ name: String, _ email: String) throws -> String {
      let found = try map.resolve(name: Array(name.utf8), email: Array(email.utf8))
      return String(decoding: found.name, as: UTF8.self) + " <" + String(decoding: found.email, as: UTF8.self) + ">"
    }
    #expect(try resolve("ada", "ada@old.example") == "Ada Lovelace <ada@example.org>")
    #expect(try resolve("Countess", "shared@example.org") == "Ada Lovelace <ada@example.org>")
    #expect(try resolve("Bea", "shared@example.org") == "Bea <shared@example.org>")
    #expect(try resolve("Cy", "old@example.org") == "Cy <new@example.org>")
    #expect(try resolve("Nobody", "x@example.org") == "Nobody <x@example.org>")
    #expect(try Mailmap([]).resolve(name: [0xe9], email: [1]) == ([0xe9], [1]))
  }
}
