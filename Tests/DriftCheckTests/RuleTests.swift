import Declarations
import DriftCheck
import Foundation
import Landscape
import Testing

@testable import DriftCheck

@Suite struct RuleTests {
  @Test(arguments: Rule.all.filter { $0.judge != nil }.map(\.id))
  func everyExampleIsAsThePageSays(id: String) throws {
    let rule = try #require(Rule.named(id))
    #expect(rule.examples.count >= 3, "\(id) shows too little")
    for example in rule.examples { #expect(example.answer(of: rule) == example.answer, "\(id): \(example.title)") }
    #expect(rule.examples.contains { $0.answer == .passes }, "\(id) never passes")
    #expect(rule.examples.contains { if case .finds = $0.answer { true } else { false } }, "\(id) never finds")
    #expect(rule.examples.contains { if case .cannotTell = $0.answer { true } else { false } }, "\(id) always knows")
  }

  @Test(arguments: Rule.all.filter { $0.judge != nil }.map(\.id))
  func whatIsNotKnownNeverPasses(id: String) throws {
    let rule = try #require(Rule.named(id))
    let settings = rule.examples.first { !$0.settings.isEmpty }?.settings ?? []
    let values = Dictionary(settings.map { ($0.name, $0.value) }) { $1 }
    let judge = try #require(rule.judge)
    let outcome = judge(ForkFacts.unknown, RuleSettings(rule, values))
    #expect(!outcome.gaps.isEmpty, "\(id) says nothing of a fork of which nothing is known")
    #expect(outcome.findings.isEmpty)
  }

  @Test func idsAreUniqueAndSayWhatTheyAre() {
    let ids = Rule.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for rule in Rule.all {
      #expect(rule.id.allSatisfy { $0.isLowercase || $0 == "-" })
      for text in [rule.purpose, rule.remedy, rule.details] { #expect(text.hasSuffix("."), "\(rule.id): \(text)") }
      for parameter in rule.parameters { #expect(parameter.purpose.hasSuffix("."), "\(rule.id): \(parameter.name)") }
    }
  }

  @Test func everyRuleLiesInAFileOfItsOwn() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/DriftCheck/Rules").path(percentEncoded: false)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "WaiverRules.swift" {
      let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      #expect(text.matches(of: /= Rule\(/).count <= 1, "\(name)")
    }
  }

  @Test func thePageHoldsAllThatAPolicyCanSay() {
    for rule in Rule.all {
      let page = rule.page
      #expect(page.hasPrefix("# \(rule.id)\n") && page.contains(rule.purpose) && page.hasSuffix("\n"))
      for parameter in rule.parameters { #expect(page.contains("`\(parameter.name)`"), "\(rule.id)") }
    }
  }

  @Test(arguments: Rule.all.filter { !$0.parameters.isEmpty }.map(\.id))
  func thePolicyOnThePageIsAPolicy(id: String) throws {
    let rule = try #require(Rule.named(id))
    let policy = try Policy(text: rule.policyExample, file: "page.yml")
    #expect(policy.entry(of: rule)?.severity == rule.severity)
  }
}

@Suite struct GlobTests {
  @Test(arguments: [
    ("src/**", "src/a/b.c", true), ("src/**", "src", false), ("src/", "src/a.c", true), ("src/a.c", "src/a.c", true),
    ("*.proto", "deep/in/x.proto", true), ("/x.proto", "deep/x.proto", false), ("/x.proto", "x.proto", true),
    ("src/*.c", "src/a/b.c", false), ("**/test/**", "a/test/b/c", true), ("**/test/**", "test/x", true),
    ("**", "anything", true), ("src/?.c", "src/a.c", true), ("src/?.c", "src/ab.c", false),
    ("docs", "site/docs/x.md", true), ("a/**/z", "a/z", true), ("a/**/z", "a/b/c/z", true), ("src/a", "src/ab", false),
    ("*a*b*", "xxaxxbxx", true), ("*a*b*", "xxbxxaxx", false), ("ünder*", "ünderworld", true),
  ])
  func patternsMeanWhatPeopleExpect(pattern: String, path: String, matches: Bool) {
    #expect(PathGlob(pattern).matches(path) == matches)
  }
}
