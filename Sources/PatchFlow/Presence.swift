import Git
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

/// Judges presence by the lines that a commit added and removed. One thread at a time.
///
/// An added line tells as much as it differs from every line that was there before: then a tree that still has the old
/// text has nothing near it. The same for removed lines and the text after the commit.
struct PresenceJudge {
  /// The tree that is asked.
  let target: HeadFiles
  /// The head of the side that the commit comes from: what it no longer has is not required.
  let source: HeadFiles
  /// Where the target would have a file of the source's side. Order: likeliest first.
  let places: (RepoPath) -> [RepoPath]
  /// Where the source's head has a file of its side's history.
  let sourcePlace: (RepoPath) -> RepoPath
  let texts: TextCache

  /// What speaks for and against, in lines.
  private struct Votes {
    var present = 0.0
    var missing = 0.0
    var isApplicable = true

    static let none = Votes()

    mutating func add(_ share: Double, weight: Double) {
      present += share * weight
      missing += (1 - share) * weight
    }

    /// The same with at most so many lines: one long file does not outvote all others.
    var limited: Votes {
      let sum = present + missing
      guard sum > Thresholds.linesOfFile else { return self }
      let scale = Thresholds.linesOfFile / sum
      return Votes(present: present * scale, missing: missing * scale, isApplicable: isApplicable)
    }
  }

  /// The file of the target that stands for `path`; nil where it has none.
  func place(of path: RepoPath) -> RepoPath? {
    let places = places(path)
    for place in places where target.files[place] != nil { return place }
    for place in places {
      // A name that many files have says nothing about where this one is.
      if source.count(named: place.lastComponent) > Thresholds.sameName { continue }
      if let other = target.nearest(to: place) { return other }
    }
    return nil
  }

  /// An answer, and how far it can be relied on.
  struct Answer {
    let presence: Presence
    /// Whether next to everything speaks for it, and more than a line or two.
    let isClear: Bool
  }

  /// The presence of a commit's change.
  ///
  /// - Parameter paths: the commit's paths, in the order of its files.
  func presence(of record: CommitRecord, _ paths: [RepoPath]) -> Presence { answer(record, paths).presence }

  /// As ``presence(of:_:)``, with how clear it is.
  func answer(_ record: CommitRecord, _ paths: [RepoPath]) -> Answer {
    texts.tidy()
    var isInapplicable = false
    for isHeadRequired in [true, false] {
      var (present, missing) = (0.0, 0.0)
      for (file, path) in zip(record.files, paths).prefix(ReadingLimit.files) {
        let votes = votes(file, path, isHeadRequired: isHeadRequired).limited
        present += votes.present
        missing += votes.missing
        if !votes.isApplicable { isInapplicable = true }
      }
      if present + missing > 0 {
        let share = present / (present + missing)
        let presence: Presence =
          share >= Thresholds.present ? .present : share <= Thresholds.missing ? .missing : .partial
        let isClear = abs(share - 0.5) >= Thresholds.clearShare - 0.5 && present + missing >= Thresholds.clearLines
        return Answer(presence: presence, isClear: isClear)
      }
    }
    return Answer(presence: isInapplicable ? .notApplicable : .unknown, isClear: false)
  }

  private func votes(_ file: ChangedFile, _ path: RepoPath, isHeadRequired: Bool) -> Votes {
    var votes = Votes()
    guard let place = place(of: path), let here = target.files[place] else {
      // Lines that an absent file lacks: missing where the commit brought the file, else there is nothing to change.
      if file.old == nil {
        if !isHeadRequired || source.files[sourcePlace(path)] != nil { votes.missing = Thresholds.linesOfFile }
      } else if file.new == nil {
        votes.present = 1
      } else {
        votes.isApplicable = false
      }
      return votes
    }
    let head = source.files[sourcePlace(path)]
    if let new = file.new, new.blob == here.blob {
      votes.present = Thresholds.linesOfFile
    } else if let old = file.old, old.blob == here.blob {
      votes.missing = Thresholds.linesOfFile
    } else if isHeadRequired, head?.blob == here.blob {
      // Where the whole file is as its own side has it in the end, all that lasted of the change is there.
      votes.present = Thresholds.linesOfFile
    } else if file.new == nil {
      votes.missing = Thresholds.linesOfFile
    } else if let old = texts.text(file.old), let new = texts.text(file.new), let own = texts.text(here) {
      guard !isHeadRequired || head != nil else { return votes }
      return self.votes(old, new, own, isHeadRequired ? texts.text(head) : nil)
    }
    return votes
  }

  private struct Changed {
    var added: [LineStore.Line] = []
    /// The numbers of the lines before those of ``added``.
    var befores: [UInt64] = []
    var removed: [LineStore.Line] = []
    var context: [LineStore.Line] = []
  }

  private func changed(_ old: [UInt8], _ new: [UInt8]) -> Changed {
    var changed = Changed()
    var last: UInt64 = 0
    old.withUnsafeBytes { old in
      new.withUnsafeBytes { new in
        // What cannot be compared has no lines, and then no votes.
        do throws(GitError) {
          _ = try LineDifference.forEachLine(from: old, to: new) { origin, bytes in
            let line = texts.store.line(bytes)
            let number = texts.store.number(of: line)
            if number == 0 { return }
            switch origin {
            case .added:
              if changed.added.count < Thresholds.judgedLines {
                changed.added.append(line)
                changed.befores.append(last)
              }
            case .removed: if changed.removed.count < Thresholds.judgedLines { changed.removed.append(line) }
            case .context: changed.context.append(line)
            }
            if origin != .removed { last = number }
          }
        } catch {
          changed = Changed()
        }
      }
    }
    return changed
  }

  /// - Parameter own: the target's file.
  /// - Parameter head: the file of the source's head; nil where it is not asked.
  private func votes(
    _ old: TextCache.Text,
    _ new: TextCache.Text,
    _ own: TextCache.Text,
    _ head: TextCache.Text?
  ) -> Votes {
    let required = head?.lines
    let changed = changed(old.bytes, new.bytes)
    var votes = Votes()
    let hasAdded = judge(changed, added: old.lines, own.lines, required, &votes)
    judge(changed, removed: new.lines, own.lines, required, &votes)
    // Where the target has neither the change nor what surrounds it, there is no code to change.
    let around = changed.context + changed.removed
    if !hasAdded, around.count > 2 {
      let found = own.lines.nearest(to: around).count { $0 > 0.6 }
      if Double(found) < Thresholds.surroundings * Double(around.count) {
        return Votes(present: 0, missing: 0, isApplicable: false)
      }
    }
    return votes
  }

  /// Votes of the lines that the commit added.
  ///
  /// - Returns: whether the target has any of them that tells something.
  private func judge(
    _ changed: Changed,
    added before: TextLines,
    _ here: TextLines,
    _ required: TextLines?,
    _ votes: inout Votes
  ) -> Bool {
    let asked = zip(changed.added, changed.befores).filter { line, _ in required?.contains(line) ?? true }
    let lines = asked.map(\.0)
    var hasAdded = false
    for ((line, last), (earlier, own)) in zip(asked, zip(before.nearest(to: lines), here.nearest(to: lines))) {
      let weight = 1 - earlier
      if weight < Thresholds.tellingLine {
        // A line that was there before tells by what it stands behind now.
        if last != 0, !before.contains(line, after: last) {
          votes.add(here.contains(line, after: last) ? 1 : 0, weight: Thresholds.repeatedLine)
        }
        continue
      }
      let share = max(0, (own - earlier) / weight)
      if share >= 0.5 { hasAdded = true }
      votes.add(Self.decided(share), weight: weight)
    }
    return hasAdded
  }

  /// Votes of the lines that the commit removed.
  private func judge(
    _ changed: Changed,
    removed after: TextLines,
    _ here: TextLines,
    _ required: TextLines?,
    _ votes: inout Votes
  ) {
    let lines = changed.removed.filter { !(required?.contains($0) ?? false) }
    for (later, own) in zip(after.nearest(to: lines), here.nearest(to: lines)) {
      let weight = 1 - later
      if weight < Thresholds.tellingLine { continue }
      let decided = Self.decided(1 - max(0, (own - later) / weight))
      // The fork may have rewritten a line that is gone; one that is still there says all.
      votes.add(decided, weight: weight * (decided > 0.5 ? Thresholds.goneLine : 1))
    }
  }

  /// A share moved towards the nearer end: what is nearly there counts as there.
  private static func decided(_ share: Double) -> Double { min(1, max(0, (share - 0.2) / 0.5)) }
}
