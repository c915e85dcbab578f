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
    var entries: [String: Entry] = [:]
    var waiting: [[UInt8]] = [[]]
    let root = Array(folder.path(percentEncoded: false).utf8)
    while let relative = waiting.popLast() {
      for name in try Self.names(in: root + relative) {
        let below = relative + [UInt8(ascii: "/")] + name
        let entry = try Self.entry(at: root + below)
        entries[Self.key(below.dropFirst())] = entry
        if entry.mode & S_IFMT == S_IFDIR { waiting.append(below) }
      }
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

  /// The names in a folder, as bytes: they need not be UTF-8, and Foundation loses those that are not.
  private static func names(in folder: [UInt8]) throws -> [[UInt8]] {
    guard let stream = withPath(folder, { opendir($0) }) else { throw UnreadableFile(path: key(folder[...])) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names
  }

  private static func entry(at path: [UInt8]) throws -> Entry {
    var status = stat()
    guard withPath(path, { lstat($0, &status) }) == 0 else { throw UnreadableFile(path: key(path[...])) }
    let content: Data
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return Entry(mode: status.st_mode, size: 0, hash: 0)
    case S_IFLNK: content = try linkTarget(of: path)
    default:
      guard let file = withPath(path, { fopen($0, "r") }) else { throw UnreadableFile(path: key(path[...])) }
      content = try FileHandle(fileDescriptor: fileno(file)).readToEnd() ?? Data()
      fclose(file)
    }
    return Entry(mode: status.st_mode, size: content.count, hash: fnv1a(content))
  }

  private static func linkTarget(of path: [UInt8]) throws -> Data {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = withPath(path) { readlink($0, &target, target.count) }
    guard count >= 0 else { throw UnreadableFile(path: key(path[...])) }
    return Data(target.prefix(count).map { UInt8(bitPattern: $0) })
  }

  private static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let text = (path + [0]).map { CChar(bitPattern: $0) }
    return text.withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
  }

  /// The path as text, bytes that are not ASCII as `%` and two digits.
  private static func key(_ path: ArraySlice<UInt8>) -> String {
    path.map { $0 < 0x80 ? String(Character(Unicode.Scalar($0))) : "%" + String($0, radix: 16) }.joined()
  }

  private static func fnv1a(_ bytes: Data) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}

/// A file that is there and cannot be read.
public struct UnreadableFile: Error {
  /// Its path.
  public let path: String
}
