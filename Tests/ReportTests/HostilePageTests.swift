import Evidence
import GitValues
import Landscape
import LandscapeSample
import Testing

@testable internal import Report

/// Whole pages made of hostile names have the lines, cells and headings of the same pages made of plain ones.
@Suite struct HostilePageTests {
  func landscape(_ text: String) -> Landscape {
    let instant = Sample.landscape.now
    let id = String(repeating: "a", count: 40)
    let head = HeadEntry(ref: "refs/heads/" + text, refIsEncoded: false, commit: id, date: instant)
    let evidence = EvidenceEntry(signal: text, value: 1, weight: 1, says: text, message: text, text: text)
    let portrait = PortraitEntry(title: text, license: text, describes: text, forkOf: text)
    let fork = ForkEntry(
      name: text,
      clone: text,
      relation: .fork,
      upstream: "root",
      head: head,
      asOf: instant,
      activity: .active,
      portrait: portrait,
      upstreamEvidence: [evidence],
      lineage: LineageEntry(
        kind: .sharedHistory,
        confidence: 1,
        line: LineEntry(ref: text, refIsEncoded: false, commit: id, date: instant, confidence: 1),
        gitMergeBase: CommitEntry(commit: id, date: instant),
        otherBases: [],
        forkPoint: nil,
        effectiveBase: EffectiveBaseEntry(
          commit: id,
          date: instant,
          method: .tree,
          confidence: 1,
          nearestTag: text,
          nearestTagIsEncoded: false,
          prefix: text + "/",
          prefixIsEncoded: false,
          similarity: nil,
          runnerUp: nil,
          atEdge: false
        ),
        syncs: []
      ),
      divergence: DivergenceEntry(
        base: nil,
        ahead: 1,
        behind: 1,
        aheadNoMerges: 1,
        behindNoMerges: 1,
        renames: RenamesEntry(
          byFork: 1,
          byUpstream: 0,
          folders: [FolderRenameEntry(from: text + "/", fromIsEncoded: false, to: "x/", toIsEncoded: false, files: 1)]
        ),
        vocabulary: VocabularyEntry(gained: [WordEntry(word: text, fork: 1, upstream: 0)], lost: [], shift: 0),
        areas: [AreaEntry(path: text + "/x", pathIsEncoded: false, linesAdded: 1, linesRemoved: 1, commits: 1)]
      ),
      track: TrackEntry(verdict: .undetermined, confidence: 0.5, kind: nil, declared: .sameTrack, evidence: [evidence]),
      notes: [MessageEntry(message: text, text: text)],
      notAnalysed: [NotAnalysedEntry(what: text, reason: text)]
    )
    let clone = CloneEntry(
      path: text,
      pathIsEncoded: false,
      name: text,
      role: .notAnalysed,
      asOf: nil,
      missingObjects: nil,
      isShallow: false,
      headRef: nil,
      headRefIsEncoded: false,
      origin: text,
      reason: text
    )
    return Landscape(
      generator: GeneratorEntry(version: "1", libgit2: nil),
      now: instant,
      clones: [clone],
      families: [
        FamilyEntry(
          name: text,
          upstream: UpstreamEntry(
            name: "root",
            clone: "root",
            head: head,
            commits: 1,
            asOf: instant,
            portrait: portrait
          ),
          forks: [fork]
        )
      ],
      notAnalysed: [NotAnalysedEntry(what: text, reason: text)]
    )
  }

  /// The shape of a page: of each line, how it begins, and how many cells it has.
  private func shape(_ file: ReportFile) -> [String] {
    String(decoding: file.bytes, as: UTF8.self)
      .replacing(/```text\n(.|\n)*?\n```/, with: "a block of code")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in "\(line.prefix { "#-| `".contains($0) }.prefix(3)) \(line.count { $0 == "|" })" }
  }

  private func pages(_ landscape: Landscape) throws -> [ReportFile] {
    try ReportFolder.render(landscape: landscape, formats: [.markdown]).filter { $0.path.hasSuffix(".md") }
  }

  @Test(arguments: HostileTexts.all.filter { !$0.isEmpty })
  func pagesKeepTheirShape(text: String) throws {
    let hostile = try pages(landscape(text))
    let plain = try pages(landscape("plain"))
    #expect(hostile.count == plain.count)
    let readme = try #require(hostile.first { $0.path == "README.md" })
    #expect(shape(readme).count == shape(try #require(plain.first { $0.path == "README.md" })).count)
    for (one, other) in zip(hostile.sorted { $0.path < $1.path }, plain.sorted { $0.path < $1.path }) {
      let (left, right) = (shape(one), shape(other))
      #expect(left.count == right.count)
      for (line, pair) in zip(left, right).enumerated()
      where pair.0.split(separator: " ").last != pair.1.split(separator: " ").last {
        Issue.record("\(one.path), line \(line + 1): \(pair.0) instead of \(pair.1)")
      }
    }
    for file in hostile {
      #expect(file.path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f } && !file.path.contains(".."))
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.unicodeScalars.contains { $0 != "\n" && MarkdownReader.isInvisible($0) })
      // What unfolds is ours where it opens and closes as often as on the plain page: their shapes were compared.
      let tags = text.replacing("<!-- -->", with: "").replacing("<code>", with: "").replacing("</code>", with: "")
        .replacing("\n<details>\n<summary>The figures behind this picture</summary>\n", with: "\n")
        .replacing("\n</details>\n", with: "\n")
      let outsideCode = tags.replacing(/```text\n(.|\n)*?\n```/, with: "").replacing(/`[^`\n]*`/, with: "")
      #expect(!outsideCode.contains("<"), "\(file.path)")
      #expect(!outsideCode.replacing("\\:/", with: "").contains("://"), "\(file.path)")
    }
  }

  /// The word that a shell reads: bytes between single quotes as they are, `\'` between them a quote.
  private func unquoted(_ word: String) -> String? {
    var result = String.UnicodeScalarView()
    var isQuoted = false
    var rest = Substring(word).unicodeScalars
    while let scalar = rest.popFirst() {
      if scalar == "'" {
        isQuoted.toggle()
      } else if isQuoted || "._/-+".unicodeScalars.contains(scalar) || Character(scalar).isASCIIAlphanumeric {
        result.append(scalar)
      } else if scalar == "\\", rest.popFirst() == "'" {
        result.append("'")
      } else {
        return nil
      }
    }
    return isQuoted ? nil : String(result)
  }

  @Test(arguments: HostileTexts.all + ["it's", "'\u{301}; reboot; '\u{301}", "a'b'c"])
  func aShellSeesOneWord(text: String) {
    let word = ForkWords.shellWord(text)
    #expect(unquoted(word) == VisibleText.of(text), "\(word)")
    #expect(!word.isEmpty && word.unicodeScalars.first != "-")
  }

  @Test(arguments: HostileTexts.all.filter { !$0.isEmpty }, [false, true])
  func aTerminalIsNotSteered(text: String, colour: Bool) throws {
    let landscape = landscape(text)
    let output = ExplainText.render(
      fork: landscape.families[0].forks[0],
      in: landscape.families[0],
      width: 80,
      colour: colour
    )
    let ours = output.replacing(/\u{1b}\[[012]m/, with: "")
    #expect(!ours.unicodeScalars.contains { $0 != "\n" && MarkdownReader.isInvisible($0) })
    #expect(ours.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(output.contains("\u{1b}[1m") == colour)
  }
}

extension Character {
  fileprivate var isASCIIAlphanumeric: Bool { isASCII && (isLetter || isNumber) }
}
