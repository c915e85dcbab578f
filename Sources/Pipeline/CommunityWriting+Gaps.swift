import Community
import History
import Landscape
import Lineage

extension CommunityWriting {
  /// Questions that the history of a side cannot answer.
  func unanswered(_ side: CommunitySide, _ portrait: Community.Portrait) -> [NotAnalysedEntry] {
    [landingGap(portrait), landersGap(portrait), conversionGap(portrait), unreadGap(side)].compactMap { $0 }
      + rootGaps(side)
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func landingGap(_ portrait: Community.Portrait) -> NotAnalysedEntry? {
    guard case .failure(let gap) = portrait.landing else { return nil }
    let reason =
      switch gap {
      case .sameDates(let share):
        "\(percent(share)) of the commits were recorded by those who wrote them, so that their two dates tell no wait"
      case .forge(let share):
        "the forge recorded \(percent(share)) of the commits: where it squashes or rebases, the author's date is not "
          + "that of the change"
      case .batches(let share):
        "\(percent(share)) of the commits were recorded with fifty and more others within an hour: a stack was rebased or "
          + "a history copied, and the second date tells only when"
      case .few(let count): "\(count == 1 ? "1 commit is" : "\(count) commits are") too few"
      }
    return NotAnalysedEntry(what: "community.landing", reason: reason)
  }

  /// Where every author records his own commits, nothing tells who may.
  private func landersGap(_ portrait: Community.Portrait) -> NotAnalysedEntry? {
    let landers = portrait.landers
    let authored = landers.credits.first { $0.kind == .authored }?.commits ?? 0
    if landers.commits > 0, landers.unknown * 2 > landers.commits {
      let share = Double(landers.unknown) / Double(landers.commits)
      return NotAnalysedEntry(
        what: "community.landers",
        reason: "the forge or a program recorded \(percent(share)) of the main line's commits without saying for whom"
      )
    }
    guard let own = landers.selfCommitted, own >= 0.95, portrait.influence.commits >= 20,
      authored * 20 < portrait.influence.commits, portrait.influence.merges * 20 < portrait.influence.commits
    else { return nil }
    return NotAnalysedEntry(
      what: "community.landers",
      reason: "\(percent(own)) of the commits name one person as author and committer at one moment: either everybody "
        + "lands his own, or the history was converted and the authors are lost"
    )
  }

  private func conversionGap(_ portrait: Community.Portrait) -> NotAnalysedEntry? {
    portrait.landers.convertedUntil.map { until in
      NotAnalysedEntry(
        what: "community.people",
        reason: "up to \(Instant(seconds: until).day) commits were converted from another system, which knows whoever "
          + "recorded a change, not who wrote it"
      )
    }
  }

  private func unreadGap(_ side: CommunitySide) -> NotAnalysedEntry? {
    let unread = (found.facts.unread + found.facts.unreadTrees).filter { side.own.contains($0.node) }
    guard let first = unread.min(by: { assembly.graph.ids[$0.node] < assembly.graph.ids[$1.node] }) else { return nil }
    let commits = unread.count == 1 ? "1 commit" : "\(unread.count) commits"
    return NotAnalysedEntry(
      what: "community.commits",
      reason: "\(commits) cannot be read whole, first \(assembly.graph.ids[first.node]): \(first.reason)"
    )
  }

  private func rootGaps(_ side: CommunitySide) -> [NotAnalysedEntry] {
    found.community.largeRoots(of: side).prefix(1).map { root in
      NotAnalysedEntry(
        what: "community.files",
        reason: "the history begins with \(root.files) files at once (\(assembly.date(of: root.node).day)): who wrote "
          + "them before is not in it"
      )
    }
  }

  /// What of a fork's people cannot be told.
  func gaps(_ fork: ForkCommunity, _ result: ForkResult) -> [NotAnalysedEntry] {
    var gaps: [NotAnalysedEntry] = []
    if result.patches == nil {
      let what = "community.organisations.lineShare, community.partners.organisations.upstreamed"
      gaps.append(NotAnalysedEntry(what: what, reason: "patch flow was not traced: copies count as own work"))
    }
    if fork.relations.moves == nil {
      let reason =
        result.lineage?.mergeBases.isEmpty == false
        ? "nobody is known to have worked on what the two have in common in the two years before they parted"
        : "the two have no commit in common: who came from the upstream is not in the history"
      gaps.append(NotAnalysedEntry(what: "community.moved", reason: reason))
    }
    if fork.ofMissingLine > 0 {
      let commits = fork.ofMissingLine == 1 ? "1 commit" : "\(fork.ofMissingLine) commits"
      gaps.append(
        NotAnalysedEntry(
          what: "community.commits",
          reason:
            "\(commits) that upstream's people recorded are taken for those of a line that upstream's clone lacks, "
            + "and not counted as the fork's own"
        )
      )
    }
    return gaps
  }
}
