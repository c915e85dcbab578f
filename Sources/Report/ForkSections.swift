import GitValues
import Landscape

/// What stands below a fork's facts; a section without anything to say is left out.
struct ForkSections {
  /// The most folders shown.
  static let areaLimit = 15
  /// The most renamed folders shown.
  static let folderLimit = 15
  /// The most syncs shown.
  static let syncLimit = 10

  let context: ForkContext
  var fork: ForkEntry { context.fork }
  var pictures: ForkPictures { ForkPictures(context: context) }

  var blocks: [Block] {
    territory + files + folders + vocabulary + ownWork + syncs + branches + patches + forecast + surfaces + history
      + community + evidence + whyUpstream + gaps
  }

  private var community: [Block] {
    guard fork.relation == .fork, let entry = fork.community else { return [] }
    return CommunitySections(entry: entry).fork(fork.name, upstream: context.upstreamName)
  }

  private var territory: [Block] {
    guard let divergence = fork.divergence else { return [] }
    var blocks: [Block] = []
    if let shares = divergence.territory, shares.home + shares.quiet + shares.new > 0 {
      let bars = zip(ForkWords.territoryNames, [shares.home, shares.quiet, shares.new]).map { words, share in
        Self.bar(ExplainText.plain(words.name), share, ExplainText.plain(words.meaning))
      }
      blocks.append(.code(bars.joined(separator: "\n")))
    }
    if let areas = divergence.areas, !areas.isEmpty {
      let rows = areas.prefix(Self.areaLimit).map(Self.areaRow)
      if let note = ForkWords.areasNote(Array(areas.prefix(Self.areaLimit).map(\.path))) {
        blocks.append(.paragraph(note))
      }
      if let picture = pictures.territory {
        blocks.append(.picture(picture))
      } else {
        blocks.append(.table(Table(ForkWords.areaColumns, rows: rows)))
        if areas.count > rows.count { blocks.append(.paragraph(ForkWords.moreAreas(areas.count - rows.count))) }
      }
    }
    return blocks.isEmpty ? [] : [.heading(2, ForkWords.territoryTitle)] + blocks
  }

  static func areaRow(_ area: AreaEntry) -> [Phrase] {
    let path = area.path.isEmpty || area.path == "." ? ForkWords.topFolder : .code(area.path)
    return [path, "\(area.linesAdded)", "\(area.linesRemoved)", "\(area.commits)"]
  }

  /// `home   ████████░░░░   31 %  in files that upstream changes too`
  static func bar(_ name: String, _ share: Double, _ meaning: String) -> String {
    let width = 30
    let filled = share > 0 ? max(1, Int((share * Double(width)).rounded())) : 0
    let bar = String(repeating: "█", count: min(filled, width)) + String(repeating: "░", count: max(0, width - filled))
    let percent = share.percent
    let padding = String(repeating: " ", count: max(0, 6 - percent.count))
    return name + String(repeating: " ", count: max(0, 7 - name.count)) + bar + padding + percent + "  " + meaning
  }

  private var files: [Block] {
    guard let divergence = fork.divergence, let files = divergence.files, files.total > 0 else { return [] }
    let rows = FileClass.allCases.filter { files[$0] > 0 }.map { kind -> [Phrase] in
      let share = Double(files[kind]) / Double(files.total)
      return [VerdictWords.fileClass(kind), "\(files[kind])", "\(share.percent)"]
    }
    return [
      .heading(2, ForkWords.filesTitle),
      .paragraph(ForkWords.filesIntroduction(total: files.total, base: divergence.base?.commit)),
      .table(Table(ForkWords.fileColumns, rows: rows)),
    ]
  }

  private var folders: [Block] {
    guard let folders = fork.divergence?.renames?.folders, !folders.isEmpty else { return [] }
    let rows = folders.prefix(Self.folderLimit).map { folder -> [Phrase] in
      let names = [folder.from, folder.to].map { $0.isEmpty ? ForkWords.topFolder : .code($0) }
      return names + ["\(folder.files)"]
    }
    var blocks: [Block] = [
      .heading(2, ForkWords.foldersTitle), .table(Table(ForkWords.folderColumns, rows: rows)),
    ]
    if folders.count > rows.count { blocks.append(.paragraph(ForkWords.moreAreas(folders.count - rows.count))) }
    return blocks
  }

  private var vocabulary: [Block] {
    guard let entry = fork.divergence?.vocabulary,
      ![entry.gained, entry.lost, entry.documents.gained, entry.documents.lost].allSatisfy(\.isEmpty)
    else { return [] }
    return [.heading(2, ForkWords.vocabularyTitle), .paragraph(ForkWords.vocabulary(entry))]
  }

  /// The last month of each year, newest first.
  private var history: [Block] {
    guard let history = fork.divergence?.history, history.contains(where: { $0.ahead + $0.behind > 0 }) else {
      return []
    }
    let apart = Array(history.drop { $0.ahead == 0 && $0.behind == 0 })
    let figures: Block =
      pictures.distance.map(Block.picture) ?? .table(Table(ForkWords.historyColumns, rows: Self.yearlyRows(apart)))
    return [.heading(2, ForkWords.historyTitle), .paragraph(ForkWords.historyIntroduction), figures]
  }

  static func yearlyRows(_ months: [HistoryEntry]) -> [[Phrase]] {
    var rows: [[Phrase]] = []
    var year = ""
    for entry in months.reversed() where entry.month.prefix(4) != year {
      year = String(entry.month.prefix(4))
      rows.append([
        "\(entry.month)", "\(entry.ahead)", "\(entry.behind)", entry.lagDays.map { "\($0)" } ?? "—",
      ])
    }
    return rows
  }

  private var evidence: [Block] {
    guard let evidence = fork.track?.evidence, !evidence.isEmpty else { return [] }
    return [
      .heading(2, ForkWords.evidenceTitle),
      .table(Table(ForkWords.evidenceColumns, rows: evidence.map(row))),
    ]
  }

  /// The heading of the evidence for the pair.
  var whyTitle: Phrase {
    fork.relation == .unrelated
      ? ForkWords.whyUnrelatedTitle(context.upstreamName) : ForkWords.whyUpstreamTitle(context.upstreamName)
  }

  private var whyUpstream: [Block] {
    guard !fork.upstreamEvidence.isEmpty else { return [] }
    return [
      .heading(2, whyTitle),
      .table(Table(ForkWords.whyColumns, rows: fork.upstreamEvidence.map(row))),
    ]
  }

  private func row(_ entry: EvidenceEntry) -> [Phrase] {
    // What counts for nothing speaks for nobody.
    entry.weight == 0
      ? ["—", "—", .term(entry.signal), .said(entry)]
      : ["\(entry.weight.twoDecimals)", VerdictWords.says(entry.says), .term(entry.signal), .said(entry)]
  }

  private var gaps: [Block] {
    let title: Block = .heading(2, ForkWords.gapsTitle)
    guard !fork.notAnalysed.isEmpty else { return [title, .paragraph(ForkWords.noGaps)] }
    var reasons: [Phrase] = []
    var whats: [Phrase: [String]] = [:]
    for entry in fork.notAnalysed {
      let reason = Phrase.reason(entry)
      if whats[reason] == nil { reasons.append(reason) }
      whats[reason, default: []].append(entry.what)
    }
    return [
      title,
      .list(reasons.map { LandscapeWords.gap(LandscapeWords.fields(whats[$0, default: []]), forks: [], reason: $0) }),
    ]
  }
}
