import GitValues

/// Whether a tree has what a commit of the other side did.
public enum Presence: String, Hashable, Sendable {
  /// It has it.
  case present
  /// It has some of it.
  case partial
  /// It lacks it.
  case missing
  /// It does not have the code that the commit touches.
  case notApplicable
  /// Contents that would tell cannot be read, or are not text.
  case unknown
}

/// Judges presence by the lines that a commit added and removed.
struct PresenceJudge: Sendable {
  /// The tree that is asked.
  var target: HeadFiles
  /// The head of the side that the commit comes from: what it no longer has is not required.
  let source: HeadFiles
  /// Where the target would have a file of the source's side. Order: likeliest first.
  let places: @Sendable (RepoPath) -> [RepoPath]
  /// Where the source's head has a file of its side's history.
  let sourcePlace: @Sendable (RepoPath) -> RepoPath

  private struct Votes {
    static let line = 100

    /// In hundredths of a line.
    var present = 0
    var missing = 0
    var unknown = 0
    var notApplicable = 0

    static func += (left: inout Self, right: Self) {
      left.present += right.present
      left.missing += right.missing
      left.unknown += right.unknown
      left.notApplicable += right.notApplicable
    }
  }

  /// The file of the target that stands for `path`; nil where it has none.
  func place(of path: RepoPath) -> RepoPath? {
    for place in places(path) where target.files[place] != nil { return place }
    guard let other = target.onlyFile(named: path.lastComponent), source.onlyFile(named: path.lastComponent) != nil
    else { return nil }
    return other
  }

  /// The presence of a commit's change.
  ///
  /// - Parameter paths: the commit's paths, in the order of its files.
  func presence(of record: CommitRecord, _ paths: [RepoPath]) -> Presence {
    guard let content = record.content else { return .unknown }
    for isHeadRequired in [true, false] {
      var votes = Votes()
      for (index, file) in record.files.enumerated() {
        votes += self.votes(file, content.files[index], content.lines, paths[index], isHeadRequired: isHeadRequired)
      }
      if votes.present + votes.missing > 0 {
        let share = Double(votes.present) / Double(votes.present + votes.missing)
        return share >= Thresholds.present ? .present : share <= Thresholds.missing ? .missing : .partial
      }
      if isHeadRequired { continue }
      return votes.notApplicable > 0 ? .notApplicable : .unknown
    }
    return .unknown
  }

  private func votes(
    _ file: ChangedFile,
    _ change: ChangeContent.File,
    _ lines: [UInt32],
    _ path: RepoPath,
    isHeadRequired: Bool
  ) -> Votes {
    var votes = Votes()
    guard let place = place(of: path), let here = target.files[place] else {
      // Lines that an absent file lacks: missing where the commit brought the file, else there is nothing to change.
      if file.old == nil {
        if !isHeadRequired || source.files[sourcePlace(path)] != nil {
          votes.missing = Votes.line * max(1, change.added.count)
        }
      } else if file.new == nil {
        votes.present = Votes.line
      } else {
        votes.notApplicable = 1
      }
      return votes
    }
    if let new = file.new, new.blob == here.state.blob {
      votes.present = Votes.line * max(1, change.added.count + change.removed.count)
      return votes
    }
    if let old = file.old, old.blob == here.state.blob {
      votes.missing = Votes.line * max(1, change.added.count + change.removed.count)
      return votes
    }
    guard let own = here.lines, !change.added.isEmpty || !change.removed.isEmpty else {
      votes.unknown = 1
      return votes
    }
    let head = isHeadRequired ? source.files[sourcePlace(path)] : nil
    if isHeadRequired, head?.lines == nil { return votes }
    return self.votes(change, lines, own, head?.lines)
  }

  /// - Parameter own: the lines of the target's file.
  /// - Parameter head: those of the source's head; nil where they are not required.
  private func votes(_ change: ChangeContent.File, _ lines: [UInt32], _ own: [UInt32], _ head: [UInt32]?) -> Votes {
    var votes = Votes()
    var net: [UInt32: Int] = [:]
    for index in change.added { net[lines[Int(index)], default: 0] += 1 }
    for index in change.removed { net[lines[Int(index)], default: 0] -= 1 }
    for (line, balance) in net where balance != 0 {
      let here = own.count(of: line)
      if balance > 0 {
        let there = head?.count(of: line) ?? balance
        if there == 0 { continue }
        let weight = there <= balance ? Votes.line : Thresholds.commonLine
        if here >= (there <= balance ? 1 : there) { votes.present += weight } else { votes.missing += weight }
      } else {
        let there = head?.count(of: line) ?? 0
        if there == 0 {
          if here == 0 { votes.present += Thresholds.goneLine } else { votes.missing += Votes.line }
        } else if here > there {
          votes.missing += Thresholds.commonLine
        }
      }
    }
    // Where the fork has neither the change nor what surrounds it, there is no code to change.
    let around = Set(change.context.map { lines[Int($0)] } + change.removed.map { lines[Int($0)] })
    let addedHere = change.added.contains { own.count(of: lines[Int($0)]) > 0 }
    if !addedHere, around.count > 2 {
      let found = around.count { own.count(of: $0) > 0 }
      if Double(found) < Thresholds.surroundings * Double(around.count) {
        var none = Votes()
        none.notApplicable = 1
        return none
      }
    }
    return votes
  }
}
