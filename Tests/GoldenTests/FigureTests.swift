import FixtureSupport
import Landscape
import Pipeline
import Testing

/// The counts in landscapes against the tables of the cases' READMEs, which are what git counts.
@Suite struct FigureTests {
  @Test(arguments: Fixture.all) func namedPairsCountAsGitDoes(_ fixture: Fixture) async throws {
    let built = try fixture.build()
    let rows = try fixture.expectations()
    #expect(!rows.isEmpty)
    for row in rows {
      let landscape = try await FamilyRun.ofPair(row, built).analysis.landscape
      let fork = try #require(landscape.families.first?.forks.first, "\(fixture): \(row)")
      if row.counts == nil {
        // Nothing in common to count from; descent may show in contents all the same.
        #expect(fork.lineage?.gitMergeBase == nil && fork.divergence?.ahead == nil, "\(fixture): \(row)")
        #expect(fork.relation == .unrelated ? fork.divergence == nil : fork.lineage?.effectiveBase != nil)
        continue
      }
      if fixture.name == "several-roots" && row.fork.clone == "gearlib" {
        // Git counts a vendored library too; whether it is descent is another question.
        #expect(fork.relation == .unrelated && fork.divergence == nil, "\(fixture): \(row)")
        continue
      }
      #expect(fork.divergence.flatMap(FixtureSupport.Expectation.Counts.init) == row.counts, "\(fixture): \(row)")
    }
  }

  /// Every fork of a landscape has a row, against the line or against the upstream's default branch.
  @Test(arguments: Fixture.all) func landscapesCountAsGitDoes(_ fixture: Fixture) async throws {
    let built = try fixture.build()
    let rows = try fixture.expectations()
    let landscape = try await FamilyRun.ofFolder(built).analysis.landscape
    var forks: Set<String> = []
    for fork in landscape.families.flatMap(\.forks) {
      forks.insert(fork.clone)
      let upstream = landscape.clone(named: fork.upstream)
      let own = rows.filter { $0.fork.clone == fork.clone && fork.isHead($0.fork) && $0.upstream.clone == upstream }
      let (byLine, byDefault) = (
        own.filter { $0.isAgainst(fork.lineage?.line?.ref) }, own.filter { $0.isAgainstDefault }
      )
      if Deviation.all.contains(where: { $0.fixture == fixture.name && $0.fork == fork.clone }) {
        #expect(own.isEmpty, "\(fixture): \(fork.clone) is right now; take it off the list")
        continue
      }
      #expect(!own.isEmpty, "\(fixture): no row for \(fork.clone) against \(upstream ?? "nothing")")
      for row in byLine {
        #expect(
          fork.divergence.flatMap(FixtureSupport.Expectation.Counts.init) == row.counts,
          "\(fixture): \(row), its line"
        )
      }
      for row in byDefault {
        #expect(
          fork.divergence?.defaultBranch.flatMap(FixtureSupport.Expectation.Counts.init) == row.counts,
          "\(fixture): \(row), the default branch"
        )
      }
      #expect(!byLine.isEmpty || !byDefault.isEmpty, "\(fixture): no row speaks of \(fork.clone)")
    }
    for row in rows where row.counts != nil && row.fork.branch == nil {
      let place = landscape.clones.first { $0.path == row.fork.clone }
      #expect(
        forks.contains(row.fork.clone) || place?.role == .unrelated || place?.role == .duplicate,
        "\(fixture): \(row.fork.clone) is missing"
      )
    }
  }
}

/// A fork that is measured against another clone than the README names.
struct Deviation {
  let fixture: String
  let fork: String
  let reason: String

  static let all = ["broken-set", "worktrees"].map { fixture in
    Deviation(
      fixture: fixture,
      fork: "windmill",
      reason: "without a README or names nothing says that turbine's commit in it makes turbine its upstream"
    )
  }
}

extension FixtureSupport.Expectation {
  /// Whether the row is against the line `ref`. HEAD of every upstream among the cases is its main.
  fileprivate func isAgainst(_ ref: String?) -> Bool { ref == "refs/heads/\(upstream.branch ?? "main")" }

  fileprivate var isAgainstDefault: Bool { upstream.branch == nil }
}

extension FixtureSupport.Expectation.Counts {
  /// nil where the two have no common commits, or the counts would be lower bounds only.
  fileprivate init?(_ entry: DivergenceEntry) {
    self.init(entry.ahead, entry.behind, entry.aheadNoMerges, entry.behindNoMerges)
  }

  fileprivate init?(_ entry: DefaultBranchEntry) {
    self.init(entry.ahead, entry.behind, entry.aheadNoMerges, entry.behindNoMerges)
  }

  private init?(_ ahead: Int?, _ behind: Int?, _ aheadNoMerges: Int?, _ behindNoMerges: Int?) {
    guard let ahead, let behind, let aheadNoMerges, let behindNoMerges else { return nil }
    self.init(ahead: ahead, behind: behind, aheadNoMerges: aheadNoMerges, behindNoMerges: behindNoMerges)
  }
}

extension ForkEntry {
  /// Whether the row's place is what was analysed.
  fileprivate func isHead(_ place: FixtureSupport.Expectation.Place) -> Bool {
    place.branch == nil || head?.ref == place.ref
  }
}

extension Landscape {
  /// The path of the analysed clone of that name; names of others need not be unique.
  fileprivate func clone(named name: String?) -> String? {
    clones.first { $0.name == name && [.upstream, .fork].contains($0.role) }?.path
  }
}
