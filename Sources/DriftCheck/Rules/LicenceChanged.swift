import Evidence
import Landscape

extension Rule {
  /// The licence of fork and upstream.
  static let licenceChanged = Rule(
    id: "licence-changed",
    purpose: "Fork and upstream do not have the same licence, or one of them changed it.",
    details: """
      Compares the licence texts at both heads, by SPDX identifier, and with the baseline where one is given. `allow` \
      names licences that the fork may have besides upstream's.
      """,
    remedy: "Have the difference looked at; where it is meant, name the fork's licence in `allow`.",
    severity: .warning,
    parameters: [RuleParameter("allow", .names, nil, "SPDX identifiers that the fork may have.")],
    needs: [.lineage],
    examples: [
      RuleExample("Both have the same", .passes),
      RuleExample(
        "Upstream has another",
        .finds(["Its licence is MIT, upstream's is SSPL-1.0."]),
        { $0.upstreamPortrait = PortraitEntry(title: nil, license: "SSPL-1.0", describes: nil, forkOf: nil) }
      ),
      RuleExample(
        "Upstream has another, and the fork's is allowed",
        set: [("allow", .list(["MIT"]))],
        .passes,
        { $0.upstreamPortrait = PortraitEntry(title: nil, license: "SSPL-1.0", describes: nil, forkOf: nil) }
      ),
      RuleExample(
        "It changed since the baseline",
        set: [("allow", .list(["MIT"]))],
        .finds(["Its licence was ISC in the baseline and is MIT now."]),
        { facts in
          facts.hasBaseline = true
          facts.earlier = facts.fork
          facts.earlier?.portrait = PortraitEntry(title: nil, license: "ISC", describes: nil, forkOf: nil)
        }
      ),
      RuleExample(
        "Neither has one",
        .passes,
        {
          $0.fork.portrait = PortraitEntry(title: nil, license: nil, describes: nil, forkOf: nil)
          $0.upstreamPortrait = $0.fork.portrait
        }
      ),
      RuleExample(
        "No licence was found in the fork",
        .cannotTell("no licence was recognised in the fork"),
        { $0.fork.portrait = PortraitEntry(title: nil, license: nil, describes: nil, forkOf: nil) }
      ),
    ],
    judge: { facts, settings in
      // Both were looked at and neither has one: there is nothing to differ.
      if let one = facts.fork.portrait, let other = facts.upstreamPortrait, one.license == nil, other.license == nil {
        return .passed
      }
      guard let own = facts.fork.portrait?.license else {
        return .unknown(facts.reason("portrait", otherwise: "no licence was recognised in the fork"))
      }
      var outcome = RuleOutcome.passed
      if let before = facts.earlier?.portrait?.license, before != own {
        outcome = .found(
          "Its licence was \(before) in the baseline and is \(own) now.",
          ["before": .string(before), "now": .string(own)],
          key: "since-baseline",
          part: "changed"
        )
      }
      if settings.list("allow").contains(own) { return outcome }
      guard let theirs = facts.upstreamPortrait?.license else {
        return outcome + .unknown("no licence was recognised in \(facts.upstreamName)")
      }
      guard theirs != own else { return outcome }
      return outcome
        + .found(
          "Its licence is \(own), upstream's is \(theirs).",
          ["fork": .string(own), "upstream": .string(theirs)],
          part: "differs"
        )
    }
  )
}
