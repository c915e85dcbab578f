import FixtureSupport
import Foundation
import Git
import GitValues
import Testing

@Suite struct LayoutTests {
  @Test func bareAndNot() throws {
    let folder = try TemporaryFolder()
    let history = RandomHistory(seed: 1, commits: 5)
    try history.write(to: folder.url.appending(path: "bare"), bare: true)
    try history.write(to: folder.url.appending(path: "work"), bare: false)
    let bare = try RepositoryLayout(at: folder.path("bare"))
    #expect(
      bare.workTree == nil && bare.gitDirectory == folder.path("bare") && bare.commonDirectory == bare.gitDirectory
    )
    let work = try RepositoryLayout(at: folder.path("work"))
    #expect(work.workTree == folder.path("work") && work.gitDirectory == folder.path("work/.git"))
    #expect(try RepositoryLayout(at: folder.path("work/.git")).workTree == nil)
    for layout in [bare, work] {
      let repository = try Repository(layout)
      #expect(try repository.commit(revision: "HEAD") == repository.commit(revision: "refs/heads/upstream"))
    }
  }

  @Test func aWorktreeHasItsOwnHeadAndTheSameStore() throws {
    let built = try Fixture.named("worktrees").build()
    let main = try Repository(at: built.clone("turbine").path())
    let linked = try Repository(at: built.clone("turbine-topic").path())
    #expect(linked.layout.commonDirectory == main.layout.commonDirectory)
    #expect(linked.layout.gitDirectory != main.layout.gitDirectory && linked.layout.objects == main.layout.objects)
    #expect(try linked.head() == .branch(RefName("refs/heads/topic"), main.commit(revision: "topic")))
    #expect(try main.head() == .branch(RefName("refs/heads/main"), main.commit(revision: "main")))
  }

  @Test func aGitFileIsFollowed() throws {
    let built = try Fixture.named("worktrees").build()
    let layout = try RepositoryLayout(at: built.clone("windmill").path())
    #expect(layout.gitDirectory.hasSuffix("/windmill.store") && layout.workTree?.hasSuffix("/windmill") == true)
    #expect(
      try Repository(layout).commit(revision: "HEAD") == Repository(at: layout.gitDirectory).commit(revision: "main")
    )
  }

  @Test(arguments: [("gitdir: nowhere\n", true), ("something else\n", false), ("", false)])
  func aGitFileThatLeadsNowhere(text: String, isPointer: Bool) throws {
    let folder = try TemporaryFolder()
    try Data(text.utf8).write(to: folder.url.appending(path: ".git"))
    let error = #expect(throws: GitError.self) { try RepositoryLayout(at: folder.path("")) }
    #expect(error?.kind == (isPointer ? .notARepository : .corrupt))
  }

  @Test func otherFoldersAreNoRepositories() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path(""), folder.path("missing")] {
      let error = #expect(throws: GitError.self) { try Repository(at: path) }
      #expect(error?.kind == .notARepository && error?.hint != nil)
    }
    let small = try SmallRepository()
    try FileManager.default.removeItem(at: small.folder.appending(path: ".git/HEAD"))
    let error = #expect(throws: GitError.self) { try Repository(at: small.path) }
    #expect(error?.kind == .corrupt)
  }

  @Test func borrowedObjectsAreSeenAndMissingStoresNamed() throws {
    let built = try Fixture.named("alternates").build()
    let repository = try Repository(at: built.clone("turbine").path())
    let upstream = try Repository(at: built.clone("engine").path()).commit(revision: "main")
    #expect(repository.objects.contains(upstream))
    #expect(try repository.layout.missingAlternates().isEmpty)
    try FileManager.default.removeItem(at: built.clone("engine"))
    let lonely = try Repository(at: built.clone("turbine").path())
    #expect(try lonely.layout.missingAlternates() == ["../../../engine/.git/objects"])
    let error = #expect(throws: GitError.self) { try lonely.objects.commit(upstream) }
    #expect(error?.kind == .notFound)
  }

  @Test func headIsUnbornDetachedOrABranch() throws {
    let small = try SmallRepository()
    #expect(try Repository(at: small.path).head() == .unborn(RefName("refs/heads/main")))
    let commit = try small.commit()
    try small.git("update-ref", "refs/heads/main", commit)
    let id = try #require(CommitID(hex: commit))
    #expect(try Repository(at: small.path).head() == .branch(RefName("refs/heads/main"), id))
    try small.git("update-ref", "--no-deref", "HEAD", commit)
    #expect(try Repository(at: small.path).head() == .detached(id))
  }
}
