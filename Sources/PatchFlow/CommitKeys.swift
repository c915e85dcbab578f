import GitValues

/// What a commit may be recognised by before its contents are read.
enum CommitKeys {
  /// Numbers for its changed paths, for author and date, for the subject and for each label, as far as the evidence allows
  /// to look at them.
  static func of(_ record: CommitRecord, _ evidence: Set<MatchEvidence>) -> [UInt64] {
    var keys: [UInt64] = []
    if evidence.contains(.diff) { keys += record.headers.map { number(1, $0) } }
    guard let message = record.message else { return keys }
    if evidence.contains(.metadata) {
      if message.authorTime != 0 {
        keys.append(number(2, message.author &* 31 &+ UInt64(bitPattern: message.authorTime)))
      }
      if message.subjectKey != 0, message.subjectWords > 2 { keys.append(number(3, message.subjectKey)) }
    }
    if evidence.contains(.trailers) { keys += message.labels.map { number(4, $0) } }
    return keys
  }

  private static func number(_ kind: UInt64, _ value: UInt64) -> UInt64 { StableHash.mixed(value &* 8 &+ kind) }
}
