import CloneSet
import Git
import Testing

@Suite struct CloneFinderTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  @Test func findsEveryFormInOrder() throws {
    try sandbox.repository("set/b")
    try sandbox.repository("set/b/deep/er/nested")
    try sandbox.git(".", "clone", "-q", "--bare", "set/b", "set/a.git")
    try sandbox.git(".", "clone", "-q", "--bare", "set/b", "set/own+name/repo")
    try sandbox.git(".", "init", "-q", "--separate-git-dir", sandbox.path + "/away", "set/c")
    let found = sandbox.find("set")
    #expect(found.clones.map(\.path) == ["set/a.git", "set/b", "set/b/deep/er/nested", "set/c", "set/own+name/repo"])
    #expect(found.clones.map { $0.layout.workTree == nil } == [true, false, false, false, true])
    #expect(found.clones[3].layout.gitDirectory == sandbox.path + "/away")
    #expect(found.problems.isEmpty && found.unreadable.isEmpty && found.duplicates.isEmpty)
  }

  @Test func submoduleIsACloneOfItsOwn() throws {
    try sandbox.repository("library")
    try sandbox.repository("set/app")
    try sandbox.git(
      "set/app",
      "-c",
      "protocol.file.allow=always",
      "submodule",
      "add",
      "-q",
      "../../library",
      "deps/lib"
    )
    #expect(sandbox.find("set").clones.map(\.path) == ["set/app", "set/app/deps/lib"])
  }

  @Test(arguments: [
    ("set", "set/one"), ("./set/", "./set/one"), (".", "set/one"), ("set/one", "set/one"),
    ("set/one/.git", "set/one/.git"),
    ("set/../set", "set/../set/one"),
  ])
  func pathsAreShownAsTheyWereWritten(given: String, shown: String) throws {
    try sandbox.repository("set/one")
    let found = sandbox.find(given)
    #expect(found.clones.map(\.path) == [shown])
    #expect(found.clones.first?.layout.workTree == sandbox.path + "/set/one")
    #expect(found.clones.first?.nameParts.name == "one")
    #expect(sandbox.find(sandbox.path + "/set").clones.map(\.path) == [sandbox.path + "/set/one"])
  }

  @Test func worktreeIsADuplicateOfTheMainOne() throws {
    try sandbox.repository("set/main")
    try sandbox.git("set/main", "worktree", "add", "-q", "--detach", "../a-worktree")
    try sandbox.git("set/main", "worktree", "add", "-q", "--detach", "inside")
    let found = sandbox.find("set")
    #expect(found.clones.map(\.path) == ["set/main"])
    #expect(found.duplicates.map(\.path) == ["set/a-worktree", "set/main/inside"])
    #expect(found.duplicates.allSatisfy { $0.original == "set/main" })
  }

  @Test func worktreesWithoutTheMainOneCountOnce() throws {
    try sandbox.repository("away")
    try sandbox.makeFolder("set")
    try sandbox.git("away", "worktree", "add", "-q", "--detach", "../set/two")
    try sandbox.git("away", "worktree", "add", "-q", "--detach", "../set/one")
    let found = sandbox.find("set")
    #expect(found.clones.map(\.path) == ["set/one"])
    #expect(found.duplicates == sandbox.find("set", "set").duplicates)
    #expect(found.duplicates.map(\.path) == ["set/two"])
  }

  @Test func bareStoreWithAFileBesideIsOneClone() throws {
    try sandbox.repository("seed")
    try sandbox.git(".", "clone", "-q", "--bare", "seed", "set/project/.bare")
    try sandbox.write("set/project/.git", "gitdir: ./.bare\n")
    let found = sandbox.find("set")
    #expect(found.clones.map(\.path) == ["set/project"])
    #expect(found.duplicates.map(\.path) == ["set/project/.bare"])
  }

  @Test func overlappingPathsGiveOneEntry() throws {
    try sandbox.repository("set/one")
    let found = sandbox.find("set", "set/one", "set/")
    #expect(found.clones.map(\.path) == ["set/one"])
    #expect(found.duplicates.isEmpty)
    let absolute = sandbox.find("set", sandbox.path + "/set/one")
    #expect(absolute.clones.map(\.path) == [sandbox.path + "/set/one"])
    #expect(absolute.duplicates.map(\.path) == ["set/one"])
  }

  @Test func linksAreNotFollowed() throws {
    try sandbox.repository("outside/secret")
    try sandbox.repository("set/one")
    try sandbox.link("set/out", to: sandbox.path + "/outside")
    try sandbox.link("set/again", to: "one")
    try sandbox.link("set/loop", to: ".")
    let found = sandbox.find("set")
    #expect(found.clones.map(\.path) == ["set/one"])
    #expect(found.duplicates.isEmpty && found.problems.isEmpty)
    // A given path may be a link.
    #expect(sandbox.find("set/out").clones.map(\.path) == ["set/out/secret"])
  }

  @Test func gitFolderThatIsALinkOutIsNotFollowed() throws {
    try sandbox.repository("outside/secret")
    try sandbox.makeFolder("set/trap")
    try sandbox.link("set/trap/.git", to: sandbox.path + "/outside/secret/.git")
    let found = sandbox.find("set")
    #expect(found.clones.isEmpty)
    #expect(found.unreadable.map(\.path) == ["set/trap"])
  }

  @Test func gitDirectoryIsNotEntered() throws {
    try sandbox.repository("set/one")
    try sandbox.repository("set/one/.git/hidden")
    try sandbox.git(".", "clone", "-q", "--bare", "set/one", "set/bare.git")
    try sandbox.repository("set/bare.git/modules/hidden")
    #expect(sandbox.find("set").clones.map(\.path) == ["set/bare.git", "set/one"])
  }

  @Test func pathWithoutCloneIsOneLine() throws {
    try sandbox.makeFolder("empty/folder")
    try sandbox.write("file", "")
    let found = sandbox.find("missing", "empty", "file")
    #expect(found.problems.map(\.path) == ["empty", "file", "missing"])
    #expect(
      found.problems.map(\.description) == [
        "empty: nothing to analyse: there is no git clone in this folder; "
          + "give the folder of a clone, or a folder that holds clones",
        "file: cannot be scanned: it is a file, not a folder; "
          + "give the folder of a clone, or a folder that holds clones",
        "missing: cannot be scanned: there is nothing at this path; "
          + "give the folder of a clone, or a folder that holds clones",
      ]
    )
  }

  @Test func cloneThatCannotBeOpenedIsNamed() throws {
    try sandbox.repository("set/good")
    try sandbox.repository("set/future")
    try sandbox.git("set/future", "config", "core.repositoryFormatVersion", "9")
    try sandbox.write("set/dangling/.git", "gitdir: ../nowhere\n")
    let found = sandbox.find("set")
    #expect(found.clones.map(\.path) == ["set/good"])
    #expect(found.unreadable.map(\.path) == ["set/dangling", "set/future"])
    #expect(found.unreadable[1].description.contains("repository format is version 9"))
    #expect(found.problems.isEmpty)
  }

  @Test func limitIsReportedAndDeepestIsLeftOut() throws {
    try sandbox.repository("set/near")
    try sandbox.repository("set/z/far/away/one")
    #expect(sandbox.find("set", limit: 100).clones.map(\.path) == ["set/near", "set/z/far/away/one"])
    let found = sandbox.find("set", limit: 4)
    #expect(found.clones.map(\.path) == ["set/near"])
    #expect(found.problems.map(\.what) == ["was scanned in part"])
    #expect(found.visitedFolders == 4)
  }
}
