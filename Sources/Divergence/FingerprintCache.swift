import Git
import GitValues

/// Fingerprints and sizes of blobs, each read once. One thread at a time.
final class FingerprintCache {
  private let objects: ObjectDatabase
  private var sizes: [BlobID: Int] = [:]
  private var fingerprints: [BlobID: ContentFingerprint] = [:]
  /// Blobs that cannot be read, with the reason.
  private(set) var unread: [BlobID: String] = [:]

  /// Larger contents are compared by id only: what git would read is bounded by the machine, not by the clone.
  static let sizeLimit = 64 << 20

  init(_ objects: ObjectDatabase) {
    self.objects = objects
  }

  /// nil where the blob cannot be read.
  func size(of blob: BlobID) throws(GitError) -> Int? {
    if let size = sizes[blob] { return size }
    if unread[blob] != nil { return nil }
    do {
      guard objects.contains(blob), let header = try objects.header(of: blob) else {
        unread[blob] = "the clone does not have it"
        return nil
      }
      sizes[blob] = header.size
      return header.size
    } catch {
      unread[blob] = error.message
      return nil
    }
  }

  /// nil where the blob cannot be read.
  func fingerprint(of blob: BlobID) throws(GitError) -> ContentFingerprint? {
    if let fingerprint = fingerprints[blob] { return fingerprint }
    if unread[blob] != nil { return nil }
    do {
      let fingerprint = try objects.withBlob(blob, limit: Self.sizeLimit) { ContentFingerprint($0) }
      fingerprints[blob] = fingerprint
      return fingerprint
    } catch {
      unread[blob] = error.message
      return nil
    }
  }
}
