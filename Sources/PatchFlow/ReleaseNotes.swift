import Git
import GitValues

/// Which commits upstream's release notes name beside an advisory.
struct ReleaseNotes {
  /// Advisories by the first digits of the commit's id, lower case, and by the number of its pull request.
  private(set) var byID: [[UInt8]: String] = [:]
  private(set) var byLabel: [UInt64: String] = [:]
  /// Files that could not be read. Order: as they were to be read.
  private(set) var failures: [(RepoPath, GitError)] = []

  /// So many files are read at most, those with the shortest paths first.
  private static let files = 40
  private static let names = [
    "changelog", "changes", "news", "release", "00-release", "history", "security", "whatsnew",
  ]

  /// The notes in the tree of the line's head. What cannot be read is in ``failures``.
  init(_ line: [RepoPath: FileState], stores: [String], _ rules: FixRules) throws(GitError) {
    let objects = try ObjectDatabase(objectFolders: stores)
    let notes = line.filter { path, state in state.mode.isRegular && Self.isNote(path) }
      .sorted { ($0.key.bytes.count, $0.key) < ($1.key.bytes.count, $1.key) }
    for (path, state) in notes.prefix(Self.files) {
      do throws(GitError) {
        try objects.withBlob(state.blob, limit: ReadingLimit.fileBytes) { bytes in
          if !LineCount.isBinary(bytes) { add(Array(bytes), rules) }
        }
      } catch {
        failures.append((path, error))
      }
    }
  }

  private static func isNote(_ path: RepoPath) -> Bool {
    let name = path.lastComponent.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
    return names.contains { name.starts(with: $0.utf8) }
  }

  private mutating func add(_ text: [UInt8], _ rules: FixRules) {
    let lower = text.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
    var entry: [UInt8] = []
    for line in lower.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if Self.startsEntry(line) {
        addEntry(entry, rules)
        entry = []
      }
      entry += line
      entry.append(UInt8(ascii: "\n"))
    }
    addEntry(entry, rules)
  }

  /// Whether a line begins another item, section or paragraph of a list.
  private static func startsEntry(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return ["* ", "- ", "+ ", "# ", "## ", "### ", "<listitem", "</listitem", "<li"].contains {
      rest.starts(with: $0.utf8)
    }
  }

  private mutating func addEntry(_ entry: [UInt8], _ rules: FixRules) {
    let advisories = rules.advisories(entry)
    // An entry that lists several advisories does not say which commit is whose.
    guard advisories.count == 1, let advisory = advisories.first else { return }
    let scan = LabelScan(entry)
    for label in scan.labels { byLabel[label] = advisory }
    for word in entry.split(whereSeparator: { !($0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x7a) })
    where LabelScan.isID(word) {
      byID[Array(word)] = advisory
    }
  }

  /// By place of `records`: the advisory that the notes name beside the commit.
  func advisories(of records: ArraySlice<CommitRecord>) -> [Int: String] {
    if byID.isEmpty, byLabel.isEmpty { return [:] }
    var found: [Int: String] = [:]
    let index = IDIndex(Array(records))
    for (digits, advisory) in byID {
      if let place = index.place(of: digits) { found[place] = advisory }
    }
    for (place, record) in zip(records.indices, records) where found[place] == nil {
      // Of several numbers the smallest decides, whatever order they come in.
      found[place] = record.message?.labels.compactMap { byLabel[$0] }.min()
    }
    return found
  }
}
