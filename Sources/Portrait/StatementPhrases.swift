/// The phrases in which projects speak of their descent and fate.
enum StatementPhrases {
  /// A phrase and what it says.
  struct Phrase: Sendable {
    let kind: ForkStatement.Kind
    /// Words in lower case.
    let words: [String]

    init(_ kind: ForkStatement.Kind, _ text: String) {
      self.kind = kind
      words = text.split(separator: " ").map(String.init)
    }
  }

  /// The phrases by their first word; of those the longer ones first.
  static let byFirstWord: [String: [Phrase]] = {
    var table: [String: [Phrase]] = [:]
    for (kind, texts) in all {
      for text in texts {
        let phrase = Phrase(kind, text)
        table[phrase.words[0], default: []].append(phrase)
      }
    }
    return table.mapValues { $0.sorted { ($1.words.count, $0.words[0]) < ($0.words.count, $1.words[0]) } }
  }()

  /// Whether a sentence can hold one of the phrases. A question states nothing.
  static func mayStandIn(_ sentence: Piece) -> Bool {
    if sentence.last == UInt8(ascii: "?") { return false }
    var isStart = true
    for index in sentence.indices {
      let byte = sentence[index]
      // Cyrillic and scripts without spaces are rare enough to be looked at word by word.
      if byte >= 0xd0, byte != 0xe2 { return true }
      if isStart, byte < 0x80, marks[Int(byte.lowered)].contains(where: { sentence.starts($0, at: index) }) {
        return true
      }
      isStart = !byte.isWord
    }
    return false
  }

  /// By first letter, what stands in every sentence with a phrase: its first word where that is rare, else all of it.
  private static let marks: [[[UInt8]]] = {
    var table: [[[UInt8]]] = Array(repeating: [], count: 128)
    let common: Set<String> = ["no", "not", "in", "new", "been", "built", "built", "based"]
    for phrase in byFirstWord.values.joined() {
      let text = common.contains(phrase.words[0]) ? phrase.words.joined(separator: " ") : phrase.words[0]
      let bytes = Array(text.utf8)
      guard let first = bytes.first, first < 0x80, !table[Int(first)].contains(bytes) else { continue }
      table[Int(first)].append(bytes)
    }
    return table
  }()

  private static let all: [(ForkStatement.Kind, [String])] = [
    (
      .fork,
      [
        "fork of", "forked from", "forked off", "forked off of", "fork from", "fork off", "fork off of",
        "branched from", "branched off from", "cloned from", "форк", "форком",
      ]
    ),
    (
      .basedOn,
      [
        "based on", "based upon", "based off", "based off of", "builds on", "builds upon", "builds on top of",
        "built on",
        "built upon", "built on top of", "derived from", "derivative of", "derives from", "descends from",
        "descended from", "modified version of", "patched version of", "enhanced version of", "improved version of",
        "customized version of", "extended version of", "variant of", "flavor of", "flavour of",
        "основан на", "основана на", "основано на",
      ]
    ),
    (
      .dropIn,
      [
        "drop-in replacement for", "drop in replacement for", "dropin replacement for", "drop-in replacement of",
        "drop-in compatible with", "drop-in replacement to", "drop-in alternative to", "drop-in alternative for",
        "superset of",
      ]
    ),
    (
      .successor,
      [
        "successor to", "successor of", "continuation of", "continuation to", "continues the development of",
        "continue its development", "continue the development of", "continues development of", "revival of",
      ]
    ),
    (.port, ["port of", "ported from", "ported version of", "porting of", "port for"]),
    (.compatible, ["compatible with", "compatibility with", "interoperable with"]),
    (
      .stopped,
      [
        "no longer maintained", "no longer be maintained", "no longer maintaned",
        "no longer being maintained", "no longer being actively maintained", "no longer actively maintained",
        "no longer developed",
        "no longer supported", "no longer actively developed", "no longer under active development",
        "no longer under development", "no longer in development", "not maintained", "not maintained anymore",
        "unmaintained", "deprecated", "archived", "abandoned", "discontinued", "retired", "end-of-life", "eol",
        "stopped developing", "stopped maintaining", "stopped development of", "archive this", "archiving this",
        "archived this", "in maintenance mode", "not actively maintained", "not under active development", "obsolete",
        "not being maintained", "not being developed",
      ]
    ),
    (
      .movedTo,
      [
        "moved to", "moved all future development to", "moved development to", "been moved to", "migrated to",
        "superseded by", "superceded by", "replaced by", "succeeded by", "renamed to", "renamed", "continues at",
        "continues in", "continues as", "continues under", "continued at", "continued in", "continued by", "lives at",
        "in favor of", "in favour of", "transferred to", "relocated to", "maintained at", "new repository",
        "new home", "new location",
      ]
    ),
  ]

  /// Nouns by which a project speaks of itself: "this fork".
  static let selfNouns: Set<String> = [
    "project", "repository", "repo", "fork", "library", "package", "software", "program", "codebase", "version", "tool",
    "crate", "module", "app", "application", "distribution", "code", "product", "implementation", "port", "gem",
    "plugin",
    "framework", "client", "server", "engine", "database", "firmware", "source", "edition", "website",
  ]

  /// Verbs after which what follows is said of the subject itself.
  static let descriptiveVerbs: Set<String> = [
    "is", "was", "are", "were", "be", "been", "being", "isn't", "started", "starts", "start", "began", "begins",
    "originated", "originates", "remains", "remaining", "stays", "maintains", "keeps", "continues", "builds",
    "became", "becomes", "forked", "derives", "derived", "built", "descends", "descended", "forks", "maintaining",
    "keeping", "serves", "acts", "represents", "decided", "made", "has", "continue", "strives",
    "является",
  ]

  /// Verbs after which something else is spoken of.
  static let otherVerbs: Set<String> = [
    "uses", "use", "using", "used", "supports", "support", "supported", "includes", "include", "contains", "contain",
    "requires", "require", "provides", "provide", "can", "may", "will", "should", "must", "allows", "allow", "see",
    "lists", "does", "do", "needs", "need", "ships", "makes", "make", "runs", "run", "takes", "creates", "have", "get",
    "implements", "generates", "selects", "chooses", "depends", "adds", "comes", "tries", "would", "could",
    "aims", "wants", "intends", "offers", "adds", "introduces", "brings",
  ]

  /// Words that may stand between a project and what became of it.
  static let fateWords: Set<String> = [
    "is", "has", "have", "had", "been", "was", "now", "being", "are", "no", "officially", "currently", "permanently",
    "therefore", "also", "development", "all", "future", "since", "already", "considered", "marked", "as", "and", "the",
    "which", "of", "project", "recently", "effectively", "will", "be", "active", "actively", "hereby", "completely",
    "maintenance", "maintained", "deprecated", "archived", "itself", "and",
  ]

  /// Words that may stand before a project's name.
  static let skippedBeforeName: Set<String> = [
    "a", "an", "the", "original", "official", "upstream", "open", "source", "open-source", "popular", "latest", "now",
    "inactive", "excellent", "great", "awesome", "old", "older", "well-established", "well-known", "existing",
    "current",
    "famous", "wonderful", "project", "projects", "abandoned", "unmaintained", "discontinued", "community", "version",
    "code", "codebase", "source-code", "standard", "legacy", "classic", "free", "great", "its", "all", "and", "amazing",
    "deprecated", "dead", "defunct", "stable", "versions", "of", "releases", "release", "fork", "both", "early", "last",
    "called", "named", "our", "new", "newer", "prior", "work",
  ]

  /// Words that may come right after a name that is written like a plain word.
  static let afterPlainName: Set<String> = [
    "that", "which", "with", "for", "created", "to", "and", "by", "in", "written", "maintained", "fork", "project",
    "library", "at", "but", "designed", "made", "from", "on", "is", "was", "adding", "as", "using", "codebase",
    "source",
  ]

  /// Languages, systems and standards: no project is their fork by being compatible with them.
  static let platforms: Set<String> = [
    "linux", "windows", "macos", "osx", "os", "mac", "unix", "posix", "bsd", "freebsd", "openbsd", "netbsd", "android",
    "ios", "python", "ruby", "java", "javascript", "typescript", "go", "rust", "c", "c++", "php", "perl", "swift",
    "kotlin", "scala", "node", "node.js", "bash", "zsh", "fish", "docker", "kubernetes", "x86", "arm", "http", "https",
    "json", "yaml", "sql", "api", "apis", "gpl", "gplv2", "gplv3", "lgpl", "mit", "apache", "ansi", "iso", "utf-8",
    "unicode", "gcc", "clang",
    "visual", "i", "you", "we", "debian", "ubuntu", "fedora", "firefox", "chrome", "intel", "amd", "cpu", "gpu",
  ]
}
