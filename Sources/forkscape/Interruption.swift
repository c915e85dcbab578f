import Dispatch
import Git
import Glibc
import Synchronization

/// Leaves nothing half-made behind when the user presses Ctrl-C.
enum Interruption {
  private static let folders = Mutex<Set<String>>([])
  /// Written once, by the first statement of the process, when there is no other thread.
  nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

  /// From now on an interrupt removes unfinished output and temporary folders and ends the process with 130.
  static func cleanUpWhenInterrupted() {
    for (number, status) in [(SIGINT, Int32(130)), (SIGTERM, Int32(143))] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        for folder in folders.withLock({ $0 }) { ReportWriter.remove(folder) }
        Libgit2.removeScratchFolders()
        Terminal.error("forkscape: interrupted; nothing was written")
        exit(status)
      }
      source.resume()
      sources.append(source)
    }
  }

  /// Names a folder that is to go when the process is interrupted.
  static func protect(_ folder: String) { _ = folders.withLock { $0.insert(folder) } }

  /// The folder is finished or gone.
  static func release(_ folder: String) { _ = folders.withLock { $0.remove(folder) } }
}
