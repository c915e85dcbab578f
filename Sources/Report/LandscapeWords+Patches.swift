import Landscape

/// The wording of what patch flow says of a family.
extension LandscapeWords {
  static let fixesTitle: Phrase = "Fixes that forks lack"
  static let fixColumns: [Table.Column] = [.init("Date"), .init("Why it counts"), .init("Subject")]
  static let lackingForks: Phrase = "Forks that lack it"

  static func fixes(_ shown: Int, of total: Int) -> Phrase {
    let which: Phrase =
      shown == total
      ? "\(total.of("fix", "fixes")) of security or data loss" : "\(shown) of \(total) fixes of security or data loss"
    return which
      + " (told by message, release notes and back-patching), those that most forks lack first. Days count from the fix "
      + "to the date of the older clone. A dash does not mean safe: the line that the fork follows does not have that "
      + "commit, or the fork's clone is older."
  }

  static func state(_ entry: FamilyFixForkEntry) -> Phrase {
    switch entry.state {
    case .has: "has it"
    case .partial: .strong("in part") + open(entry)
    case .missing: .strong("lacks it") + open(entry)
    case .notApplicable: "not its code"
    case .notAnalysed: "not known"
    }
  }

  private static func open(_ entry: FamilyFixForkEntry) -> Phrase {
    entry.exposureDays.map { ", \($0.of("day", "days"))" } ?? ""
  }

  static let sharedTitle: Phrase = "What several forks changed alike"
  static let sharedColumns: [Table.Column] = [
    .init("First"), .init("Forks and their commits"), .init("Told by"), .init("Subject"),
  ]

  static func shared(_ shown: Int, of total: Int, upstream: String) -> Phrase {
    let which: Phrase =
      shown == total ? "\(total.of("change", "changes"))" : "\(shown) of \(total) changes"
    return which + " that forks made independently or took from one another, and that \(upstream) has in no form: "
      + "those of most forks first, then fixes, then the newest."
  }

  static func evidence(_ rung: PatchMatch.Rung?) -> Phrase {
    switch rung {
    case nil: "the same commit"
    case .trailer?: "a label"
    case .patchId?, .pathMapped?: "equal changes"
    case .metadata?: "author and date"
    case .similarity?: "likeness"
    case .squash?: "lines of several commits"
    }
  }
}
