import Landscape
import Report

/// The next sync of each fork, as commands for a person to look at and run: nothing is pushed.
struct NextSyncWriter {
  private let check: DriftCheck
  /// The most commits that a list shows.
  private static let limit = 200

  init(_ check: DriftCheck) { self.check = check }

  /// Every line ends in a newline.
  var text: String {
    let forks = check.facts.filter { $0.fork.relation == .fork || $0.fork.relation == .mirror }
    return (["# Next sync", ""] + forks.flatMap(section)).joined(separator: "\n") + "\n"
  }

  private func section(_ facts: ForkFacts) -> [String] {
    var lines = ["## \(ForeignMarkdown.text(facts.fork.name))", ""]
    guard let lineage = facts.fork.lineage, let line = lineage.line, let base = lineage.effectiveBase else {
      return lines + ["What it stands on is not known.", ""]
    }
    let release = lineage.releases?.first
    let target = release?.commit ?? line.commit
    let name = release.map { "release \($0.tag)" } ?? line.ref
    let tag = base.nearestTag.map { " (\($0))" } ?? ""
    lines.append(
      ForeignMarkdown.text("It stands on \(base.commit.short) of \(base.date.day)\(tag); the line is \(line.ref) at ")
        + ForeignMarkdown.text("\(line.commit.short) of \(line.date.day).")
    )
    lines.append("")
    guard facts.fork.divergence?.behind != 0 else { return lines + ["There is nothing to sync.", ""] }
    lines += fixes(facts)
    let branch = "sync/\(check.now.day)"
    lines += ["### Merge \(ForeignMarkdown.text(name))", ""]
    if base.method != .ancestry, base.commit != lineage.gitMergeBase?.commit {
      lines += [
        "Git does not know what the fork stands on; the second command records it, so that the merge meets only what "
          + "is new.", "",
      ]
    }
    lines += commands(mergeCommands(facts, lineage, base, branch, target))
    if let conflicts = facts.conflicts {
      lines += ["It would stop at \(conflicts.count.of("file")).", ""]
    }
    return lines + rebase(facts, branch, target)
  }

  private func mergeCommands(
    _ facts: ForkFacts,
    _ lineage: LineageEntry,
    _ base: EffectiveBaseEntry,
    _ branch: String,
    _ target: String
  ) -> [String] {
    let isUnknown = base.method != .ancestry && base.commit != lineage.gitMergeBase?.commit
    let strangers = lineage.gitMergeBase == nil ? " --allow-unrelated-histories" : ""
    return [
      "git switch -c \(branch) \(facts.fork.head?.commit ?? "HEAD")",
      isUnknown ? "git merge -s ours\(strangers) \(base.commit)" : nil, "git merge \(target)",
    ].compactMap { $0 }
  }

  /// What cannot wait for a sync: fixes that are missing, oldest first.
  private func fixes(_ facts: ForkFacts) -> [String] {
    guard let fixes = facts.fork.patches?.missingFixes, !fixes.isEmpty else { return [] }
    let head = ["### Fixes that need not wait", ""]
    return head
      + commands(
        shortened(
          fixes.reversed().map { "git cherry-pick -x \($0.commit) # \(VisibleText.of($0.why))" },
          "fix",
          "fixes"
        )
      )
  }

  /// The patches to carry over, for a fork that rebases: oldest first, without those that upstream has.
  private func rebase(_ facts: ForkFacts, _ branch: String, _ target: String) -> [String] {
    guard let patches = facts.patches else { return [] }
    let carried = patches.filter { $0.side == .fork && $0.status == .carried }.reversed()
    guard !carried.isEmpty else { return [] }
    let dropped = patches.count {
      $0.side == .fork && ($0.status == .upstreamed || $0.status == .upstreamedAdapted)
    }
    let without = dropped == 0 ? "" : " \(dropped.of("patch", "patches")) that upstream has by now are left out."
    return [
      "### Or rebase", "",
      "\(carried.count.of("patch", "patches")) to carry over, oldest first.\(without)", "",
    ]
      + commands(
        ["git switch -c \(branch)-rebased \(target)"]
          + shortened(
            carried.map {
              "git cherry-pick \($0.commit) # \(VisibleText.cut(VisibleText.of($0.subject ?? ""), to: 80))"
            },
            "patch",
            "patches"
          )
      )
  }

  private func shortened(_ lines: [String], _ one: String, _ many: String) -> [String] {
    guard lines.count > Self.limit else { return lines }
    return lines.prefix(Self.limit) + ["# … and \((lines.count - Self.limit).of(one, many)) more"]
  }

  /// A block of shell commands; a run of backticks in a comment must not end it.
  private func commands(_ lines: [String]) -> [String] {
    ["```sh"] + lines.map { $0.replacing("```", with: "'''") } + ["```", ""]
  }
}
