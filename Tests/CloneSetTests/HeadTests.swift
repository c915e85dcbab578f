import CloneSet
import Git
import GitValues
import Testing

@Suite struct HeadTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  private func names(_ references: [PinnedReference]) -> [String] { references.map(\.name.text) }

  @Test func headOfABareCloneIsItsBranch() throws {
    let commit = try sandbox.repository("seed", branch: "unstable")
    try sandbox.git(".", "clone", "-q", "--bare", "seed", "bare.git")
    let clone = try sandbox.clone("bare.git")
    #expect(
      clone.head == ChosenHead(reference: RefName("refs/heads/unstable"), commit: commit, rule: .symbolicHead)
    )
    #expect(clone.isBare)
    #expect(clone.head.note == nil && clone.problems.isEmpty)
  }

  @Test func remoteHeadWinsInACloneWithAWorkTree() throws {
    let upstream = try sandbox.repository("seed", branch: "unstable")
    try sandbox.git("seed", "branch", "release")
    try sandbox.git(".", "clone", "-q", "seed", "work")
    try sandbox.git("work", "checkout", "-q", "-b", "mine")
    let mine = try sandbox.commit("work", ["mine": "1"])
    let clone = try sandbox.clone("work")
    #expect(
      clone.head
        == ChosenHead(reference: RefName("refs/remotes/origin/unstable"), commit: upstream, rule: .remoteHead)
    )
    #expect(names(clone.branches) == ["refs/remotes/origin/release", "refs/remotes/origin/unstable"])
    #expect(clone.localBranches == [PinnedReference(name: RefName("refs/heads/mine"), commit: mine)])
    #expect(clone.origin == sandbox.path + "/seed")
    #expect(clone.asOf == sandbox.date - 86_400)
  }

  @Test func remoteHeadThatLeadsNowhereIsSaid() throws {
    try sandbox.repository("seed")
    try sandbox.git(".", "clone", "-q", "seed", "work")
    try sandbox.git("work", "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone")
    let clone = try sandbox.clone("work")
    #expect(clone.head.reference?.text == "refs/heads/main")
    #expect(clone.head.rule == .symbolicHead)
    #expect(clone.problems.map(\.why).contains { $0.contains("refs/remotes/origin/gone, which does not exist") })
  }

  @Test func onlyRemoteCountsWhateverItsName() throws {
    try sandbox.repository("seed")
    try sandbox.git(".", "clone", "-q", "-o", "there", "seed", "work")
    let clone = try sandbox.clone("work")
    #expect(names(clone.branches) == ["refs/remotes/there/main"])
    #expect(clone.head.rule == .remoteHead)
  }

  @Test func originWinsOverOtherRemotes() throws {
    try sandbox.repository("seed")
    try sandbox.git(".", "clone", "-q", "seed", "work")
    try sandbox.git("work", "update-ref", "refs/remotes/another/topic", "HEAD")
    try sandbox.git("work", "symbolic-ref", "refs/remotes/another/HEAD", "refs/remotes/another/topic")
    #expect(names(try sandbox.clone("work").branches) == ["refs/remotes/origin/main"])
  }

  @Test func bareCloneKeepsItsOwnBranches() throws {
    try sandbox.repository("seed")
    try sandbox.git(".", "clone", "-q", "--bare", "seed", "bare.git")
    try sandbox.git("bare.git", "update-ref", "refs/remotes/origin/other", "HEAD")
    let clone = try sandbox.clone("bare.git")
    #expect(names(clone.branches) == ["refs/heads/main"])
    #expect(clone.localBranches.isEmpty)
  }

  @Test func unbornHeadFallsBackOnKnownNames() throws {
    let first = try sandbox.repository("work", branch: "trunk")
    try sandbox.git("work", "checkout", "-q", "-b", "newest")
    try sandbox.commit("work")
    try sandbox.git("work", "symbolic-ref", "HEAD", "refs/heads/gone")
    let clone = try sandbox.clone("work")
    #expect(
      clone.head
        == ChosenHead(
          reference: RefName("refs/heads/trunk"),
          commit: first,
          rule: .unbornHeadFallback(missing: RefName("refs/heads/gone"))
        )
    )
    #expect(clone.head.note == "HEAD names refs/heads/gone, which does not exist; refs/heads/trunk was taken")
    #expect(clone.problems.map(\.why) == [try #require(clone.head.note)])
    for preferred in ["master", "main"] {
      try sandbox.git("work", "branch", preferred, "newest")
      #expect(try sandbox.clone("work").head.reference?.text == "refs/heads/" + preferred)
    }
  }

  @Test func unbornHeadFallsBackOnTheNewestBranch() throws {
    try sandbox.repository("work", branch: "a")
    try sandbox.git("work", "checkout", "-q", "-b", "z")
    let newest = try sandbox.commit("work")
    try sandbox.git("work", "branch", "y")
    try sandbox.git("work", "symbolic-ref", "HEAD", "refs/heads/gone")
    let head = try sandbox.clone("work").head
    #expect(head.reference?.text == "refs/heads/y")
    #expect(head.commit == newest)
  }

  @Test func unbornHeadInACloneOfBranchesTakesTheRemotes() throws {
    let commit = try sandbox.repository("seed", branch: "develop")
    try sandbox.repository("work", branch: "gone")
    try sandbox.git("work", "fetch", "-q", "../seed", "develop:refs/remotes/origin/develop")
    try sandbox.git("work", "symbolic-ref", "HEAD", "refs/heads/unborn")
    let head = try sandbox.clone("work").head
    #expect(head.reference?.text == "refs/remotes/origin/develop")
    #expect(head.commit == commit)
  }

  @Test func onlyTagsAreStillCommits() throws {
    let commit = try sandbox.repository("work")
    try sandbox.git("work", "tag", "-a", "-m", "tag", "v1")
    try sandbox.git("work", "symbolic-ref", "HEAD", "refs/heads/gone")
    try sandbox.git("work", "branch", "-q", "-D", "main")
    let clone = try sandbox.clone("work")
    #expect(clone.head.reference?.text == "refs/tags/v1")
    #expect(clone.head.commit == commit)
  }

  @Test func cloneWithoutCommitsIsEmpty() throws {
    try sandbox.makeFolder("empty")
    try sandbox.git("empty", "init", "-q")
    let clone = try sandbox.reason("empty")
    #expect(clone.reason == .empty)
    #expect(clone.asOf == nil)
    #expect(
      clone.problems.map(\.description) == [
        "empty: not analysed: it has no commits; fetch into it, or leave it out"
      ]
    )
  }

  @Test func detachedHeadIsTheCommit() throws {
    let first = try sandbox.repository("work")
    try sandbox.commit("work")
    try sandbox.git("work", "checkout", "-q", "--detach", "\(first)")
    let clone = try sandbox.clone("work")
    #expect(clone.head == ChosenHead(reference: nil, commit: first, rule: .detached))
    #expect(clone.head.note == "HEAD is detached at \(first)")
  }

  @Test func worktreeHasItsOwnHead() throws {
    try sandbox.repository("work")
    try sandbox.git("work", "worktree", "add", "-q", "-b", "side", "../tree")
    let side = try sandbox.commit("tree")
    let clone = try sandbox.clone("tree")
    #expect(clone.head == ChosenHead(reference: RefName("refs/heads/side"), commit: side, rule: .symbolicHead))
  }

  @Test func headThatIsMissingIsTheReason() throws {
    try sandbox.repository("work")
    let second = try sandbox.commit("work")
    try sandbox.git("work", "branch", "other", "HEAD~1")
    try sandbox.removeObject("work", second)
    let clone = try sandbox.reason("work")
    guard case .unreadable(let error) = clone.reason else {
      Issue.record("\(clone.reason)")
      return
    }
    #expect(error.kind == .notFound)
    #expect(clone.asOf == sandbox.date - 2 * 86_400)
    #expect(clone.problems.first?.description.hasPrefix("work: not analysed: ") == true)
  }

  @Test func headWhoseFileIsEmptyIsTheReason() throws {
    try sandbox.repository("work")
    try sandbox.git("work", "branch", "other")
    try sandbox.write("work/.git/refs/heads/main", "")
    let clone = try sandbox.reason("work")
    guard case .unreadable = clone.reason else {
      Issue.record("\(clone.reason)")
      return
    }
    #expect(clone.problems.map(\.what) == ["not analysed", "refs/heads/main is left out"])
  }

  @Test func namesThatAreNotTextAreKept() throws {
    try sandbox.repository("work")
    let id = try sandbox.id("work", "HEAD")
    let name = Array("refs/heads/caf".utf8) + [0xe9]
    // A packed reference: not every file system takes such a file name.
    let packed = Array("# pack-refs with: peeled fully-peeled sorted \n\(id) ".utf8) + name + [UInt8(ascii: "\n")]
    try sandbox.write("work/.git/packed-refs", packed)
    try sandbox.write("work/.git/HEAD", Array("ref: ".utf8) + name + [UInt8(ascii: "\n")])
    let clone = try sandbox.clone("work")
    #expect(clone.head == ChosenHead(reference: RefName(bytes: name), commit: id, rule: .symbolicHead))
    #expect(clone.branches.map(\.name) == [RefName(bytes: name), RefName("refs/heads/main")])
  }

  @Test func headThatIsNoReferenceIsTheReason() throws {
    try sandbox.repository("work")
    try sandbox.write("work/.git/HEAD", "junk\n")
    guard case .unreadable = try sandbox.reason("work").reason else {
      Issue.record("a broken HEAD was read")
      return
    }
  }
}
