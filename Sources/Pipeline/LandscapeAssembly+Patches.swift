import BitCollections
import Evidence
import GitValues
import History
import Landscape
import Lineage
import PatchFlow

extension LandscapeAssembly {
  /// The fork's patches, counted; nil where they were not analysed.
  func patchesEntry(_ result: ForkResult) -> PatchesEntry? {
    guard let patches = result.patches else { return nil }
    let lines = patchLines(patches)
    return PatchesEntry(
      upstreamSide: UpstreamPatchesEntry(lines),
      forkSide: ForkPatchesEntry(lines),
      flow: Self.flow(patches.travel),
      soakDays: Self.soak(patches.travel),
      upstreamingDays: patches.travel.upstreaming.map { soak in
        SoakEntry(
          median: soak.median?.toFourDecimals,
          p90: soak.p90?.toFourDecimals,
          arrived: soak.arrived,
          censored: soak.censored
        )
      },
      labelFindings: labelFindings(patches),
      missingFixes: missingFixes(patches, lines),
      silentReverts: result.dropped?.map { silentRevert($0.changes, $0.subject) },
      limits: PatchLimitsEntry(
        files: ReadingLimit.files,
        fileBytes: ReadingLimit.fileBytes,
        lines: ReadingLimit.lines,
        judgedFiles: ReadingLimit.judgedFiles,
        judgedFileBytes: ReadingLimit.judgedBytes,
        judgedLines: ReadingLimit.judgedLines,
        partlySeen: patches.flow.partlySeen
      )
    )
  }

  private static func soak(_ travel: Travel) -> SoakEntry? {
    travel.soak.map { soak in
      SoakEntry(
        median: soak.median?.toFourDecimals,
        p90: soak.p90?.toFourDecimals,
        arrived: soak.arrived,
        censored: soak.censored,
        byYear: travel.soakByYear.map { year, soak in
          SoakYearEntry(
            year: year,
            median: soak.median?.toFourDecimals,
            p90: soak.p90?.toFourDecimals,
            arrived: soak.arrived,
            censored: soak.censored
          )
        },
        byArea: travel.soakByArea.map { area, soak in
          let path = EncodedText(area.bytes)
          return SoakAreaEntry(
            path: path.text,
            pathIsEncoded: path.isEncoded,
            median: soak.median?.toFourDecimals,
            p90: soak.p90?.toFourDecimals,
            arrived: soak.arrived,
            censored: soak.censored
          )
        },
        trend: travel.trend.flatMap { SoakEntry.Trend(rawValue: $0.rawValue) }
      )
    }
  }

  /// So many files of a merge are listed.
  private static let listedPaths = 20

  private func silentRevert(_ dropped: DroppedChanges, _ subject: [UInt8]) -> SilentRevertEntry {
    let subject = EncodedText(subject)
    return SilentRevertEntry(
      commit: "\(graph.ids[dropped.merge])",
      date: date(of: dropped.merge),
      subject: subject.text,
      subjectIsEncoded: subject.isEncoded,
      upstreamCommit: "\(graph.ids[dropped.upstream])",
      files: dropped.paths.count,
      paths: dropped.paths.prefix(Self.listedPaths).map { path in
        let text = EncodedText(path.bytes)
        return SilentRevertPathEntry(path: text.text, pathIsEncoded: text.isEncoded)
      }
    )
  }

  /// Every commit that only one side has. Order: upstream's side first, each newest first, then by id.
  func patchLines(_ patches: PatchResult) -> [PatchLine] {
    let theirs = BitSet(graph.firstParentChain(from: patches.pair.line))
    let own = BitSet(graph.firstParentChain(from: patches.pair.fork))
    return patches.flow.upstreamSide.map {
      line($0, .upstream, mainLine: theirs, status: PatchStatus(rawValue: $0.status.rawValue))
    }
      + patches.flow.forkSide.map { line($0, .fork, mainLine: own, status: PatchStatus(rawValue: $0.status.rawValue)) }
  }

  private func line<Status>(
    _ commit: FlowCommit<Status>,
    _ side: PatchSide,
    mainLine: BitSet,
    status: PatchStatus?
  ) -> PatchLine {
    PatchLine(
      side: side,
      commit: "\(graph.ids[commit.node])",
      date: date(of: commit.node),
      subject: commit.subject?.text,
      subjectIsEncoded: commit.subject?.isEncoded ?? false,
      isOnMainLine: mainLine.contains(commit.node),
      status: status ?? .notAnalysed,
      presence: commit.presence.flatMap { PatchStatus(rawValue: $0.rawValue) },
      direction: commit.matches.first?.direction.rawValue,
      fix: commit.fix,
      matches: commit.matches.map { match in
        PatchMatch(
          commit: "\(graph.ids[match.node])",
          by: PatchMatch.Rung(rawValue: match.by.rawValue) ?? .similarity,
          similarity: .init(message: match.message?.toFourDecimals, diff: match.diff?.toFourDecimals)
        )
      },
      contradicted: commit.contradicted.map { "\($0)" },
      area: Self.area(commit.paths),
      submodules: commit.submodules.map(\.text),
      reason: commit.failure
    )
  }

  /// The deepest folder that all paths lie in; nil for none.
  private static func area(_ paths: [RepoPath]) -> String? {
    guard var folder = paths.first?.directory.split(separator: UInt8(ascii: "/")) else { return nil }
    for path in paths.dropFirst() {
      let other = path.directory.split(separator: UInt8(ascii: "/"))
      folder = Array(zip(folder, other).prefix { $0.elementsEqual($1) }.map(\.0))
    }
    let text = RepoPath(bytes: Array(folder.joined(separator: [UInt8(ascii: "/")]))).text
    return text.isEmpty ? "." : text
  }

  private static func flow(_ travel: Travel) -> FlowEntry {
    let (down, up) = (travel.years.reduce(0) { $0 + $1.down }, travel.years.reduce(0) { $0 + $1.up })
    let direction: FlowEntry.Direction =
      down + up == 0 ? .none : min(down, up) * 5 >= down + up ? .both : down > up ? .down : .up
    return FlowEntry(
      direction: direction,
      byYear: travel.years.map { FlowYearEntry(year: $0.year, down: $0.down, up: $0.up, unknown: $0.unknown) }
    )
  }

  /// - Parameter lines: those of ``patchLines(_:)``, upstream's side first.
  private func missingFixes(_ patches: PatchResult, _ lines: [PatchLine]) -> [MissingFixEntry] {
    let fixes = zip(patches.flow.upstreamSide, lines).compactMap { commit, line in
      commit.status == .missing || commit.status == .partial ? commit.fix.map { (commit, line, why: $0) } : nil
    }
    if fixes.isEmpty { return [] }
    let landings = graph.landings(on: patches.pair.line)
    return fixes.map { commit, line, why in
      MissingFixEntry(
        commit: line.commit,
        date: line.date,
        subject: line.subject ?? "",
        subjectIsEncoded: line.subjectIsEncoded,
        why: why,
        status: line.status,
        exposureDays: exposure(commit.node, patches, landings),
        isCodeThere: !commit.lacksSurroundings
      )
    }
  }

  /// Days since a fix stood on the line: what was written in a topic is open to nobody before it landed.
  func exposure(_ node: CommitGraph.Node, _ patches: PatchResult, _ landings: CommitGraph.Landings) -> Int {
    max(0, Int((patches.pair.asOf - landings.time(of: node)) / 86_400))
  }

  /// The distance in patches; nil where they were not analysed.
  func effectiveDistance(_ result: ForkResult) -> EffectiveDistanceEntry? {
    guard let patches = result.patches else { return nil }
    return EffectiveDistanceEntry(
      ahead: patches.flow.forkSide.count { $0.status == .carried },
      behind: patches.flow.upstreamSide.count { $0.status == .missing || $0.status == .partial }
    )
  }

  /// What of the patches could not be read.
  func unreadPatches(_ result: ForkResult) -> [NotAnalysedEntry] {
    guard let flow = result.patches?.flow else { return [] }
    let failures =
      flow.upstreamSide.compactMap { commit in commit.failure.map { (commit.node, $0) } }
      + flow.forkSide.compactMap { commit in commit.failure.map { (commit.node, $0) } }
    let gaps = flow.gaps.map { NotAnalysedEntry(what: Self.field($0.part), reason: $0.reason) }
    guard let first = failures.min(by: { graph.ids[$0.0] < graph.ids[$1.0] }) else { return gaps }
    let commits = failures.count == 1 ? "1 commit" : "\(failures.count) commits"
    return gaps + [
      NotAnalysedEntry(
        what: "patches",
        reason: "the changes of \(commits) cannot be read, first \(graph.ids[first.0]): \(first.1)"
      )
    ]
  }

  private static func field(_ part: FlowGap.Part) -> String {
    switch part {
    case .soakByArea: "patches.soakDays.byArea"
    case .fixes: "patches.missingFixes"
    }
  }
}
