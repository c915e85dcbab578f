import GitValues
import Glibc

/// Lines of many texts, each told apart once: the versions of a file share nearly all of theirs. One thread at a time.
///
/// Nothing that is called here calls back, so no access can overlap another; checking each of them again would cost a
/// tenth of the time that presence takes.
final class LineStore {
  /// A line of the store.
  typealias Line = Int32

  private let renamed: [UInt32: UInt32]
  /// A line by its bytes' number. Both lie together: a look-up waits for memory once.
  private struct Slot {
    var key: UInt64 = 0
    var line: Line = -1
  }

  @exclusivity(unchecked) private var slots: [Slot] = []
  /// Of each line its words' and marks' number, in their order; 0 where it has nothing to see.
  @exclusivity(unchecked) private var numbers: [UInt64] = []
  /// The words of each line: ascending, each once.
  @exclusivity(unchecked) private var words: [UInt32] = []
  /// Where each line's words begin, and the end of the last.
  @exclusivity(unchecked) private var starts: [Int32] = [0]

  /// - Parameter renamed: words that stand for others.
  init(_ renamed: [UInt32: UInt32]) {
    self.renamed = renamed
    removeAll()
  }

  /// Whether it holds so many lines and words that it should be emptied.
  var isFull: Bool { words.count > 4 << 20 || numbers.count > 1 << 20 }

  /// Forgets all lines.
  func removeAll() {
    slots = Array(repeating: Slot(), count: 1 << 12)
    (numbers, words, starts) = ([], [], [0])
  }

  func number(of line: Line) -> UInt64 { numbers[Int(line)] }
  func words(of line: Line) -> Range<Int> { Int(starts[Int(line)])..<Int(starts[Int(line) + 1]) }
  func word(at place: Int) -> UInt32 { words[place] }

  /// Calls `visit` for every word of `lines`, line by line.
  @inline(__always)
  func forEachWord(of lines: [Line], _ visit: (Line, UInt32) -> Void) {
    words.withUnsafeBufferPointer { words in
      starts.withUnsafeBufferPointer { starts in
        for line in lines {
          for place in Int(starts[Int(line)])..<Int(starts[Int(line) + 1]) { visit(line, words[place]) }
        }
      }
    }
  }

  /// The line of `bytes`, without its newline or with it.
  func line(_ bytes: UnsafeRawBufferPointer) -> Line {
    let end = bytes.last == UInt8(ascii: "\n") ? bytes.count - 1 : bytes.count
    let bytes = UnsafeRawBufferPointer(rebasing: bytes[..<end])
    let key = Self.key(bytes)
    let place = Self.place(of: key, in: slots)
    if slots[place].line >= 0 { return slots[place].line }
    let line = Line(numbers.count)
    slots[place] = Slot(key: key, line: line)
    numbers.append(read(bytes))
    starts.append(Int32(words.count))
    if numbers.count * 2 > slots.count { grow() }
    return line
  }

  /// Where the line of `key` is, or would be.
  @inline(__always)
  private static func place(of key: UInt64, in slots: [Slot]) -> Int {
    var place = Int(truncatingIfNeeded: key) & (slots.count - 1)
    while slots[place].line >= 0, slots[place].key != key { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private func grow() {
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    for slot in slots where slot.line >= 0 { larger[Self.place(of: slot.key, in: larger)] = slot }
    slots = larger
  }

  @inline(__always)
  private static func key(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var value = UInt64(bytes.count) &* 0x9e37_79b9_7f4a_7c15
    var place = 0
    while place + 8 <= bytes.count {
      value = StableHash.mixed(value ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    return StableHash.mixed(value ^ rest)
  }

  /// Where the line that begins at `start` ends, its newline left out.
  static func end(of text: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = text.baseAddress, let found = memchr(base + start, 0x0a, text.count - start) else {
      return text.count
    }
    return UnsafeRawPointer(found) - base
  }

  /// Appends the words of a line.
  ///
  /// - Returns: the line's number.
  private func read(_ line: UnsafeRawBufferPointer) -> UInt64 {
    let start = words.count
    var number: UInt64 = 0
    LineWords.tokens(line) { token, length in
      let word = length > 1 && !renamed.isEmpty ? renamed[token] ?? token : token
      if length > 0 { words.append(word) }
      number = StableHash.mixed(number &* 31 &+ UInt64(word) &+ 1)
    }
    words[start...].sort()
    var kept = start
    for place in start..<words.count where kept == start || words[place] != words[kept - 1] {
      words[kept] = words[place]
      kept += 1
    }
    words.removeLast(words.count - kept)
    return number
  }

  /// The words of `one` that `other` has not.
  func words(of one: Line, without other: Line) -> [UInt32] {
    let others = words(of: other)
    return words(of: one).map { words[$0] }.filter { !contains($0, others) }
  }

  /// How many of some words a line has.
  func count(of some: [UInt32], in line: Line) -> Int {
    let range = words(of: line)
    return some.count { contains($0, range) }
  }

  private func contains(_ word: UInt32, _ range: Range<Int>) -> Bool {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && words[low] == word
  }

  /// From 0 to 1: shared words over all words of both.
  func likeness(_ one: Line, _ other: Line) -> Double {
    let (left, right) = (words(of: one), words(of: other))
    var (first, second, shared) = (left.lowerBound, right.lowerBound, 0)
    while first < left.upperBound, second < right.upperBound {
      if words[first] == words[second] {
        shared += 1
        first += 1
        second += 1
      } else if words[first] < words[second] {
        first += 1
      } else {
        second += 1
      }
    }
    let all = left.count + right.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}
