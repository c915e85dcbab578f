import FixtureSupport
import Foundation
import Testing

/// `clone`, from addresses on this machine.
@Suite struct CloneTests {
  private static func seed(_ folder: URL) -> String {
    let place = folder.appending(path: "origin").path(percentEncoded: false)
    return """
      families:
        showkeeper:
          upstream: { clone: example/showkeeper, address: "file://\(place)/showkeeper" }
          forks:
            filmkeeper: { clone: finn/filmkeeper, address: "file://\(place)/filmkeeper", track: different-track }
            closed: { source: "sold without its sources" }
      """
  }

  private func place() throws -> Program {
    let program = try Program()
    let origin = program.folder.appending(path: "origin")
    try FileManager.default.createDirectory(at: origin, withIntermediateDirectories: true)
    try Fixture.named("different-track").build(into: origin)
    try Data(Self.seed(program.folder).utf8).write(to: program.folder.appending(path: "films.yml"))
    return program
  }

  @Test func aFamilyIsBroughtIntoOneStoreAndCanBeAnalysed() async throws {
    let program = try place()
    let outcome = try await program.run("clone", "films.yml")
    #expect(outcome.status == 0 && outcome.errorText.contains("2 of 2: finn/filmkeeper"), "\(outcome)")
    for (name, origin) in [("example+showkeeper", "showkeeper"), ("finn+filmkeeper", "filmkeeper")] {
      let git = try GitProgram(program.folder.appending(path: "films/\(name)"))
      let there = try GitProgram(program.folder.appending(path: "origin/\(origin)"))
      #expect(try git.output("rev-parse", "HEAD").text == (try there.output("rev-parse", "HEAD").text))
      #expect(try git.output("for-each-ref").text == (try there.output("for-each-ref").text))
      _ = try git.output("fsck", "--connectivity-only")
      // What it has lies in the store.
      #expect(try git.output("count-objects").text.hasPrefix("0 objects"))
    }
    let analysis = try await program.run("analyze", "films", "--config", "films.yml", "--no-cache", "--quiet")
    #expect(analysis.status == 0 && analysis.errors.isEmpty, "\(analysis)")
    let landscape = try json(try program.data("forkscape-report/landscape.json"))
    #expect(try landscape.objects("clones").count == 2)
  }

  @Test func aSecondRunGoesOnAndFollowsItsOrigin() async throws {
    let program = try place()
    let gone = program.folder.appending(path: "origin/filmkeeper")
    let away = program.folder.appending(path: "away")
    try FileManager.default.moveItem(at: gone, to: away)
    let first = try await program.run("clone", "films.yml")
    #expect(first.status == 3 && first.errorText.contains("finn/filmkeeper: "), "\(first)")
    try FileManager.default.moveItem(at: away, to: gone)
    let origin = try GitProgram(program.folder.appending(path: "origin/showkeeper"))
    _ = try origin.output("tag", "later")
    _ = try origin.output("tag", "-d", "v1.0")
    let second = try await program.run("clone", "films.yml", "--quiet")
    #expect(second.status == 0 && second.errors.isEmpty && second.output.isEmpty, "\(second)")
    let git = try GitProgram(program.folder.appending(path: "films/example+showkeeper"))
    #expect(try git.output("tag").text == "later")
    #expect(FileManager.default.fileExists(atPath: program.folder.appending(path: "films/finn+filmkeeper/HEAD").path))
  }

  @Test(arguments: [
    ("ext::sh -c x", "is no address"), ("--upload-pack=x", "is no address"), ("relative/path", "is no address"),
  ]) func whatIsNoAddressIsRefused(_ address: String, _ words: String) async throws {
    let program = try Program()
    let text = "families: { a: { upstream: { clone: a, address: \"\(address)\" } } }"
    try Data(text.utf8).write(to: program.folder.appending(path: "a.yml"))
    let outcome = try await program.run("clone", "a.yml")
    #expect(outcome.status == 4 && outcome.errorText.contains(words), "\(outcome)")
  }

  @Test func aMemberIsNamedOrRefused() async throws {
    let program = try place()
    let only = try await program.run("clone", "films.yml", "--only", "closed")
    #expect(only.status == 2 && only.errorText.contains("no address"), "\(only)")
    let unknown = try await program.run("clone", "films.yml", "--only", "flimkeeper")
    #expect(unknown.status == 2 && unknown.errorText.contains("there are: closed, filmkeeper"), "\(unknown)")
    let missing = try await program.run("clone", "no.yml")
    #expect(missing.status == 2, "\(missing)")
  }

  /// Every seed can be read, and names an upstream and an address for each clone.
  @Test func everySeedIsAFamilyFile() async throws {
    let seeds = Fixture.root.deletingLastPathComponent().appending(path: "seeds")
    let files = try FileManager.default.contentsOfDirectory(atPath: seeds.path(percentEncoded: false))
    let program = try Program()
    for file in files.sorted() where file.hasSuffix(".yml") {
      let path = seeds.appending(path: file).path(percentEncoded: false)
      let outcome = try await program.run("clone", path, "--only", "none")
      #expect(outcome.status == 2 && outcome.errorText.contains("no member none"), "\(outcome)")
    }
    #expect(files.count { $0.hasSuffix(".yml") } > 30)
  }
}
