public import GitValues

/// Words that a fork puts in the place of upstream's, found in the names of files: `SeriesService` in one tree and
/// `MovieService` in the other.
public struct RenamedWords: Hashable, Sendable {
  /// Upstream's words by the numbers of ``LineWords``, with the fork's word for them.
  let byNumber: [UInt32: UInt32]
  /// Pairs of upstream's word and the fork's, in lower case. Order: most files first, then by word.
  let pairs: [Pair]

  struct Pair: Hashable, Sendable {
    let upstream: [UInt8]
    let fork: [UInt8]
  }

  /// No words.
  public static let none = RenamedWords([])

  private init(_ pairs: [Pair]) {
    self.pairs = pairs
    func number(_ word: [UInt8]) -> UInt32? {
      var found: UInt32?
      word.withUnsafeBytes { bytes in LineWords.words(bytes) { found = $0 } }
      return found
    }
    var numbers: [UInt32: UInt32] = [:]
    for pair in pairs {
      for ending in ["", "s"] {
        guard let from = number(pair.upstream + ending.utf8), let to = number(pair.fork + ending.utf8) else { continue }
        if numbers[from] == nil { numbers[from] = to }
      }
    }
    byNumber = numbers
  }

  /// The words by whose exchange files that only upstream has become files that only the fork has.
  ///
  /// - Parameter folders: folders that the fork moved: a file's name may have changed on top of that.
  public static func find(
    upstreamOnly: [RepoPath],
    forkOnly: [RepoPath],
    folders: [PathMapping.Move]
  ) -> RenamedWords {
    struct Shape: Hashable {
      let parts: [[UInt8]]
    }
    func shapes(_ path: RepoPath) -> [(shape: Shape, word: [UInt8])] {
      let words = PathWords(path).words
      let names = Set(words.filter(\.isWord).map(\.stem))
      // More words than that are a name of a test case, not of a thing.
      guard names.count <= 16 else { return [] }
      return names.map { name in
        (Shape(parts: words.map { $0.isWord && $0.stem == name ? [0] + $0.ending : $0.lower }), name)
      }
    }
    var forkWords: [Shape: [[UInt8]]] = [:]
    for path in forkOnly {
      for (shape, word) in shapes(path) { forkWords[shape, default: []].append(word) }
    }
    var votes: [Pair: Int] = [:]
    for path in upstreamOnly.flatMap({ path in [path] + folders.compactMap { $0.moved(path) } }) {
      for (shape, word) in shapes(path) {
        guard let others = forkWords[shape], others.count == 1 else { continue }
        votes[Pair(upstream: word, fork: others[0]), default: 0] += 1
      }
    }
    let pairs = votes.filter { $0.value >= Thresholds.renamedWordFiles }.sorted {
      $0.value != $1.value
        ? $0.value > $1.value
        : ($0.key.upstream + $0.key.fork).lexicographicallyPrecedes($1.key.upstream + $1.key.fork)
    }
    return RenamedWords(pairs.prefix(Thresholds.renamedWords).map(\.key))
  }

  /// What upstream's `path` is called when words are exchanged: all that are known, then one at a time.
  func paths(for path: RepoPath) -> [RepoPath] {
    if pairs.isEmpty { return [] }
    let words = PathWords(path)
    let known = Set(words.words.filter(\.isWord).map(\.stem))
    let applicable = pairs.filter { known.contains($0.upstream) }
    if applicable.isEmpty { return [] }
    return ([applicable] + applicable.map { [$0] }).map { words.path(exchanging: $0) }
  }
}

/// The words and marks of a path.
struct PathWords {
  struct Part {
    let bytes: [UInt8]
    let lower: [UInt8]
    let isWord: Bool

    /// The word without the ending of its plural.
    var stem: [UInt8] { isPlural ? lower.dropLast() : lower }
    var ending: [UInt8] { isPlural ? [UInt8(ascii: "s")] : [] }
    private var isPlural: Bool {
      lower.count > 4 && lower.last == UInt8(ascii: "s") && !lower.dropLast().hasSuffix("ie")
    }
  }

  let words: [Part]

  init(_ path: RepoPath) {
    var parts: [Part] = []
    var current: [UInt8] = []
    func flush() {
      if current.isEmpty { return }
      let lower = current.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
      parts.append(Part(bytes: current, lower: lower, isWord: current.count > 1 && Self.isLetter(current[0])))
      current = []
    }
    var last: UInt8 = 0
    for byte in path.bytes {
      let startsWord = Self.isUpper(byte) && !Self.isUpper(last)
      if startsWord || Self.isLetter(byte) != Self.isLetter(last) || !Self.isLetter(byte) { flush() }
      current.append(byte)
      last = byte
    }
    flush()
    words = parts
  }

  /// A file's name as it is told again where only numbers, marks, case or plurals differ: `188_move_tags.cs` and
  /// `061_MoveTag.cs`. nil for names of a single short word, which say nothing.
  static func key(ofName name: ArraySlice<UInt8>) -> [UInt8]? {
    let words = PathWords(RepoPath(bytes: Array(name))).words.filter { isLetter($0.bytes[0]) }.map(\.stem)
    guard words.count > 2 || words.reduce(0, { $0 + $1.count }) >= shortestName else { return nil }
    return Array(words.joined(separator: [0]))
  }

  /// Letters of a name and its ending that say something.
  private static let shortestName = 10

  /// The path with words exchanged, each in the case that the old one had.
  func path(exchanging pairs: [RenamedWords.Pair]) -> RepoPath {
    var bytes: [UInt8] = []
    for part in words {
      guard part.isWord, let pair = pairs.first(where: { $0.upstream == part.stem }) else {
        bytes += part.bytes
        continue
      }
      let isCapital = Self.isUpper(part.bytes[0])
      let isAllUpper = isCapital && part.bytes.allSatisfy(Self.isUpper)
      bytes += (pair.fork + part.ending).enumerated().map { index, byte in
        let isLower = byte >= 0x61 && byte <= 0x7a
        return isLower && (isAllUpper || isCapital && index == 0) ? byte & 0xdf : byte
      }
    }
    return RepoPath(bytes: bytes)
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }
  private static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || byte >= 0x61 && byte <= 0x7a }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && suffix(text.utf8CodeUnitCount).elementsEqual(text.withUTF8Buffer { Array($0) })
  }
}
