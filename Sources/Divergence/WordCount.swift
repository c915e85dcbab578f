import Git
import GitValues

/// In how many files words stand, by sort of file.
struct WordCount: Sendable {
  /// A file to be read.
  struct Job: Sendable {
    let blob: BlobID
    let side: FileSort
  }

  /// By word a number for each sort, at ``FileSort/place``.
  private(set) var words: [Word: [Int]] = [:]
  /// Files that hold text somebody wrote.
  private(set) var files: [FileSort: Int] = [:]
  /// Files that could be read.
  private(set) var asked: [FileSort: Int] = [:]
  private(set) var unread = 0
  private(set) var reason: (blob: BlobID, text: String)?

  /// Larger files are no source that somebody wrote.
  private static let sizeLimit = 2 << 20

  /// Counts over all jobs.
  static func of(_ jobs: [Job], stores: [String], workers: Int, kept: WordsKept) async throws -> WordCount {
    let parts = try await inLots(of: 64, jobs, workers: workers) { next in
      let objects = try ObjectDatabase(objectFolders: stores)
      var part = WordCount()
      while let lot = next() { part.add(lot, objects, kept) }
      return part
    }
    return parts.reduce(into: WordCount()) { $0.add($1) }
  }

  private mutating func add(_ lot: ArraySlice<Job>, _ objects: ObjectDatabase, _ kept: WordsKept) {
    let known = kept.words(of: lot.map(\.blob))
    var new: [(blob: BlobID, words: Set<Word>?)] = []
    for job in lot {
      if let words = known[job.blob] {
        add(words, job.side)
        continue
      }
      do throws(GitError) {
        let found = try objects.withBlob(job.blob, limit: Self.sizeLimit) { Self.words(of: $0) }
        new.append((job.blob, found))
        add(found, job.side)
      } catch {
        // Too large is an answer: no words.
        if error.kind == .tooLarge { add(nil, job.side) } else { missing(job.blob, error.message) }
      }
    }
    kept.keep(new)
  }

  private mutating func missing(_ blob: BlobID, _ text: String) {
    unread += 1
    if reason.map({ blob < $0.blob }) ?? true { reason = (blob, text) }
  }

  /// - Parameter found: nil where the file holds no text that somebody wrote.
  private mutating func add(_ found: Set<Word>?, _ sort: FileSort) {
    asked[sort, default: 0] += 1
    guard let found else { return }
    files[sort, default: 0] += 1
    let place = sort.place
    for word in found { words[word, default: [0, 0, 0, 0, 0, 0]][place] += 1 }
  }

  private mutating func add(_ other: WordCount) {
    words.merge(other.words) { zip($0, $1).map { $0 + $1 } }
    files.merge(other.files) { $0 + $1 }
    asked.merge(other.asked) { $0 + $1 }
    unread += other.unread
    if let theirs = other.reason, reason.map({ theirs.blob < $0.blob }) ?? true { reason = theirs }
  }

  private static func words(of bytes: UnsafeRawBufferPointer) -> Set<Word>? {
    guard WordScanner.isWritten(bytes) else { return nil }
    var found: Set<Word> = []
    WordScanner.scan(bytes) { found.insert(Word($0)) }
    return found
  }
}
