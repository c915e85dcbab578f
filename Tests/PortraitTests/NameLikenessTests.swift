import GitValues
import Portrait
import Testing

@Suite struct NameLikenessTests {
  private func portrait(_ title: String?, _ manifest: String? = nil, describes: String? = nil) -> Portrait {
    var portrait = Portrait(title: title, describes: describes)
    if let manifest {
      portrait.names = [DeclaredName(kind: .npm, path: RepoPath("package.json"), name: manifest)]
    }
    return portrait
  }

  @Test(
    arguments: [
      ("Pond", nil, "pond", 1.0), ("Pond - a store", nil, "pond", 1), ("Big Pond", nil, "big-pond", 1),
      ("pond 1.2.3", nil, "pond", 1), (nil, "@a/pond", "pond", 1), ("The Pond", nil, "pond", 0.9),
      ("Pond.js", nil, "pond", 0.9), ("pond", nil, "pond-ng", 0.9), ("Lake for Ducks", "pond", "pond", 0.8),
      ("GoPond", nil, "pond", 0.6), ("Big Small Pond", nil, "bsp", 0.6), ("Lake", nil, "pond", 0),
      (nil, nil, "pond", 0),
    ] as [(String?, String?, String, Double)]
  )
  func agrees(title: String?, manifest: String?, clone: String, likeness: Double) {
    #expect(nameLikeness(portrait(title, manifest), to: clone, owner: nil) == likeness)
  }

  @Test func whatDescribesCounts() {
    let text = "Big Water Database (BWDB) is a store."
    #expect(nameLikeness(portrait("Water", describes: text), to: "bwdb", owner: nil) == 1)
    #expect(nameLikeness(portrait("Lake", describes: "A kind of pond for ducks."), to: "pond", owner: nil) == 0.4)
  }

  @Test func ownerOfAGeneralName() {
    #expect(nameLikeness(portrait("Pond Core"), to: "gui", owner: "pond-core") == 0.9)
    #expect(nameLikeness(portrait("Pond Core"), to: "gui", owner: "lake") == 0)
  }

  @Test func aGeneralWordIsNoPartOfAName() {
    #expect(nameLikeness(portrait("Big Pond", "launcher"), to: "DuckLauncher", owner: nil) == 0)
    #expect(nameLikeness(portrait("Big Pond", "server"), to: "pond-server", owner: nil) == 0.6)
  }

  @Test(
    arguments: [
      ("Duck Pond", "pond", "duckpond", true), ("Pond of geese", "duck", nil, false),
      ("Big Pond", "big-pond", nil, true),
      ("owner/pond and tools", "pond", "owner", true), ("The server", "server", "pond", false),
    ] as [(String, String, String?, Bool)]
  )
  func titlesThatOnlyOneProjectHas(title: String, clone: String, owner: String?, expected: Bool) {
    #expect(isTitle(title, of: clone, owner: owner) == expected)
  }

  @Test func titlesAreTheSameButForPunctuation() {
    #expect(isSameTitle("Pond - a store", "POND: a store"))
    #expect(!isSameTitle("Pond", "Big Pond"))
  }
}
