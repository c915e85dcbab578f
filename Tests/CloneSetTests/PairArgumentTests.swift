import CloneSet
import Git
import GitValues
import Testing

@Suite struct PairArgumentTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  @Test(
    arguments: [
      ("one", "one", nil), ("one@main", "one", "main"), ("./one/@v1.0", "./one/", "v1.0"),
      ("one@HEAD@{1}", "one", "HEAD@{1}"), ("at@home", "at@home", nil), ("at@home@main", "at@home", "main"),
      ("at@work", "at", "work"), ("main", nil, "main"), ("v1@{0}", nil, "v1@{0}"), ("@", nil, "@"),
      ("missing@main", nil, "missing@main"),
    ] as [(String, String?, String?)]
  )
  func longestPathWins(text: String, path: String?, revision: String?) throws {
    for folder in ["one", "at@home", "at"] { try sandbox.makeFolder(folder) }
    let argument = try PairArgument(text, currentFolder: sandbox.path)
    #expect(argument.path == path)
    #expect(argument.revision == revision)
    #expect(argument.name == nil)
    let named = try PairArgument(named: "team/tool=" + text, currentFolder: sandbox.path)
    #expect(named.path == path && named.revision == revision && named.name == "team/tool")
  }

  @Test func argumentsThatSayTooLittle() throws {
    try sandbox.makeFolder("one")
    #expect(throws: CloneProblem.self) { try PairArgument("", currentFolder: sandbox.path) }
    #expect(throws: CloneProblem.self) { try PairArgument("one@", currentFolder: sandbox.path) }
    for text in ["one", "=one", "f="] {
      #expect(throws: CloneProblem.self) { try PairArgument(named: text, currentFolder: sandbox.path) }
    }
  }

  private func resolve(_ text: String, in folder: String = ".") throws -> PairArgument.Resolved {
    let current = folder == "." ? sandbox.path : sandbox.path + "/" + folder
    return try PairArgument(text, currentFolder: current).resolve(currentFolder: current)
  }

  @Test func revisionsAreResolvedAsGitDoes() throws {
    let first = try sandbox.repository("one")
    let second = try sandbox.commit("one")
    try sandbox.git("one", "tag", "-a", "-m", "x", "v1", "HEAD~1")
    func head(_ revision: String) throws -> ChosenHead? { try resolve("one@" + revision).head }
    #expect(try head("main") == ChosenHead(reference: RefName("refs/heads/main"), commit: second, rule: .named))
    #expect(try head("v1") == ChosenHead(reference: RefName("refs/tags/v1"), commit: first, rule: .named))
    #expect(try head("main~1") == ChosenHead(reference: nil, commit: first, rule: .named))
    #expect(try head("\(first)") == ChosenHead(reference: nil, commit: first, rule: .named))
    #expect(try head("\(first)".prefix(10).description)?.commit == first)
    #expect(try head("HEAD")?.reference?.text == "refs/heads/main")
    let side = try resolve("one")
    #expect(side.head == nil && side.note == nil)
    #expect(side.clone.path == "one")
  }

  @Test func bothSidesMayBeOneRepository() throws {
    let first = try sandbox.repository("one")
    try sandbox.commit("one")
    let side = try resolve("one@main~1")
    let clone = CloneOpener(now: 4_000_000_000).open(side.clone, named: side.head).clone
    #expect(clone?.head.commit == first)
  }

  @Test func remoteBranchIsFoundAndSaid() throws {
    try sandbox.repository("seed")
    try sandbox.git("seed", "checkout", "-q", "-b", "release")
    let release = try sandbox.commit("seed")
    try sandbox.git("seed", "checkout", "-q", "main")
    try sandbox.git(".", "clone", "-q", "seed", "work")
    let side = try resolve("work@release")
    #expect(
      side.head == ChosenHead(reference: RefName("refs/remotes/origin/release"), commit: release, rule: .named)
    )
    #expect(side.note == "release is no branch of the clone itself; refs/remotes/origin/release was taken")
    let plain = try resolve("work@origin/release")
    #expect(plain.head == side.head)
    #expect(plain.note == nil)
  }

  @Test func revisionOfTheCurrentFolder() throws {
    let commit = try sandbox.repository("one")
    try sandbox.makeFolder("one/deep/er")
    for folder in ["one", "one/deep/er"] {
      let side = try resolve("main", in: folder)
      #expect(side.head?.commit == commit)
      #expect(side.clone.layout.workTree == sandbox.path + "/one")
    }
    #expect(try resolve("main", in: "one/deep/er").clone.path == "../..")
    #expect(try resolve("main", in: "one/deep/er").clone.nameParts.name == "one")
  }

  @Test func whatCannotBeResolvedIsOneLine() throws {
    try sandbox.repository("one")
    try sandbox.makeFolder("plain")
    for (text, folder, part) in [
      ("one@nothing", ".", "one: cannot resolve nothing: "), ("plain", ".", "plain: cannot be opened: "),
      ("missing", ".", "missing: cannot be resolved: "), ("one@main:README", ".", "one: cannot resolve main:README: "),
      ("nothing", "one", "nothing exists at the path nothing either"),
    ] {
      let problem = try #require(throws: CloneProblem.self) { try resolve(text, in: folder) }
      #expect(problem.description.contains(part), "\(problem)")
      #expect(!problem.description.contains("\n"))
    }
  }
}
