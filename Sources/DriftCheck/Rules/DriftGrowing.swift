import Evidence
import Landscape

extension Rule {
  /// The distance over time.
  static let driftGrowing = Rule(
    id: "drift-growing",
    purpose: "The distance to upstream has grown for months on end.",
    details: """
      Looks at what the fork was behind at the end of each of the last `months` months: a finding where it grew in every \
      one of them and is `least` commits or more by now. Git's count is used, so where the fork stands on a base that git \
      does not know of, there is no answer.
      """,
    remedy: "Sync with upstream, and plan the next one.",
    severity: .info,
    isOnByDefault: false,
    parameters: [
      RuleParameter("months", .count, .count(6), "For how many months it may grow on end."),
      RuleParameter("least", .count, .count(20), "Below this many commits behind, growing is no matter."),
    ],
    needs: [.lineage, .divergence],
    examples: [
      RuleExample("It stays", .passes),
      RuleExample(
        "It grew in each of the last three months",
        set: [("months", .count(3)), ("least", .count(10))],
        .finds(["The fork has fallen further behind in each of the last 3 months: from 7 to 40 commits."]),
        { facts in
          for (index, behind) in [(3, 20), (4, 30), (5, 40)] {
            facts.fork.divergence?.history?[index] = HistoryEntry(
              month: "2026-0\(index + 1)",
              ahead: 12,
              behind: behind,
              lagDays: 30
            )
          }
        }
      ),
      RuleExample(
        "Git counts from another base",
        .cannotTell("git's counts say nothing here: the fork stands on a base that git does not know of"),
        {
          $0.fork.lineage?.effectiveBase = .healthy(ForkFacts.id("new"), ForkFacts.day("2026-06-20"), .tree)
        }
      ),
      RuleExample(
        "The months were not looked at",
        .cannotTell("the distance month by month is not known"),
        { $0.fork.divergence?.history = nil }
      ),
    ],
    judge: { facts, settings in
      let (months, least) = (settings.count("months") ?? 0, settings.count("least") ?? 0)
      guard let history = facts.fork.divergence?.history, let base = facts.fork.lineage?.effectiveBase else {
        return .unknown(facts.reason("divergence.history", otherwise: "the distance month by month is not known"))
      }
      guard base.method == .ancestry else {
        return .unknown("git's counts say nothing here: the fork stands on a base that git does not know of")
      }
      let last = history.suffix(months + 1)
      guard months > 0, last.count == months + 1,
        let (from, to) = last.first.flatMap({ first in last.last.map { (first, $0) } })
      else { return .passed }
      let grows = zip(last, last.dropFirst()).allSatisfy { $0.behind < $1.behind }
      guard grows, to.behind >= least else { return .passed }
      return .found(
        "The fork has fallen further behind in each of the last \(months) months: from \(from.behind.grouped) to "
          + "\(to.behind.of("commit")).",
        ["months": .int(months), "from": .int(from.behind), "to": .int(to.behind)]
      )
    }
  )
}
