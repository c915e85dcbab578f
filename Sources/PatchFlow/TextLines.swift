import Git
import GitValues

/// Texts read lately, by what they are: a commit's new text is the old one of the next commit, and the heads' texts are
/// asked again and again. One thread at a time.
final class TextCache {
  /// A text and its lines.
  struct Text {
    let bytes: [UInt8]
    let lines: TextLines
  }

  private let objects: ObjectDatabase
  private let renamed: [UInt32: UInt32]
  private var young: [BlobID: Text?] = [:]
  private var old: [BlobID: Text?] = [:]
  private var youngBytes = 0

  init(_ objects: ObjectDatabase, renamed: [UInt32: UInt32]) {
    self.objects = objects
    self.renamed = renamed
  }

  /// The text; nil where it is none, above the limit, or cannot be read. Of nothing, nothing.
  func text(_ state: FileState?) -> Text? {
    guard let state else {
      return Text(bytes: [], lines: TextLines(UnsafeRawBufferPointer(start: nil, count: 0), renamed))
    }
    if state.mode.isSubmodule { return nil }
    if let known = young[state.blob] { return known }
    let text = old[state.blob] ?? read(state.blob)
    young[state.blob] = .some(text)
    youngBytes += text?.bytes.count ?? 0
    if youngBytes > 2 << 20 { (old, young, youngBytes) = (young, [:], 0) }
    return text
  }

  private func read(_ blob: BlobID) -> Text? {
    do throws(GitError) {
      return try objects.withBlob(blob, limit: ReadingLimit.judgedBytes) { bytes in
        LineCount.isBinary(bytes) ? nil : Text(bytes: Array(bytes), lines: TextLines(bytes, renamed))
      }
    } catch {
      return nil
    }
  }
}

/// The lines of a text, to be asked how near they come to another line.
struct TextLines {
  /// One line by the numbers of its words.
  struct Line: Hashable, Sendable {
    /// Of the line's words and marks in their order; 0 where it has none.
    let number: UInt64
    /// Order: ascending, each once.
    let words: [UInt32]

    /// - Parameter renamed: words that stand for others.
    init(_ bytes: UnsafeRawBufferPointer, _ renamed: [UInt32: UInt32]) {
      var (words, number): ([UInt32], UInt64) = ([], 0)
      LineWords.tokens(bytes) { token, length in
        let word = length > 1 ? renamed[token] ?? token : token
        if length > 0 { words.append(word) }
        number = LineWords.mixed(number &* 31 &+ UInt64(word) &+ 1)
      }
      words.sort()
      var unique: [UInt32] = []
      for word in words where unique.last != word { unique.append(word) }
      self.number = number
      self.words = unique
    }
  }

  private var numbers: Set<UInt64> = []
  /// Of each line together with the one before it.
  private var places: Set<UInt64> = []
  private var lines: [Line] = []
  private var linesOfWord: [UInt32: [Int32]] = [:]

  init(_ bytes: UnsafeRawBufferPointer, _ renamed: [UInt32: UInt32]) {
    var start = 0
    var last: UInt64 = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let line = Line(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), renamed)
      start = end + 1
      if line.number == 0 { continue }
      places.insert(Self.place(of: line, after: last))
      last = line.number
      guard numbers.insert(line.number).inserted else { continue }
      for word in line.words { linesOfWord[word, default: []].append(Int32(lines.count)) }
      lines.append(line)
    }
  }

  private static func place(of line: Line, after last: UInt64) -> UInt64 { LineWords.mixed(last &* 31 &+ line.number) }

  /// Whether `line` stands behind a line of the number `last` somewhere; 0 stands for the start.
  func contains(_ line: Line, after last: UInt64) -> Bool { places.contains(Self.place(of: line, after: last)) }

  func contains(_ line: Line) -> Bool { numbers.contains(line.number) }

  /// From 0 to 1: how much the most similar line has in common with `line`: shared words over all words of both.
  func nearest(to line: Line) -> Double {
    if contains(line) { return 1 }
    let rare = line.words.compactMap { linesOfWord[$0] }.sorted { $0.count < $1.count }.prefix(4)
    var seen: Set<Int32> = []
    var best = 0.0
    for places in rare where places.count <= 120 {
      for place in places where seen.insert(place).inserted {
        best = max(best, Self.likeness(lines[Int(place)].words, line.words))
      }
    }
    // The same words in another order, or with other marks, are another line.
    return min(best, Thresholds.nearestOther)
  }

  private static func likeness(_ left: [UInt32], _ right: [UInt32]) -> Double {
    var (one, other, shared) = (0, 0, 0)
    while one < left.count, other < right.count {
      if left[one] == right[other] {
        shared += 1
        one += 1
        other += 1
      } else if left[one] < right[other] {
        one += 1
      } else {
        other += 1
      }
    }
    let all = left.count + right.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}
