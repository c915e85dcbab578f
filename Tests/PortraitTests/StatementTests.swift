import Testing

@testable import Portrait

@Suite struct StatementTests {
  /// What the README of a project named Pond says: "kind name<repository> name".
  private func said(_ text: String, _ dialect: Dialect = .markdown) -> [String] {
    readme("Pond\n====\n\n" + text, dialect).statements(ownNames: []).map { statement in
      ([statement.kind.rawValue] + statement.projects.map { $0.name + ($0.repository.map { "<\($0)>" } ?? "") })
        .joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("Pond is a fork of [Lake](https://github.com/water/lake).", ["fork Lake<water/lake>"]),
    ("This project was forked from the open source Lake project.", ["fork Lake"]),
    (
      "This is a _fork_ of the [original Lake project] by many.\n\n[original Lake project]: https://gitlab.com/a/lake.git",
      ["fork Lake<a/lake>"]
    ),
    ("Forked from [Ann Ex's](https://x.org) [river](https://github.com/ann/river) by us.", ["fork river<ann/river>"]),
    ("This is a friendly fork of lake, made for ducks.", ["fork lake"]),
    ("This is a fork of Water's Lake library by its maintainers.", ["fork Lake"]),
    (
      "Pond was forked from [a](https://github.com/x/a) and [b-c](https://github.com/x/b-c).",
      ["fork a<x/a> b-c<x/b-c>"]
    ),
    ("Pond is an advanced, open source store, based on Lake.", ["basedOn Lake"]),
    ("Pond is built on the robust Lake core.", ["basedOn Lake"]),
    ("Initially based on Lake's design, Pond has been changed a lot.", ["basedOn Lake"]),
    ("Pond starts its development based on go-lake fork.", ["basedOn go-lake"]),
    ("Growing with Lake makes Pond a drop-in replacement for Lake.", ["dropIn Lake"]),
    (
      "Pond is the official successor to [Lake](https://github.com/w/l) & [Lake-ng](https://github.com/n/l) projects.",
      ["successor Lake<w/l> Lake-ng<n/l>"]
    ),
    ("This is a port of SeaBSD's [Lake](https://lake.org) to other systems.", ["port Lake"]),
    ("It offers speed and safety, while remaining 100% compatible with [lake](https://lake.org).", ["compatible lake"]),
    ("This repository is no longer maintained.", ["stopped"]),
    ("> Pond is unmaintained, use [Puddle](https://github.com/p/puddle) instead.", ["stopped Puddle<p/puddle>"]),
    ("Pond has moved to [Puddle](https://github.com/p/puddle).", ["movedTo Puddle<p/puddle>"]),
    ("The new repository can be found at: https://github.com/p/puddle", ["movedTo puddle<p/puddle>"]),
    ("Others have forked Pond to a new project called Puddle.", ["movedTo Puddle"]),
    ("本项目是基于 Lake 开发的。", ["basedOn Lake"]),
    ("PondはLakeのフォークです。", ["fork Lake"]),
    ("Pond — это форк Lake.", ["fork Lake"]),
  ])
  func speaksOfItself(text: String, statements: [String]) {
    #expect(said(text) == statements)
  }

  @Test(arguments: [
    "Puddle is a fork of Pond.",
    "There are several forks of it.",
    "Please fork the repository and send a patch.",
    "Pond uses a model based on the `fork()` call.",
    "- Fork of the popular Lake: a related library",
    "Files are renamed based on the current date.",
    "The old options are no longer supported.",
    "Deprecated options",
    "Is Pond no longer maintained?",
    "Pond is compatible with Linux and Windows.",
    "If you need more, write your own fork of Lake.",
    "The release notes have moved to [the wiki](https://example.org).",
    "```\nPond is a fork of Lake.\n```",
  ])
  func speaksOfOtherThings(text: String) {
    #expect(said(text) == [])
  }

  @Test func restructuredText() {
    #expect(
      said("Pond builds on top of the well-known\n`Lake <https://github.com/w/lake>`_ project.", .restructuredText)
        == ["basedOn Lake<w/lake>"]
    )
    #expect(
      said("Pond is a fork of Lake_.\n\n.. _Lake: https://github.com/w/lake\n", .restructuredText) == [
        "fork Lake<w/lake>"
      ]
    )
  }

  @Test func quoteIsTheSentence() {
    let statements = readme("# Pond\n\nHello there. Pond is a fork of Lake. It is small.").statements(ownNames: [])
    #expect(statements.map(\.quote) == ["Pond is a fork of Lake."])
  }

  @Test func manifestNamesStandInForATitle() {
    let text = "Ann has stopped developing Pond: see the list."
    #expect(readme(text).statements(ownNames: ["pond"]).map(\.kind) == [.stopped])
    #expect(readme(text).statements(ownNames: []).isEmpty)
  }

  @Test(arguments: [
    ("https://github.com/a/b", "a/b"), ("https://github.com/a/b.git#x", "a/b"), ("https://github.com/orgs/b/x", nil),
    ("https://github.com/a", nil), ("https://example.org/a/b", nil), ("a/b/c", nil),
    ("https://github.com/a/b/commit/1", "a/b"), ("https://git.example.org/a/b", "a/b"),
  ])
  func repositories(address: String, repository: String?) {
    #expect(ProjectNameReader.repository(of: address) == repository)
  }
}
