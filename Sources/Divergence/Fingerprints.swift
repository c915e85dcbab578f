import Git
import GitValues

/// Sizes and fingerprints of blobs, each read once, on all threads, however many comparisons ask for it.
struct Fingerprints: Sendable {
  /// Where a blob stands among those known.
  typealias Place = Int

  private var places: [BlobID: Place] = [:]
  private var blobs: [BlobID] = []
  private var sizes: [Int?] = []
  private var prints: [ContentFingerprint?] = []
  private var hasSize: [Bool] = []
  private var hasPrint: [Bool] = []
  /// Blobs that cannot be read, with the reason.
  private(set) var unread: [BlobID: String] = [:]

  private let stores: [String]
  private let workers: Int

  /// Larger contents are compared by id only: what git would read is bounded by the machine, not by the clone.
  static let sizeLimit = 64 << 20

  init(stores: [String], workers: Int) {
    self.stores = stores
    self.workers = workers
  }

  /// The blob's place; it gets one where it has none.
  mutating func place(of blob: BlobID) -> Place {
    if let known = places[blob] { return known }
    places[blob] = blobs.count
    blobs.append(blob)
    sizes.append(nil)
    prints.append(nil)
    hasSize.append(false)
    hasPrint.append(false)
    return blobs.count - 1
  }

  /// nil where it cannot be read, or was not asked for.
  func size(at place: Place) -> Int? { sizes[place] }

  /// nil where it cannot be read, or was not asked for.
  func fingerprint(at place: Place) -> ContentFingerprint? { prints[place] }

  /// Reads the sizes of the blobs at `wanted`.
  mutating func readSizes(_ wanted: Set<Place>) async throws {
    let missing = wanted.filter { !hasSize[$0] }.sorted()
    try await read(missing) { blob, objects throws(GitError) in
      guard let header = try objects.header(of: blob) else {
        throw GitError(.notFound, "read blob", "\(blob)", message: "the clone does not have it")
      }
      return header.size
    } keep: { fingerprints, place, size in
      fingerprints.sizes[place] = size
    }
    for place in missing { hasSize[place] = true }
  }

  /// Reads the contents of the blobs at `wanted` and keeps their fingerprints.
  mutating func readContents(_ wanted: Set<Place>) async throws {
    let missing = wanted.filter { !hasPrint[$0] }.sorted()
    try await read(missing) { blob, objects throws(GitError) in
      try objects.withBlob(blob, limit: Self.sizeLimit) { ContentFingerprint($0) }
    } keep: { fingerprints, place, print in
      fingerprints.prints[place] = print
    }
    for place in missing { hasPrint[place] = true }
  }

  private mutating func read<Value: Sendable>(
    _ wanted: [Place],
    _ value: @escaping @Sendable (BlobID, ObjectDatabase) throws(GitError) -> Value,
    keep: (inout Self, Place, Value) -> Void
  ) async throws {
    if wanted.isEmpty { return }
    let items = wanted.map { ($0, blobs[$0]) }
    let stores = stores
    let parts = try await inLots(of: 32, items, workers: workers) { next in
      let objects = try ObjectDatabase(objectFolders: stores)
      var found: [(place: Place, value: Result<Value, GitError>)] = []
      while let lot = next() {
        for (place, blob) in lot {
          do throws(GitError) {
            found.append((place, .success(try value(blob, objects))))
          } catch {
            found.append((place, .failure(error)))
          }
        }
      }
      return found
    }
    for (place, result) in parts.joined() {
      switch result {
      case .success(let value): keep(&self, place, value)
      case .failure(let error): unread[blobs[place]] = error.message
      }
    }
  }
}
