import Foundation
import Glibc

/// Runs a program of the system without a shell: its arguments, an empty environment, and a limit of time and output. It
/// reads nothing from us and its complaints go nowhere.
struct HelperProgram {
  /// Why a run has no result.
  enum Failure: Error, Hashable {
    /// It could not be started.
    case notStarted(String)
    /// It ended by itself with another status than 0.
    case failed(status: Int32)
    /// A signal ended it: it crashed.
    case crashed(signal: Int32)
    /// It was still at work when its time was over.
    case tooSlow(seconds: Double)
    /// It wrote more than it may.
    case tooLong(bytes: Int)
  }

  /// Absolute path of the program.
  let path: String

  /// What it writes.
  func run(_ arguments: [String], seconds: Double, limit: Int) throws(Failure) -> [UInt8] {
    var ends: [Int32] = [0, 0]
    // A socket can be closed to other children from the start, a pipe only later.
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .notStarted(Self.reason(errno)) }
    let child: pid_t
    do throws(Failure) {
      child = try spawn(arguments, output: ends[1])
    } catch {
      close(ends[0])
      close(ends[1])
      throw error
    }
    close(ends[1])
    defer { close(ends[0]) }
    var output: [UInt8] = []
    let failure = Self.read(ends[0], into: &output, seconds: seconds, limit: limit)
    if failure != nil { kill(-child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let failure { throw failure }
    let signal = status & 0x7f
    if signal != 0 { throw .crashed(signal: signal) }
    let code = (status >> 8) & 0xff
    if code != 0 { throw .failed(status: code) }
    return output
  }

  private func spawn(_ arguments: [String], output: Int32) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // A group of its own, so that what it starts ends with it; signals as at the start of a program.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    posix_spawnattr_setpgroup(&attributes, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    var child: pid_t = 0
    let words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { (word: String) in strdup(word) }
    let environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C")]
    defer { for word in words + environment { free(word) } }
    let result = posix_spawn(&child, path, &actions, &attributes, words + [nil], environment + [nil])
    guard result == 0 else { throw .notStarted(Self.reason(result)) }
    return child
  }

  /// Reads to the end; why it could not, or nil.
  private static func read(_ pipe: Int32, into output: inout [UInt8], seconds: Double, limit: Int) -> Failure? {
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(seconds))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let left = clock.now.duration(to: end)
      guard left > .zero else { return .tooSlow(seconds: seconds) }
      var entry = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      let ready = poll(&entry, 1, Int32(min(left / .milliseconds(1) + 1, 60_000)))
      if ready <= 0 { continue }
      let count = Glibc.read(pipe, &buffer, buffer.count)
      if count == 0 { return nil }
      if count < 0 {
        if errno == EINTR { continue }
        return .notStarted(reason(errno))
      }
      output += buffer[0..<count]
      if output.count > limit { return .tooLong(bytes: limit) }
    }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
