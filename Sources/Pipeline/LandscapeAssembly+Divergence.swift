import BitCollections
import Divergence
import Family
import Git
import GitValues
import History
import Landscape
import Lineage

extension LandscapeAssembly {
  func divergenceEntry(_ result: ForkResult) -> DivergenceEntry? {
    guard request.stages.contains(.divergence), let lineage = result.lineage else { return nil }
    // Without common commits there is nothing to count from, by ancestry.
    let isExact = lineage.incompleteness == nil && !lineage.mergeBases.isEmpty
    let (ahead, behind) = (graph.size(of: lineage.forkOnly), graph.size(of: lineage.lineOnly))
    var entry = DivergenceEntry(
      base: result.base.map { BaseEntry(commit: "\(graph.ids[$0.node])", method: Self.method($0.method)) },
      ahead: isExact ? ahead.all : nil,
      behind: isExact ? behind.all : nil,
      aheadNoMerges: isExact ? ahead.noMerges : nil,
      behindNoMerges: isExact ? behind.noMerges : nil,
      defaultBranch: defaultBranch(result)
    )
    entry.effective = effectiveDistance(result)
    entry.vocabulary = vocabularyEntry(result)
    guard let divergence = result.divergence else { return entry }
    entry.files = FilesEntry(divergence.comparison.counts)
    entry.lines = LinesEntry(
      fork: Self.lines(divergence.forkLines),
      upstream: Self.lines(divergence.upstreamLines),
      heads: Self.lines(divergence.headLines)
    )
    entry.renames = RenamesEntry(
      byFork: divergence.renames.byFork,
      byUpstream: divergence.renames.byUpstream,
      folders: divergence.renamedFolders.map { folder in
        let (from, to) = (EncodedText(folder.from.bytes), EncodedText(folder.to.bytes))
        return FolderRenameEntry(
          from: from.text + "/",
          fromIsEncoded: from.isEncoded,
          to: to.text + "/",
          toIsEncoded: to.isEncoded,
          files: folder.files
        )
      }
    )
    entry.territory = divergence.territory.map { TerritoryEntry(home: $0.home, quiet: $0.quiet, new: $0.new) }
    entry.areas = divergence.areas.map { area in
      let path = EncodedText(area.path.bytes)
      return AreaEntry(
        path: path.text.isEmpty ? "." : path.text,
        pathIsEncoded: path.isEncoded,
        linesAdded: area.lines.added,
        linesRemoved: area.lines.removed,
        commits: area.commits
      )
    }
    entry.history =
      isExact
      ? divergence.history.map {
        HistoryEntry(month: "\($0.month)", ahead: $0.ahead, behind: $0.behind, lagDays: $0.lagDays)
      } : nil
    return entry
  }

  private static func lines(_ totals: LineTotals) -> LineCountEntry {
    LineCountEntry(added: totals.total.added, removed: totals.total.removed, binaryFiles: totals.binaryFiles)
  }

  private func defaultBranch(_ result: ForkResult) -> DefaultBranchEntry? {
    let upstream = members[result.fork.upstream]
    let (forkOnly, upstreamOnly) = oneSided(result, against: upstream.head)
    let (ahead, behind) = (graph.size(of: forkOnly), graph.size(of: upstreamOnly))
    let isExact = defaultGap(result) == nil
    let reference = upstream.headReference.map { EncodedText($0.bytes) }
    return DefaultBranchEntry(
      ref: reference?.text ?? "HEAD",
      refIsEncoded: reference?.isEncoded ?? false,
      commit: "\(graph.ids[upstream.head])",
      ahead: isExact ? ahead.all : nil,
      behind: isExact ? behind.all : nil,
      aheadNoMerges: isExact ? ahead.noMerges : nil,
      behindNoMerges: isExact ? behind.noMerges : nil
    )
  }

  /// Why the default branch cannot be counted against; nil where it can. The history below it may be cut where that of
  /// the line is whole.
  private func defaultGap(_ result: ForkResult) -> String? {
    guard let lineage = result.lineage else { return nil }
    let head = members[result.fork.upstream].head
    if lineage.line.head == head { return lineage.mergeBases.isEmpty ? Self.nothingInCommon : lineage.incompleteness }
    let (fork, upstream) = (graph.reach([members[result.fork.member].head]), graph.reach([head]))
    return Lineage.incompleteness(graph, lineReach: upstream, forkReach: fork)
      ?? (fork.isDisjoint(with: upstream) ? Self.nothingInCommon : nil)
  }

  private static let nothingInCommon = "the two have no commit in common to count from"

  /// Commits that only the fork, and only `head`, reaches. Most forks follow the default branch, whose sets are known.
  private func oneSided(_ result: ForkResult, against head: CommitGraph.Node) -> (BitSet, BitSet) {
    if let lineage = result.lineage, lineage.line.head == head { return (lineage.forkOnly, lineage.lineOnly) }
    let (fork, upstream) = (graph.reach([members[result.fork.member].head]), graph.reach([head]))
    return (fork.subtracting(upstream), upstream.subtracting(fork))
  }

  /// Everything in the fork's entry that is null or partial, with the reason.
  func notAnalysed(_ result: ForkResult) -> [NotAnalysedEntry] {
    var entries = result.notAnalysed.map { NotAnalysedEntry(what: $0.what, reason: $0.reason) }
    let names: [(Stage, String)] = [
      (.lineage, "lineage"), (.divergence, "divergence"), (.track, "track"), (.patches, "patches"),
      (.patches, "mergeForecast"), (.compatibility, "compatibility"), (.community, "community"),
    ]
    for (stage, name) in names where !request.stages.contains(stage) {
      entries.append(NotAnalysedEntry(what: name, reason: "left out by --only"))
    }
    if request.stages.contains(.divergence), !request.stages.contains(.track) {
      entries.append(NotAnalysedEntry(what: "divergence.vocabulary", reason: "goes with the track, left out by --only"))
    }
    if request.stages.contains(.community), let reason = communityGap(result) {
      entries.append(NotAnalysedEntry(what: "community", reason: reason))
    }
    guard let lineage = result.lineage else {
      if request.stages.contains(.divergence) {
        entries.append(NotAnalysedEntry(what: "divergence", reason: "the two share no history to measure from"))
      }
      return entries
    }
    if lineage.mergeBases.isEmpty {
      let what = "divergence.ahead, divergence.behind, divergence.history"
      entries.append(NotAnalysedEntry(what: what, reason: Self.nothingInCommon))
      if request.stages.contains(.patches), result.base == nil {
        let reason = "the two have no commit in common, and no upstream commit was found that the fork rests on"
        entries.append(NotAnalysedEntry(what: "patches", reason: reason))
      }
    }
    if let reason = lineage.incompleteness {
      entries.append(NotAnalysedEntry(what: "divergence.ahead, divergence.behind", reason: reason))
    }
    if request.stages.contains(.divergence), let reason = defaultGap(result) {
      entries.append(NotAnalysedEntry(what: "divergence.default", reason: reason))
    }
    if hasUnknownForkPoint(result) {
      let reason =
        "the fork merged upstream before their last common commit, and its main line began apart from upstream's"
      entries.append(NotAnalysedEntry(what: "lineage.forkPoint", reason: reason))
    }
    return entries + unread(result) + unreadPatches(result) + unreadForecast(result) + unreadSurfaces(result)
  }

  func unread(_ result: ForkResult) -> [NotAnalysedEntry] {
    guard let divergence = result.divergence else { return [] }
    var blobs: [BlobID: String] = [:]
    for totals in [divergence.forkLines, divergence.upstreamLines, divergence.headLines] {
      for (blob, reason) in totals.unread { blobs[blob] = reason }
    }
    var entries: [NotAnalysedEntry] = []
    if let first = blobs.min(by: { $0.key < $1.key }) {
      let files = blobs.count == 1 ? "1 file" : "\(blobs.count) files"
      entries.append(
        NotAnalysedEntry(
          what: "divergence.lines",
          reason: "the content of \(files) cannot be read, first \(first.key): \(first.value)"
        )
      )
    }
    if divergence.unreadCommits > 0 {
      entries.append(
        NotAnalysedEntry(
          what: "divergence.areas.commits",
          reason: "the trees of \(divergence.unreadCommits) commits cannot be read; they are left out"
        )
      )
    }
    return entries
  }
}
