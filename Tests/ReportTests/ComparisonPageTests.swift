import Landscape
import LandscapeSample
import Testing

@testable internal import Report

@Suite struct ComparisonPageTests {
  private func page(_ change: (inout ForkEntry) -> Void) -> String {
    var families = Sample.landscape.families
    for family in families.indices {
      for fork in families[family].forks.indices { change(&families[family].forks[fork]) }
    }
    let new = Landscape(
      generator: Sample.landscape.generator,
      now: Sample.landscape.now,
      clones: Sample.landscape.clones,
      families: families
    )
    return ComparisonPage.markdown(LandscapeComparison(from: Sample.landscape, to: new))
  }

  @Test func nothingIsSaidToHaveMovedWhereNothingDid() {
    #expect(page { _ in }.contains("Nothing moved."))
  }

  @Test func aVerdictThatMovedComesFirst() {
    let text = page { fork in
      if fork.name == "valkey" {
        fork.track?.verdict = .undetermined
        let behind = fork.divergence?.behind ?? 0
        fork.divergence?.behind = behind + 1_234
      }
    }
    #expect(text.contains("The verdict moved from **same-track** to **undetermined**."))
    #expect(text.contains("+1,234"))
    #expect(!text.contains("KeyDB"))
  }

  @Test(arguments: HostileTexts.all.filter { !$0.isEmpty })
  func foreignTextStaysText(text: String) {
    let page = page { fork in fork.portrait = PortraitEntry(title: text, license: nil, describes: nil, forkOf: nil) }
    #expect(
      !page.replacing("<code>", with: "").replacing("</code>", with: "").replacing("<!-- -->", with: "").contains("<")
    )
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.allSatisfy { $0.count { $0 == "|" } == 5 })
  }
}
