import Evidence
public import Landscape

/// What moved between two reports, as a page.
public enum ComparisonPage {
  /// The page in Markdown, with a newline at its end.
  public static func markdown(_ comparison: LandscapeComparison, language: Language = .english) -> String {
    Language.$current.withValue(language) { MarkdownWriter.write(document(comparison)) }
  }

  static func document(_ comparison: LandscapeComparison) -> Document {
    var blocks: [Block] = [
      .heading(1, ComparisonWords.title),
      .paragraph(ComparisonWords.between(comparison.old, comparison.new)),
    ]
    if comparison.isEmpty { return Document(blocks + [.paragraph(ComparisonWords.nothing)]) }
    let families = [
      comparison.newFamilies.map(ComparisonWords.newFamily), comparison.goneFamilies.map(ComparisonWords.goneFamily),
    ].flatMap { $0 }
    if !families.isEmpty { blocks.append(.list(families)) }
    blocks += comparison.families.flatMap(section)
    return Document(blocks)
  }

  private static func section(_ family: FamilyComparison) -> [Block] {
    var blocks: [Block] = [.heading(2, Phrase(family.name))]
    let forks = [family.newForks.map(ComparisonWords.newFork), family.goneForks.map(ComparisonWords.goneFork)]
      .flatMap { $0 }
    if !forks.isEmpty { blocks.append(.list(forks)) }
    if !family.upstream.isEmpty { blocks.append(table(family.upstream)) }
    return blocks + family.forks.flatMap(section)
  }

  private static func section(_ fork: ForkComparison) -> [Block] {
    var blocks: [Block] = [.heading(3, Phrase(fork.name))]
    if let verdict = fork.changes.first(where: { $0.what == "track.verdict" }) {
      blocks.append(.paragraph(ComparisonWords.verdict(value(verdict.old), value(verdict.new))))
    }
    if !fork.changes.isEmpty { blocks.append(table(fork.changes)) }
    let news =
      fork.newSyncs.map { ComparisonWords.sync($0) }
      + fork.newMissingFixes.map { ComparisonWords.missing($0) } + fork.closedFixes.map { ComparisonWords.closed($0) }
      + fork.newGaps.map { ComparisonWords.gap(.code($0.what), .reason($0)) }
    if !news.isEmpty { blocks.append(.list(news)) }
    return blocks
  }

  private static func table(_ changes: [FactChange]) -> Block {
    .table(
      Table(
        ComparisonWords.columns,
        rows: changes.map { change in
          [.code(change.what), value(change.old), value(change.new), difference(change)]
        }
      )
    )
  }

  private static func value(_ value: ParameterValue?) -> Phrase {
    switch value {
    case .string(let text): TrackVerdict(rawValue: text).map(VerdictWords.track) ?? Phrase(shortened(text))
    case .int(let number): "\(number)"
    case .double(let number): Phrase(number.twoDecimals)
    case .bool(let flag): Phrase(flag ? "✓" : "✗")
    case nil: "—"
    }
  }

  /// Ids as short as everywhere on the pages.
  private static func shortened(_ text: String) -> String {
    text.count == 40 && text.allSatisfy(\.isHexDigit) ? text.shortID : text
  }

  private static func difference(_ change: FactChange) -> Phrase {
    guard case .int(let old)? = change.old, case .int(let new)? = change.new else { return "" }
    return Phrase(new > old ? "+" + (new - old).grouped : (new - old).grouped)
  }
}

/// The wording of what moved.
enum ComparisonWords {
  static let title: Phrase = "What moved"
  static func between(_ old: Instant, _ new: Instant) -> Phrase {
    "From the report of \(old.day) to that of \(new.day)."
  }
  static let nothing: Phrase = "Nothing moved."
  static func newFamily(_ name: String) -> Phrase { "New family: \(name)" }
  static func goneFamily(_ name: String) -> Phrase { "No longer there: the family \(name)" }
  static func newFork(_ name: String) -> Phrase { "New fork: \(name)" }
  static func goneFork(_ name: String) -> Phrase { "No longer there: the fork \(name)" }
  static func verdict(_ old: Phrase, _ new: Phrase) -> Phrase {
    "The verdict moved from \(.strong(old)) to \(.strong(new))."
  }
  static let columns: [Table.Column] = [
    .init("Fact"), .init("Before"), .init("Now"), .init("Difference", .right),
  ]
  static func sync(_ sync: SyncEntry) -> Phrase {
    "New sync: \(VerdictWords.sync(sync.kind)) on \(sync.date.day), \(.code(sync.forkCommit.shortID))"
  }
  static func missing(_ fix: MissingFixEntry) -> Phrase {
    "Fix newly missing: \(.code(fix.commit.shortID)) of \(fix.date.day), \(fix.subject)"
  }
  static func closed(_ fix: MissingFixEntry) -> Phrase {
    "Fix no longer missing: \(.code(fix.commit.shortID)) of \(fix.date.day), \(fix.subject)"
  }
  static func gap(_ what: Phrase, _ reason: Phrase) -> Phrase { "Not known any more: \(what), \(reason)" }
}
