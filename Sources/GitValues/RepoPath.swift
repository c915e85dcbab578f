/// A path inside a repository: bytes, separated by `/`, in no promised encoding.
///
/// Order: by bytes, as git sorts paths in a diff.
public struct RepoPath: Hashable, Comparable, Sendable {
  /// The bytes as the tree has them, without a leading or trailing slash.
  public let bytes: [UInt8]

  /// A path of `bytes`.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// A path of a text's UTF-8 bytes.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// The path as text where its bytes are UTF-8; otherwise percent-encoded.
  public var text: String { EncodedText(bytes).text }

  /// Whether the bytes are UTF-8, so that ``text`` is the path as it is.
  public var isUTF8: Bool { !EncodedText(bytes).isEncoded }

  /// What stands at `path` inside this folder.
  public func appending(_ path: RepoPath) -> RepoPath {
    bytes.isEmpty ? path : RepoPath(bytes: bytes + [UInt8(ascii: "/")] + path.bytes)
  }

  /// The path from `folder` on; nil where it does not stand in that folder. An empty folder is the top.
  public func inside(_ folder: RepoPath) -> RepoPath? {
    if folder.bytes.isEmpty { return self }
    let count = folder.bytes.count
    guard bytes.count > count + 1, bytes[count] == UInt8(ascii: "/"), bytes.starts(with: folder.bytes) else {
      return nil
    }
    return RepoPath(bytes: Array(bytes[(count + 1)...]))
  }

  /// The bytes after the last slash.
  public var lastComponent: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// The bytes before the last slash; empty at the top.
  public var directory: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return bytes[0..<0] }
    return bytes[0..<slash]
  }

  /// By bytes, as git orders names.
  public static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

/// Bytes made into text without loss: as they are where they are UTF-8, else percent-encoded with a flag beside them.
public struct EncodedText: Hashable, Sendable {
  /// The text.
  public let text: String
  /// Whether ``text`` is percent-encoded because the bytes are not UTF-8.
  public let isEncoded: Bool

  /// A text that was made of bytes before.
  public init(text: String, isEncoded: Bool) { (self.text, self.isEncoded) = (text, isEncoded) }

  /// The text of `bytes`.
  public init(_ bytes: some Collection<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self) {
      self.text = text
      isEncoded = false
      return
    }
    var text = ""
    for byte in bytes {
      if byte > 0x20, byte < 0x7f, byte != UInt8(ascii: "%") {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    self.text = text
    isEncoded = true
  }
}

/// The full name of a reference, `refs/heads/main`: bytes in no promised encoding.
public struct RefName: Hashable, Comparable, Sendable {
  /// The bytes of the full name.
  public let bytes: [UInt8]

  /// A name of `bytes`.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// A name of a text's UTF-8 bytes.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// The name as text where its bytes are UTF-8; otherwise percent-encoded.
  public var text: String { EncodedText(bytes).text }

  /// Whether the name starts with `prefix`.
  public func hasPrefix(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { bytes.starts(with: $0) }
  }

  /// The name as people say it: without `refs/heads/`, `refs/tags/` or `refs/remotes/`.
  public var shortText: String {
    for prefix in ["refs/heads/", "refs/tags/", "refs/remotes/"] where text.hasPrefix(prefix) {
      return String(text.dropFirst(prefix.count))
    }
    return text
  }

  /// By bytes, as git orders names.
  public static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
