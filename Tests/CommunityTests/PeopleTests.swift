import FixtureSupport
import History
import Testing

@testable import Community

/// Who is who: joins, organisations, programs.
@Suite struct PeopleTests {
  @Test func accountsOfOnePersonAreJoinedByAddressNameAndDomainAndForgeAccount() async throws {
    let told = try await Told([
      Deed(author: "Ada Example <ada@example.org>"), Deed(author: "ada <ADA@example.org>"),
      Deed(author: "Ada Example <ada+git@example.org>"),
      Deed(author: "Bartholomew Longname <bart@corp.example>"),
      Deed(author: "Bartholomew  Longname <blongname@mail.corp.example>"),
      Deed(author: "cy <12345+cy@users.noreply.github.com>"), Deed(author: "Cy Sample <cy@users.noreply.github.com>"),
    ])
    #expect(told.people == ["Ada Example 3", "Bartholomew Longname 2", "Cy Sample 2"])
    #expect(Set(told.community.people.joins.map(\.reason)) == [.address, .nameAndDomain, .account])
  }

  @Test func aNameAloneJoinsNobody() async throws {
    let told = try await Told([
      Deed(author: "Ada Example <ada@example.org>"), Deed(author: "Ada Example <lovelace@elsewhere.example>"),
      Deed(author: "Wei Li <wei@corp.example>"), Deed(author: "Wei Li <lw2@corp.example>"),
      Deed(author: "Bartholomew Longname <one@gmail.com>"), Deed(author: "Bartholomew Longname <two@gmail.com>"),
      Deed(author: "root <root@one.example>"), Deed(author: "admin <root@one.example>"),
    ])
    #expect(told.people.count == 8)
    #expect(told.community.people.joins.isEmpty)
  }

  @Test func aMachineWithoutAPublicNameBelongsToWhoHasThatAccountElsewhere() async throws {
    let told = try await Told([
      Deed(author: "antelope <antelope@gmail.com>"), Deed(author: "antelope <antelope@metal.(none)>"),
      Deed(author: "Bartholomew Longname <blong@one.example>"),
      Deed(author: "Bartholomew Longname <blong@two.example>"),
    ])
    #expect(told.people.sorted() == ["Bartholomew Longname 2", "antelope 2"])
    // Two who could be meant are none.
    let unclear = try await Told([
      Deed(author: "zed <zed4@one.example>"), Deed(author: "zed <zed4@two.example>"),
      Deed(author: "zed <zed4@laptop.local>"),
    ])
    #expect(unclear.people.count == 3)
  }

  @Test func aMailmapJoinsAndNames() async throws {
    let map = "Ada Lovelace <ada@example.org> <countess@old.example>\n"
    let told = try await Told(
      [Deed(author: "ada <countess@old.example>"), Deed(author: "Ada L <ada@example.org>")],
      mailmap: map
    )
    #expect(told.people == ["Ada Lovelace 2"])
  }

  @Test func anAddressThatManyUseIsNobodys() async throws {
    let told = try await Told(
      ["Ada One", "Bea Two", "Cyd Three", "Dee Four", "Ada One"].map { Deed(author: "\($0) <team@corp.example>") }
    )
    #expect(told.people == ["Ada One 2", "Bea Two 1", "Cyd Three 1", "Dee Four 1"])
  }

  @Test func aPairIsTwoPeopleWhereBothAreKnown() async throws {
    let told = try await Told([
      Deed(author: "Ada Example <ada@corp.example>"), Deed(author: "Bea Sample <bea@corp.example>"),
      Deed(author: "Ada Example and Bea Sample <pair+ada+bea@corp.example>"),
      Deed(author: "Ada Example and Bea Sample <bea@corp.example>"),
    ])
    #expect(told.people == ["Ada Example 3", "Bea Sample 3"])
  }

  @Test func programsAndTheForgeAreNoPeople() async throws {
    let told = try await Told([
      Deed(author: "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>"),
      Deed(author: "release-bot <ci@corp.example>"), Deed(author: "Jo Talbot <jo@example.org>"),
      Deed(author: "Abbot <abbot@example.org>", committer: "GitHub <noreply@github.com>"),
    ])
    #expect(told.people == ["Abbot 1", "Jo Talbot 1"])
    #expect(told.portrait.influence.programCommits == 2)
    #expect(told.portrait.landers.unknown == 3)
  }

  @Test func organisationsAreToldByDomain() async throws {
    let told = try await Told([
      Deed(author: "A A <a@eu.redhat.com>"), Deed(author: "B B <b@gmail.com>"), Deed(author: "C C <c@alum.mit.edu>"),
      Deed(author: "D D <d@users.noreply.github.com>"), Deed(author: "E E <e@single.example>"),
      Deed(author: "F F <f@small.example>"), Deed(author: "G G <g@dept.small.example>"),
      Deed(author: "H H <h@small.example>"), Deed(author: "I I <i@mit.edu>"),
    ])
    #expect(told.organisations == [" 4", "small.example 3", "MIT 1", "Red Hat 1"])
    #expect(told.community.organisations.map(\.kind).contains(.domain))
  }

  @Test func whatIsDeclaredWinsForItsTime() async throws {
    let declared = [
      DeclaredOrganisation(name: "First Ltd.", domains: [], people: ["ada example"], from: nil, until: 1_600_000_500),
      DeclaredOrganisation(
        name: "Second Ltd.",
        domains: ["second.example"],
        people: ["ada@example.org"],
        from: 1_600_000_500,
        until: nil
      ),
    ]
    let told = try await Told(
      [
        Deed(authored: 1_600_000_000), Deed(authored: 1_600_000_600),
        Deed(author: "Bea <bea@dept.second.example>", authored: 1_600_000_400),
      ],
      declared: declared
    )
    #expect(told.organisations == [" 1", "First Ltd. 1", "Second Ltd. 1"])
  }

  @Test func oddAndEmptyNamesAreKeptAndBreakNothing() async throws {
    let repository = try SmallRepository()
    let tree = try repository.git("mktree")
    var parent = ""
    let odd = [
      " <>", "<", "", "a <b", "<script>alert(1)</script> | ` <x@example.org>",
      "Ada\u{202e} \u{1b}[31m <ada@example.org>",
      "someone@example.org <someone@example.org>", "J\u{fc}rgen <j@example.org>", "two <<a@b.example>>",
    ]
    for ident in odd {
      let headers = "tree \(tree)\n\(parent)author \(ident) 1600000000 +0000\ncommitter \(ident) 1600000000 +0000\n"
      let id = try repository.git(
        "hash-object",
        "-t",
        "commit",
        "-w",
        "--stdin",
        "--literally",
        input: headers + "\nReviewed-by: <>\nAuthor:\nCo-authored-by: \(ident)\n"
      )
      parent = "parent \(id)\n"
      try repository.git("update-ref", "refs/heads/main", id)
    }
    let told = try await Told(repository)
    #expect(told.facts.unread.isEmpty)
    #expect(told.graph.count == odd.count)
    // What is no address names no person, and joins nobody.
    #expect(told.portrait.influence.commits >= 5)
    #expect(told.people.contains { $0.hasPrefix("Jürgen") })
    // An address that stands as a name is shown without its domain.
    #expect(told.people.contains { $0.hasPrefix("someone ") })
    #expect(!told.people.contains { $0.contains("@") })
  }

  @Test func everyKnownDomainBelongsToOneOrganisation() throws {
    let rules = try DomainRules.standard()
    let domains = rules.entries.flatMap(\.domains)
    #expect(domains.count == Set(domains).count)
    #expect(domains.allSatisfy { $0 == $0.lowercased() && MailAddress("x@\($0)".utf8).hasPublicDomain })
    #expect(domains.allSatisfy { !rules.isFreeMail($0) && !rules.isNoReply($0) })
    #expect(Set(rules.entries.map(\.name)).count == rules.entries.count)
  }

  @Test(arguments: [
    ("x@localhost", false), ("x@(none)", false), ("x@d5c2-11ab", false), ("x@10.0.0.1", false), ("x@a.local", false),
    ("x@example.org", true), ("x@a-b.co.uk", true),
  ])
  func publicDomains(mail: String, isPublic: Bool) {
    #expect(MailAddress(mail.utf8).hasPublicDomain == isPublic)
  }

  @Test func registeredDomains() {
    #expect(MailAddress("x@mail.cs.example.ac.uk".utf8).registeredDomain == "example.ac.uk")
    #expect(MailAddress("x@a.b.example.com".utf8).registeredDomain == "example.com")
    #expect(MailAddress("<X@Example.ORG>".utf8).local == "x")
  }
}
