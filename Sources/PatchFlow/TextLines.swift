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
  func text(_ state: FileState?) -> Text? {
    guard let state else {
      return Text(bytes: [], lines: TextLines(UnsafeRawBufferPointer(start: nil, count: 0), store))
    }
    if state.mode.isSubmodule { return nil }
    if let known = young[state.blob] { return known }
    let text = old[state.blob] ?? read(state.blob)
    young[state.blob] = .some(text)
    youngBytes += text?.bytes.count ?? 0
    if youngBytes > Self.generation { (old, young, youngBytes) = (young, [:], 0) }
    return text
  }

  /// Forgets everything where the lines have become too many. Nobody may hold a text or a line across this.
  func tidy() {
    guard store.isFull else { return }
    store.removeAll()
    (old, young, youngBytes) = ([:], [:], 0)
  }

  private func read(_ blob: BlobID) -> Text? {
    do throws(GitError) {
      return try objects.withBlob(blob, limit: ReadingLimit.judgedBytes) { bytes in
        LineCount.isBinary(bytes) ? nil : Text(bytes: Array(bytes), lines: TextLines(bytes, store))
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
  /// Its lines without those that have nothing to see. Order: as they stand.
  private var lines: [LineStore.Line] = []
  /// Its lines that have words, each once.
  private var distinct: [LineStore.Line] = []
  private let index = Index()

  /// Holds what all copies of a text share.
  private final class Index {
    private var found: WordPlaces?

    func places(_ lines: [LineStore.Line], _ store: LineStore) -> WordPlaces {
      if let found { return found }
      let places = WordPlaces(in: lines, store)
      found = places
      return places
    }
  }

  init(_ bytes: UnsafeRawBufferPointer, _ store: LineStore) {
    self.store = store
    let count = LineCount.lines(in: bytes)
    numbers = NumberTable(capacity: count)
    lines.reserveCapacity(count)
    var start = 0
    while start < bytes.count {
      let end = LineStore.end(of: bytes, from: start)
      let line = store.line(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      start = end + 1
      let number = store.number(of: line)
      if number == 0 { continue }
      lines.append(line)
      if numbers.insert(number), !store.words(of: line).isEmpty { distinct.append(line) }
    }
  }

  /// Whether `line` stands behind a line of the number `last` somewhere.
  func contains(_ line: LineStore.Line, after last: UInt64) -> Bool {
    let number = store.number(of: line)
    guard contains(line), numbers.contains(last) else { return false }
    return zip(lines, lines.dropFirst()).contains { before, here in
      store.number(of: here) == number && store.number(of: before) == last
    }
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
    let places = index.places(distinct, store)
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

/// In which lines of a text its words stand, found out when first asked: the heads' texts are asked again and again.
private final class WordPlaces {
  /// A word of more lines than this tells nothing.
  static let limit = 120

  private var slots: [UInt32]
  private var numbers: [Int32]
  /// Where the lines of each word begin in ``lines``, and the end of the last.
  private var starts: [Int32]
  private var lines: [LineStore.Line]
  private let mask: Int

  /// - Parameter all: the lines of the text.
  init(in all: [LineStore.Line], _ store: LineStore) {
    let sum = all.reduce(0) { $0 + store.words(of: $1).count }
    var size = 64
    while size < sum * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: 0, count: size)
    numbers = Array(repeating: -1, count: size)
    var counts: [Int32] = []
    var found: [Int32] = []
    found.reserveCapacity(sum)
    (starts, lines) = ([], [])
    for line in all {
      for place in store.words(of: line) {
        let word = store.word(at: place)
        let slot = slot(of: word)
        if numbers[slot] < 0 {
          slots[slot] = word
          numbers[slot] = Int32(counts.count)
          counts.append(0)
        }
        counts[Int(numbers[slot])] += 1
        found.append(numbers[slot])
      }
    }
    var start: Int32 = 0
    starts.reserveCapacity(counts.count + 1)
    for count in counts {
      starts.append(start)
      start += count
    }
    starts.append(start)
    lines = Array(repeating: 0, count: Int(start))
    var next = starts
    var place = 0
    for line in all {
      for _ in store.words(of: line) {
        let number = Int(found[place])
        lines[Int(next[number])] = line
        next[number] += 1
        place += 1
      }
    }
  }

  @inline(__always)
  private func slot(of word: UInt32) -> Int {
    var slot = Int(word) & mask
    while numbers[slot] >= 0, slots[slot] != word { slot = (slot + 1) & mask }
    return slot
  }

  /// The lines that have `word`, in the text's order; nil where none has, or more than ``limit``.
  func lines(of word: UInt32) -> ArraySlice<LineStore.Line>? {
    let number = numbers[slot(of: word)]
    guard number >= 0 else { return nil }
    let range = Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
    return range.count > Self.limit ? nil : lines[range]
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
