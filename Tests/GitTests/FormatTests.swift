import FixtureSupport
import Foundation
import Git
import GitValues
import Testing

/// Formats that can be read, formats that cannot, and what a clone's configuration may not do.
@Suite struct FormatTests {
  static let refused: [(String, String)] = [
    ("[extensions]\n\tobjectFormat = sha256\n", "SHA-256 object ids"),
    ("[Extensions]\n\tREFSTORAGE = \"reftable\"\n", "reftable references"),
    ("[extensions]\n\tnextBigThing = yes\n", "extension nextbigthing"),
    ("[core]\n\trepositoryformatversion = 2\n", "repository format 2"),
  ]

  @Test(arguments: refused) func unknownFormatsAreNamed(text: String, reason: String) throws {
    let small = try SmallRepository()
    try small.configure("[core]\n\trepositoryformatversion = 1\n" + text)
    let error = #expect(throws: GitError.self) { try Repository(at: small.path) }
    #expect(error?.kind == .unsupported(reason) && error?.hint != nil)
    #expect(error?.description.contains(small.path) == true)
  }

  @Test func aRepositoryThatGitMadeWithSHA256IsNamed() throws {
    let small = try SmallRepository("--object-format=sha256")
    let error = #expect(throws: GitError.self) { try Repository(at: small.path) }
    #expect(error?.kind == .unsupported("SHA-256 object ids"))
  }

  @Test(arguments: ["partialClone = origin", "worktreeConfig", "preciousObjects = true", "objectFormat = sha1"])
  func harmlessExtensionsAreAccepted(line: String) throws {
    let small = try SmallRepository()
    try small.configure("[core]\n\trepositoryformatversion = 1\n[extensions]\n\t\(line)\n")
    let repository = try Repository(at: small.path)
    #expect(repository.layout.configuration.isPartial == line.hasPrefix("partialClone"))
  }

  @Test func versionZeroHasNoExtensions() throws {
    let small = try SmallRepository()
    try small.configure("[extensions]\n\tnextBigThing = yes\n")
    #expect(throws: Never.self) { try Repository(at: small.path) }
  }

  @Test func theAddressIsReadWithoutItsPassword() throws {
    let small = try SmallRepository()
    try small.configure("[remote \"origin\"]\n\turl = https://me:secret@example.org/a@b/c # why\n")
    #expect(try RepositoryLayout(at: small.path).configuration.origin == "https://example.org/a@b/c")
  }

  /// What an included file says would refuse the clone; what else is there would run programs.
  @Test func nothingOfAConfigurationIsObeyed() throws {
    let small = try SmallRepository()
    let base = try small.commit(["a.txt": "1\n", ".gitattributes": "*.txt diff=evil merge=evil filter=evil\n"])
    let ours = try small.commit(["a.txt": "2\n", ".gitattributes": "*.txt diff=evil merge=evil\n"], parents: [base])
    let theirs = try small.commit(["a.txt": "3\n"], parents: [base])
    try small.git("update-ref", "refs/heads/main", ours)
    let mark = small.folder.appending(path: "ran")
    let run = "touch \(mark.path())"
    let hostile = small.folder.appending(path: "hostile")
    try Data("[core]\n\trepositoryformatversion = 99\n[remote \"origin\"]\n\turl = https://evil.example/x\n".utf8)
      .write(to: hostile)
    try small.configure(
      """
      [include]
      \tpath = \(hostile.path())
      [includeIf "gitdir:**"]
      \tpath = \(hostile.path())
      [core]
      \tfsmonitor = \(run)
      \thooksPath = \(small.path)
      \tattributesFile = \(hostile.path())
      \tworktree = /nonexistent
      [diff "evil"]
      \ttextconv = \(run)
      \tcommand = \(run)
      [merge "evil"]
      \tdriver = \(run)
      [filter "evil"]
      \tsmudge = \(run)
      \tclean = \(run)

      """
    )
    let before = try FolderChecksum(of: small.folder)
    let repository = try Repository(at: small.path)
    #expect(repository.layout.configuration.origin == nil)
    let trees = try [base, ours, theirs].map { try repository.objects.commit(try #require(CommitID(hex: $0))).tree }
    #expect(try repository.patchID(from: trees[0], to: trees[1]) != nil)
    #expect(try repository.merge(base: trees[0], ours: trees[1], theirs: trees[2]).conflicts.count == 2)
    #expect(try repository.references { _ in true }.references.count == 1)
    #expect(try FolderChecksum(of: small.folder).differences(from: before).isEmpty)
  }

  @Test func sessionsLeaveNoFolderBehind() throws {
    let small = try SmallRepository()
    var repository: Repository? = try Repository(at: small.path)
    let objects = try #require(repository?.layout.objects)
    #expect(try scratchFolders(linkingTo: objects) == 1)
    repository = nil
    #expect(try scratchFolders(linkingTo: objects) == 0)
    // A session that cannot be opened leaves none either.
    try FileManager.default.removeItem(atPath: objects + "/../HEAD")
    try FileManager.default.createDirectory(atPath: objects + "/../HEAD", withIntermediateDirectories: false)
    #expect(throws: GitError.self) { try Repository(at: small.path) }
    #expect(try scratchFolders(linkingTo: objects) == 0)
  }

  private func scratchFolders(linkingTo objects: String) throws -> Int {
    let place = NSTemporaryDirectory()
    return try FileManager.default.contentsOfDirectory(atPath: place).count { name in
      guard name.hasPrefix("forkscape-") else { return false }
      do {
        return try FileManager.default.destinationOfSymbolicLink(atPath: "\(place)/\(name)/objects") == objects
      } catch {
        return false
      }
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a clone away"))
  func aCloneOfAnotherUserIsRead() throws {
    let small = try SmallRepository()
    try small.git("update-ref", "refs/heads/main", try small.commit())
    try #require(Shell.run(["chown", "-R", "12345:12345", small.path], in: small.folder).exitCode == 0)
    #expect(try GitProgram(small.folder).run(["rev-parse", "HEAD"]).exitCode != 0, "git refuses it")
    #expect(throws: Never.self) { try Repository(at: small.path).commit(revision: "HEAD") }
  }
}
