/// How much each signal counts, in log-odds towards same-track (above zero) or different-track (below zero), and where
/// its thresholds lie. Set by hand from the field set, few and coarse; nothing else in this room holds a number.
enum Weights {
  /// Two thirds of real hard forks stay on their upstream's track.
  static let prior = 0.4
  /// A verdict needs this much; below it the evidence does not decide.
  static let decision = 0.45

  /// The two define themselves by the same words, or by none of the same.
  static let sameDefinition = 1.1
  static let otherDefinition = -1.3
  static let sameDefinitionFrom = 0.6
  static let otherDefinitionBelow = 0.34

  /// The fork says what it is to its upstream.
  static let statements: [String: Double] = [
    "dropIn": 1.5, "successor": 1.4, "port": 1.0, "fork": 0.5, "compatible": 0.2, "basedOn": -0.5,
  ]

  /// The fork goes on where upstream stopped.
  static let successor = 1.1
  static let stoppedAfterDays = 365
  /// A last year with at most this share of the busiest year's commits is one of fading out.
  static let fadingShare = 0.2
  /// Upstream changed its licence after the split and the fork kept the old one.
  static let keptLicence = 1.2

  /// The share of own lines in files that upstream never had, where the own work is large.
  static let newTerritory = -0.8
  static let newTerritoryFrom = 0.6
  static let homeTerritory = 0.6
  static let homeTerritoryFrom = 0.6

  /// The share of the base's files that the fork still has.
  static let droppedFiles = -0.6
  static let droppedFilesBelow = 0.5

  /// Own work that is small beside the code: a stack of patches.
  static let smallWork = 0.9
  static let smallWorkCommits = 300
  static let smallWorkAddedFiles = 0.05

  /// The fork took another name in its README.
  static let otherTitle = -0.4
}
