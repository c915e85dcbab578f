import FixtureSupport
import Foundation
import Testing

/// `check`, `rules` and their exit codes.
@Suite struct CheckCommandTests {
  private static let clock = ["--now", "2020-06-01", "--no-cache"]

  /// A program beside the clones of a case.
  private func program(_ fixture: String) throws -> Program {
    let program = try Program()
    try Fixture.named(fixture).build(into: program.folder.appending(path: "clones"))
    return program
  }

  private func check(_ program: Program, _ arguments: String...) async throws -> Program.Outcome {
    try await program.run(["check"] + arguments + Self.clock)
  }

  private static let pair = [
    "--upstream", "clones/engine@refs/heads/stable-1", "--fork", "distro=clones/engine-distro",
  ]

  private func checkPair(_ program: Program, _ arguments: String...) async throws -> Program.Outcome {
    try await program.run(["check"] + Self.pair + arguments + Self.clock)
  }

  @Test func nothingToFailAtIsZero() async throws {
    let program = try program("patch-stack")
    let outcome = try await checkPair(program)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    #expect(outcome.text.hasSuffix("\n") && !outcome.text.contains("\u{1b}"))
  }

  @Test func findingsAreOneAndFailOnDecides() async throws {
    let program = try program("patch-stack")
    try program.write(
      "policy: { rules: { behind-commits: { severity: warning, max: 0 }, paths-untouched: { paths: [src/] } } }",
      to: "forkscape.yml"
    )
    let outcome = try await checkPair(program)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(outcome.text.contains("src/pump.c was changed by the fork") && outcome.text.contains("behind-commits"))
    #expect(try await checkPair(program, "--fail-on", "never").status == 0)
    try program.write("policy: { rules: { behind-commits: { severity: warning, max: 0 } } }", to: "forkscape.yml")
    #expect(try await checkPair(program).status == 0)
    #expect(try await checkPair(program, "--fail-on", "warning").status == 1)
  }

  @Test func whatIsWrongInPolicyAndWaiversIsTwoAndShownTogether() async throws {
    let program = try program("patch-stack")
    try program.write("rules:\n  behind-comits: error\n  sync-overdue: { dais: 3 }\n", to: "policy.yml")
    try program.write("waivers:\n  - { rule: licence-changed }\n", to: "forkscape-waivers.yml")
    let outcome = try await checkPair(program, "--policy", "policy.yml")
    #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
    #expect(
      outcome.errorLines == [
        "forkscape: forkscape-waivers.yml:2:5: a waiver lacks the key `reason`",
        "forkscape: forkscape-waivers.yml:2:5: a waiver lacks the key `who`",
        "forkscape: policy.yml:2:3: there is no rule `behind-comits`; did you mean `behind-commits`?",
        "forkscape: policy.yml:3:19: `dais` is no key of rule `sync-overdue`; did you mean `days`?",
      ]
    )
  }

  @Test(arguments: [
    ["--policy", "nowhere.yml"], ["--waivers", "nowhere.yml"], ["--baseline", "nowhere"], ["--landscape", "nowhere"],
    ["--format", "sariff"], ["--format", "json="], ["--fork", "a=b"], ["--policy-from", "nowhere"],
    ["--landscape", "a", "b"], ["--upstream", "a", "--landscape", "b"], ["--fail-on", "sometimes"],
  ])
  func wrongUsageIsTwo(arguments: [String]) async throws {
    let program = try program("patch-stack")
    let outcome = try await program.run(["check"] + arguments + Self.clock)
    #expect(outcome.status == 2 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(outcome)")
  }

  @Test func aShallowCloneIsThree() async throws {
    let program = try program("patch-stack")
    let whole = program.folder.appending(path: "clones/engine-distro").absoluteString
    try GitProgram(program.folder).output("clone", "-q", "--depth", "1", whole, "shallow")
    let outcome = try await program.run(
      ["check", "--upstream", "clones/engine@refs/heads/stable-1", "--fork", "distro=shallow", "--fail-on", "never"]
        + Self.clock
    )
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.errorText.contains("shallow") && outcome.text.contains("git fetch --unshallow"), "\(outcome.text)")
  }

  @Test func noUpstreamIsFourAndSaysSo() async throws {
    let program = try program("patch-stack")
    for arguments in [
      ["--upstream", "clones/nowhere@main", "--fork", "distro=clones/engine-distro"], ["clones/engine-distro"],
    ] {
      let outcome = try await program.run(["check"] + arguments + Self.clock)
      #expect(outcome.status == 4 && outcome.output.isEmpty && outcome.errorLines.count == 1, "\(outcome)")
    }
  }

  @Test func theThreeUsesSayTheSame() async throws {
    let program = try program("patch-stack")
    try program.write("policy: { rules: { paths-untouched: { paths: [src/] } } }", to: "forkscape.yml")
    let outcome = try await checkPair(program, "--format", "json")
    #expect(outcome.status == 1, "\(outcome)")
    let report = try await program.run(["analyze", "--out", "report", "--quiet"] + Self.pair + Self.clock)
    #expect(report.status == 0, "\(report)")
    let again = try await program.run("check", "--landscape", "report", "--format", "json")
    #expect(again.status == 1 && again.text == outcome.text, "\(again)")
    let bare = try await program.run("check", "--landscape", "report/landscape.json", "--fail-on", "never")
    #expect(bare.status == 3 && bare.errorText.contains("paths-untouched"), "\(bare)")
    let set = try await check(program, "clones", "--format", "json")
    #expect(set.status == 1, "\(set)")
    #expect(try json(set.output).objects("findings").contains { $0["rule"] as? String == "paths-untouched" })
  }

  @Test func insideTheForksOwnClone() async throws {
    let program = try program("patch-stack")
    let git = try GitProgram(program.folder.appending(path: "clones/engine-distro"))
    try git.output("fetch", "-q", "../engine", "refs/heads/*:refs/remotes/upstream/*", "refs/tags/*:refs/tags/*")
    // A release of the fork's own must not make its work upstream's.
    try git.output("tag", "distro-1", "HEAD")
    try git.output("checkout", "-q", "--detach")
    let inside = Program(in: git.folder, of: program)
    try inside.write("policy: { rules: { paths-untouched: { paths: [src/] } } }", to: "forkscape.yml")
    let arguments = ["check", "--upstream", "upstream/stable-1", "--format", "json"] + Self.clock
    let outcome = try await inside.run(arguments)
    #expect(outcome.status == 1, "\(outcome)")
    let findings = try json(outcome.output).objects("findings")
    #expect(
      findings.contains { ($0["text"] as? String)?.hasPrefix("src/pump.c was changed") == true },
      "\(outcome.text)"
    )
    // From a folder below, too; the policy is read there.
    try inside.write("rules: { paths-untouched: off }", to: "below/policy.yml")
    let below = Program(in: inside.folder.appending(path: "below"), of: program)
    let other = try await below.run(
      ["check", "--upstream", "upstream/stable-1", "--policy", "policy.yml"] + Self.clock
    )
    #expect(other.status == 0, "\(other)")
  }

  @Test func policyAndWaiversAsTheyAreAtARevision() async throws {
    let program = try program("patch-stack")
    let git = try GitProgram(program.folder.appending(path: "clones/engine-distro"))
    let inside = Program(in: git.folder, of: program)
    try inside.write("policy: { rules: { paths-untouched: { paths: [src/] } } }", to: "forkscape.yml")
    try git.output("add", "forkscape.yml")
    try git.output("commit", "-q", "-m", "Add a policy")
    // What a pull request brings does not weaken the check.
    try inside.write("policy: { rules: { paths-untouched: off } }", to: "forkscape.yml")
    let arguments = ["check", "--upstream", "../engine@refs/heads/stable-1", "--fork", "distro=."] + Self.clock
    #expect(try await inside.run(arguments).status == 0)
    #expect(try await inside.run(arguments + ["--policy-from", "HEAD"]).status == 1)
    let old = try await inside.run(arguments + ["--policy-from", "HEAD", "--policy", "other.yml"])
    #expect(old.status == 2 && old.errorText.contains("HEAD has no such file"), "\(old)")
  }

  @Test func aBaselineLeavesOnlyWhatIsNew() async throws {
    let program = try program("patch-stack")
    try program.write("policy: { rules: { paths-untouched: { paths: [src/] } } }", to: "forkscape.yml")
    let first = try await checkPair(program, "--format", "json=before.json")
    #expect(first.status == 1 && first.output.isEmpty, "\(first)")
    let second = try await checkPair(program, "--baseline", "before.json")
    #expect(second.status == 0 && second.text.contains("known"), "\(second)")
    let report = try await program.run(["analyze", "--out", "report", "--quiet"] + Self.pair + Self.clock)
    #expect(report.status == 0, "\(report)")
    #expect(try await checkPair(program, "--baseline", "report").status == 0)
  }

  @Test func severalFormatsAtOnce() async throws {
    let program = try program("patch-stack")
    try program.write("policy: { rules: { paths-untouched: { paths: [src/] } } }", to: "forkscape.yml")
    let formats = ["terminal", "markdown", "json", "sarif", "junit", "github", "gitlab"]
    let outcome = try await program.run(
      ["check"] + Self.pair + formats.flatMap { ["--format", "\($0)=out/\($0)"] } + ["--format", "github"] + Self.clock
    )
    #expect(outcome.status == 1 && outcome.text.hasPrefix("::error file=src/pump.c,line=1,"), "\(outcome)")
    for format in formats { #expect(try !program.data("out/\(format)").isEmpty) }
    #expect(try program.data("out/github") == outcome.output)
    let sarif = String(decoding: try program.data("out/sarif"), as: UTF8.self)
    #expect(try Consumers.faults(inSARIF: sarif) == [])
    let schema = try await program.run("schema", "findings")
    let findings = String(decoding: try program.data("out/json"), as: UTF8.self)
    #expect(try Consumers.faults(inJSON: findings, schema: schema.text) == [])
  }

  @Test func rulesAreListedAndExplained() async throws {
    let program = try Program()
    let list = try await program.run("rules")
    #expect(list.status == 0 && list.text.contains("missing-fixes") && list.text.contains("paths-untouched"))
    let page = try await program.run("rules", "explain", "missing-fixes")
    #expect(page.status == 0 && page.text.hasPrefix("# missing-fixes\n"))
    let unknown = try await program.run("rules", "explain", "mising-fixes")
    #expect(unknown.status == 2 && unknown.errorText.contains("did you mean `missing-fixes`"), "\(unknown)")
    let template = try await program.run("rules", "template")
    try program.write(template.text, to: "forkscape.yml")
    let schema = try await program.run("schema", "policy")
    #expect(schema.status == 0 && schema.text.contains("behind-commits"))
  }
}
