import Declarations

extension Rule {
  /// Every rule. Order: as they are shown.
  public static let all: [Rule] = [
    behindCommits, behindDays, behindReleases, syncOverdue, driftGrowing,
    missingFixes, silentReverts, mergeConflicts,
    carriedGrowing, carriedUpstream, labelFalse, labelMissing,
    pathsMustMatch, pathsUntouched, pathsMayDiverge,
    surfaceLevel, licenceChanged, trackChanged,
    baseDiffers, incompleteClone,
    waiverExpired, waiverUnused,
  ]

  /// The rule of that id; nil where there is none.
  public static func named(_ id: String) -> Rule? { all.first { $0.id == id } }
}

extension Rule {
  /// What to add to a message on an id that no rule has: the nearest one, else all of them.
  public static func nearest(to id: String) -> String { NearestWord.hint(for: id, among: all.map(\.id)) }
}
