import Evidence
import Landscape

extension Rule {
  /// Own commits without the label that the team agreed on.
  static let labelMissing = Rule(
    id: "label-missing",
    purpose: "A commit of the fork's own does not bear the label that the team agreed on.",
    details: """
      Looks at the first line of the fork's own commits: what came from upstream, with other histories, or was undone \
      later is left out. `openshift` asks for `UPSTREAM: <carry>:`, `UPSTREAM: <drop>:` or `UPSTREAM: 123:`; `android` \
      for `UPSTREAM:`, `BACKPORT:`, `FROMGIT:`, `FROMLIST:` or `ANDROID:`; `pattern` for a regular expression of your \
      own. `since` is the day on which the team agreed; commits before it are not asked. `main-line-only` asks only the \
      commits of the main line itself, where the label stands on what is merged and not on every commit of a topic.
      """,
    remedy: "Give the commit the label, or move `since`.",
    severity: .warning,
    isOnByDefault: false,
    parameters: [
      RuleParameter("convention", .word(LabelConvention.allCases.map(\.rawValue)), nil, "The convention of the team."),
      RuleParameter("pattern", .pattern, nil, "A regular expression that the first line must match at its beginning."),
      RuleParameter("since", .day, nil, "The first day on which the label is asked for."),
      RuleParameter("main-line-only", .flag, .flag(false), "Whether commits that came in by a merge are left out."),
    ],
    requiresOneOf: ["convention", "pattern"],
    needs: [.lineage, .divergence, .patches],
    judgedWork: .commits,
    examples: [
      RuleExample("All own commits bear it", set: [("convention", .text("openshift"))], .passes),
      RuleExample(
        "One does not",
        set: [("convention", .text("openshift")), ("since", .text("2026-05-01"))],
        .finds([
          "“Paint the buoy” (\(ForkFacts.id("buoy").short)) of 2026-05-20 bears no label UPSTREAM: <carry>: or the like."
        ]),
        { $0.patches?.append(.example(.fork, "buoy", "2026-05-20", .carried, "Paint the buoy")) }
      ),
      RuleExample(
        "One does not, and it is older than the agreement",
        set: [("convention", .text("openshift")), ("since", .text("2026-06-01"))],
        .passes,
        { $0.patches?.append(.example(.fork, "buoy", "2026-05-20", .carried, "Paint the buoy")) }
      ),
      RuleExample(
        "One does not, and came in by a merge whose label counts",
        set: [("convention", .text("openshift")), ("main-line-only", .flag(true))],
        .passes,
        { $0.patches?.append(.example(.fork, "buoy", "2026-05-20", .carried, "Paint the buoy", isOnMainLine: false)) }
      ),
      RuleExample(
        "A commit of upstream's in the fork",
        set: [("pattern", .text("harbor: |UPSTREAM:"))],
        .passes,
        { $0.patches?.append(.example(.fork, "wave", "2026-05-20", .taken, "Calm the waves", match: "gale")) }
      ),
      RuleExample(
        "The list of patches is not at hand",
        set: [("convention", .text("android"))],
        .cannotTell("which labels the fork's commits bear is not known"),
        { $0.patches = nil }
      ),
      .onUnknownBranch(set: [("convention", .text("android"))]),
    ],
    judge: { facts, settings in
      guard let own = facts.ownCommits else {
        return .unknown(facts.reason("patches", otherwise: "which labels the fork's commits bear is not known"))
      }
      let convention = settings.text("convention").flatMap(LabelConvention.init)
      guard let pattern = settings.text("pattern") ?? convention?.pattern else {
        return .unknown("the policy names neither `convention` nor `pattern`")
      }
      let since = settings.text("since").flatMap { Instant(iso8601: $0 + "T00:00:00Z") } ?? .earliest
      let wanted = convention.map(\.title) ?? "that matches \(pattern)"
      var outcome = RuleOutcome.passed
      do {
        let expression = try Regex(pattern)
        let asked = settings.flag("main-line-only") ? own.filter(\.isOnMainLine) : own
        for line in asked where line.date >= since {
          guard let subject = line.subject else {
            outcome.gaps.append("the message of \(line.commit.short) cannot be read")
            continue
          }
          guard subject.prefixMatch(of: expression) == nil else { continue }
          outcome.findings.append(
            RuleOutcome.Draft(
              key: line.commit,
              parameters: ["commit": .string(line.commit), "subject": .string(subject), "wanted": .string(wanted)],
              text: "“\(subject)” (\(line.commit.short)) of \(line.date.day) bears no label \(wanted)."
            )
          )
        }
      } catch {
        return .unknown("`\(pattern)` is no regular expression: \(error)")
      }
      return outcome
    }
  )
}

/// Conventions of first lines.
enum LabelConvention: String, CaseIterable {
  case openshift, android

  /// What a first line begins with, as a regular expression.
  var pattern: String {
    switch self {
    case .openshift: #"UPSTREAM: (<carry>|<drop>|[0-9]+|[\w.-]+/[\w.-]+: ?[0-9]+):"#
    case .android: #"(UPSTREAM|BACKPORT|FROMGIT|FROMLIST|ANDROID)(\([^)]*\))?:"#
    }
  }

  /// The labels, for sentences.
  var title: String {
    switch self {
    case .openshift: "UPSTREAM: <carry>: or the like"
    case .android: "UPSTREAM:, BACKPORT:, FROMGIT:, FROMLIST: or ANDROID:"
    }
  }
}
