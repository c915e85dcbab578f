import Glibc

/// How alike two changes are.
struct Likeness: Hashable, Sendable {
  /// From 0 to 1: lines added and removed.
  var lines = 0.0
  /// From 0 to 1: words of lines added and removed.
  var words = 0.0
  /// From 0 to 1: paths, by their names.
  var paths = 0.0
  /// How much they share, in nats: the rarer what both have, the more.
  var sharedNats = 0.0
  /// From 0 to 1: how much of the larger one the other has.
  var ofLarger = 0.0
  /// Whether both add and remove the same lines in the same files.
  var isSameChange = false

  /// From 0 to 1: the diffs as a whole.
  var diff: Double { isSameChange ? 1 : min(0.9999, Thresholds.lineShare * lines + Thresholds.wordShare * words) }
}

/// How telling lines, words and paths are: what few commits have tells more.
struct Rarity: Sendable {
  /// Counts by a number's low bits. Two numbers that share them count as one, which only makes them less telling.
  private var lines = [UInt16](repeating: 0, count: 1 << 22)
  private var words = [UInt16](repeating: 0, count: 1 << 20)
  private var messageWords = [UInt16](repeating: 0, count: 1 << 18)
  private let logarithms: [Double]

  /// The rarities among `records`.
  init(_ records: [CommitRecord]) {
    for record in records {
      for number in record.content?.lineSet ?? [] { Self.count(number, &lines) }
      for number in record.content?.wordSet ?? [] { Self.count(number, &words) }
      for number in record.message?.words ?? [] { Self.count(number, &messageWords) }
    }
    let total = log(Double(records.count + 2))
    logarithms = [total] + (1...Int(UInt16.max)).map { max(0.01, total - log(Double($0))) }
  }

  private static func count(_ number: UInt32, _ table: inout [UInt16]) {
    let place = Int(number) & (table.count - 1)
    if table[place] < .max { table[place] += 1 }
  }

  func lineCount(_ number: UInt32) -> Int { Int(lines[Int(number) & (lines.count - 1)]) }
  func wordCount(_ number: UInt32) -> Int { Int(words[Int(number) & (words.count - 1)]) }
  func line(_ number: UInt32) -> Double { logarithms[lineCount(number)] }
  func word(_ number: UInt32) -> Double { logarithms[wordCount(number)] }
  func messageWord(_ number: UInt32) -> Double {
    logarithms[Int(messageWords[Int(number) & (messageWords.count - 1)])]
  }
}

/// How much a change and its message tell, in nats.
struct Weights: Hashable, Sendable {
  var lines = 0.0
  var words = 0.0
  var messageWords = 0.0
}

/// Compares changes that were weighed by it.
struct Comparer: Sendable {
  let rarity: Rarity

  /// What the lines and words of a record tell.
  func weights(of record: CommitRecord) -> Weights {
    Weights(
      lines: record.content?.lineSet.reduce(0) { $0 + rarity.line($1) } ?? 0,
      words: record.content?.wordSet.reduce(0) { $0 + rarity.word($1) } ?? 0,
      messageWords: record.message?.words.reduce(0) { $0 + rarity.messageWord($1) } ?? 0
    )
  }

  /// The likeness of two changes whose contents were read; nil where one was not.
  func likeness(_ left: CommitRecord, _ right: CommitRecord) -> Likeness? {
    guard let one = left.content, let other = right.content else { return nil }
    var likeness = Likeness()
    let lines = Self.shared(one.lineSet, other.lineSet) { rarity.line($0) }
    let words = Self.shared(one.wordSet, other.wordSet) { rarity.word($0) }
    likeness.lines = Self.cosine(lines, left.weights.lines, right.weights.lines)
    likeness.words =
      one.wordSet.isEmpty && other.wordSet.isEmpty
      ? likeness.lines : Self.cosine(words, left.weights.words, right.weights.words)
    likeness.sharedNats = words + lines
    let larger = max(left.weights.lines + left.weights.words, right.weights.lines + right.weights.words)
    likeness.ofLarger = larger == 0 ? 0 : likeness.sharedNats / larger
    likeness.paths = Self.paths(left, right)
    likeness.isSameChange =
      !one.lineSet.isEmpty && one.lineSet == other.lineSet && Set(left.mappedPaths) == Set(right.mappedPaths)
    return likeness
  }

  /// From 0 to 1: the words of two messages; 0 where one has none, nil where one cannot be read.
  func messages(_ left: CommitRecord, _ right: CommitRecord) -> Double? {
    guard let one = left.message, let other = right.message else { return nil }
    let shared = Self.shared(one.words, other.words) { rarity.messageWord($0) }
    return Self.cosine(shared, left.weights.messageWords, right.weights.messageWords)
  }

  /// In nats: the lines that two sets of them share.
  func sharedLines(_ one: [UInt32], _ other: [UInt32]) -> Double { Self.shared(one, other) { rarity.line($0) } }

  private static func cosine(_ shared: Double, _ left: Double, _ right: Double) -> Double {
    left == 0 || right == 0 ? 0 : shared / (left * right).squareRoot()
  }

  /// The weight of what two ascending lists share.
  @inline(__always)
  private static func shared(_ left: [UInt32], _ right: [UInt32], _ weight: (UInt32) -> Double) -> Double {
    var sum = 0.0
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        var (one, other) = (0, 0)
        while one < left.count, other < right.count {
          let (first, second) = (left[one], right[other])
          if first == second { sum += weight(first) }
          // Both steps at once: which one it is cannot be foreseen.
          one += first <= second ? 1 : 0
          other += second <= first ? 1 : 0
        }
      }
    }
    return sum
  }

  private static func paths(_ left: CommitRecord, _ right: CommitRecord) -> Double {
    if left.mappedPaths.isEmpty || right.mappedPaths.isEmpty { return 0 }
    let one = Set(left.mappedPaths)
    let common = right.mappedPaths.count { one.contains($0) }
    return Double(common) / (Double(one.count) * Double(right.mappedPaths.count)).squareRoot()
  }
}
