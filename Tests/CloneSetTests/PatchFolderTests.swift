import CloneSet
import Testing

@Suite struct PatchFolderTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  @Test func foldersWithoutGitAreRecognised() throws {
    try sandbox.write("set/deb/debian/patches/series", "a.patch\n")
    try sandbox.write("set/deb/src/main.c", "")
    try sandbox.write("set/rpm/tool.spec", "")
    try sandbox.write("set/rpm/fix.patch", "")
    for name in ["core/a.patch", "core/b.patch", "net/c.patch", "README"] {
      try sandbox.write("set/browser/" + name, "")
    }
    try sandbox.write("set/notes/one.patch", "")
    try sandbox.write("set/notes/spec.spec", "")
    try sandbox.write("set/few/a.patch", "")
    try sandbox.write("set/few/b.patch", "")
    try sandbox.repository("set/clone")
    let found = sandbox.find("set")
    #expect(
      found.patchFolders == [
        PatchFolder(path: "set/browser", kind: .patches), PatchFolder(path: "set/deb", kind: .debian),
        PatchFolder(path: "set/notes", kind: .rpm), PatchFolder(path: "set/rpm", kind: .rpm),
      ]
    )
    #expect(found.clones.map(\.path) == ["set/clone"])
    #expect(found.problems.isEmpty)
  }

  @Test func theLargestFolderOfPatchesIsOneEntry() throws {
    for name in ["x/a.patch", "x/b.patch", "x/c.patch", "y/d.patch", "y/e.patch", "y/f.patch"] {
      try sandbox.write("only/" + name, "")
    }
    #expect(sandbox.find("only").patchFolders == [PatchFolder(path: "only", kind: .patches)])
  }

  @Test func foldersInAWorkTreeBelongToTheClone() throws {
    try sandbox.repository("set/clone")
    try sandbox.write("set/clone/debian/patches/series", "a.patch\n")
    #expect(sandbox.find("set").patchFolders.isEmpty)
  }

  private func kind(_ files: [String]) throws -> UnusableClone.Reason? {
    try sandbox.makeFolder("work")
    try sandbox.git("work", "init", "-q")
    try sandbox.commit("work", Dictionary(uniqueKeysWithValues: files.map { ($0, $0) }))
    guard case .notAnalysed(let clone) = try sandbox.open("work") else { return nil }
    return clone.reason
  }

  @Test func headOfADebianPackage() throws {
    let files = ["debian/control", "debian/rules", "debian/patches/series", "debian/patches/a.patch", "README"]
    #expect(try kind(files) == .patchFolder(.debian))
    let named = try sandbox.reason("work").problems.first?.description
    #expect(named == "work: not analysed: it keeps a downstream as patches (debian/patches/series)")
  }

  @Test func headOfSourcesWithADebianFolder() throws {
    let sources = (0..<8).map { "src/file\($0).c" }
    #expect(try kind(["debian/control", "debian/patches/series", "debian/patches/a.patch"] + sources) == nil)
  }

  @Test func headOfAnRPMPackage() throws {
    #expect(try kind(["tool.spec", "fix.patch", "sources", ".gitignore", "tests/run.sh"]) == .patchFolder(.rpm))
  }

  @Test func headOfSourcesWithASpecFile() throws {
    #expect(try kind(["tool.spec", "fix.patch"] + (0..<20).map { "file\($0).c" }) == nil)
  }

  @Test func headOfPatches() throws {
    #expect(try kind(["patches/a.patch", "patches/b.diff", "patches/c.patch", "build.sh"]) == .patchFolder(.patches))
  }

  @Test func headOfSourcesWithFewPatches() throws {
    #expect(try kind(["patches/a.patch", "patches/b.patch", "README"]) == nil)
  }

  @Test func headThatIsNamedOutrightIsTaken() throws {
    _ = try kind(["a.patch", "b.patch", "c.patch"])
    let side = try PairArgument("work@HEAD", currentFolder: sandbox.path).resolve(currentFolder: sandbox.path)
    let opened = CloneOpener(now: 4_000_000_000).open(side.clone, named: side.head)
    #expect(opened.clone?.head.rule == .named)
  }
}
