import CloneSet
import Testing

@testable import Compatibility

/// Every kind of change on every surface, by files written down in `Pairs`.
@Suite struct PairTests {
  @Test(arguments: SurfacePair.all)
  func whatIsSaidOfAPair(pair: SurfacePair) async throws {
    let (profile, name) = try pair.surface
    let measuring = try Measuring()
    let found = try await measuring.measure(
      base: try pair.files("previous"),
      fork: try pair.files("current"),
      profile: Measuring.extending(profile)
    )
    let surface = try #require(found.surfaces.first { $0.declaration.name == name })
    #expect(surface.lines == (try pair.expected), "found:\n\(surface.lines.joined(separator: "\n"))")
    #expect(surface.unread.isEmpty)
    #expect(surface.sizes.base == [.kept, .changed, .removed, .dropped].reduce(0) { $0 + (surface.counts[$1] ?? 0) })
  }

  @Test func thereArePairsForEveryExtractor() throws {
    let builtIn = try Profiles.builtIn()
    let shown = try SurfacePair.all.map { pair in
      let (profile, name) = try pair.surface
      let known = try #require(builtIn.first { $0.name == profile })
      return try #require(ProfileChoice(declared: [], builtIn: builtIn).surfaces(of: known).first { $0.name == name })
    }
    #expect(Set(shown.map(\.extractor)).count == 9)
    #expect(Set(shown.map(\.kind)).count == 10)
  }
}
