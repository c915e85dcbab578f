public import FactStore
import Git
import GitValues
import Synchronization

/// What contents of files hold, each read once for a whole family.
public final class Extractions: Sendable {
  /// A content, and how it is read.
  struct Key: Hashable, Sendable {
    let blob: BlobID
    /// A number of how it is read, see ``way(_:)``.
    let way: Int
  }

  private struct State {
    var found: [Key: Extraction] = [:]
    var elements = 0
    var ways: [[UInt8]: Int] = [:]
  }

  private static let kind = FactStore.Kind("surface elements", version: 6)
  /// Elements that are kept at hand; beyond, all are dropped, and read again where they are needed.
  private static let limit = 3_000_000

  private let state = Mutex(State())
  private let store: FactStore?
  private let storeFailed: @Sendable (String) -> Void

  /// - Parameter store: where they are kept for the next run; nil for nowhere.
  /// - Parameter storeFailed: called with why the store could not be used; the run goes on without.
  public init(store: FactStore?, storeFailed: @escaping @Sendable (String) -> Void) {
    self.store = store
    self.storeFailed = storeFailed
  }

  /// A number for a way to read contents, see ``SurfaceExtractor/key(ending:tool:)``.
  func way(_ key: [UInt8]) -> Int {
    state.withLock { state in
      if let way = state.ways[key] { return way }
      state.ways[key] = state.ways.count
      return state.ways.count - 1
    }
  }

  /// What is known of `keys` already. A way's key is 64 bits of hash in the store: contents are named by their ids.
  func known(_ keys: [Key]) -> [Key: Extraction] {
    var (found, ways) = state.withLock { state in
      (keys.reduce(into: [Key: Extraction]()) { $0[$1] = state.found[$1] }, state.ways)
    }
    guard let store else { return found }
    let names = Dictionary(uniqueKeysWithValues: ways.map { ($0.value, StableHash.of($0.key)) })
    ways = [:]
    let missing = keys.filter { found[$0] == nil }
    do {
      let facts = try store.facts(Self.kind, missing.map { Self.name($0, names) })
      var read: [(Key, Extraction)] = []
      for key in missing {
        if let extraction = facts[Self.name(key, names)].flatMap(Extraction.init(decoding:)) {
          found[key] = extraction
          read.append((key, extraction))
        }
      }
      remember(read)
    } catch {
      storeFailed("it cannot be read: \(error)")
    }
    return found
  }

  /// Keeps what was found, but for what another clone of the same family may still have.
  func keep(_ found: [(key: Key, extraction: Extraction)], isFinal: (Extraction) -> Bool = { _ in true }) {
    let final = found.filter { isFinal($0.extraction) }
    remember(final.map { ($0.key, $0.extraction) })
    guard let store, !final.isEmpty else { return }
    let names = state.withLock { state in
      Dictionary(uniqueKeysWithValues: state.ways.map { ($0.value, StableHash.of($0.key)) })
    }
    do {
      try store.store(Self.kind, final.map { (Self.name($0.key, names), $0.extraction.encoded()) })
    } catch {
      storeFailed("it cannot be written: \(error)")
    }
  }

  private func remember(_ found: [(Key, Extraction)]) {
    state.withLock { state in
      for (key, extraction) in found {
        if case .elements(let elements) = extraction { state.elements += elements.count }
        state.found[key] = extraction
      }
      if state.elements > Self.limit {
        state.found = [:]
        state.elements = 0
      }
    }
  }

  private static func name(_ key: Key, _ ways: [Int: UInt64]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 28) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      key.blob.store(to: start)
      UnsafeMutableRawPointer(start + 20).storeBytes(of: (ways[key.way] ?? 0).bigEndian, as: UInt64.self)
      count = 28
    }
  }
}
