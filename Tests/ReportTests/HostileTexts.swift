import Evidence
import GitValues

/// Names, subjects and paths that try to be more than text. Each was, or could be, a branch, a file or a README.
enum HostileTexts {
  static let all: [String] = markdown + html + terminal + invisible + tables + links + odd

  static let markdown = [
    "*bold*", "__bold__", "~~gone~~", "`code`", "``co`de``", "```\nblock\n```", "# heading", "## [x](y) ##", "> quote",
    "- item", "+ item", "* item", "1. item", "1) item", "---", "===", "***", "\tindented", "    indented", "\\",
    "\\\\*x*",
    "a\\", "`", "``", "` `", "$x^2$", "$$\\input{x}$$", "[^1]: note", "- [ ] task", "![image](x.png)",
    "{% include x %}",
    "{{ site.github.token }}", "&lt;b&gt;", "&#60;script&#62;", "&copy;", ":smile:",
  ]
  static let html = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</details>", "</code><b>", "<!-- ", "-->",
    "<![CDATA[x]]>", "<?php ?>", "\"><svg/onload=x>", "' onmouseover='x", "<a href=\"javascript:x\">y</a>", "<div\n>",
  ]
  static let terminal = [
    "\u{1b}[31mred\u{1b}[0m", "\u{1b}]0;title\u{7}", "\u{9b}31m", "a\rb", "a\u{8}b", "\u{0}", "\u{7f}", "\u{85}next",
  ]
  static let invisible = [
    "a\u{202e}cba", "\u{2066}x\u{2069}", "\u{200b}zero", "\u{feff}mark", "soft\u{ad}hyphen", "line\u{2028}end",
    "\u{e0041}\u{e0042}tag", "\u{61c}\u{200f}", "z" + String(repeating: "\u{301}", count: 5000),
  ]
  static let tables = [
    "a|b", "||", "a\\|b", "|---|", "`a|b`", "a\nb", "a\r\nb", "| x |\n| --- |", "\n\n# heading", "a\\\\|b",
    "\n</details>\n",
  ]
  static let links = [
    "https://evil.example/", "http://evil.example", "www.evil.example", "WWW.evil.example", "<https://evil.example>",
    "me@evil.example", "@somebody", "[text](https://evil.example)", "[text][ref]", "[ref]: https://evil.example",
    "javascript:alert(1)", "ftp://evil.example", "mailto:me@evil.example", "../../../etc/passwd",
  ]
  static let odd = [
    "", " ", "  trailing  ", String(repeating: "long ", count: 2000), String(repeating: "x", count: 5000),
    String(repeating: "`", count: 300), "日本語", "e\u{301}", "👩‍👩‍👧‍👦", "'; rm -rf ~; '", "$(rm -rf ~)", "-rf", "CON", "..",
  ]
}
