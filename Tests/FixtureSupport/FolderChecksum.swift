public import Foundation

/// What every file below a folder is, to prove that nothing changed a byte. Compare two of them with `==`, or see
/// `differences` for what changed.
public struct FolderChecksum: Sendable, Equatable {
  /// One file, folder or symbolic link.
  public struct Entry: Sendable, Equatable {
    /// Kind and permissions as lstat says.
    public let mode: UInt32
    /// Bytes of content; 0 for a folder.
    public let size: Int
    /// FNV-1a of the content (of the destination's path for a link); 0 for a folder.
    public let hash: UInt64
  }

  /// By path relative to the folder.
  public let entries: [String: Entry]

  /// Reads everything below the folder, hidden files included; symbolic links are not followed.
  public init(of folder: URL) throws {
    let root = folder.path(percentEncoded: false)
    var entries: [String: Entry] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
      entries[name] = try Self.entry(at: root + "/" + name)
    }
    self.entries = entries
  }

  /// Paths that came, went or changed between an earlier checksum and this one, sorted, each with what happened.
  public func differences(from earlier: FolderChecksum) -> [String] {
    Set(entries.keys).union(earlier.entries.keys).sorted().compactMap { path in
      switch (earlier.entries[path], entries[path]) {
      case (nil, _): "added \(path)"
      case (_, nil): "removed \(path)"
      case (let old, let new): old == new ? nil : "changed \(path)"
      }
    }
  }

  private static func entry(at path: String) throws -> Entry {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let permissions = (attributes[.posixPermissions] as? NSNumber)?.uint32Value ?? 0
    switch attributes[.type] as? FileAttributeType {
    case .typeDirectory?:
      return Entry(mode: 0o040000 | permissions, size: 0, hash: 0)
    case .typeSymbolicLink?:
      let target = Data(try FileManager.default.destinationOfSymbolicLink(atPath: path).utf8)
      return Entry(mode: 0o120000 | permissions, size: target.count, hash: fnv1a(target))
    default:
      let content = try Data(contentsOf: URL(filePath: path))
      return Entry(mode: 0o100000 | permissions, size: content.count, hash: fnv1a(content))
    }
  }

  private static func fnv1a(_ bytes: Data) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
