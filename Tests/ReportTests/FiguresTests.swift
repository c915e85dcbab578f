import Evidence
import GitValues
import Testing

@testable internal import Report

@Suite struct FiguresTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567"), (-1000, "−1,000"),
    (Int.min, "−9,223,372,036,854,775,808"),
  ])
  func thousands(number: Int, text: String) { #expect(number.grouped == text) }

  @Test func plurals() {
    #expect(ExplainText.plain(0.of("commit", "commits")) == "0 commits")
    #expect(ExplainText.plain(1.of("commit", "commits")) == "1 commit")
    #expect(ExplainText.plain(2000.of("commit", "commits")) == "2,000 commits")
  }

  @Test(arguments: [
    (0.0, "0 %"), (0.004, "<1 %"), (0.01, "1 %"), (0.615, "62 %"), (0.999, ">99 %"), (1.0, "100 %"),
  ])
  func shares(share: Double, text: String) { #expect(share.percent == text) }

  @Test(arguments: [
    (0.0, "0.00"), (0.905, "0.91"), (-1.2, "−1.20"), (1.999, "2.00"), (-0.001, "0.00"), (1234.5, "1,234.50"),
  ])
  func decimals(number: Double, text: String) { #expect(number.twoDecimals == text) }

  @Test func lists() {
    #expect(VerdictWords.list([]) == "")
    #expect(ExplainText.plain(VerdictWords.list(["a"])) == "a")
    #expect(ExplainText.plain(VerdictWords.list(["a", "b"])) == "a and b")
    #expect(ExplainText.plain(VerdictWords.list(["a", "b", "c"])) == "a, b and c")
    #expect(ExplainText.plain(VerdictWords.list(["a", "b", "c", "d"], limit: 3)) == "a, b and 2 more")
  }

  @Test func aBarIsAsLongAsItsShare() {
    #expect(ForkSections.bar("new", 0.5, "x").count { $0 == "█" } == 15)
    #expect(ForkSections.bar("new", 0.001, "x").count { $0 == "█" } == 1)
    #expect(ForkSections.bar("new", 0, "x").count { $0 == "█" } == 0)
    #expect(ForkSections.bar("new", 1, "x").count { $0 == "░" } == 0)
  }
}
