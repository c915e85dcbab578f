import Foundation
import Git
import Synchronization

/// Leaves nothing half-made behind when the user presses Ctrl-C.
enum Interruption {
  private static let folders = Mutex<Set<String>>([])
  /// Where the signal handler writes the signal's number; written once, before there is a handler.
  nonisolated(unsafe) private static var signals: Int32 = -1

  /// From now on an interrupt removes unfinished output and temporary folders and ends the process with 130.
  static func cleanUpWhenInterrupted() {
    var ends: [Int32] = [0, 0]
    // Without a pipe, signals end the process as they do any other.
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let received = ends[0]
    signals = ends[1]
    Thread.detachNewThread {
      var number: UInt8 = 0
      if read(received, &number, 1) == 1 { end(128 + Int32(number)) }
    }
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Interruption.signals, &byte, 1)
      }
    }
  }

  private static func end(_ status: Int32) -> Never {
    // Whoever writes holds a lock, and nobody gets it any more.
    folders.withLock { folders in
      for folder in folders { ReportWriter.remove(folder) }
      Libgit2.removeScratchFolders {
        Terminal.error("forkscape: interrupted; nothing was written")
        _exit(status)
      }
    }
  }

  /// Does `body` wholly or, where an interrupt came first, not at all.
  static func uninterrupted(_ body: () throws -> Void) throws {
    try folders.withLock { _ in try body() }
  }

  /// Names a folder that is to go when the process is interrupted.
  static func protect(_ folder: String) { _ = folders.withLock { $0.insert(folder) } }

  /// The folder is finished or gone.
  static func release(_ folder: String) { _ = folders.withLock { $0.remove(folder) } }
}
