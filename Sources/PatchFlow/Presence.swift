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
  let views = Views()

  /// What speaks for and against, in lines.
  private struct Votes {
    var present = 0.0
    var missing = 0.0
    var isApplicable = true

    /// The share that speaks for it; 0 without any votes.
    var share: Double { present + missing > 0 ? present / (present + missing) : 0 }

    var presence: Presence {
      share >= Thresholds.present ? .present : share <= Thresholds.missing ? .missing : .partial
    }

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
    // A name that many files have says nothing about where this one is.
    for place in places where source.count(named: place.lastComponent) <= Thresholds.sameName {
      if let other = target.nearest(to: place) { return other }
    }
    for place in places {
      guard let similar = target.similarName(to: place), source.count(named: similar.lastComponent) == 0 else {
        continue
      }
      if let other = target.nearest(to: similar) { return other }
    }
    return nil
  }

  /// An answer, and how far it can be relied on.
  struct Answer {
    let presence: Presence
    /// Whether next to everything speaks for it, and more than a line or two.
    let isClear: Bool
    /// As ``FlowCommit/lacksSurroundings``.
    var lacksSurroundings = false
  }

  /// The presence of a commit's change.
  ///
  /// - Parameter paths: the commit's paths, in the order of its files.
  func presence(of record: CommitRecord, _ paths: [RepoPath]) -> Presence { answer(record, paths).presence }

  /// As ``presence(of:_:)``, with how clear it is.
  func answer(_ record: CommitRecord, _ paths: [RepoPath]) -> Answer {
    texts.tidy()
    views.byPath = [:]
    let judged = Self.judged(record, paths)
    let moves = Self.moves(record, paths)
    // What the commit wrote anew under another name, as when a file changes its language, is not the file from before.
    let gone = Set(zip(record.files, paths).compactMap { $0.new == nil ? place(of: $1) : nil })
    let required = tally(judged, moves, gone, isHeadRequired: true)
    let sum = required.present + required.missing
    if sum >= Thresholds.fewLines {
      // What the head rewrote since is not asked; but where the target has it all the same, it took the change.
      if required.presence != .present {
        let all = tally(judged, moves, gone, isHeadRequired: false)
        let isMore = all.present + all.missing >= Thresholds.rewritten * sum
        if isMore, all.share >= Thresholds.presentThough { return Answer(presence: .present, isClear: false) }
      }
      let isClear = abs(required.share - 0.5) >= Thresholds.clearShare - 0.5 && sum >= Thresholds.clearLines
      return Answer(presence: required.presence, isClear: isClear)
    }
    let all = tally(judged, moves, gone, isHeadRequired: false)
    let isApplicable = required.isApplicable && all.isApplicable
    let isFew = sum + all.present + all.missing < Thresholds.fewLines
    if isFew, isApplicable, let presence = presenceOfLayout(judged) {
      return Answer(presence: presence, isClear: false)
    }
    let isMore = all.present + all.missing >= Thresholds.rewritten * sum
    for votes in isMore ? [all, required] : [required, all] where votes.present + votes.missing > 0 {
      return Answer(presence: votes.presence, isClear: false)
    }
    return Answer(presence: isApplicable ? .unknown : .notApplicable, isClear: false)
  }

  /// The files that tell: all, or as many as ``ReadingLimit/judgedFiles`` from all over a change that has more.
  static func judged(_ record: CommitRecord, _ paths: [RepoPath]) -> [(ChangedFile, RepoPath)] {
    let files = Array(zip(record.files, paths))
    guard files.count > ReadingLimit.judgedFiles else { return files }
    let drawn = files.indices.map { (StableHash.of(files[$0].1.bytes), $0) }.sorted { $0 < $1 }
    return drawn.prefix(ReadingLimit.judgedFiles).map(\.1).sorted().map { files[$0] }
  }

  /// The votes of the files of a commit.
  private func tally(
    _ judged: [(ChangedFile, RepoPath)],
    _ moves: [RepoPath: Move],
    _ gone: Set<RepoPath>,
    isHeadRequired: Bool
  ) -> Votes {
    var sum = Votes()
    for (file, path) in judged {
      let votes =
        if let move = moves[path] { self.votes(of: move) } else {
          votes(file, path, isHeadRequired: isHeadRequired, gone).limited
        }
      sum.present += votes.present
      sum.missing += votes.missing
      if !votes.isApplicable { sum.isApplicable = false }
    }
    return sum
  }

  /// The presence of a change that came and went with no line that tells by itself: of lines laid out anew, put elsewhere
  /// or written once more. Three lines in a row tell then, as they stand; nil where they do not either.
  private func presenceOfLayout(_ judged: [(ChangedFile, RepoPath)]) -> Presence? {
    var votes = Votes()
    for (file, path) in judged {
      guard let place = place(of: path), let here = target.files[place], let own = texts.text(here),
        let (old, new) = texts.versions(file.old, file.new)
      else { continue }
      let (before, after, there) = (LineRuns(old.bytes), LineRuns(new.bytes), LineRuns(own.bytes))
      votes.present += Double(after.runs.subtracting(before.runs).intersection(there.runs).count)
      votes.missing += Double(before.runs.subtracting(after.runs).intersection(there.runs).count)
    }
    return votes.present + votes.missing > 0 ? votes.presence : nil
  }

  /// A file that a commit only moved.
  private struct Move {
    let old: RepoPath
    let new: RepoPath
  }

  /// The files that the commit only moved, by both of their paths; contents of several files left out.
  private static func moves(_ record: CommitRecord, _ paths: [RepoPath]) -> [RepoPath: Move] {
    var (gone, come): ([BlobID: [RepoPath]], [BlobID: [RepoPath]]) = ([:], [:])
    for (file, path) in zip(record.files, paths) {
      if file.new == nil, let old = file.old { gone[old.blob, default: []].append(path) }
      if file.old == nil, let new = file.new { come[new.blob, default: []].append(path) }
    }
    var moves: [RepoPath: Move] = [:]
    for (blob, old) in gone where old.count == 1 {
      guard let new = come[blob], new.count == 1 else { continue }
      let move = Move(old: old[0], new: new[0])
      (moves[move.old], moves[move.new]) = (move, move)
    }
    return moves
  }

  /// A file that was only moved tells by where the target has it: a file of its name elsewhere is the one from before.
  private func votes(of move: Move) -> Votes {
    var votes = Votes()
    if places(move.new).contains(where: { target.files[$0] != nil }) {
      votes.present = 0.5
    } else if places(move.old).contains(where: { target.files[$0] != nil }) {
      votes.missing = 0.5
    } else {
      votes.isApplicable = false
    }
    return votes
  }

  /// - Parameter gone: where the target has the files that the commit deleted.
  private func votes(
    _ file: ChangedFile,
    _ path: RepoPath,
    isHeadRequired: Bool,
    _ gone: Set<RepoPath>
  ) -> Votes {
    var votes = Votes()
    guard let place = place(of: path), let here = target.files[place], file.old != nil || !gone.contains(place) else {
      // Lines that an absent file lacks: missing where the commit brought the file, else there is nothing to change.
      if file.old == nil {
        if !isHeadRequired || source.files[sourcePlace(path)] != nil { votes.missing = Thresholds.linesOfFile }
      } else if file.new == nil {
        votes.present = Thresholds.goneFile
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
      votes.missing = Thresholds.goneFile
    } else if let own = texts.text(here), let (old, new) = texts.versions(file.old, file.new) {
      guard !isHeadRequired || head != nil else { return votes }
      let view = view(of: path, old, new, own)
      return self.votes(view, own, isHeadRequired ? texts.text(head) : nil)
    }
    return votes
  }

  struct Changed {
    var added: [LineStore.Line] = []
    /// The numbers of the lines before those of ``added``.
    var befores: [UInt64] = []
    /// The lines that those of ``added`` were made of, where they were.
    var origins: [LineStore.Line?] = []
    var removed: [LineStore.Line] = []
    var context: [LineStore.Line] = []
  }

  private func changed(_ old: [UInt8], _ new: [UInt8]) -> Changed {
    var changed = Changed()
    var last: UInt64 = 0
    // What was removed just before, each line for one added line.
    var run: [LineStore.Line] = []
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
              if changed.added.count < ReadingLimit.judgedLines {
                changed.added.append(line)
                changed.befores.append(last)
                changed.origins.append(takeOrigin(of: line, among: &run))
              }
            case .removed:
              if changed.removed.count < ReadingLimit.judgedLines { changed.removed.append(line) }
              if run.count < ReadingLimit.judgedLines { run.append(line) }
            case .context:
              changed.context.append(line)
              run = []
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

  /// The removed line that an added one was made of, taken out of `run`; nil where none is alike.
  private func takeOrigin(of line: LineStore.Line, among run: inout [LineStore.Line]) -> LineStore.Line? {
    var best: (place: Int, likeness: Double)?
    for (place, removed) in run.enumerated() {
      let likeness = texts.store.likeness(removed, line)
      if likeness >= Thresholds.editedLine, likeness > best?.likeness ?? 0 { best = (place, likeness) }
    }
    return best.map { run.remove(at: $0.place) }
  }

  /// One file of a commit, compared with what the target has for it: the same for both tallies.
  struct View {
    let changed: Changed
    let old: TextCache.Text
    let new: TextCache.Text
    /// What the target has for all that the commit changed.
    let here: [LineStore.Line: TextLines.Closest]
    /// What the text before had for what the commit added.
    let before: [LineStore.Line: TextLines.Closest]
  }

  /// The views of the commit that is judged.
  final class Views {
    var byPath: [RepoPath: View] = [:]
  }

  private func view(of path: RepoPath, _ old: TextCache.Text, _ new: TextCache.Text, _ own: TextCache.Text) -> View {
    if let known = views.byPath[path] { return known }
    let changed = changed(old.bytes, new.bytes)
    let view = View(
      changed: changed,
      old: old,
      new: new,
      here: own.lines.closest(of: changed.added + changed.removed),
      before: old.lines.closest(of: changed.added)
    )
    views.byPath[path] = view
    return view
  }

  /// - Parameter own: the target's file.
  /// - Parameter head: the file of the source's head; nil where it is not asked.
  private func votes(_ view: View, _ own: TextCache.Text, _ head: TextCache.Text?) -> Votes {
    let required = head?.lines
    let (changed, here) = (view.changed, view.here)
    var votes = Votes()
    var judged: Set<LineStore.Line> = []
    let hasEdited = judge(changed, edited: view.before, here, required, &votes, &judged)
    let hasAdded = judge(changed, added: view.old.lines, view.before, own.lines, here, required, &votes, judged)
    judge(changed, removed: view.new.lines, here, required, &votes, judged)
    // Where the target has neither the change nor what surrounds it, there is no code to change.
    let around = changed.context + changed.removed
    if !hasAdded, !hasEdited, around.count > 2 {
      let found = own.lines.nearest(to: around).count { $0 > 0.6 }
      if Double(found) < Thresholds.surroundings * Double(around.count) {
        return Votes(present: 0, missing: 0, isApplicable: false)
      }
    }
    return votes
  }

  /// Votes of the lines that the commit edited: the words that came and went tell, however much else the target has on
  /// such a line.
  ///
  /// - Parameter judged: takes up the lines that were judged, as they were and as they became.
  /// - Returns: whether the target has a line that was edited so.
  private func judge(
    _ changed: Changed,
    edited before: [LineStore.Line: TextLines.Closest],
    _ here: [LineStore.Line: TextLines.Closest],
    _ required: TextLines?,
    _ votes: inout Votes,
    _ judged: inout Set<LineStore.Line>
  ) -> Bool {
    let pairs = zip(changed.added, changed.origins).compactMap { line, origin in origin.map { (line, $0) } }
    if pairs.isEmpty { return false }
    let inHead = required?.closest(of: pairs.flatMap { [$0.0, $0.1] })
    var hasEdited = false
    for (line, origin) in pairs {
      let came = texts.store.words(of: line, without: origin)
      let went = texts.store.words(of: origin, without: line)
      if came.isEmpty, went.isEmpty { continue }
      func share(_ found: TextLines.Closest) -> Double? {
        guard let other = found.line, found.likeness >= Thresholds.sameLine else { return nil }
        let held = texts.store.count(of: came, in: other) + went.count - texts.store.count(of: went, in: other)
        return Double(held) / Double(came.count + went.count)
      }
      // Where another line of the text before had these words, as in lines that changed places, they tell nothing.
      func best(in text: [LineStore.Line: TextLines.Closest]) -> Double? {
        [line, origin].compactMap { text[$0].flatMap(share) }.max()
      }
      guard let there = best(in: here), before[line].flatMap(share) ?? 0 < 0.5 else { continue }
      judged.insert(line)
      judged.insert(origin)
      // What the head itself no longer has is not asked.
      if let inHead, best(in: inHead) ?? 0 < 0.5 { continue }
      if there >= 0.5 { hasEdited = true }
      votes.add(Self.decided(there), weight: 1)
    }
    return hasEdited
  }

  /// Votes of the lines that the commit added.
  ///
  /// - Parameter judged: lines that are judged already.
  /// - Returns: whether the target has any of them that tells something.
  private func judge(
    _ changed: Changed,
    added before: TextLines,
    _ earlier: [LineStore.Line: TextLines.Closest],
    _ here: TextLines,
    _ there: [LineStore.Line: TextLines.Closest],
    _ required: TextLines?,
    _ votes: inout Votes,
    _ judged: Set<LineStore.Line>
  ) -> Bool {
    let asked = zip(changed.added, changed.befores).filter { line, _ in
      !judged.contains(line) && required?.contains(line) ?? true
    }
    var hasAdded = false
    for (line, last) in asked {
      let (earlier, own) = (earlier[line]?.likeness ?? 0, there[line]?.likeness ?? 0)
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

  /// Votes of the lines that the commit removed, but for those that are judged already.
  private func judge(
    _ changed: Changed,
    removed after: TextLines,
    _ here: [LineStore.Line: TextLines.Closest],
    _ required: TextLines?,
    _ votes: inout Votes,
    _ judged: Set<LineStore.Line>
  ) {
    let lines = changed.removed.filter { !judged.contains($0) && !(required?.contains($0) ?? false) }
    for (line, later) in zip(lines, after.nearest(to: lines)) {
      let own = here[line]?.likeness ?? 0
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

/// Every three lines of a text that stand one behind the other, byte for byte; beyond both ends stands nothing.
private struct LineRuns {
  let runs: Set<UInt64>

  init(_ text: [UInt8]) {
    var runs: Set<UInt64> = []
    text.withUnsafeBytes { text in
      var (first, second): (UInt64, UInt64) = (0, 1)
      func add(_ third: UInt64) {
        runs.insert(StableHash.mixed(StableHash.mixed(first &* 31 &+ second) &* 31 &+ third))
        (first, second) = (second, third)
      }
      var start = 0
      while start < text.count {
        let end = LineStore.end(of: text, from: start)
        var hash: UInt64 = 2
        for byte in text[start..<end] { hash = StableHash.mixed(hash ^ UInt64(byte)) }
        add(hash)
        start = end + 1
      }
      add(1)
    }
    self.runs = runs
  }
}
