import GitValues
import Landscape

/// The English words for the terms of the model, the same on every page.
enum VerdictWords {
  static func track(_ verdict: TrackVerdict) -> String { verdict.rawValue }

  static func kind(_ kind: TrackKind) -> String {
    kind == .patchStack ? "patch stack" : kind.rawValue
  }

  static func role(_ role: CloneRole) -> String {
    switch role {
    case .upstream: "upstream"
    case .fork: "fork"
    case .unrelated: "unrelated"
    case .duplicate: "duplicate"
    case .patchFolder: "patch folder"
    case .notAnalysed: "not analysed"
    }
  }

  static func lineage(_ kind: LineageKind) -> String {
    switch kind {
    case .sharedHistory: "shared history"
    case .rewrittenHistory: "rewritten history"
    case .imported: "imported tree"
    case .unrelated: "unrelated"
    }
  }

  static func method(_ method: BaseMethod) -> String {
    switch method {
    case .ancestry: "by ancestry"
    case .tree: "by its tree"
    case .patches: "by patches in common"
    case .content: "by content"
    }
  }

  static func sync(_ kind: SyncKind) -> String { kind.rawValue }

  static func activity(_ activity: Activity?) -> String { activity?.rawValue ?? "—" }

  static func fileClass(_ kind: FileClass) -> String {
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
