internal import CLibgit2
internal import Glibc

/// Joins the names and addresses of one person, as a project's `.mailmap` says. One thread at a time.
public final class Mailmap {
  private let handle: OpaquePointer

  /// The map that `content`, a `.mailmap` file's bytes, makes. Lines that cannot be read are left out, as git does.
  public init(_ content: [UInt8]) throws(GitError) {
    try Libgit2.start()
    var made: OpaquePointer?
    let code = content.withUnsafeBytes { bytes in
      git_mailmap_from_buffer(&made, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    try Libgit2.check(code, "read", ".mailmap")
    guard let made else { throw GitError(.failed, "read", ".mailmap", message: "libgit2 gave no map") }
    handle = made
  }

  deinit {
    git_mailmap_free(handle)
  }

  /// The name and address that the map gives for these; the same where it says nothing.
  public func resolve(name: [UInt8], email: [UInt8]) throws(GitError) -> (name: [UInt8], email: [UInt8]) {
    var (realName, realEmail): (UnsafePointer<CChar>?, UnsafePointer<CChar>?) = (nil, nil)
    let (nameText, emailText) = (Self.cString(name), Self.cString(email))
    return try nameText.withUnsafeBufferPointer { nameBytes throws(GitError) in
      try emailText.withUnsafeBufferPointer { emailBytes throws(GitError) in
        let code = git_mailmap_resolve(&realName, &realEmail, handle, nameBytes.baseAddress, emailBytes.baseAddress)
        try Libgit2.check(code, "resolve", "a name")
        return (Self.bytes(realName), Self.bytes(realEmail))
      }
    }
  }

  private static func cString(_ bytes: [UInt8]) -> [CChar] {
    bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    text.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } ?? []
  }
}
