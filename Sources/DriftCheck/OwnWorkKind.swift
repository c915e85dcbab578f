import Landscape

/// What a fork did itself, as far as it must be told from what upstream did.
enum OwnWorkKind: Hashable, Sendable {
  /// Commits.
  case commits
  /// Changes of files since the base.
  case files
}

extension ForkFacts {
  /// A base by content of less confidence than this is a guess.
  static let sureBase = 0.6

  /// Why the fork's own work cannot be told from upstream's; nil where it can.
  func gap(in work: OwnWorkKind) -> String? {
    guard let lineage = fork.lineage, let base = lineage.effectiveBase else { return nil }
    let isEdge = base.atEdge && (work == .files || lineage.ownWork?.upstreamLines ?? 0 == 0)
    if isEdge {
      return "the clone of \(upstreamName) lacks commits that the fork already took in, so its own work cannot be told "
        + "from theirs; give a clone that has the branch which the fork follows"
    }
    return work == .files ? guess(base) : nil
  }

  /// Why the base is no ground to judge on; nil where it is one.
  func guess(_ base: EffectiveBaseEntry) -> String? {
    guard base.method == .content, base.confidence < Self.sureBase else { return nil }
    return "what the fork's content stands on is a guess (confidence \(Int((base.confidence * 100).rounded())) %)"
  }
}

extension RuleExample {
  /// A fork whose branch the clone of upstream lacks: no rule on own work may blame it.
  static func onUnknownBranch(set settings: [(name: String, value: SettingValue)] = []) -> RuleExample {
    RuleExample(
      "The upstream clone lacks the branch that the fork follows",
      set: settings,
      .cannotTell(
        "the clone of tide lacks commits that the fork already took in, so its own work cannot be told from theirs; "
          + "give a clone that has the branch which the fork follows"
      ),
      {
        $0.fork.lineage?.effectiveBase = .healthy(
          ForkFacts.id("base"),
          ForkFacts.day("2026-06-01"),
          .content,
          atEdge: true
        )
      }
    )
  }
}
