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
  private let known = Mutex<[BlobID: [Content]]>([:])

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

  /// The passages of a blob. Order: ascending, each once. None where the content is no text, or too large for one.
  ///
  /// - Throws: ``GitError`` where the blob cannot be read.
  public func passages(of blob: BlobID, _ objects: ObjectDatabase) throws(GitError) -> [Content] {
    if let found = known.withLock({ $0[blob] }) { return found }
    guard let header = try objects.header(of: blob) else {
      throw GitError(.notFound, "read blob", "\(blob)", message: "it is in none of the clones")
    }
    let found =
      header.size > Self.largest
      ? []
      : try objects.withBlob(blob) { bytes in Self.passages(of: bytes).map { Content(high: $0, middle: 0, low: 0) } }
    known.withLock { $0[blob] = found }
    return found
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
