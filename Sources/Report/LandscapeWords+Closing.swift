import Landscape

/// The wording of what stands below the tables.
extension LandscapeWords {
  static let otherClonesTitle: Phrase = "Other clones"

  static func otherClone(_ clone: CloneEntry) -> Phrase {
    let none: Phrase? = clone.role == .unrelated ? "no descent in common with another of these clones was found" : nil
    let reason: Phrase = (clone.reason.map(Phrase.term) ?? none).map { ": \($0)" } ?? ""
    return "\(.code(clone.path)), \(VerdictWords.role(clone.role))\(reason)"
  }

  static let gapsTitle: Phrase = "What could not be analysed"
  static let noGaps: Phrase = "Nothing: every clone could be opened, and every figure computed."

  static let everyFork: Phrase = "every fork"

  /// The fields that entries of a fork name: one of them may name several.
  static func fields(_ whats: [String]) -> [String] { whats.flatMap { $0.split(separator: ", ").map(String.init) } }

  static func gap(_ what: [String], forks: [Phrase], reason: Phrase) -> Phrase {
    let place: Phrase = forks.isEmpty ? "" : " (\(VerdictWords.list(forks)))"
    return "\(VerdictWords.list(what.map(Phrase.code), limit: 20))\(place): \(reason)"
  }

  static let readingTitle: Phrase = "How to read this"
  static let reading: [Phrase] = [
    """
    \(.strong("Track")): same-track, a user of the upstream could take the fork for the job they already do; \
    different-track, the fork exists to do another job; undetermined, the evidence does not decide. The kind follows, \
    then the confidence from 0 to 1.
    """,
    """
    \(.strong("Follows")): the branch of the upstream that the fork is measured against; of another fork, where that one \
    is named with it.
    """,
    """
    \(.strong("Rests on")): the date of the upstream commit whose whole tree best explains the fork's, and the nearest \
    tag at or before it with the number of commits since. It moves when the fork takes in upstream, by whatever means.
    """,
    """
    \(.strong("Ahead, behind")): commits on one side only, against the line that the fork follows, as git counts them; \
    without merge commits in parentheses where that differs. A dash: the two have no common commits to count from.
    """,
    """
    \(.strong("Lacks")): commits of upstream whose change is in the fork's files not at all or in part only; then how \
    many of them are fixes of security or data loss by what their messages say. Smaller than behind, because much \
    arrives in other ways than by merging, or does not apply.
    """,
    """
    \(.strong("Last sync")): when and how the fork last took upstream in: by a merge, a squash (a merge without its second parent), an import \
    (a release copied in), a batch of picks, or a rebase of its own work.
    """,
    """
    \(.strong("What users would notice")): elements of each surface (keywords, constants, functions, settings, flags, \
    tests) at the fork's base, in the head of the line that it follows, and in the fork. Removed and changed ones break \
    what users have; added ones do not; a fork that is lagging lacks only what upstream did since the base.
    """,
    """
    \(.strong("State")): active, own work within a year; slow, within three years; dormant, none in three years. Counted \
    back from the day on which the older of the two clones ends. As of: the newest commit in the fork's clone; what \
    happened later, this report cannot know.
    """,
  ]

  static let methodTitle: Phrase = "Method and limits"
  static let method: [Phrase] = [
    """
    Everything is computed from the clones alone: nothing was fetched, no program of theirs was run, and they were not \
    changed.
    """,
    "Clones of different age are compared at the earlier date of the two, so that an old snapshot is not taken for a dormant project.",
    "A dash means that a figure does not apply or could not be found; the list above and each fork's page say why. It never means zero.",
    """
    A verdict weighs evidence and can be wrong: each fork's page lists all of it, with weights and with commands to \
    check the figures. \(.code("landscape.json")) holds every figure with full ids.
    """,
  ]
}
