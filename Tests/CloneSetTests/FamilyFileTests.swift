import CloneSet
import Foundation
import Testing

@Suite struct FamilyFileTests {
  private let example = """
    families:
      postgresql:
        upstream: { clone: postgres, line: refs/heads/REL_16_STABLE }      # clone: a name or a path
        forks:
          greenplum: { clone: gpdb, ref: refs/heads/main, line: refs/heads/REL_12_STABLE, track: different-track, prefix: "" }
          yugabyte: { prefix: src/postgres/ }
          orioledb:
          aurora: { closed: true, track: same-track, source: its guide }
    organisations:
      - { name: Red Hat, domains: [RedHat.com], from: 1995-01-01 }
      - name: nobody
      - { name: Example, people: [Ada Example, bea@example.org], from: 2020-01-01, until: 2021-01-01 }
    profiles: { }          # further surfaces, see the guide
    policy: { rules: { } }
    """

  private func problems(_ text: String) throws -> [String] {
    let error = try #require(throws: FamilyFileError.self) { try FamilyFile(text: text, file: "f.yml") }
    return error.problems.map(\.description)
  }

  @Test func readsWhatIsDeclared() throws {
    let file = try FamilyFile(text: example)
    let family = try #require(file.families.first)
    #expect(file.families.count == 1)
    #expect(family.name == "postgresql")
    #expect(family.upstream?.clone == "postgres")
    #expect(family.upstream?.line == "refs/heads/REL_16_STABLE")
    #expect(family.forks.map(\.name) == ["greenplum", "yugabyte", "orioledb", "aurora"])
    #expect(family.forks.map(\.clone) == ["gpdb", "yugabyte", "orioledb", nil])
    #expect(family.forks.map(\.isClosed) == [false, false, false, true])
    #expect(family.forks.map(\.ref) == ["refs/heads/main", nil, nil, nil])
    #expect(family.forks.map(\.line) == ["refs/heads/REL_12_STABLE", nil, nil, nil])
    #expect(family.forks.map(\.track) == [.differentTrack, nil, nil, .sameTrack])
    #expect(family.forks.map(\.prefix) == ["", "src/postgres", nil, nil])
    #expect(family.forks.map(\.place.line) == [5, 6, 7, 8])
    #expect(file.organisations.map(\.name) == ["Red Hat", "nobody", "Example"])
    #expect(file.organisations.map(\.domains) == [["redhat.com"], [], []])
    #expect(file.organisations.map(\.people) == [[], [], ["Ada Example", "bea@example.org"]])
    #expect(file.organisations.map(\.until) == [nil, nil, 1_609_459_200])
    #expect(file.organisations.map(\.from) == [788_918_400, nil, 1_577_836_800])
    #expect(file.profiles.isEmpty)
    #expect(file.hasPolicy)
  }

  @Test(arguments: ["", "# nothing\n", "families:\n", "families: { }\norganisations: [ ]\n"])
  func emptyFileDeclaresNothing(text: String) throws {
    let file = try FamilyFile(text: text)
    #expect(file.families.isEmpty && file.organisations.isEmpty && file.profiles.isEmpty && !file.hasPolicy)
  }

  @Test func namesThatLookLikeNumbersAreNames() throws {
    let file = try FamilyFile(text: "families:\n  8.0:\n    forks:\n      on: { clone: 12, ref: 1.10, line: null }\n")
    #expect(file.families.first?.name == "8.0")
    #expect(file.families.first?.forks.first?.clone == "12")
    #expect(file.families.first?.forks.first?.ref == "1.10")
    #expect(file.families.first?.forks.first?.line == nil)
  }

  @Test func everyProblemIsFoundWithItsPlace() throws {
    let text = """
      famlies: { }
      families:
        redis:
          upstraem: { clone: redis }
          upstream: { line: unstable }
          forks:
            valkey: { trak: same-track, track: same-trck }
            keydb: { clone: [a, b], prefix: ../up }
            dragonfly: gone
            elasticache: { closed: true, address: https://example.org/e }
            memorydb: { closed: perhaps }
      organisations:
        - { domains: x.org, from: 1995-02-30 }
        - [a]
      policy: strict
      profiles: [1]
      zzzzzzzzzz: 1
      """
    #expect(
      try problems(text) == [
        "f.yml:1:1: `famlies` is no key of the file; did you mean `families`?",
        "f.yml:4:5: `upstraem` is no key of family `redis`; did you mean `upstream`?",
        "f.yml:5:15: upstream of family `redis` lacks the key `clone`",
        "f.yml:7:17: `trak` is no key of fork `valkey`; did you mean `track`?",
        "f.yml:7:42: `same-trck` is no track; did you mean `same-track`?",
        "f.yml:8:23: clone must be text",
        "f.yml:8:39: prefix must be a folder inside the repository, such as src/postgres",
        "f.yml:9:18: fork `dragonfly` must be a mapping (`name: …`)",
        "f.yml:10:20: fork `elasticache` is closed, so it cannot have the key `address`: that is of sources that can be had",
        "f.yml:11:27: closed must be true or false",
        "f.yml:13:5: an organisation lacks the key `name`",
        "f.yml:13:16: domains must be a list (`- …`)",
        "f.yml:13:29: `1995-02-30` is no date; write it as 1995-01-31",
        "f.yml:14:5: an organisation must be a mapping (`name: …`)",
        "f.yml:15:9: policy must be a mapping (`name: …`)",
        "f.yml:16:11: profiles must be a mapping (`name: …`)",
        "f.yml:17:1: `zzzzzzzzzz` is no key of the file; known are `families`, `organisations`, `profiles`, `policy`",
      ]
    )
  }

  @Test func profilesAreReadWithEveryProblemAndItsPlace() throws {
    let profile = """
      profiles:
        ours:
          detect: [ { files: limits.h, contains: OURS } ]
          extends: c-library
          surfaces:
            limits: { kind: protocol, extractor: constants, files: [a.h, b.h], names: '^X', weight: 2, separate: true }
      """
    let read = try #require(try FamilyFile(text: profile).profiles.first)
    #expect(read.name == "ours" && read.extends == ["c-library"] && read.detect.first?.contains == "OURS")
    let surface = try #require(read.surfaces.first)
    #expect(surface.kind == .protocolConstants && surface.extractor == .constants && surface.files == ["a.h", "b.h"])
    #expect(surface.weight == 2 && surface.isSeparate && !surface.namesFile && surface.names == "^X")
    let bad = """
      profiles:
        ours:
          detect: [ { contains: x } ]
          surfaces:
            one: { kind: protocl, extractor: pattern, files: a, weight: -1 }
            two: { kind: api, extractor: pattern, files: a, patterns: ['(', '(?<name>x)', 'y'], separate: maybe }
            three: { extractor: catalogue, kind: schema }
      """
    #expect(
      try problems(bad) == [
        "f.yml:3:15: a sign of profile `ours` lacks the key `files`",
        "f.yml:5:12: surface `one` lacks the key `patterns`",
        "f.yml:5:20: `protocl` is no kind; did you mean `protocol`?",
        "f.yml:5:67: weight must be a number from 0 up",
        "f.yml:6:65: `(` is no regular expression",
        "f.yml:6:65: a pattern of surface `two` has no group `(?<name>…)`",
        "f.yml:6:65: a pattern of surface `two` has no group `(?<name>…)`",
        "f.yml:6:101: separate must be true or false",
        "f.yml:7:14: surface `three` lacks the key `files`",
        "f.yml:7:14: surface `three` lacks the key `keys`",
      ]
    )
  }

  @Test func textThatIsNoYAMLHasAPlace() throws {
    let broken = try problems("families:\n  a: [\n")
    #expect(broken.count == 1)
    #expect(broken[0].hasPrefix("f.yml:3:1: it is no YAML: "))
    let twice = try problems("families: { }\nfamilies: { }\n")
    #expect(twice.count == 1)
    #expect(twice[0].contains("the same key stands twice: families"), "\(twice)")
    #expect(try problems("- a\n") == ["f.yml:1:1: the file must be a mapping (`name: …`)"])
    #expect(try problems("families: { a: { upstream: &x { clone: *x } } }").count == 1)
    #expect(try problems("a: 1\n--- \nb: 2\n").allSatisfy { !$0.contains("\n") })
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 951_782_400), ("1969-12-31", -86_400), ("2024-12-31", 1_735_603_200),
    ("1900-03-01", -2_203_891_200),
  ])
  func daysAreMidnightInUTC(day: String, seconds: Int64) throws {
    let file = try FamilyFile(text: "organisations: [ { name: x, from: \(day) } ]")
    #expect(file.organisations.first?.from == seconds)
  }

  @Test(arguments: ["1900-02-29", "2001-13-01", "2001-04-31", "2001-1-01", "yesterday", "2001-00-10", "２001-01-01"])
  func otherDaysAreProblems(day: String) throws {
    #expect(try problems("organisations: [ { name: x, from: \(day) } ]").count == 1)
  }

  @Test func templateIsReadBack() throws {
    let odd = [
      "8.0", "null", "yes", "a: b", "x # y", "\"quoted\"", "-", "ünï/cödé", "new\nline", "tab\t\u{1b}[31m", "", "~",
      "back\\slash", "名前", "a b", "{", "emoji 🙂", "\u{2028}",
    ].filter { !$0.isEmpty }
    let forks = odd.enumerated().map { index, name in
      FamilyFile.FoundFamily.Fork(
        name: name,
        clone: name,
        ref: index % 2 == 0 ? name : nil,
        line: index % 3 == 0 ? name : nil
      )
    }
    let families = [
      FamilyFile.FoundFamily(name: "redis", upstream: "redis/redis", line: "refs/heads/unstable", forks: forks),
      FamilyFile.FoundFamily(name: "x: y", upstream: nil, forks: []),
    ]
    let text = FamilyFile.template(for: families)
    let file = try FamilyFile(text: text)
    #expect(file.families.map(\.name) == ["redis", "x: y"])
    #expect(file.families[0].upstream?.clone == "redis/redis")
    #expect(file.families[0].upstream?.line == "refs/heads/unstable")
    #expect(file.families[0].forks.map(\.name) == odd)
    #expect(file.families[0].forks.map(\.clone) == odd)
    #expect(file.families[0].forks.map(\.ref) == forks.map(\.ref))
    #expect(file.families[1].upstream == nil)
    #expect(text.contains("# track: same-track"))
    #expect(try FamilyFile(text: FamilyFile.template(for: [])).families.isEmpty)
  }

  @Test func templateStaysReadableWhenCommentsAreTakenAway() throws {
    let families = [
      FamilyFile.FoundFamily(
        name: "redis",
        upstream: nil,
        forks: [FamilyFile.FoundFamily.Fork(name: "valkey", clone: "valkey")]
      )
    ]
    let text = FamilyFile.template(for: families)
    let opened = text.replacing("\n        # ", with: "\n        ")
    let fork = try #require(try FamilyFile(text: opened).families.first?.forks.first)
    #expect(fork.track == .sameTrack)
    #expect(fork.line == "refs/heads/main" && fork.ref == "refs/heads/main")
    #expect(fork.prefix == "")
  }

  @Test func anOrganisationEndsAfterItBegins() throws {
    let text = "organisations: [ { name: x, people: [Ada], from: 2020-01-01, until: 2020-01-01 } ]"
    #expect(
      try problems(text) == ["f.yml:1:18: an organisation ends (`until`) before it begins (`from`)"]
    )
    #expect(try problems("organisations: [ { name: x, until: 2020-02-30 } ]").count == 1)
  }

  @Test func schemaIsJSONWithTheKeysThatAreRead() throws {
    let data = Data(FamilyFile.jsonSchema.utf8)
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    func keys(_ value: Any?) throws -> [String] {
      let object = try #require(value as? [String: Any])
      return try #require(object["properties"] as? [String: Any]).keys.sorted()
    }
    let definitions = try #require(schema["$defs"] as? [String: Any])
    #expect(try keys(schema) == ["families", "organisations", "policy", "profiles"])
    #expect(try keys(definitions["family"]) == ["forks", "upstream"])
    #expect(
      try keys(definitions["fork"]) == ["address", "clone", "closed", "line", "prefix", "ref", "source", "track"]
    )
    #expect(try keys(definitions["organisation"]) == ["domains", "from", "name", "people", "until"])
    #expect(try keys(definitions["profile"]) == ["detect", "extends", "language", "surfaces"])
    #expect(try keys(definitions["surface"]).count == 14)
  }
}
