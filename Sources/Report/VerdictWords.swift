import GitValues
import Landscape

/// The words for the terms of the model, the same on every page.
enum VerdictWords {
  static func track(_ verdict: TrackVerdict) -> Phrase {
    switch verdict {
    case .sameTrack: "same-track"
    case .differentTrack: "different-track"
    case .undetermined: "undetermined"
    }
  }

  static func kind(_ kind: TrackKind) -> Phrase {
    switch kind {
    case .contribution: "contribution"
    case .patchStack: "patch stack"
    case .port: "port"
    case .successor: "successor"
    case .competitor: "competitor"
    case .derivative: "derivative"
    }
  }

  static func role(_ role: CloneRole) -> Phrase {
    switch role {
    case .upstream: "upstream"
    case .fork: "fork"
    case .unrelated: "unrelated"
    case .duplicate: "duplicate"
    case .patchFolder: "patch folder"
    case .notAnalysed: "not analysed"
    }
  }

  /// What evidence speaks for: a verdict, or an upstream by its name.
  static func says(_ word: String) -> Phrase { TrackVerdict(rawValue: word).map(track) ?? Phrase(word) }

  static func lineage(_ kind: LineageKind) -> Phrase {
    switch kind {
    case .sharedHistory: "shared history"
    case .rewrittenHistory: "rewritten history"
    case .imported: "imported tree"
    case .unrelated: "unrelated"
    }
  }

  static func method(_ method: BaseMethod) -> Phrase {
    switch method {
    case .ancestry: "by ancestry"
    case .tree: "by its tree"
    case .patches: "by patches in common"
    case .content: "by content"
    }
  }

  /// By what the base was found: where no content was compared with it, a sync that the fork records speaks for it.
  static func method(_ base: EffectiveBaseEntry, _ syncs: [SyncEntry]?) -> Phrase {
    isRecorded(base, syncs) ? "by the sync that its history records" : method(base.method)
  }

  static func isRecorded(_ base: EffectiveBaseEntry, _ syncs: [SyncEntry]?) -> Bool {
    base.method == .content && base.similarity == nil && base.passageSimilarity == nil
      && syncs?.contains { $0.upstreamCommit == base.commit } ?? false
  }

  static func sync(_ kind: SyncKind) -> Phrase {
    switch kind {
    case .merge: "merge"
    case .squash: "squash"
    case .import: "import"
    case .picks: "picks"
    case .rebase: "rebase"
    }
  }

  static func branch(_ branch: BranchEntry) -> Phrase {
    switch branch.kind {
    case .head: "analysed here"
    case .releaseLine: "release line"
    case .custom: branch.organisation.map { "custom branch of \($0)" } ?? "custom branch"
    case .longLived: "long-lived"
    case .topic: "topic"
    case .merged: "merged"
    }
  }

  static func activity(_ activity: Activity?) -> Phrase {
    switch activity {
    case .active: "active"
    case .slow: "slow"
    case .dormant: "dormant"
    case nil: "—"
    }
  }

  static func fileClass(_ kind: FileClass) -> Phrase {
    switch kind {
    case .identical: "identical"
    case .changedByFork: "changed by the fork"
    case .changedByUpstream: "changed by upstream"
    case .changedByBothAlike: "changed by both, alike"
    case .changedByBoth: "changed by both, differently"
    case .addedByFork: "added by the fork"
    case .addedByUpstream: "added by upstream"
    case .addedByBoth: "added by both"
    case .deletedByFork: "deleted by the fork"
    case .deletedByUpstream: "deleted by upstream"
    case .deletedByBoth: "deleted by both"
    case .deletedByForkChangedByUpstream: "deleted by the fork, changed by upstream"
    case .changedByForkDeletedByUpstream: "changed by the fork, deleted by upstream"
    }
  }

  /// `a`, `a and b`, `a, b and c`; of more than `limit`, the first ones and how many more.
  /// A list of some out of `total`: the rest is counted as its last member.
  static func list(_ items: [Phrase], of total: Int) -> Phrase {
    let rest = total - items.count
    return list(items + (rest > 0 ? [Phrase(rest.of("other", "others"))] : []), limit: items.count + 1)
  }

  static func list(_ items: [Phrase], limit: Int = 6) -> Phrase {
    var items = items
    if items.count > limit {
      let rest = items.count - limit + 1
      items = Array(items.prefix(limit - 1)) + ["\(rest) more"]
    }
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }
}
