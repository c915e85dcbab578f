import Git
public import GitValues

/// Which words the files of a fork and of its upstream have, and how many files each.
///
/// Of more files of one sort than a limit, those with the lowest ids are read: ids are as good as drawn by lot. Files
/// that both have are read once.
public struct Vocabulary: Sendable {
  /// The words of one kind of file.
  public struct Part: Sendable {
    /// How many files the fork's tree has of this kind, by estimate where not all were read.
    public let forkFiles: Double
    /// How many the upstream's tree has.
    public let upstreamFiles: Double
    private let counts: [Word: Estimate]

    /// In how many files a word stands.
    struct Estimate: Sendable {
      var both = 0.0
      var fork = 0.0
      var upstream = 0.0
    }

    init(both: Double, fork: Double, upstream: Double, counts: [Word: Estimate]) {
      forkFiles = both + fork
      upstreamFiles = both + upstream
      self.counts = counts
    }

    /// The share of each side's files that have `word`, 0 to 1.
    public func shares(of word: String) -> (fork: Double, upstream: Double) {
      counts[Word(word.utf8)].map(shares) ?? (0, 0)
    }

    private func shares(_ count: Estimate) -> (fork: Double, upstream: Double) {
      (
        forkFiles > 0 ? min(1, (count.both + count.fork) / forkFiles) : 0,
        upstreamFiles > 0 ? min(1, (count.both + count.upstream) / upstreamFiles) : 0
      )
    }

    /// Every word that stands in a file that only one side has. Order: by word.
    public var differing: [(word: String, fork: Double, upstream: Double)] {
      counts.filter { $0.value.fork + $0.value.upstream > 0 }.sorted { $0.key < $1.key }.map { word, count in
        let (fork, upstream) = shares(count)
        return (word.text, fork, upstream)
      }
    }
  }

  /// Source, scripts, settings.
  public let code: Part
  /// READMEs, manuals, pages.
  public let documents: Part
  /// How many files were to be read and are not there.
  public let unread: Int
  /// How many files were to be read.
  public let asked: Int
  /// Why the first of them, by id, cannot be read; nil where all could.
  public let reason: String?

  /// How many files of one sort are read at most.
  static let limit = 1000
}

extension Vocabulary {
  /// Counts the words of two trees.
  ///
  /// - Parameter kept: the words of files that were read before.
  /// - Throws: `GitError` where a tree cannot be read.
  public static func measure(
    upstream: TreeID,
    fork: TreeID,
    stores: [String],
    workers: Int,
    kept: WordsKept
  ) async throws -> Vocabulary {
    let sides = try sorted(upstream: upstream, fork: fork, stores)
    let jobs = sides.flatMap { side in
      side.blobs.sorted().prefix(limit).map { WordCount.Job(blob: $0, side: side.sort) }
    }
    let count = try await WordCount.of(jobs, stores: stores, workers: workers, kept: kept)
    func part(_ kind: WordFiles.Kind) -> Part {
      let sorts = FileSort.Side.allCases.map { FileSort(kind: kind, side: $0) }
      // What was read stands for what was not.
      let factors = sorts.map { sort in
        Double(sides.first { $0.sort == sort }?.blobs.count ?? 0) / Double(max(1, count.asked[sort] ?? 0))
      }
      let files = zip(sorts, factors).map { Double(count.files[$0] ?? 0) * $1 }
      var estimates: [Word: Part.Estimate] = [:]
      for (word, numbers) in count.words {
        let found = zip(sorts, factors).map { Double(numbers[$0.place]) * $1 }
        guard found.contains(where: { $0 > 0 }) else { continue }
        estimates[word] = Part.Estimate(both: found[0], fork: found[1], upstream: found[2])
      }
      return Part(both: files[0], fork: files[1], upstream: files[2], counts: estimates)
    }
    return Vocabulary(
      code: part(.code),
      documents: part(.document),
      unread: count.unread,
      asked: jobs.count,
      reason: count.reason?.text
    )
  }

  /// The files of both trees by who has them and what they are.
  private static func sorted(upstream: TreeID, fork: TreeID, _ stores: [String]) throws(GitError)
    -> [(sort: FileSort, blobs: Set<BlobID>)]
  {
    let reader = TreeReader(try ObjectDatabase(objectFolders: stores))
    func blobs(_ tree: TreeID) throws(GitError) -> [WordFiles.Kind: Set<BlobID>] {
      var found: [WordFiles.Kind: Set<BlobID>] = [:]
      try reader.files(of: tree) { path, state in
        if let kind = WordFiles.kind(of: reader.paths.path(path), state.mode) {
          found[kind, default: []].insert(state.blob)
        }
      }
      return found
    }
    let (left, right) = (try blobs(upstream), try blobs(fork))
    return [WordFiles.Kind.code, .document].flatMap { kind in
      let (left, right) = (left[kind, default: []], right[kind, default: []])
      return [
        (FileSort(kind: kind, side: .both), left.intersection(right)),
        (FileSort(kind: kind, side: .fork), right.subtracting(left)),
        (FileSort(kind: kind, side: .upstream), left.subtracting(right)),
      ]
    }
  }
}

/// What a file is and who has it.
struct FileSort: Hashable, Sendable {
  /// Who has it.
  enum Side: Int, CaseIterable, Sendable {
    case both, fork, upstream
  }

  let kind: WordFiles.Kind
  let side: Side

  /// Where this sort's number stands among those of a word.
  var place: Int { (kind == .code ? 0 : 3) + side.rawValue }
}
