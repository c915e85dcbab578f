internal import Foundation
internal import GitValues

/// The references that have a file of their own, by the names of the files alone.
enum LooseReferences {
  /// The full name for every file under `refs` of the git directory `folder`, whatever is in it. Locks of a running
  /// git are left out, and symbolic links are not followed. Order: none.
  ///
  /// - Throws: ``GitError`` where a folder cannot be listed to its end.
  static func names(in folder: String) throws(GitError) -> [RefName] {
    var names: [RefName] = []
    var waiting = [Array("refs".utf8)]
    while let parent = waiting.popLast() {
      let path = Array(folder.utf8) + [UInt8(ascii: "/")] + parent
      guard let stream = path.withCString({ opendir($0) }) else {
        if errno == ENOENT { continue }
        throw failure(folder)
      }
      defer { closedir(stream) }
      while true {
        errno = 0
        guard let entry = readdir(stream) else {
          if errno != 0 { throw failure(folder) }
          break
        }
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
        if name.first == UInt8(ascii: ".") || name.suffix(5).elementsEqual(".lock".utf8) { continue }
        var status = stat()
        let full = parent + [UInt8(ascii: "/")] + name
        guard (path + [UInt8(ascii: "/")] + name).withCString({ lstat($0, &status) }) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: waiting.append(full)
        case S_IFREG: names.append(RefName(bytes: full))
        default: break
        }
      }
    }
    return names
  }

  private static func failure(_ folder: String) -> GitError {
    GitError(.failed, "list references of", folder, message: String(cString: strerror(errno)))
  }
}

extension [UInt8] {
  /// Calls `body` with the bytes and a zero after them.
  fileprivate func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      // The buffer holds at least the zero.
      guard let start = buffer.baseAddress else { preconditionFailure("an empty path") }
      return body(start)
    }
  }
}
