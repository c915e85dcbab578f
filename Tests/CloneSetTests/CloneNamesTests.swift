import CloneSet
import Testing

@Suite struct CloneNamesTests {
  @Test(arguments: [
    ("https://github.com/redis/redis.git", "redis/redis"), ("https://github.com/valkey-io/valkey", "valkey-io/valkey"),
    ("https://github.com/valkey-io/valkey/", "valkey-io/valkey"),
    ("git@github.com:Snapchat/KeyDB.git", "Snapchat/KeyDB"),
    ("ssh://git@host.example:2222/team/sub/tool.git", "sub/tool"), ("host.example:tool.git", "tool"),
    ("/srv/git/team/tool.git", "team/tool"), ("/home/me/work/tool/.git", "work/tool"),
    ("file:///srv/team/tool", "team/tool"),
    ("../tool", "tool"), ("https://host.example/tool.git", "tool"), ("https://host.example/~me/tool", "~me/tool"),
    ("C++/x.y.git", "C++/x.y"),
  ])
  func originGivesOwnerAndName(address: String, expected: String) {
    let parts = NameParts(origin: address, folder: "/elsewhere/folder", path: "folder")
    #expect((parts.fullName ?? parts.name) == expected)
    #expect(parts.source == .origin)
  }

  @Test(arguments: [
    ("/set/redis+valkey", "redis/valkey"), ("/set/owner+name.git", "owner/name"),
    ("/set/owner+name/repo", "owner/name"),
    ("/set/owner+name/repo/.git", "owner/name"), ("/set/libstdc++", "libstdc++"), ("/set/a+b+c", "a+b+c"),
    ("/set/plain.git", "plain"), ("/set/plain/.git", "plain"), ("/set/a/../b", "b"), ("/set/.git", "set"),
  ])
  func folderGivesTheName(folder: String, expected: String) {
    let parts = NameParts(origin: nil, folder: folder, path: "x")
    #expect((parts.fullName ?? parts.name) == expected)
  }

  @Test(arguments: ["https://", "https://host.example", "host.example:", "..", "/"])
  func addressWithoutNameIsPassedOver(address: String) {
    let parts = NameParts(origin: address, folder: "/set/folder", path: "folder")
    #expect(parts.name == "folder")
    #expect(parts.source == .folder)
  }

  private func request(_ owner: String?, _ name: String, _ path: String, given: String? = nil) -> CloneNames.Request {
    CloneNames.Request(NameParts(owner: owner, name: name, source: .folder, path: path), given: given)
  }

  @Test func shortestUniqueFormIsShown() {
    let requests = [
      request("redis", "redis", "a"), request("fork", "redis", "b"), request("valkey-io", "valkey", "c"),
      request(nil, "redis", "d/redis"), request("x", "tool", "e"), request("x", "tool", "f"),
    ]
    let shown = ["redis/redis", "fork/redis", "valkey", "d/redis", "e", "f"]
    #expect(CloneNames.shown(requests) == shown)
    #expect(CloneNames.shown(requests.reversed()) == shown.reversed())
  }

  @Test func givenNameWinsAndOthersMakeRoom() {
    let requests = [request("a", "tool", "p"), request("b", "other", "q", given: "tool")]
    #expect(CloneNames.shown(requests) == ["a/tool", "tool"])
  }

  @Test func referenceMatchesPathThenFullNameThenName() {
    let clones = [
      NameParts(owner: "a", name: "tool", source: .origin, path: "x"),
      NameParts(owner: "b", name: "tool", source: .origin, path: "tool"),
      NameParts(owner: "b", name: "other", source: .origin, path: "z"),
      NameParts(owner: "c", name: "other", source: .origin, path: "w"),
    ]
    func match(_ text: String) -> CloneNames.Match { CloneNames.match(text, among: clones, currentFolder: "/nowhere") }
    #expect(match("tool") == .one(1))
    #expect(match("./x/") == .one(0))
    #expect(match("/nowhere/z") == .one(2))
    #expect(match("a/tool") == .one(0))
    #expect(match("other") == .several([2, 3]))
    #expect(match("missing") == .none)
  }
}
