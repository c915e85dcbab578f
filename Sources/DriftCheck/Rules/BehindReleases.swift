import Evidence
import Landscape

extension Rule {
  /// How many releases of the line the fork has not taken in.
  static let behindReleases = Rule(
    id: "behind-releases",
    purpose: "Upstream made more releases on the fork's line than the fork may leave out.",
    details: """
      Counts the releases (tags with a version number; candidates and betas left out) on the fork's line that came \
      after its effective base, whatever ancestry says.
      """,
    remedy: "Sync with the newest release of the line.",
    severity: .warning,
    parameters: [RuleParameter("max", .count, .count(2), "How many releases the fork may be behind.")],
    needs: [.lineage],
    examples: [
      RuleExample("No release since the base", .passes),
      RuleExample(
        "Three releases since the base",
        .finds(["3 releases came after the fork's base, more than 2: 4.5, 4.4, 4.3."]),
        { facts in
          facts.fork.lineage?.releases = [("4.5", "2026-06-20"), ("4.4", "2026-06-12"), ("4.3", "2026-06-04")].map {
            ReleaseEntry(tag: $0, tagIsEncoded: false, commit: ForkFacts.id($0), date: ForkFacts.day($1))
          }
        }
      ),
      RuleExample(
        "The tags could not be read",
        .cannotTell("which releases came after the fork's base is not known"),
        { $0.fork.lineage?.releases = nil }
      ),
    ],
    judge: { facts, settings in
      let max = settings.count("max") ?? 0
      guard let releases = facts.fork.lineage?.releases else {
        return .unknown(
          facts.reason("lineage.releases", otherwise: "which releases came after the fork's base is not known")
        )
      }
      guard releases.count > max else { return .passed }
      let names = releases.prefix(5).map(\.tag).joined(separator: ", ") + (releases.count > 5 ? ", …" : "")
      return .found(
        "\(releases.count.of("release")) came after the fork's base, more than \(max.grouped): \(names).",
        ["releases": .int(releases.count), "max": .int(max), "newest": .string(releases[0].tag)]
      )
    }
  )
}
