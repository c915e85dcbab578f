/// What became of a file on both sides since the base. Every path of the three trees has exactly one.
///
/// A file is followed through renames, and what counts is its content and mode: one that only moved is unchanged.
public enum FileClass: String, CaseIterable, Hashable, Sendable, Codable {
  /// Neither side changed it.
  case identical
  /// Only the fork changed it.
  case changedByFork
  /// Only the upstream changed it.
  case changedByUpstream
  /// Both changed it, to the same content.
  case changedByBothAlike
  /// Both changed it, differently.
  case changedByBoth
  /// Only the fork has it, and the base had not.
  case addedByFork
  /// Only the upstream has it, and the base had not.
  case addedByUpstream
  /// Both have it, and the base had not.
  case addedByBoth
  /// The fork removed it, the upstream left it alone.
  case deletedByFork
  /// The upstream removed it, the fork left it alone.
  case deletedByUpstream
  /// Both removed it.
  case deletedByBoth
  /// The fork removed it, the upstream changed it.
  case deletedByForkChangedByUpstream
  /// The fork changed it, the upstream removed it.
  case changedByForkDeletedByUpstream
}
