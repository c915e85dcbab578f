public import FactStore
import GitValues

/// The words of files that an earlier run read.
public struct WordsKept: Sendable {
  private static let kind = FactStore.Kind("words", version: 1)

  private let facts: FactStore?
  private let failed: @Sendable (String) -> Void

  /// - Parameter facts: where they are kept; nil: nowhere.
  /// - Parameter failed: called with the reason where facts cannot be read or written; the run goes on without them.
  public init(_ facts: FactStore?, failed: @escaping @Sendable (String) -> Void = { _ in }) {
    self.facts = facts
    self.failed = failed
  }

  /// Those that are known; an inner nil: the file holds no text that somebody wrote.
  func words(of blobs: [BlobID]) -> [BlobID: Set<Word>?] {
    guard let facts else { return [:] }
    do {
      let found = try facts.facts(Self.kind, blobs.map(Self.key))
      var known: [BlobID: Set<Word>?] = [:]
      for blob in blobs {
        if let bytes = found[Self.key(blob)] { known.updateValue(Self.decoded(bytes), forKey: blob) }
      }
      return known
    } catch {
      failed("it cannot be read: \(error)")
      return [:]
    }
  }

  /// Keeps what was read.
  func keep(_ new: [(blob: BlobID, words: Set<Word>?)]) {
    guard let facts, !new.isEmpty else { return }
    do {
      try facts.store(Self.kind, new.map { (key: Self.key($0.blob), value: Self.encoded($0.words)) })
    } catch {
      failed("it cannot be written: \(error)")
    }
  }

  private static func key(_ blob: BlobID) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
      if let start = buffer.baseAddress { blob.store(to: start) }
      count = 20
    }
  }

  /// A byte that says whether there is text, then the words in their order, a line break between them.
  private static func encoded(_ words: Set<Word>?) -> [UInt8] {
    guard let words else { return [0] }
    return [1] + words.sorted().map(\.bytes).joined(separator: [UInt8(ascii: "\n")])
  }

  private static func decoded(_ bytes: [UInt8]) -> Set<Word>? {
    guard bytes.first == 1 else { return nil }
    return Set(bytes.dropFirst().split(separator: UInt8(ascii: "\n")).map { Word($0) })
  }
}
