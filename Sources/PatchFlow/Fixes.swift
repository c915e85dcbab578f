import Git
import GitValues
import History

/// What makes the line's commits fixes of security or data loss: their messages, upstream's release notes, and that
/// upstream made the same change on several branches.
struct Fixes {
  /// So many further branches must have the change before a word like "crash" counts.
  private static let branches = 2

  /// By place of the line's commits.
  private var reasons: [Int: String] = [:]
  /// The release notes that could not be read.
  let gap: FlowGap?

  /// - Parameter backpatched: by place of the line's commits on how many other branches they stand.
  init(_ pair: FlowPair, _ means: FlowMeans, _ ladder: Ladder, _ backpatched: [Int: Int], _ rules: FixRules) throws {
    let line = try HeadFiles.files(of: pair.graph.trees[pair.line], stores: means.stores)
    let notes = try ReleaseNotes(line, stores: means.stores, rules)
    gap = notes.failures.first.map { path, error in
      let files = notes.failures.count == 1 ? "" : " and \(notes.failures.count - 1) more of upstream's release notes"
      return FlowGap(
        part: .fixes,
        reason: "\(path.text)\(files) cannot be read: \(error); fixes that only they name are not known as such"
      )
    }
    let named = notes.advisories(of: ladder.upstream[ladder.onLine])
    for place in ladder.onLine {
      let message = ladder.upstream[place].message
      if let fix = named[place] ?? message?.fix {
        reasons[place] = fix
      } else if let count = backpatched[place], count >= Self.branches, let fix = message?.fixIfBackpatched {
        reasons[place] = "\(fix), on \(count) further branches"
      }
    }
  }

  /// What makes the line's commit at `place` a fix; nil where nothing does.
  func reason(ofUpstream place: Int) -> String? { reasons[place] }
}
