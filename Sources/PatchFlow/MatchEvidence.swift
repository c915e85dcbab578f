/// Which evidence may tell that two commits are the same change.
public enum MatchEvidence: String, CaseIterable, Hashable, Sendable {
  /// What messages claim: ids, labels, numbers of pull requests.
  case trailers
  /// Author, dates and the words of the message.
  case metadata
  /// What was changed.
  case diff
}
