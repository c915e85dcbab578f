public import Foundation

/// What a program that ran left behind.
public struct ProgramResult: Sendable {
  /// 0 for success; for a program ended by a signal, the signal's number.
  public let exitCode: Int32
  /// Standard output, byte for byte.
  public let output: Data
  /// Standard error, byte for byte.
  public let errors: Data

  /// Standard output as text without the newline at its end; bytes that are not UTF-8 become replacement characters.
  public var text: String {
    var text = String(decoding: output, as: UTF8.self)
    while text.last == "\n" { text.removeLast() }
    return text
  }

  /// The lines of standard output.
  public var lines: [String] {
    text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

/// A program that ended with an exit code other than 0 where that is a failure.
public struct ProgramFailure: Error, CustomStringConvertible {
  /// What was run.
  public let command: String
  /// How it ended.
  public let result: ProgramResult

  /// The command, its exit code and what it wrote to standard error.
  public var description: String {
    "\(command) ended with \(result.exitCode): \(String(decoding: result.errors, as: UTF8.self))"
  }
}

/// Runs programs with an environment that has nothing of the user or the machine but PATH.
public enum Shell {
  /// Keeps git away from configuration, locale, time zone and terminal of the machine.
  public static let environment: [String: String] = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    "HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent",
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "TZ": "UTC",
    "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@example.org", "GIT_AUTHOR_DATE": "1600000000 +0000",
    "GIT_COMMITTER_NAME": "Test", "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_COMMITTER_DATE": "1600000000 +0000",
  ]

  /// Runs a program found on PATH and waits for its end, whatever its exit code.
  ///
  /// Input and output go through files, not pipes: a pipe blocks when nobody reads it.
  public static func run(
    _ arguments: [String],
    in folder: URL,
    input: Data = Data(),
    environment extra: [String: String] = [:]
  ) throws -> ProgramResult {
    let scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(extra) { _, new in new }
    try input.write(to: scratch.url.appending(path: "input"))
    process.standardInput = try FileHandle(forReadingFrom: scratch.url.appending(path: "input"))
    let outputFile = scratch.url.appending(path: "output")
    let errorFile = scratch.url.appending(path: "errors")
    try Data().write(to: outputFile)
    try Data().write(to: errorFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    return ProgramResult(
      exitCode: process.terminationStatus,
      output: try Data(contentsOf: outputFile),
      errors: try Data(contentsOf: errorFile)
    )
  }
}

/// The git program in one repository: the oracle that results are compared with.
public struct GitProgram: Sendable {
  /// The folder in which git runs.
  public let folder: URL
  /// Environment variables beside those of `Shell.environment`.
  public var environment: [String: String] = [:]

  /// Git in a folder: a repository, or where one is to be made.
  public init(_ folder: URL, borrowing other: URL? = nil) throws {
    self.folder = folder
    if let other {
      let objects = try GitProgram(other).output("rev-parse", "--git-path", "objects").text
      let path = objects.hasPrefix("/") ? objects : other.appending(path: objects).path(percentEncoded: false)
      environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = path
    }
  }

  /// Runs git and returns what came of it, success or not.
  public func run(_ arguments: [String], input: Data = Data()) throws -> ProgramResult {
    try Shell.run(["git"] + arguments, in: folder, input: input, environment: environment)
  }

  /// Runs git; an exit code other than 0 is a `ProgramFailure`.
  @discardableResult
  public func output(_ arguments: String..., input: Data = Data()) throws -> ProgramResult {
    let result = try run(arguments, input: input)
    guard result.exitCode == 0 else {
      throw ProgramFailure(command: (["git"] + arguments).joined(separator: " "), result: result)
    }
    return result
  }

  /// The id that every ref points to, by full ref name; symbolic refs and HEAD left out. Ref names as git prints them.
  public func refs() throws -> [String: String] {
    var refs: [String: String] = [:]
    for line in try output("for-each-ref", "--format=%(objectname) %(refname)").lines {
      let parts = line.split(separator: " ", maxSplits: 1)
      refs[String(parts[1])] = String(parts[0])
    }
    return refs
  }
}
