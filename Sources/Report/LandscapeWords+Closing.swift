import Landscape

/// The wording of what stands below the tables.
extension LandscapeWords {
  static let otherClonesTitle: Phrase = "Other clones"

  static func otherClone(_ clone: CloneEntry) -> Phrase {
    let reason: Phrase = clone.reason.map { ": \($0)" } ?? ""
    return "\(.code(clone.path)), \(VerdictWords.role(clone.role))\(reason)"
  }

  static let gapsTitle: Phrase = "What could not be analysed"
  static let noGaps: Phrase = "Nothing: every clone could be opened, and every figure computed."

  static let everyFork: Phrase = "every fork"

  static func gap(_ what: String, forks: [Phrase], reason: String) -> Phrase {
    let place: Phrase = forks.isEmpty ? "" : " (\(VerdictWords.list(forks)))"
    return "\(.code(what))\(place): \(reason)"
  }

  static let readingTitle: Phrase = "How to read this"
  static let reading: [Phrase] = [
    """
    \(.strong("Track")): same-track, a user of the upstream could take the fork for the job they already do; \
    different-track, the fork exists to do another job; undetermined, the evidence does not decide. The kind follows, \
    then the confidence from 0 to 1.
    """,
    """
    \(.strong("Based on upstream of")): the date of the upstream commit whose whole tree best explains the fork's, and \
    the nearest tag at or before it. It moves when the fork takes in upstream, by whatever means.
    """,
    """
    \(.strong("Ahead, behind")): commits on one side only, against the line that the fork follows, as git counts them; \
    without merge commits in parentheses where that differs. A dash: the two have no common commits to count from.
    """,
    """
    \(.strong("Own work")): where the lines that the fork changed lie. Home, in files that upstream changed since the \
    base too; quiet, in files that upstream has and left alone; new, in files that upstream never had.
    """,
    """
    \(.strong("Activity")): active, own work within a year; slow, within three years; dormant, none in three years. Counted \
    back from the day on which the older of the two clones ends.
    """,
    "\(.strong("As of")): the newest commit in the fork's clone. What happened later, this report cannot know.",
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
  static let laterStages: Phrase = """
    Merge conflicts to expect, compatibility of what users depend on, and people are not \
    part of this version.
    """
}
