internal import Foundation
internal import Synchronization

/// A folder of our own under the machine's temporary folder, gone when its owner is.
public final class ScratchFolder {
  /// Absolute path.
  public let path: String

  /// A new, empty folder that only this user can enter.
  ///
  /// - Throws: ``GitError`` where none can be made.
  public init() throws(GitError) {
    let made: String? = Self.open.withLock { open in
      var template = Array((NSTemporaryDirectory() + "/forkscape-XXXXXX").utf8CString)
      guard let made = mkdtemp(&template).map({ String(cString: $0) }) else { return nil }
      open.insert(made)
      return made
    }
    guard let made else {
      throw GitError(.failed, "make", NSTemporaryDirectory(), message: "no folder can be made in it")
    }
    path = made
  }

  /// The folders that are there now. Whoever changes one holds the lock, so that ``removeAll(then:)`` leaves nothing.
  private static let open = Mutex<Set<String>>([])

  /// Removes every folder, for a process that ends without its owners' doing; nobody makes another until it has ended.
  static func removeAll(then end: () -> Never) -> Never {
    open.withLock { open in
      for path in open { remove(path) }
      end()
    }
  }

  private static func remove(_ path: String) {
    // A scratch folder that cannot be removed harms nothing and belongs to the system's own cleaning.
    do { try FileManager.default.removeItem(atPath: path) } catch {}
  }

  /// Makes `name` in the folder a symbolic link to `target`.
  func link(_ name: String, to target: String) throws(GitError) {
    let failure = Self.open.withLock { [path] _ in symlink(target, path + "/" + name) == 0 ? 0 : errno }
    guard failure == 0 else { throw GitError(.failed, "link", target, message: String(cString: strerror(failure))) }
  }

  /// Writes `text` as the file `name`.
  func write(_ text: String, as name: String) throws(GitError) {
    try write(Array(text.utf8), as: name)
  }

  /// Writes `bytes` as the file `name`, which is ours, not a clone's.
  ///
  /// - Throws: ``GitError`` where it cannot be written.
  public func write(_ bytes: [UInt8], as name: String) throws(GitError) {
    let isWritten = Self.open.withLock { [path] _ in
      FileManager.default.createFile(atPath: path + "/" + name, contents: Data(bytes))
    }
    guard isWritten else {
      throw GitError(.failed, "write", path + "/" + name, message: "the temporary folder cannot be written")
    }
  }

  deinit {
    Self.open.withLock { [path] open in
      Self.remove(path)
      open.remove(path)
    }
  }
}
