public import GitValues
import Synchronization

/// The passages of texts: runs of eight words in the order in which they stand, whatever stands between the words.
///
/// What only lays out a text anew leaves its passages as they were: other line ends, indentation, line breaks, brackets or
/// quotes. What changes a line leaves all passages but those of the line. Every eighth of them is kept, by its hash; and
/// only of files whose name is in the sample, the same in every tree, so that shares are estimates without bias.
///
/// What was read once is kept. Several threads may use one.
public final class Passages: Sendable {
  /// Which names are in the sample: those whose hash is not above it.
  private let threshold: UInt64
  private let state = Mutex(State())

  private struct State {
    var known: [BlobID: [Content]] = [:]
    var unread: [BlobID: GitError] = [:]
  }

  /// Contents that could not be read.
  public struct Unread: Sendable {
    /// How many.
    public let count: Int
    /// How many contents were asked for, these among them.
    public let asked: Int
    /// Why that of the smallest id could not be read.
    public let first: GitError
  }

  /// How many of a tree's contents could be read.
  public struct Reading: Sendable {
    private var asked = 0
    private var unread: [GitError] = []

    /// Nothing was read yet.
    public init() {}

    /// The passages of a blob, none where it cannot be read.
    public mutating func passages(of blob: BlobID, _ passages: Passages, _ objects: ObjectDatabase) -> [Content] {
      asked += 1
      let found = passages.passages(of: blob, objects)
      if found.isEmpty, let error = passages.failure(of: blob) { unread.append(error) }
      return found
    }

    /// - Throws: ``GitError`` where more than half cannot be read: shares of the others then tell nothing.
    public func check() throws(GitError) {
      if let first = unread.first, unread.count * 2 > asked { throw first }
    }
  }

  /// A passage, in the shape of a content's id, so that what counts contents counts passages.
  public typealias Content = BlobID

  /// Words that make a passage.
  static let words = 8
  /// One passage of so many is kept, a power of two.
  static let oneOf: UInt64 = 8
  /// Larger contents are data, not texts that people lay out, in bytes.
  static let largest = 1 << 20

  /// - Parameter share: the share of all names that is in the sample, 0 to 1.
  public init(share: Double) { threshold = share >= 1 ? .max : UInt64(max(0, share) * 0x1p64) }

  /// Passages of a sample of about `count` of `names` different names.
  public convenience init(sampling count: Int, of names: Int) {
    self.init(share: Double(count) / Double(max(1, names)))
  }

  /// Whether files of a name are in the sample.
  ///
  /// - Parameter name: the hash of the last part of a path, a `StableHash`.
  public func isSampled(_ name: UInt64) -> Bool { StableHash.mixed(name) <= threshold }

  /// The passages of a blob. Order: ascending, each once. None where the content is no text, too large for one, or
  /// cannot be read, see ``unread``: a partial clone lacks a few contents, and the others tell enough.
  public func passages(of blob: BlobID, _ objects: ObjectDatabase) -> [Content] {
    if let found = state.withLock({ $0.known[blob] }) { return found }
    do throws(GitError) {
      let found = try read(blob, objects)
      state.withLock { $0.known[blob] = found }
      return found
    } catch {
      state.withLock { state in
        state.known[blob] = []
        state.unread[blob] = error
      }
      return []
    }
  }

  private func failure(of blob: BlobID) -> GitError? { state.withLock { $0.unread[blob] } }

  /// What could not be read so far; nil for nothing.
  public var unread: Unread? {
    state.withLock { state in
      state.unread.min { $0.key < $1.key }.map { first in
        Unread(count: state.unread.count, asked: state.known.count, first: first.value)
      }
    }
  }

  private func read(_ blob: BlobID, _ objects: ObjectDatabase) throws(GitError) -> [Content] {
    guard let header = try objects.header(of: blob) else {
      throw GitError(.notFound, "read blob", "\(blob)", message: "it is in none of the clones")
    }
    if header.size > Self.largest { return [] }
    return try objects.withBlob(blob) { bytes in Self.passages(of: bytes).map { Content(high: $0, middle: 0, low: 0) } }
  }

  /// The passages of `text`, as hashes. Order: ascending, each once.
  static func passages(of text: UnsafeRawBufferPointer) -> [UInt64] {
    if text.prefix(8000).contains(0) { return [] }
    var latest = [UInt64](repeating: 0, count: words)
    var found: [UInt64] = []
    var (count, word): (Int, UInt64) = (0, 0)
    func end() {
      latest[count % words] = StableHash.mixed(word)
      count += 1
      word = 0
      if count < words { return }
      // The words of the run in their order: each one counts by its place in it.
      var passage: UInt64 = 0
      for step in 0..<words { passage = (passage << 7 | passage >> 57) ^ latest[(count + step) % words] }
      if passage % oneOf == 0 { found.append(StableHash.mixed(passage)) }
    }
    for byte in text {
      if isOfWord(byte) {
        word = (word ^ UInt64(byte)) &* 0x100_0000_01b3 &+ 1
      } else if word != 0 {
        end()
      }
    }
    if word != 0 { end() }
    if found.isEmpty, count > 0 {
      // A text of few words is one passage.
      found.append(StableHash.mixed(latest.reduce(UInt64(count)) { ($0 << 7 | $0 >> 57) ^ $1 }))
    }
    found.sort()
    return found.enumerated().filter { $0.offset == 0 || found[$0.offset - 1] != $0.element }.map(\.element)
  }

  /// Letters, digits, the underscore, and every byte beyond ASCII.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
