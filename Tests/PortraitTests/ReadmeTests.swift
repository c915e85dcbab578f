import Testing

@testable import Portrait

/// The README of a text, in Markdown where nothing else is said.
func readme(_ text: String, _ dialect: Dialect = .markdown) -> Readme {
  Readme(PlainBytes(text), dialect)
}

@Suite struct ReadmeTests {
  @Test(arguments: [
    ("# Pond\n\nPond is a small store.", "Pond"),
    ("[![b](https://x.io/badge.svg)](https://x.io)\n\nPond\n====\n\nPond is a small store.", "Pond"),
    ("---\nlayout: page\n---\n<!-- a\ncomment -->\n# Pond [![b](https://img.shields.io/b)](u)\n", "Pond"),
    ("<h1 align=\"center\">\n  <br>Pond\n</h1>\n\nText.", "Pond"),
    ("<p align=\"center\"><img src=\"a.svg\" alt=\"Pond logo\"></p>\n\n# Installation\n\nRun it.", "Pond"),
    ("![build](https://travis-ci.org/x)\n\nWhat is Pond?\n---\n\nPond is a store.", "Pond"),
    ("A line of prose that comes first here.\n\nWhat is Pond?\n---\n", "Pond"),
    ("# This project is no longer maintained\n\n# pond\n", "pond"),
    ("pond - keep small things in one file\n\n# OPTIONS\n\nMany.", "pond"),
    ("# Table of contents\n- [a](#a)\n\nPond is a store of small things.", "Pond"),
    ("# **Pond** & _Co_ <sup>1</sup>\n", "Pond & Co 1"),
  ])
  func titleOfMarkdown(text: String, title: String) {
    #expect(readme(text).title == title)
  }

  @Test(arguments: [
    ("====\nPond\n====\n\nText.", Dialect.restructuredText),
    (".. note\n\nPond\n----\n\n|badge|", .restructuredText),
    (".. figure:: https://x.org/a.svg\n   :alt: Pond\n\nPond is a small store.\n\nSetup\n=====\n", .restructuredText),
    (":toc:\n= Pond\n\nText.", .asciiDoc),
    ("#+TITLE: Pond\n* First\ntext", .org),
    ("* Pond\n", .org),
  ])
  func titleOfOtherMarkup(text: String, dialect: Dialect) {
    #expect(readme(text, dialect).title == "Pond")
  }

  @Test func noTitle() {
    #expect(readme("").title == nil)
    #expect(readme("See https://example.org for everything there is to know about this.").title == nil)
  }

  @Test(arguments: [
    (
      "# Pond\n\n[Home](https://a.b) | [Docs](https://c.d)\n\n> [!NOTE]\n> Read the news.\n\n**Pond** is a `small` [store](u).",
      "Pond is a small store."
    ),
    (
      "This README is only a quick start document.\n\nPond is a store of small things.",
      "Pond is a store of small things."
    ),
    ("# Pond\n\nVisit us at our site for the full guide.\n\nPond is a store.\n", "Pond is a store."),
    ("# Pond\n\n| a | b |\n|---|---|\n| c | d |\n\nA store for small things.", "A store for small things."),
    ("# Pond\n\n```\nPond is code here.\n```\n\nKeeps small things safe for you.", "Keeps small things safe for you."),
    (
      "# Pond\n\nPond is a store. It is fast, i.e. quick. Buy now!", "Pond is a store. It is fast, i.e. quick. Buy now!"
    ),
    ("# 池塘\n\n池塘是一个小型的键值存储系统。它很快。\n", "池塘是一个小型的键值存储系统。 它很快。"),
    ("# Пруд\n\nПруд — это небольшое хранилище данных.\n", "Пруд — это небольшое хранилище данных."),
  ])
  func describes(text: String, sentence: String) {
    #expect(readme(text).describes == sentence)
  }

  @Test func describesIsCutAtAWord() throws {
    let text = try #require(readme("# Pond\n\nPond is " + String(repeating: "very ", count: 100) + "small.").describes)
    #expect(text.count <= 240)
    #expect(text.hasSuffix("very…"))
  }

  @Test func describesNothing() {
    #expect(readme("# Pond\n\nThis project is no longer maintained.").describes == nil)
    #expect(readme("# Pond\n\n    make install everything is fine here\n").describes == nil)
  }

  @Test func textHasNoMarkup() {
    let text = readme("# Pond\n\n<div>A *b* [c](d) ![e](f) &amp; `g_h`</div>\n\n- one\n- [two][t]\n\n[t]: https://x\n")
    #expect(text.text(limit: 8192) == "Pond\nA b c & g_h\none\ntwo")
    #expect(text.text(limit: 12) == "Pond")
  }

  @Test func nestedAndBrokenMarkupEnds() {
    for text in [
      "[[[[[a](", "![", "<", "<a href=", "`", "``a`", "[a]: ", "> ", "- ", "#", "|", "<h1", "<!--", "```", "---\n",
    ] {
      for dialect in [Dialect.markdown, .restructuredText, .asciiDoc, .org] {
        _ = readme(text, dialect).text(limit: 100)
        _ = readme("x " + text + text, dialect).statements(ownNames: [])
      }
    }
  }

  @Test func textIsDecoded() {
    func plain(_ bytes: [UInt8], limit: Int = .max) -> String {
      bytes.withUnsafeBytes { PlainBytes(file: $0, limit: limit).bytes.text }
    }
    #expect(plain([0xef, 0xbb, 0xbf, 0x61]) == "a")
    #expect(plain([0xff, 0xfe, 0x61, 0, 0x0a, 0]) == "a\n")
    #expect(plain([0xfe, 0xff, 0, 0x61]) == "a")
    #expect(plain([0x63, 0x61, 0x66, 0xe9]) == "café")
    #expect(plain(Array("a\r\nb\rc\u{7}\u{202e}d".utf8)) == "a\nb\ncd")
    #expect(plain(Array("aé".utf8), limit: 2) == "a")
  }

  @Test(arguments: [
    (["README.md", "README.rst", "README"], "README.md"), (["readme.txt", "README_CN.md"], "readme.txt"),
    (["README.zh-CN.md", "README-en.md"], "README-en.md"), (["README.windows", "README.macOS.md", "README"], "README"),
    (["README.windows.md", "readme_build"], nil),
  ])
  func choice(names: [String], best: String?) {
    let ranked = names.compactMap { name in ReadmeChoice.rank(of: name).map { ($0, name) } }
    #expect(ranked.min { $0.0 < $1.0 }?.1 == best)
  }
}
