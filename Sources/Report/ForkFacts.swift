import Landscape

/// The table of facts, each with the command that checks it.
struct ForkFacts {
  let context: ForkContext
  private var fork: ForkEntry { context.fork }

  var blocks: [Block] {
    let rows = identity + bases + counts + trees
    guard !rows.isEmpty else { return [] }
    var blocks: [Block] = [
      .heading(2, ForkWords.factsTitle), .table(Table(ForkWords.factColumns, rows: rows)),
    ]
    if rows.contains(where: { !$0[2].isEmpty }) {
      blocks += checking
    }
    return blocks
  }

  private var checking: [Block] {
    if fork.clone == context.upstreamClone { return [.paragraph(ForkWords.checkingInOneClone(fork.clone))] }
    return [
      .paragraph(ForkWords.checkingInACopy),
      .code(ForkWords.makingACopy(fork: fork.clone, upstream: context.upstreamClone)),
    ]
  }

  private func row(_ name: Phrase, _ value: Phrase, _ command: String = "") -> [Phrase] {
    [name, value, command.isEmpty ? "" : .code(command)]
  }

  /// The reason given for `what` being absent; nil where nobody gave one.
  private func gap(_ name: Phrase, _ what: String) -> [[Phrase]] {
    fork.notAnalysed.filter { $0.what == what }.map { row(name, ForkWords.reason(.reason($0))) }
  }

  private var identity: [[Phrase]] {
    var rows: [[Phrase]] = []
    if let head = fork.head {
      rows.append(row(ForkWords.head, ForkWords.ref(head.ref, head.commit, head.date), show(head.commit)))
    }
    if let upstream = fork.upstream {
      rows.append(row(fork.relation == .unrelated ? ForkWords.comparedWith : ForkWords.upstream, "\(upstream)"))
    }
    guard let lineage = fork.lineage else { return rows + gap(ForkWords.lineage, "lineage") }
    rows.append(row(ForkWords.lineage, ForkWords.lineage(lineage)))
    if let line = lineage.line {
      let value = ForkWords.ref(line.ref, line.commit, line.date) + ForkWords.confidence(line.confidence)
      rows.append(row(ForkWords.line, value, show(line.commit)))
    }
    return rows
  }

  private var bases: [[Phrase]] {
    guard let lineage = fork.lineage else { return [] }
    var rows: [[Phrase]] = []
    if let base = lineage.gitMergeBase {
      let value = ForkWords.commit(base.commit, base.date) + ForkWords.others(lineage.otherBases.count)
      rows.append(row(ForkWords.mergeBase, value, pair("git merge-base --all %")))
    } else {
      rows += gap(ForkWords.mergeBase, "lineage.gitMergeBase")
    }
    if let point = lineage.forkPoint {
      let value = ForkWords.commit(point.commit, point.date) + ForkWords.confidence(point.confidence)
      rows.append(row(ForkWords.forkPoint, value, show(point.commit)))
    } else {
      rows += gap(ForkWords.forkPoint, "lineage.forkPoint")
    }
    if let base = lineage.effectiveBase {
      let command = base.nearestTag == nil ? show(base.commit) : "git describe --tags --abbrev=0 \(base.commit.shortID)"
      rows.append(row(ForkWords.effectiveBase, ForkWords.base(base, lineage.syncs), command))
    } else {
      rows += gap(ForkWords.effectiveBase, "lineage.effectiveBase")
    }
    if let phantom = lineage.phantom { rows.append(row(ForkWords.phantomTitle, ForkWords.phantom(phantom))) }
    return rows
  }

  private var counts: [[Phrase]] {
    guard let divergence = fork.divergence, let head = fork.head else { return gap("Divergence", "divergence") }
    var rows: [[Phrase]] = []
    if let line = fork.lineage?.line {
      rows += distance(
        head: head.commit,
        ref: line.ref,
        commit: line.commit,
        ahead: divergence.ahead,
        behind: divergence.behind,
        aheadNoMerges: divergence.aheadNoMerges,
        behindNoMerges: divergence.behindNoMerges
      )
    }
    if let other = divergence.defaultBranch, other.commit != fork.lineage?.line?.commit {
      rows += distance(
        head: head.commit,
        ref: other.ref,
        commit: other.commit,
        ahead: other.ahead,
        behind: other.behind,
        aheadNoMerges: other.aheadNoMerges,
        behindNoMerges: other.behindNoMerges
      )
    }
    if let effective = divergence.effective {
      rows += [
        row(ForkWords.carried, ForkWords.carried(effective.ahead, hasRepeats: fork.hasRepeats)),
        row(ForkWords.missing, "\(effective.behind)"),
      ]
    }
    return rows
  }

  private func distance(
    head: String,
    ref: String,
    commit: String,
    ahead: Int?,
    behind: Int?,
    aheadNoMerges: Int?,
    behindNoMerges: Int?
  ) -> [[Phrase]] {
    var rows: [[Phrase]] = []
    func add(_ name: Phrase, _ count: Int?, noMerges: Int?, _ range: String) {
      guard let count else { return }
      rows.append(row(name, ForkWords.count(count, noMerges: noMerges), "git rev-list --count \(range)"))
    }
    let (from, to) = (commit.shortID, head.shortID)
    add(ForkWords.ahead(ref.shortRef), ahead, noMerges: aheadNoMerges, "\(from)..\(to)")
    add(ForkWords.behind(ref.shortRef), behind, noMerges: behindNoMerges, "\(to)..\(from)")
    return rows
  }

  private var trees: [[Phrase]] {
    guard let divergence = fork.divergence, let head = fork.head?.commit.shortID else { return [] }
    var rows: [[Phrase]] = []
    if let lines = divergence.lines, let line = fork.lineage?.line?.commit.shortID {
      let base = divergence.base?.commit.shortID
      rows += [
        row(ForkWords.linesByFork, ForkWords.lines(lines.fork), diff(base, head)),
        row(ForkWords.linesByUpstream, ForkWords.lines(lines.upstream), diff(base, line)),
        row(ForkWords.linesBetweenHeads, ForkWords.lines(lines.heads), diff(line, head)),
      ]
    } else {
      rows += gap(ForkWords.linesByFork, "divergence.lines")
    }
    if let renames = divergence.renames, renames.byFork + renames.byUpstream > 0 {
      rows.append(row(ForkWords.renames, ForkWords.renames(renames)))
    }
    return rows
  }

  private func show(_ commit: String) -> String { "git show --no-patch \(commit.shortID)" }

  private func diff(_ from: String?, _ to: String) -> String {
    from.map { "git diff --shortstat \($0) \(to)" } ?? ""
  }

  private func pair(_ command: String) -> String {
    guard let line = fork.lineage?.line, let head = fork.head else { return "" }
    return command.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: "\(line.commit.shortID) \(head.commit.shortID)")
  }
}
