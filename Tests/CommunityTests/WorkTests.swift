import BitCollections
import FixtureSupport
import GitValues
import History
import Testing

@testable import Community

/// Influence, landing times, life, outlets.
@Suite struct WorkTests {
  private let day = 86_400
  private func files(_ count: Int, _ prefix: String = "f") -> [String] { (0..<count).map { "\(prefix)\($0)" } }

  @Test func messagesThatNameTheAuthorAreBelieved() async throws {
    let committer = "Com Mitter <com@project.example>"
    let told = try await Told([
      Deed(
        author: committer,
        message: "Fix\n\nAuthor: Ada Example <ada@example.org>\nReviewed-by: Bea Sample, Cy Other\n"
      ),
      Deed(author: committer, message: "Fix\n\nAuthor: Dee Name\nDiscussion: https://x\n"),
      Deed(author: committer, message: "Own work\n\nauthor of this is unknown: nobody\n"),
    ])
    #expect(told.people == ["Ada Example 1", "Com Mitter 1"])
    #expect(told.portrait.influence.creditedNames == 1)
    #expect(told.portrait.landers.people.map { told.name($0.person) } == ["Com Mitter"])
    let credits = Dictionary(uniqueKeysWithValues: told.portrait.landers.credits.map { ($0.kind, $0.commits) })
    #expect(credits[.authored] == 2 && credits[.reviewed] == 1 && credits[.acked] == 0)
  }

  @Test(arguments: [
    ("Reviewed-by: Ada Example <ada@x.org>, Bea Sample", 2), ("Reviewed-by: me, and others with care", 0),
    ("Reviewed-By: Ada Example and Bea Sample", 2), ("Acked-by: Ada Example (for the docs)", 1),
    ("Tested-by:", 0), ("Signed-off-by: <>", 0), ("Reported by: Ada van der Berg", 1),
    ("Co-authored-by: a@b", 0), ("Reviewed-by: https://example.org/x", 0),
  ])
  func trailers(line: String, people: Int) {
    let message = Array("Subject\n\n\(line)\n".utf8)
    var found = 0
    _ = message.withUnsafeBytes { MessageScan.scan($0) { _, _ in found += 1 } }
    #expect(found == people)
  }

  @Test(arguments: [
    ("Fix (#12)", true), ("Merge pull request #3 from x", true), ("!45 Fix", true), ("Fix bug #12", false),
    ("C# and F#", false), ("Wow !1", true), ("a!2", false),
  ])
  func requests(subject: String, isRequest: Bool) {
    let message = Array(subject.utf8)
    #expect(message.withUnsafeBytes { MessageScan.scan($0) { _, _ in } }.contains(.request) == isRequest)
  }

  @Test func sharesAreParted() async throws {
    let told = try await Told(
      [
        Deed(files: ["a", "b"]), Deed(files: ["a"]),
        Deed(author: "B B <b@redhat.com>", message: "x\n\nCo-authored-by: Ada Example <ada@example.org>", files: ["b"]),
        Deed(author: "B B <b@redhat.com>", files: ["b"]),
      ]
    )
    let shares = told.portrait.influence.organisations
    #expect(shares.map(\.share) == [0.625, 0.375])
    #expect(shares.map(\.commits) == [3, 2])
    #expect(shares.map(\.files) == [1, 1])
    #expect(told.portrait.influence.halfPeople == 1)
    #expect(told.portrait.influence.halfOrganisations == nil)
  }

  @Test func datesBeyondBeliefAreInNoYear() async throws {
    let told = try await Told([
      Deed(authored: 0), Deed(authored: 0, committed: 1_600_000_000), Deed(authored: 4_000_000_000),
      Deed(authored: 1_500_000_000),
    ])
    let influence = told.portrait.influence
    #expect(influence.commits == 4)
    #expect(influence.undated == 2)
    #expect(influence.years.map(\.year) == [2017, 2020])
    #expect(told.portrait.life.lastChange == 1_600_000_000)
  }

  @Test func landingTimesAreToldWhereOthersApply() async throws {
    let deeds = (0..<40).map { number in
      Deed(
        author: "Author \(number % 5) <a\(number % 5)@example.org>",
        committer: "Keeper <keeper@example.org>",
        authored: 1_600_000_000 + number * 10 * day,
        committed: 1_600_000_000 + number * 10 * day + 3 * day,
        files: ["f\(number)"]
      )
    }
    let landing = try (try await Told(deeds)).portrait.landing.get()
    #expect(landing.all.median == 3 && landing.all.low == 3 && landing.all.high == 3 && landing.all.cases == 40)
    #expect(landing.bySize.map(\.size) == [.one])
    #expect(landing.byYear.map(\.year) == [2020, 2021])
  }

  @Test func theIntervalHoldsTheMedian() throws {
    let span = try #require(LandingTime.Span((1...101).map(Double.init)))
    #expect(span.median == 51 && span.low < 51 && span.high > 51 && span.low > 35 && span.high < 67)
    #expect(span.p90 == 91)
    #expect(LandingTime.Span([1, 2, 3, 4]) == nil)
  }

  @Test func landingTimesAreUnknownWhereTheDatesTellNothing() async throws {
    func gap(_ deed: (Int) -> Deed) async throws -> LandingGap? {
      let told = try await Told((0..<60).map(deed))
      if case .failure(let gap) = told.portrait.landing { return gap }
      return nil
    }
    let start = 1_600_000_000
    #expect(try await gap { Deed(authored: start + $0 * day) } == .sameDates(share: 1))
    let forge = "GitHub <noreply@github.com>"
    #expect(
      try await gap { Deed(committer: forge, authored: start + $0 * day, committed: start + $0 * day + 9) }
        == .forge(share: 1)
    )
    let keeper = "Keeper <keeper@example.org>"
    #expect(
      try await gap { Deed(committer: keeper, authored: start + $0 * 9, committed: 1_650_000_000) }
        == .batches(share: 1)
    )
  }

  @Test func dropsByOneAccountAreAnOutlet() async throws {
    let deeds = (0..<12).map { number in
      Deed(
        author: "Release <release@corp.example>",
        authored: 1_500_000_000 + number * 120 * day,
        message: "Release \(number)",
        files: files(150)
      )
    }
    let outlet = try await Told(deeds).portrait.outlet
    #expect(outlet.verdict == .outlet)
    #expect(outlet.dropCount == 11)
    #expect(outlet.drops.count == 10)
    let parts = Dictionary(uniqueKeysWithValues: outlet.parts.map { ($0.sign, $0.value) })
    #expect(parts[.drops] == 1 && parts[.oneAccount] == 1 && parts[.noReview] == 1)
    #expect(parts[.droppedReleases] == nil)
  }

  @Test func workOfManyIsContinuous() async throws {
    let deeds = (0..<60).map { number in
      Deed(
        author: "Author \(number % 9) <a\(number % 9)@example.org>",
        authored: 1_600_000_000 + number * 5 * day,
        message: "Change (#\(number))",
        files: ["f\(number % 20)"]
      )
    }
    let told = try await Told(deeds)
    #expect(told.portrait.outlet.verdict == .continuous)
    #expect(told.portrait.outlet.isVendorEdition == false)
    #expect(told.portrait.life.dormantSince != nil)
    #expect(told.portrait.life.months.map(\.commits).reduce(0, +) == 60)
  }

  @Test func aFewCommitsAreUndetermined() async throws {
    let outlet = try await Told([Deed(files: ["a"]), Deed(files: ["b"])]).portrait.outlet
    #expect(outlet.verdict == .undetermined && outlet.index == nil)
  }

  @Test func aSquashedImportIsTold() async throws {
    let told = try await Told([Deed(files: files(120)), Deed(files: ["f1"])])
    #expect(told.community.largeRoots(of: told.side).map(\.files) == [120])
  }

  @Test func aConvertedHistoryIsTold() async throws {
    let told = try await Told(
      (0..<30).map { number in
        Deed(
          author: "c\(number % 3) <c\(number % 3)@d5c2a3e1-1111-2222>",
          authored: 1_100_000_000 + number * day,
          message: "Fix\n\ngit-svn-id: https://svn.example.org/trunk@\(number) d5c2a3e1"
        )
      }
    )
    #expect(told.portrait.landers.selfCommitted == 1)
    #expect(told.portrait.landers.convertedUntil == 1_100_000_000 + 29 * Int64(day))
    #expect(told.organisations == [" 30"])
  }

  @Test func versionsThatSkipNumbers() {
    func jumps(_ names: [String]) -> Double? { VersionNumber.jumps(names.map { RefName("refs/tags/\($0)") }) }
    #expect(jumps(["v1.0", "v1.1", "v1.2", "v1.3"]) == 0)
    #expect(jumps(["v1.0", "v1.5", "v4.0", "v4.1"]) == 2.0 / 3)
    #expect(jumps(["2024-01-05", "1.0", "1.1"]) == nil)
  }

  @Test func anEmptySideIsTold() async throws {
    let told = try await Told([Deed()])
    let side = CommunitySide(head: told.side.head, commits: BitSet(), tags: [], branches: [], asOf: Told.now)
    let portrait = told.community.portrait(of: side)
    #expect(portrait.influence.commits == 0 && portrait.influence.organisations.isEmpty)
    #expect(portrait.landers.selfCommitted == nil)
    #expect(portrait.life.lastChange == nil && portrait.outlet.index == nil)
  }

  @Test func theNumberOfReadersChangesNothing() async throws {
    let deeds = (0..<700).map { number in
      Deed(
        author: "Author \(number % 17) <a\(number % 17)@e\(number % 5).example>",
        authored: 1_600_000_000 + number * 3600,
        files: ["f\(number % 40)", "g\(number % 7)"]
      )
    }
    let one = try await Told(deeds, workers: 1)
    let four = try await Told(deeds, workers: 4)
    #expect(one.people == four.people && one.organisations == four.organisations)
    #expect(one.portrait.influence.years == four.portrait.influence.years)
  }
}
