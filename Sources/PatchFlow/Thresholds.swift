/// Every threshold and weight by which changes are matched and judged.
///
/// Fitted on the recorded picks of Sonarr in Radarr, tried on those of Sonarr in Lidarr, redis in KeyDB and bitcoin in
/// zcash, and on pairs of repositories that have nothing to do with each other. `scripts/field patches` measures them.
enum Thresholds {
  // MARK: Candidates

  /// A line or word is rare where at most so many commits have it.
  static let rareLine = 16
  static let rareWord = 32
  /// So many of a commit's rarest lines and words are looked up.
  static let lookups = 48
  /// So many of the commits that share them are compared in full.
  static let candidates = 12
  /// Groups of commits larger than this are no candidates of each other: what all share tells nothing.
  static let group = 24

  // MARK: Likeness of two diffs

  /// Shares of lines and words in the likeness of two diffs.
  static let lineShare = 0.35
  static let wordShare = 0.65

  // MARK: Acceptance

  /// Below this, two diffs that claim to be one contradict the claim, unless they touch the same files.
  static let contradiction = 0.08
  /// Same author, date and subject need no more than that.
  static let twin = 0.02
  /// Same author and date, other subject.
  static let sameAuthorAndDate = 0.25
  /// The same subject of three words and more.
  static let sameSubject = 0.25
  /// A subject that one side bears more often, such as a robot's, says nothing.
  static let repeatedSubject = 4
  /// A label that both carry but that others may carry too.
  static let sharedLabel = 0.3
  /// Likeness of diffs, and what they share in nats, where nothing but the diff speaks.
  static let diff = 0.5
  static let sharedNats = 40.0
  /// Then so much of the larger one must be in the other, and some lines as they are: two changes to one place share its
  /// words.
  static let sharedOfLarger = 0.2
  static let sharedLines = 0.05
  /// Changes whose authors made them more than so many days apart must be more alike.
  static let lateDays = 400.0
  static let diffOfLate = 0.7
  /// Less is enough where all lines of the same files are the same.
  static let sharedNatsOfSame = 6.0
  /// By so much the best candidate must be better than the next one.
  static let margin = 0.04
  /// From this likeness of their diffs on, two candidates are copies of one change.
  static let copy = 0.9
  /// The least likeness of messages that supports a match, and the diff's likeness that is then enough.
  static let message = 0.6
  static let diffWithMessage = 0.3

  // MARK: Squashes

  /// So much of a part's lines must be in the whole, by weight.
  static let partInWhole = 0.75
  /// So much of the whole must be explained by its parts.
  static let wholeByParts = 0.5
  /// Nats that a part must share to count.
  static let partNats = 30.0

  /// Or so much of a part of so many lines.
  static let verbatim = 0.95
  static let verbatimLines = 8
  /// A verbatim squash explains so much of the whole, and its parts together are at most so many times what they explain:
  /// copies of one change are no parts of each other.
  static let verbatimWhole = 0.9
  static let overlap = 1.15

  // MARK: Presence

  /// From this share of what a commit did up, it is present; up to the other, missing; between, partial.
  static let present = 0.55
  static let missing = 0.4
  /// An answer is clear from this share and so many lines on: then a change counts as there though no commit matches.
  static let clearShare = 0.9
  static let clearLines = 3.0
  /// Lines that differ less from all that was there before say nothing.
  static let tellingLine = 0.08
  /// The most that two different lines are alike.
  static let nearestOther = 0.85
  /// What a line counts that the text had before, in another place.
  static let repeatedLine = 0.1
  /// What a removed line counts that is gone.
  static let goneLine = 0.5
  /// Fewer lines than this are little to go by: then how the text is laid out is asked first.
  static let fewLines = 0.5
  /// Where the head has rewritten so much of a change that this many times what it kept tells, and so large a share of
  /// all of it is there, it is there.
  static let rewritten = 1.5
  static let presentThough = 0.75
  /// What a deleted file counts, in lines, gone or still there.
  static let goneFile = 5.0
  /// From this likeness on a line was made of another one.
  static let editedLine = 0.5
  /// From this likeness on a line of the target is the one that a commit edited.
  static let sameLine = 0.3
  /// The most lines that one file counts.
  static let linesOfFile = 20.0
  /// Below this share of the lines around a change, its code does not exist there.
  static let surroundings = 0.15
  /// Below this share of them, where they tell something, it is doubtful whether its code exists there.
  static let fewSurroundings = 0.4
  /// From this likeness on a line around a change is there.
  static let foundSurrounding = 0.75
  /// Lines of fewer words say nothing, and fewer lines too.
  static let tellingWords = 2
  static let tellingSurroundings = 3
  /// Or where so many of the names around it, and so large a share of them, stand nowhere in the file.
  static let unknownNames = 3
  static let unknownNamesShare = 0.2

  /// The most files of one name among which one is sought by its folders.
  static let sameName = 3

  // MARK: Renamed words

  /// So many files must agree on an exchange of words, and so many exchanges are believed.
  static let renamedWordFiles = 3
  static let renamedWords = 40
}
