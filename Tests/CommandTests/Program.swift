import FixtureSupport
import Foundation
import Synchronization
import Testing

/// The built program, run as its users run it: in a folder of its own, with a home and a temporary folder of its own.
struct Program {
  private let place: TemporaryFolder
  /// The current folder of every run.
  let folder: URL
  /// How long a run may take before it is ended and the test fails.
  var limit = Duration.seconds(120)

  init() throws {
    place = try TemporaryFolder()
    folder = place.url.appending(path: "work", directoryHint: .isDirectory)
    for name in ["work", "home", "temporary"] {
      try FileManager.default.createDirectory(at: place.url.appending(path: name), withIntermediateDirectories: true)
    }
  }

  /// The same home and temporary folder, another current folder.
  init(in folder: URL, of other: Program) {
    (place, self.folder, limit) = (other.place, folder, other.limit)
  }

  /// What a run left behind.
  struct Outcome: CustomStringConvertible {
    let arguments: [String]
    /// The exit code; for a run that a signal ended, 128 and the signal's number.
    let status: Int32
    let output: Data
    let errors: Data

    var text: String { String(decoding: output, as: UTF8.self) }
    var errorText: String { String(decoding: errors, as: UTF8.self) }
    var errorLines: [String] { errorText.split(separator: "\n").map(String.init) }
    var description: String { "forkscape \(arguments.joined(separator: " ")): \(status)\n\(errorText)" }
  }

  /// The run took longer than it may.
  struct TimeOut: Error {
    let arguments: [String]
  }

  /// The product beside the bundle that the tests are in.
  static let binary: URL = {
    let bundles = Bundle.allBundles.map(\.bundleURL) + [URL(filePath: CommandLine.arguments[0])]
    let folders = bundles.flatMap { [$0.deletingLastPathComponent(), $0] }
    let found = folders.map { $0.appending(path: "forkscape") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false)) && !$0.hasDirectoryPath
    }
    return found ?? folders[0].appending(path: "forkscape")
  }()

  /// Runs the program.
  ///
  /// - Parameter whenSaid: a text and a signal: when standard error holds the text, the program gets the signal.
  func run(_ arguments: [String], whenSaid: (text: String, signal: Int32)? = nil) async throws -> Outcome {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = Shell.environment.merging([
      "HOME": place.path("home"), "XDG_CACHE_HOME": place.path("home/cache"), "TMPDIR": place.path("temporary"),
    ]) { _, new in new }
    let streams = try TemporaryFolder()
    let (output, errors) = (streams.url.appending(path: "output"), streams.url.appending(path: "errors"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let ended = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in ended.continuation.finish() }
    try process.run()
    let id = process.processIdentifier
    let watch = Task { [limit] in
      try await Task.sleep(for: limit)
      kill(id, SIGKILL)
    }
    let hasEnded = Ended()
    if let whenSaid {
      // A thread of its own: tasks may have to wait for other tests, and the run would be over.
      Thread.detachNewThread {
        while !hasEnded.isSet {
          if FileManager.default.contents(atPath: errors.path(percentEncoded: false))?.contains(text: whenSaid.text)
            == true
          {
            kill(id, whenSaid.signal)
            return
          }
          usleep(1000)
        }
      }
    }
    for await _ in ended.stream {}
    hasEnded.set()
    watch.cancel()
    let isSignal = process.terminationReason == .uncaughtSignal
    if isSignal, process.terminationStatus == SIGKILL { throw TimeOut(arguments: arguments) }
    return Outcome(
      arguments: arguments,
      status: process.terminationStatus + (isSignal ? 128 : 0),
      output: try Data(contentsOf: output),
      errors: try Data(contentsOf: errors)
    )
  }

  /// Runs the program.
  func run(_ arguments: String...) async throws -> Outcome { try await run(arguments) }

  /// Analyses clones with a fixed clock and without a cache; the report comes to `report`.
  func analyze(_ arguments: String...) async throws -> Outcome {
    try await run(["analyze", "--now", "2026-01-01", "--no-cache", "--out", "report"] + arguments)
  }

  /// The path of something in the current folder.
  func path(_ relative: String) -> String { folder.appending(path: relative).path(percentEncoded: false) }

  func exists(_ relative: String) -> Bool { FileManager.default.fileExists(atPath: path(relative)) }

  func data(_ relative: String) throws -> Data { try Data(contentsOf: folder.appending(path: relative)) }

  /// The names in a folder beside `work`: `home` or `temporary`.
  func leftIn(_ name: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: place.path(name))
  }

  /// Every file below a folder of the current one, by path.
  func files(_ relative: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path(relative)) {
      let file = relative + "/" + name
      let type = try FileManager.default.attributesOfItem(atPath: path(file))[.type] as? FileAttributeType
      if type != .typeDirectory { files[name] = try data(file) }
    }
    return files
  }

  /// Writes a file into the current folder, with the folders around it.
  func write(_ text: String, to relative: String) throws {
    let url = folder.appending(path: relative)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}

/// Whether a run is over.
private final class Ended: Sendable {
  private let value = Mutex(false)

  var isSet: Bool { value.withLock { $0 } }

  func set() { value.withLock { $0 = true } }
}

extension Data {
  fileprivate func contains(text: String) -> Bool { range(of: Data(text.utf8)) != nil }
}

/// A JSON value of a report, looked into by keys.
func json(_ data: Data) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
}

extension [String: Any] {
  /// The objects of a list.
  func objects(_ key: String) throws -> [[String: Any]] { try #require(self[key] as? [[String: Any]], "\(key)") }

  /// The value under keys, one in the other; nil where one of them is absent. A null is `NSNull`.
  func value(_ keys: String...) -> Any? {
    keys.reduce(self as Any?) { value, key in (value as? [String: Any])?[key] }
  }
}
