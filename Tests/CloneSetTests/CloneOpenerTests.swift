import CloneSet
import Foundation
import Git
import GitValues
import Testing

@Suite struct CloneOpenerTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  private func names(_ references: [PinnedReference]) -> [String] { references.map(\.name.text) }

  @Test func referencesArePinnedInGroups() throws {
    let first = try sandbox.repository("work")
    let second = try sandbox.commit("work")
    try sandbox.git("work", "branch", "a/b", "HEAD~1")
    try sandbox.git("work", "tag", "light")
    try sandbox.git("work", "tag", "-a", "-m", "x", "v1", "HEAD~1")
    try sandbox.git("work", "tag", "-a", "-m", "x", "twice", "v1")
    try sandbox.git("work", "tag", "tree", "HEAD^{tree}")
    try sandbox.git("work", "tag", "-a", "-m", "x", "blob", "HEAD:README")
    try sandbox.git("work", "update-ref", "refs/notes/commits", "HEAD")
    for reference in [
      "refs/pull/1/head", "refs/merge-requests/2/head", "refs/pull-requests/3/from", "refs/changes/04/4/1",
    ] {
      try sandbox.git("work", "update-ref", reference, "HEAD")
    }
    let clone = try sandbox.clone("work")
    #expect(
      clone.branches == [
        PinnedReference(name: RefName("refs/heads/a/b"), commit: first),
        PinnedReference(name: RefName("refs/heads/main"), commit: second),
      ]
    )
    #expect(names(clone.tags) == ["refs/tags/light", "refs/tags/twice", "refs/tags/v1"])
    #expect(clone.tags.map(\.commit) == [second, first, first])
    #expect(clone.pullRequests.isEmpty && clone.problems.isEmpty)
    try sandbox.git("work", "pack-refs", "--all")
    let packed = try sandbox.clone("work", pullRequests: true)
    #expect(packed.branches == clone.branches && packed.tags == clone.tags)
    #expect(packed.missingTips == 0)
    #expect(
      names(packed.pullRequests) == [
        "refs/changes/04/4/1", "refs/merge-requests/2/head", "refs/pull-requests/3/from", "refs/pull/1/head",
      ]
    )
  }

  @Test func brokenReferencesAreNamedAndLeftOut() throws {
    try sandbox.repository("work")
    let gone = try sandbox.commit("work")
    try sandbox.git("work", "tag", "-a", "-m", "x", "lost")
    try sandbox.git("work", "update-ref", "refs/heads/stale", "HEAD")
    try sandbox.git("work", "reset", "-q", "--hard", "HEAD~1")
    let tag = try sandbox.git("work", "rev-parse", "refs/tags/lost")
    try sandbox.remove("work/.git/objects/\(tag.prefix(2))/\(tag.dropFirst(2))")
    try sandbox.removeObject("work", gone)
    try sandbox.write("work/.git/refs/heads/garbage", "no id\n")
    let clone = try sandbox.clone("work")
    #expect(names(clone.branches) == ["refs/heads/main", "refs/heads/stale"])
    #expect(clone.tags.isEmpty)
    #expect(clone.problems.map(\.what) == ["refs/heads/garbage is left out", "refs/tags/lost is left out"])
    #expect(clone.missingTips == 1)
    #expect(clone.asOf == sandbox.date - 2 * 86_400)
    #expect(clone.problems.allSatisfy { !$0.description.contains("\n") })
  }

  @Test func datesInTheFutureAreNotBelieved() throws {
    try sandbox.repository("work")
    let now = sandbox.date
    let second = try sandbox.commit("work")
    sandbox.date = 3_900_000_000
    try sandbox.git("work", "checkout", "-q", "-b", "future")
    try sandbox.commit("work")
    try sandbox.git("work", "tag", "known", "\(second)")
    #expect(try sandbox.clone("work", now: now).asOf == now)
    #expect(try sandbox.clone("work", now: now - 1).asOf == nil)
    #expect(try sandbox.clone("work", now: 3_900_000_000).asOf == 3_900_000_000)
  }

  @Test func shallowPartialAndReplacedAreSeen() throws {
    try sandbox.repository("seed")
    let second = try sandbox.commit("seed", ["file": "2"])
    let third = try sandbox.commit("seed", ["file": "3"])
    try sandbox.git("seed", "config", "uploadpack.allowFilter", "true")
    let address = "file://" + sandbox.path + "/seed"
    try sandbox.git(".", "clone", "-q", "--depth", "2", address, "shallow")
    try sandbox.git(".", "clone", "-q", "--bare", "--filter=blob:none", address, "partial")
    let shallow = try sandbox.clone("shallow")
    #expect(shallow.isShallow && !shallow.isPartial)
    #expect(shallow.shallowBoundary == [second])
    #expect(shallow.replacements.isEmpty)
    let partial = try sandbox.clone("partial")
    #expect(partial.isPartial && !partial.isShallow)
    #expect(partial.problems.isEmpty)
    try sandbox.git("seed", "replace", "\(third)", "\(second)")
    #expect(try sandbox.clone("seed").replacements == [third: second])
  }

  @Test func damagedShallowListIsSaid() throws {
    try sandbox.repository("work")
    try sandbox.write("work/.git/shallow", "junk\n")
    let clone = try sandbox.clone("work")
    #expect(!clone.isShallow)
    #expect(clone.problems.map(\.why) == ["`junk` is no id"])
  }

  @Test func missingAlternateIsSaid() throws {
    try sandbox.repository("work")
    try sandbox.write("work/.git/objects/info/alternates", "/nowhere/objects\n")
    #expect(try sandbox.clone("work").problems.map(\.why) == ["it borrows from /nowhere/objects, which is not there"])
    try sandbox.repository("seed")
    try sandbox.git(".", "clone", "-q", "--shared", "seed", "borrower")
    try sandbox.remove("seed")
    let borrower = try sandbox.reason("borrower")
    guard case .unreadable = borrower.reason else {
      Issue.record("\(borrower.reason)")
      return
    }
    #expect(borrower.problems.contains { $0.what == "objects may be missing" })
  }

  @Test func originHasNoCredentials() throws {
    try sandbox.repository("work")
    try sandbox.git("work", "remote", "add", "origin", "https://user:secret@host.example/team/tool.git")
    let clone = try sandbox.clone("work")
    #expect(clone.origin == "https://host.example/team/tool.git")
    #expect(clone.nameParts.fullName == "team/tool")
  }

  @Test func damagedPackedReferencesAreTheReason() throws {
    try sandbox.repository("work")
    try sandbox.write("work/.git/packed-refs", "junk\n")
    guard case .unreadable = try sandbox.reason("work").reason else {
      Issue.record("damaged packed-refs were read")
      return
    }
  }

  @Test(arguments: [1, 2, 5])
  func manyAreOpenedInOrder(jobs: Int) async throws {
    for name in ["c", "a", "b", "d"] { try sandbox.repository("set/" + name) }
    try sandbox.makeFolder("set/aa")
    try sandbox.git("set/aa", "init", "-q")
    let found = sandbox.find("set")
    let opened = await CloneOpener(now: 4_000_000_000).open(found.clones.reversed(), jobs: jobs)
    #expect(opened.map(\.path) == ["set/a", "set/aa", "set/b", "set/c", "set/d"])
    #expect(opened.map { $0.clone == nil } == [false, true, false, false, false])
  }

  @Test func openingChangesNothing() throws {
    try sandbox.repository("work")
    try sandbox.commit("work", ["file": "x"])
    let files = { try FileManager.default.subpathsOfDirectory(atPath: sandbox.path + "/work").sorted() }
    let before = try files()
    _ = try sandbox.clone("work")
    #expect(try files() == before)
  }
}
