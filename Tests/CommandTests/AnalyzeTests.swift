import FixtureSupport
import Foundation
import Testing

/// `analyze` on whole families and on named pairs.
@Suite struct AnalyzeTests {
  @Test func theDemoGivesAReport() async throws {
    let program = try Program()
    try Fixture.named("demo").build(into: program.folder.appending(path: "clones"))
    let outcome = try await program.analyze("clones")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    let files = try program.files("report")
    let forks = ["harbor", "mirrors", "nils", "rockpool", "shoal", "shoal-edge"]
    #expect(files.keys.contains("README.md") && files.keys.contains("landscape.json"))
    #expect(files.keys.count { $0.hasPrefix("forks/tidepool/") && $0.hasSuffix(".md") } == forks.count)
    #expect(files.keys.count { $0.hasPrefix("files/tidepool/") && $0.hasSuffix(".jsonl") } == forks.count)
    for name in ["rockpool", "shoal", "puddle"] { #expect(outcome.text.contains(name), "\(name)") }
    #expect(try json(try program.data("report/landscape.json"))["now"] as? String == "2026-01-01T23:59:59Z")
  }

  @Test func theBuiltInDemoIsTheSameFamily() async throws {
    let program = try Program()
    let outcome = try await program.run("demo")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    let landscape = try json(try program.data("forkscape-report/landscape.json"))
    #expect(try landscape.objects("families").first?.objects("forks").count == 6)
    #expect(try landscape.objects("clones").count == 8)
  }

  @Test func whatOnlyLeavesOutIsNullWithAReasonAndNeverZero() async throws {
    let program = try Program()
    try Fixture.named("fork-of-fork").build(into: program.folder.appending(path: "clones"))
    let outcome = try await program.analyze("clones", "--only", "family")
    #expect(outcome.status == 0, "\(outcome)")
    let forks = try json(try program.data("report/landscape.json")).objects("families").flatMap {
      try $0.objects("forks")
    }
    #expect(forks.count == 2)
    let stages = ["lineage", "divergence", "patches", "compatibility", "community", "track"]
    for fork in forks {
      let reasons = try fork.objects("notAnalysed").reduce(into: [:]) { reasons, entry in
        reasons["\(entry["what"] ?? "")"] = "\(entry["reason"] ?? "")"
      }
      for stage in stages {
        #expect(fork[stage] is NSNull, "\(stage) is \(fork[stage] ?? "absent")")
        #expect(reasons[stage] == "left out by --only", "\(stage)")
      }
    }
  }

  @Test func whatANamedStageNeedsRunsToo() async throws {
    let program = try Program()
    try Fixture.named("fork-of-fork").build(into: program.folder.appending(path: "clones"))
    _ = try await program.analyze("clones", "--only", "divergence")
    let fork = try #require(
      try json(try program.data("report/landscape.json")).objects("families").first?.objects("forks")[0]
    )
    #expect(fork.value("lineage", "kind") as? String == "sharedHistory")
    #expect(fork.value("divergence", "ahead") as? Int == 4)
    #expect(fork["track"] is NSNull)
  }

  @Test func aNamedPairIsTakenAsItIs() async throws {
    let program = try Program()
    try Fixture.named("carries-upstream-branches").build(into: program.folder)
    let outcome = try await program.analyze(
      "--upstream",
      "engine@REL_2_STABLE",
      "--fork",
      "mine=turbine@refs/heads/TURBINE_2_STABLE"
    )
    #expect(outcome.status == 0, "\(outcome)")
    let fork = try #require(
      try json(try program.data("report/landscape.json")).objects("families").first?.objects("forks")[0]
    )
    #expect(fork["name"] as? String == "mine")
    #expect(fork.value("lineage", "line", "ref") as? String == "refs/heads/REL_2_STABLE")
    #expect(fork.value("divergence", "ahead") as? Int == 1 && fork.value("divergence", "behind") as? Int == 0)
    #expect(program.exists("report/forks/engine/mine.md"))
  }

  @Test func aPathMayHoldAnAt() async throws {
    let program = try Program()
    try Fixture.named("back-merge").build(into: program.folder.appending(path: "a@b"))
    let outcome = try await program.analyze("--upstream", "a@b/engine@main", "--fork", "t=a@b/turbine")
    #expect(outcome.status == 0, "\(outcome)")
    let fork = try #require(
      try json(try program.data("report/landscape.json")).objects("families").first?.objects("forks")[0]
    )
    #expect(fork.value("divergence", "ahead") as? Int == 1 && fork.value("divergence", "behind") as? Int == 3)
  }

  @Test func bothSidesMayBeOneRepository() async throws {
    let program = try Program()
    try Fixture.named("carries-upstream-branches").build(into: program.folder)
    let id = try GitProgram(program.folder.appending(path: "engine")).output("rev-parse", "main").text
    let engine = Program(in: program.folder.appending(path: "engine", directoryHint: .isDirectory), of: program)
    for upstream in ["main", id] {
      let outcome = try await engine.run([
        "analyze", "--upstream", upstream, "--fork", "stable=REL_1_STABLE", "--no-cache", "--out", "../report",
      ])
      #expect(outcome.status == 0, "\(outcome)")
      let family = try #require(try json(try program.data("report/landscape.json")).objects("families").first)
      let fork = try family.objects("forks")[0]
      #expect(fork["name"] as? String == "stable")
      #expect(family.value("upstream", "head", "commit") as? String == id)
      let git = try GitProgram(engine.folder).output("rev-list", "--count", "main..REL_1_STABLE").text
      #expect(fork.value("divergence", "ahead") as? Int == Int(git))
    }
  }

  @Test func aForkThatCannotBeReadDoesNotHideTheOther() async throws {
    let program = try Program()
    try Fixture.named("broken-set").build(into: program.folder)
    let outcome = try await program.analyze(
      "--upstream",
      "engine",
      "--fork",
      "good=turbine",
      "--fork",
      "bad=zero-byte-head",
      "--fork",
      "gone=sha256"
    )
    #expect(outcome.status == 3 && outcome.errorLines.count == 2, "\(outcome)")
    let forks = try #require(
      try json(try program.data("report/landscape.json")).objects("families").first?.objects("forks")
    )
    let relations = forks.map { "\($0["name"] ?? "") \($0["relation"] ?? "")" }.sorted()
    #expect(relations == ["bad notAnalysed", "gone notAnalysed", "good fork"])
  }

  @Test func theBrokenSetIsAnalysedAndEveryBrokenCloneNamedOnce() async throws {
    let program = try Program()
    try Fixture.named("broken-set").build(into: program.folder.appending(path: "clones"))
    let outcome = try await program.analyze("clones")
    #expect(outcome.status == 3)
    let broken = [
      "bad-head", "bad-packed-refs", "dangling-gitfile", "empty", "future-version", "no-objects", "reftable", "sha256",
      "truncated-pack", "unknown-extension", "zero-byte-head",
    ]
    for name in broken {
      #expect(outcome.errorLines.count { $0.hasPrefix("forkscape: clones/\(name): ") } == 1, "\(name)\n\(outcome)")
    }
    #expect(outcome.errorLines.count == broken.count, "\(outcome)")
    let landscape = try json(try program.data("report/landscape.json"))
    let roles = try landscape.objects("clones").reduce(into: [String: String]()) { roles, clone in
      roles["\(clone["path"] ?? "")"] = "\(clone["role"] ?? "")"
    }
    for name in broken { #expect(roles["clones/\(name)"] == "notAnalysed", "\(name)") }
    let pages = try String(decoding: program.data("report/README.md"), as: UTF8.self)
    for name in broken { #expect(pages.contains(name), "the report does not name \(name)") }
    let forks = try landscape.objects("families").flatMap { try $0.objects("forks") }
    #expect(forks.count == 2 && forks.allSatisfy { $0.value("divergence", "ahead") is Int })
  }

  @Test func quietPrintsNothing() async throws {
    let program = try Program()
    try Fixture.named("fork-of-fork").build(into: program.folder.appending(path: "clones"))
    let outcome = try await program.analyze("clones", "--quiet")
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
    #expect(program.exists("report/landscape.json"))
  }

  @Test func formatWritesOnlyWhatWasAskedFor() async throws {
    let program = try Program()
    try Fixture.named("fork-of-fork").build(into: program.folder.appending(path: "clones"))
    _ = try await program.analyze("clones", "--format", "json")
    #expect(try program.files("report").keys.allSatisfy { $0.hasSuffix(".json") || $0.hasSuffix(".jsonl") })
    _ = try await program.analyze("clones", "--format", "markdown")
    #expect(try program.files("report").keys.allSatisfy { $0.hasSuffix(".md") || $0.hasSuffix(".svg") })
    _ = try await program.analyze("clones", "--format", "html")
    #expect(try program.files("report").keys.sorted() == ["index.html"])
  }
}
