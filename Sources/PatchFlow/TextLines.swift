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

  /// The lines of all texts held.
  let store: LineStore
  private let objects: ObjectDatabase
  private var young: [BlobID: Text?] = [:]
  private var old: [BlobID: Text?] = [:]
  private var youngBytes = 0
  /// Bytes of texts after which the older half is forgotten.
  private static let generation = 6 << 20

  init(_ objects: ObjectDatabase, renamed: [UInt32: UInt32]) {
    self.objects = objects
    store = LineStore(renamed)
  }

  /// The text; nil where it is none, above the limit, or cannot be read. Of nothing, nothing.
  ///
  /// - Parameter near: another version of it, which makes it faster to read; nil for none.
  func text(_ state: FileState?, near: Text? = nil) -> Text? {
    guard let state else {
      return Text(bytes: [], lines: TextLines(UnsafeRawBufferPointer(start: nil, count: 0), store))
    }
    if state.mode.isSubmodule { return nil }
    if let known = young[state.blob] { return known }
    let text = old[state.blob] ?? read(state.blob, near)
    young[state.blob] = .some(text)
    youngBytes += text?.bytes.count ?? 0
    if youngBytes > Self.generation { (old, young, youngBytes) = (young, [:], 0) }
    return text
  }

  /// Two versions of a text; nil where one of them is nil. The one reads faster where the other is known.
  func versions(_ old: FileState?, _ new: FileState?) -> (old: Text, new: Text)? {
    let known = new.flatMap { young[$0.blob] ?? self.old[$0.blob] ?? nil }
    guard let old = text(old, near: known), let new = text(new, near: old) else { return nil }
    return (old, new)
  }

  /// Forgets everything where the lines have become too many. Nobody may hold a text or a line across this.
  func tidy() {
    guard store.isFull else { return }
    store.removeAll()
    (old, young, youngBytes) = ([:], [:], 0)
  }

  private func read(_ blob: BlobID, _ near: Text?) -> Text? {
    do throws(GitError) {
      return try objects.withBlob(blob, limit: ReadingLimit.judgedBytes) { bytes in
        LineCount.isBinary(bytes) ? nil : Text(bytes: Array(bytes), lines: TextLines(bytes, store, near: near))
      }
    } catch {
      return nil
    }
  }
}

/// The lines of a text, to be asked how near they come to other lines.
struct TextLines {
  private let store: LineStore
  /// The numbers of its lines.
  private var numbers: NumberTable
  /// Its lines. Order: as they stand.
  private var lines: [LineStore.Line] = []
  /// Its lines that have words, each once.
  private var distinct: [LineStore.Line] = []
  private let index = Index()

  /// Holds what all copies of a text share. Most texts are asked once or twice; the heads' again and again: only for
  /// them it pays to find out where all words stand.
  private final class Index {
    private var found: WordPlaces?
    private var times = 0

    func places(of asked: [UInt32], _ lines: [LineStore.Line], _ store: LineStore) -> WordPlaces {
      if let found { return found }
      times += 1
      let places = WordPlaces(in: lines, store, asked: times > 2 ? nil : asked)
      if times > 2 { found = places }
      return places
    }
  }

  /// - Parameter near: a text of which this one has most lines, as the version before: what both begin and end with is
  ///   not told apart again.
  init(_ bytes: UnsafeRawBufferPointer, _ store: LineStore, near: TextCache.Text? = nil) {
    self.store = store
    var lines: [LineStore.Line] = []
    lines.reserveCapacity(near?.lines.lines.count ?? 0)
    let ends = near.map { near in near.bytes.withUnsafeBytes { CommonEnds($0, bytes, margin: 0) } }
    let (head, tail) = (ends?.head ?? 0, ends?.tail ?? 0)
    func count(_ range: Range<Int>) -> Int { LineCount.lines(in: UnsafeRawBufferPointer(rebasing: bytes[range])) }
    if let near { lines += near.lines.lines.prefix(count(0..<head)) }
    var start = head
    while start < bytes.count - tail {
      let end = LineStore.end(of: bytes, from: start)
      lines.append(store.line(UnsafeRawBufferPointer(rebasing: bytes[start..<end])))
      start = end + 1
    }
    if let near { lines += near.lines.lines.suffix(count((bytes.count - tail)..<bytes.count)) }
    numbers = NumberTable(capacity: lines.count)
    for line in lines {
      let number = store.number(of: line)
      if number != 0, numbers.insert(number), !store.words(of: line).isEmpty { distinct.append(line) }
    }
    self.lines = lines
  }

  /// Whether `line` stands behind a line of the number `last` somewhere.
  func contains(_ line: LineStore.Line, after last: UInt64) -> Bool {
    let number = store.number(of: line)
    guard contains(line), numbers.contains(last) else { return false }
    // Lines that have nothing to see stand between none.
    var before: UInt64 = 0
    for here in lines {
      let current = store.number(of: here)
      if current == number, before == last { return true }
      if current != 0 { before = current }
    }
    return false
  }

  func contains(_ line: LineStore.Line) -> Bool { numbers.contains(store.number(of: line)) }

  /// From 0 to 1, for each of `lines`: how much the most similar line has in common with it: shared words over all
  /// words of both.
  func nearest(to lines: [LineStore.Line]) -> [Double] { closest(to: lines).map(\.likeness) }

  /// A line of the text, and how much it has in common with the one that was asked about.
  struct Closest {
    /// nil where no line has a word of it.
    var line: LineStore.Line?
    var likeness: Double
  }

  /// The same with the most similar line itself, by the line that was asked about.
  func closest(of lines: [LineStore.Line]) -> [LineStore.Line: Closest] {
    Dictionary(zip(lines, closest(to: lines))) { first, _ in first }
  }

  /// The same with the most similar line itself.
  func closest(to lines: [LineStore.Line]) -> [Closest] {
    let unknown = lines.indices.filter { !contains(lines[$0]) }
    var closest = lines.map { Closest(line: $0, likeness: 1) }
    if unknown.isEmpty { return closest }
    let asked = unknown.flatMap { store.words(of: lines[$0]).map { store.word(at: $0) } }
    let places = index.places(of: asked, distinct, store)
    for index in unknown {
      let rare = store.words(of: lines[index]).compactMap { word in places.lines(of: store.word(at: word)) }
        .sorted { $0.count < $1.count }.prefix(4)
      closest[index] = Closest(line: nil, likeness: 0)
      for found in rare {
        for line in found {
          let likeness = store.likeness(line, lines[index])
          if likeness > closest[index].likeness { closest[index] = Closest(line: line, likeness: likeness) }
        }
      }
      // The same words in another order, or with other marks, are another line.
      closest[index].likeness = min(closest[index].likeness, Thresholds.nearestOther)
    }
    return closest
  }
}

/// In which lines of a text words stand.
private struct WordPlaces {
  /// A word of more lines than this tells nothing.
  static let limit = 120

  private let words: WordNumbers
  /// Where the lines of each word begin in ``lines``, and the end of the last.
  private let starts: [Int32]
  private let lines: [LineStore.Line]

  /// - Parameter all: the lines of the text.
  /// - Parameter asked: the words that will be asked for; nil for all of the text.
  init(in all: [LineStore.Line], _ store: LineStore, asked: [UInt32]? = nil) {
    let sum = asked?.count ?? all.reduce(0) { $0 + store.words(of: $1).count }
    var words = WordNumbers(capacity: sum)
    for word in asked ?? [] { words.insert(word) }
    var starts = [Int32](repeating: 0, count: words.count + 1)
    var hits: [(number: Int32, line: LineStore.Line)] = []
    if asked == nil { hits.reserveCapacity(sum) }
    store.forEachWord(of: all) { line, word in
      let number = asked == nil ? words.insert(word) : words.number(of: word)
      if number < 0 { return }
      if Int(number) + 1 == starts.count { starts.append(0) }
      starts[Int(number)] += 1
      hits.append((number, line))
    }
    var start: Int32 = 0
    for place in starts.indices { (starts[place], start) = (start, start + starts[place]) }
    var lines = [LineStore.Line](repeating: 0, count: hits.count)
    var next = starts
    for hit in hits {
      lines[Int(next[Int(hit.number)])] = hit.line
      next[Int(hit.number)] += 1
    }
    (self.words, self.starts, self.lines) = (words, starts, lines)
  }

  /// The lines that have `word`, in the text's order; nil where none has, or more than ``limit``.
  func lines(of word: UInt32) -> ArraySlice<LineStore.Line>? {
    let number = words.number(of: word)
    guard number >= 0 else { return nil }
    let range = Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
    return range.isEmpty || range.count > Self.limit ? nil : lines[range]
  }
}

/// Words, numbered as they come.
private struct WordNumbers {
  private struct Slot {
    var word: UInt32 = 0
    var number: Int32 = -1
  }

  private var slots: [Slot]
  private let mask: Int
  private(set) var count = 0

  /// - Parameter capacity: the most words that will be inserted.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: Slot(), count: size)
  }

  /// - Returns: the word's number.
  @discardableResult
  mutating func insert(_ word: UInt32) -> Int32 {
    let place = place(of: word)
    if slots[place].number < 0 {
      slots[place] = Slot(word: word, number: Int32(count))
      count += 1
    }
    return slots[place].number
  }

  /// The word's number; -1 where it has none.
  @inline(__always)
  func number(of word: UInt32) -> Int32 { slots[place(of: word)].number }

  @inline(__always)
  private func place(of word: UInt32) -> Int {
    var place = Int(word) & mask
    while slots[place].number >= 0, slots[place].word != word { place = (place + 1) & mask }
    return place
  }
}

/// A set of numbers whose bits are spread already; 0 is none.
private struct NumberTable {
  private var slots: [UInt64]
  private let mask: Int

  /// - Parameter capacity: the most numbers that will be inserted.
  init(capacity: Int) {
    var size = 8
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// - Returns: whether it was not there yet.
  mutating func insert(_ number: UInt64) -> Bool {
    let slot = slot(of: number)
    if slots[slot] == number { return false }
    slots[slot] = number
    return true
  }

  func contains(_ number: UInt64) -> Bool { number != 0 && slots[slot(of: number)] == number }

  @inline(__always)
  private func slot(of number: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: number) & mask
    while slots[slot] != 0, slots[slot] != number { slot = (slot + 1) & mask }
    return slot
  }
}
