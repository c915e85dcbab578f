import FixtureSupport
import Foundation
import Testing

@Suite struct RandomHistoryTests {
  @Test func theSameSeedGivesTheSameHistory() throws {
    for seed in UInt64(0)..<5 {
      #expect(try refs(seed: seed) == refs(seed: seed), "seed \(seed)")
    }
    #expect(try refs(seed: 1) != refs(seed: 2))
  }

  /// Written down, because the order of a dictionary is the same within one process and differs between two.
  @Test func theSameSeedGivesTheSameHistoryInEveryProcess() throws {
    let refs = try refs(seed: 1)
    #expect(refs["refs/heads/fork"] == "6b955100e326168fb260db92e81483dbb0f3016f")
    #expect(refs["refs/heads/upstream"] == "93e04b4aa75d98c42892b81268556c06e485c648")
  }

  @Test func theGeneratorIsTheOneOfThePaper() {
    // The first outputs for seed 1234567, as published with the reference implementation.
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
  }

  @Test(arguments: UInt64(100)..<110) func gitFindsNoFault(_ seed: UInt64) throws {
    let folder = try TemporaryFolder()
    try RandomHistory(seed: seed, commits: 60).write(to: folder.url)
    let git = try GitProgram(folder.url)
    let result = try git.output("fsck", "--strict", "--no-dangling")
    #expect(result.output.isEmpty && result.errors.isEmpty, "seed \(seed)")
    #expect(try git.refs()["refs/heads/fork"] != nil)
  }

  @Test func edgeCasesAreAmongTwentySeeds() throws {
    var seen: Set<String> = []
    for seed in UInt64(0)..<20 {
      let folder = try TemporaryFolder()
      try RandomHistory(seed: seed).write(to: folder.url)
      let git = try GitProgram(folder.url)
      let bases = try git.run(["merge-base", "--all", "upstream", "fork"]).lines
      if bases.count > 1 { seen.insert("several merge bases") }
      if try !git.output("rev-list", "--all", "--min-parents=3").output.isEmpty { seen.insert("octopus") }
      if try git.output("rev-list", "--all", "--max-parents=0").lines.count > 1 { seen.insert("several roots") }
      let log = try git.output("log", "--all", "--raw", "-M", "--no-show-signature", "--format=%s").text
      for (mark, name) in [(" R100", "rename"), (":100644 100755", "mode"), ("120000", "link"), ("\nRevert", "revert")]
      where log.contains(mark) { seen.insert(name) }
    }
    #expect(seen == ["several merge bases", "octopus", "several roots", "rename", "mode", "link", "revert"])
  }

  @Test func aPairHoldsOnlyItsOwn() throws {
    let folder = try TemporaryFolder()
    let pair = try RandomHistory(seed: 3, commits: 60).writePair(to: folder.url)
    let fork = try GitProgram(pair.fork, borrowing: pair.upstream)
    let upstreamTip = try GitProgram(pair.upstream).refs()["refs/heads/main"] ?? ""
    let own = try fork.output("rev-list", "main", "^\(upstreamTip)").lines
    #expect(!own.isEmpty)
    for id in own.prefix(3) {
      #expect(try GitProgram(pair.upstream).run(["cat-file", "-e", id]).exitCode != 0)
    }
  }

  private func refs(seed: UInt64) throws -> [String: String] {
    let folder = try TemporaryFolder()
    try RandomHistory(seed: seed).write(to: folder.url)
    return try GitProgram(folder.url).refs()
  }
}
