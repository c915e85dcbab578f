import Foundation
import Git
import GitValues
import Portrait
import Testing

@Suite struct PortraitReaderTests {
  /// A repository made by the git program, gone with the value.
  private final class Folder {
    let path: String

    init() throws {
      path = NSTemporaryDirectory() + "/portrait-" + UUID().uuidString
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try git("init", "-q")
    }

    deinit {
      do { try FileManager.default.removeItem(atPath: path) } catch {}
    }

    func write(_ name: String, _ text: String) throws {
      let file = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    func git(_ arguments: String...) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["git", "-c", "user.name=A", "-c", "user.email=a@b", "-C", path] + arguments
      process.environment = [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "GIT_CONFIG_GLOBAL": "/dev/null",
      ]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "git \(arguments)")
    }

    func portrait() throws -> Portrait {
      try git("add", "-A")
      try git("commit", "-q", "-m", "x")
      let repository = try Repository(at: path)
      let commit = try repository.objects.commit(try repository.commit(revision: "HEAD"))
      return try PortraitReader(objects: repository.objects).portrait(of: commit.tree)
    }
  }

  @Test func wholeTree() throws {
    let folder = try Folder()
    try folder.write("README.md", "# Pond\n\nPond is a fork of [Lake](https://github.com/w/lake).\n")
    try folder.write("README.zh.md", "# 池塘\n")
    try folder.write("LICENSE", "Mozilla Public License, version 2.0\n")
    try folder.write("setup.py", "setup(name='pond', version='2')\n")
    try folder.write("Cargo.toml", "[package]\nname = \"pond-rs\"\n")
    try folder.write("src/package.json", "{\"name\": \"not-at-the-top\"}")
    let portrait = try folder.portrait()
    let lake = ForkStatement.Project(name: "Lake", repository: "w/lake")
    #expect(
      portrait
        == Portrait(
          title: "Pond",
          describes: "Pond is a fork of Lake.",
          readmePath: RepoPath("README.md"),
          readmeText: "Pond\nPond is a fork of Lake.",
          forkStatements: [ForkStatement(kind: .fork, quote: "Pond is a fork of Lake.", projects: [lake])],
          licence: "MPL-2.0",
          licencePaths: [RepoPath("LICENSE")],
          names: [
            DeclaredName(kind: .cargo, path: RepoPath("Cargo.toml"), name: "pond-rs"),
            DeclaredName(kind: .python, path: RepoPath("setup.py"), name: "pond", version: "2"),
          ]
        )
    )
  }

  @Test func emptyTreeSaysNothing() throws {
    let folder = try Folder()
    try folder.write("src/main.c", "int main;\n")
    #expect(try folder.portrait() == Portrait())
  }

  @Test func readmeInDocsAndLicencesByName() throws {
    let folder = try Folder()
    try folder.write("docs/README.rst", "Pond\n====\n\nPond is a small store.\n")
    try folder.write("LICENSES/MIT.txt", "x\n")
    try folder.write("LICENSES/CC0-1.0.txt", "y\n")
    let portrait = try folder.portrait()
    #expect(portrait.readmePath == RepoPath("docs/README.rst"))
    #expect(portrait.title == "Pond")
    #expect(portrait.licence == "CC0-1.0 AND MIT")
  }

  @Test func linkedReadmeIsFollowedInsideTheTree() throws {
    let folder = try Folder()
    try folder.write("docs/index.md", "# Pond\n")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/README.md", withDestinationPath: "docs/index.md")
    #expect(try folder.portrait().readmePath == RepoPath("docs/index.md"))
  }

  @Test func linkOutOfTheTreeIsNotFollowed() throws {
    let folder = try Folder()
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/README.md", withDestinationPath: "/etc/passwd")
    #expect(try folder.portrait() == Portrait())
  }

  @Test func missingAndLargeFilesAreNamed() throws {
    let folder = try Folder()
    try folder.write("README.md", "# Pond\n")
    try folder.write("package.json", "{\"name\": \"" + String(repeating: "a", count: 1 << 20) + "\"}")
    _ = try folder.portrait()
    // As in a partial clone: the README's blob is gone.
    let objects = folder.path + "/.git/objects"
    let repository = try Repository(at: folder.path)
    let tree = try repository.objects.commit(try repository.commit(revision: "HEAD")).tree
    let file = try #require(try TreeReader(repository.objects).file(at: RepoPath("README.md"), of: tree))
    let id = "\(file.blob)"
    try FileManager.default.removeItem(atPath: objects + "/" + id.prefix(2) + "/" + id.dropFirst(2))
    let portrait = try PortraitReader(objects: try Repository(at: folder.path).objects).portrait(of: tree)
    #expect(portrait.title == nil)
    #expect(portrait.notRead.map(\.path) == [RepoPath("README.md"), RepoPath("package.json")])
  }
}
