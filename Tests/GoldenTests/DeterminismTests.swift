import FactStore
import FixtureSupport
import Report
import Testing

/// The same clones, options and clock give the same bytes, whatever the number of threads and the runs before.
@Suite struct DeterminismTests {
  @Test(arguments: ["demo", "odd-bytes", "thirty-forks"])
  func jobsAndRepetitionChangeNothing(_ name: String) async throws {
    let built = try Fixture.named(name).build()
    let first = try await FamilyRun.ofFolder(built, jobs: 1).files()
    #expect(first.contains { $0.path == "landscape.json" } && first.contains { $0.path == "README.md" })
    #expect(first.contains { $0.path.hasPrefix("files/") && !$0.bytes.isEmpty })
    for jobs in [4, 4, 1] {
      expectSame(first, try await FamilyRun.ofFolder(built, jobs: jobs).files(), "\(name), \(jobs) jobs")
    }
  }

  @Test(arguments: ["demo", "odd-bytes", "thirty-forks"])
  func whatAnEarlierRunKeptChangesNothing(_ name: String) async throws {
    let built = try Fixture.named(name).build()
    let first = try await FamilyRun.ofFolder(built).files()
    let store = try FactStore.inMemory()
    for run in ["filling the store", "reading the store"] {
      expectSame(first, try await FamilyRun.ofFolder(built, store: store).files(), "\(name), \(run)")
    }
  }

  @Test func aSecondBuildOfTheFamilyGivesTheSameReport() async throws {
    let fixture = try Fixture.named("demo")
    let first = try await FamilyRun.ofFolder(try fixture.build()).files()
    expectSame(first, try await FamilyRun.ofFolder(try fixture.build()).files(), "demo")
  }

  private func expectSame(_ first: [ReportFile], _ second: [ReportFile], _ what: String) {
    #expect(first.map(\.path) == second.map(\.path), "\(what)")
    for (old, new) in zip(first, second) {
      let texts = (String(decoding: old.bytes, as: UTF8.self), String(decoding: new.bytes, as: UTF8.self))
      if let difference = LineDifference(expected: texts.0, actual: texts.1) {
        Issue.record("\(what), \(old.path): \(difference)")
      }
    }
  }
}
