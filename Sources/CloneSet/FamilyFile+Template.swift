extension FamilyFile {
  /// A family that was found, in the words of the template.
  public struct FoundFamily: Hashable, Sendable {
    /// A fork that was found.
    public struct Fork: Hashable, Sendable {
      /// Its shown name.
      public let name: String
      /// The clone's name or path.
      public let clone: String
      /// Its branch; nil where the head is detached.
      public let ref: String?
      /// The upstream line that it follows; nil where it is not known.
      public let line: String?

      /// A fork of its parts.
      public init(name: String, clone: String, ref: String? = nil, line: String? = nil) {
        self.name = name
        self.clone = clone
        self.ref = ref
        self.line = line
      }
    }

    /// The family's name.
    public let name: String
    /// The upstream clone's name or path; nil where it is not known.
    public let upstream: String?
    /// The upstream's line; nil where it is not known.
    public let line: String?
    /// Its forks, in the order in which they are written.
    public let forks: [Fork]

    /// A family of its parts.
    public init(name: String, upstream: String?, line: String? = nil, forks: [Fork]) {
      self.name = name
      self.upstream = upstream
      self.line = line
      self.forks = forks
    }
  }

  /// A commented `forkscape.yml` for `families`, in their order, that ``init(text:file:)`` reads without problems where
  /// names of families, and of forks in a family, are unique.
  public static func template(for families: [FoundFamily]) -> String {
    var lines = Self.opening
    lines.append(families.isEmpty ? "families: { }" : "families:")
    for family in families {
      lines.append("  \(quoted(family.name)):")
      if let upstream = family.upstream {
        let line = family.line.map { ", line: \(quoted($0))" } ?? ""
        lines.append("    upstream: { clone: \(quoted(upstream))\(line) }")
      } else {
        lines.append("    # upstream: { clone: …, line: refs/heads/main }")
      }
      lines.append(family.forks.isEmpty ? "    forks: { }" : "    forks:")
      for fork in family.forks {
        lines.append("      \(quoted(fork.name)):")
        lines.append("        clone: \(quoted(fork.clone))")
        lines.append(fork.ref.map { "        ref: \(quoted($0))" } ?? "        # ref: refs/heads/main")
        let line = fork.line.map { quoted($0) } ?? "refs/heads/main"
        lines.append("        # line: \(line)")
        lines.append("        # track: same-track        # or different-track, undetermined")
        lines.append("        # prefix: \"\"               # the folder in which upstream's tree lives, src/postgres")
      }
    }
    return (lines + closing).joined(separator: "\n") + "\n"
  }

  private static let opening = [
    "# The family file: what is declared here wins over what forkscape finds by itself.",
    "# Every key may be left out. A clone is given by its name, OWNER/NAME or path; a branch by its full name.",
    "#",
    "# clone:  the clone (of a fork: its own name where it is left out)",
    "# ref:    the branch of the fork that is analysed",
    "# line:   the branch of the upstream that the fork follows",
    "# track:  what you know better than the evidence says; both are shown",
    "",
  ]

  private static let closing = [
    "",
    "# Organisations, by the mail domains of their people:",
    "# organisations:",
    "#   - { name: Red Hat, domains: [redhat.com], from: 1995-01-01 }",
    "#   - { name: Example Ltd., people: [Ada Example], from: 2020-01-01, until: 2023-07-01 }   # changed employers",
    "organisations: [ ]",
    "",
    "# Further surfaces that users depend on, and the rules of the drift check:",
    "# profiles:",
    "#   ours:",
    "#     detect: [ { files: [limits.h], contains: OUR_LIMIT } ]      # when the base's tree has all of this",
    "#     extends: [c-library]                                        # a profile of forkscape's own",
    "#     surfaces:",
    "#       limits: { kind: protocol, extractor: constants, files: [limits.h], weight: 2 }",
    "profiles: { }",
    "policy: { }",
  ]

  /// `text` as a YAML scalar on one line: plain where that is safe, else in double quotes.
  private static func quoted(_ text: String) -> String {
    let isLetter: (Character) -> Bool = { $0.isASCII && $0.isLetter }
    let isPlain: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./+".contains($0)) }
    let reserved = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    if let first = text.first, isLetter(first), text.allSatisfy(isPlain), !reserved.contains(text.lowercased()) {
      return text
    }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case " ": result += " "
      case _ where scalar.isASCII && scalar.value > 0x20 && scalar.value < 0x7f: result.unicodeScalars.append(scalar)
      case _ where scalar.properties.isAlphabetic: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return result + "\""
  }
}
