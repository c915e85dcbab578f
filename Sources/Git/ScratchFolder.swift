internal import Foundation
internal import Synchronization

/// A folder of our own under the machine's temporary folder, gone when its owner is.
final class ScratchFolder {
  /// Absolute path.
  let path: String

  /// A new, empty folder that only this user can enter.
  init() throws(GitError) {
    var template = Array((NSTemporaryDirectory() + "/forkscape-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else {
      throw GitError(.failed, "make", NSTemporaryDirectory(), message: "no folder can be made in it")
    }
    path = String(cString: made)
    _ = Self.open.withLock { [path] in $0.insert(path) }
  }

  /// The folders that are there now.
  private static let open = Mutex<Set<String>>([])

  /// Removes every folder, for a process that ends without its owners' doing.
  static func removeAll() {
    for path in open.withLock({ $0 }) { remove(path) }
  }

  private static func remove(_ path: String) {
    // A scratch folder that cannot be removed harms nothing and belongs to the system's own cleaning.
    do { try FileManager.default.removeItem(atPath: path) } catch {}
  }

  /// Makes `name` in the folder a symbolic link to `target`.
  func link(_ name: String, to target: String) throws(GitError) {
    guard symlink(target, path + "/" + name) == 0 else {
      throw GitError(.failed, "link", target, message: String(cString: strerror(errno)))
    }
  }

  /// Writes `text` as the file `name`.
  func write(_ text: String, as name: String) throws(GitError) {
    guard FileManager.default.createFile(atPath: path + "/" + name, contents: Data(text.utf8)) else {
      throw GitError(.failed, "write", path + "/" + name, message: "the temporary folder cannot be written")
    }
  }

  deinit {
    Self.remove(path)
    _ = Self.open.withLock { [path] in $0.remove(path) }
  }
}
