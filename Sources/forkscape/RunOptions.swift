import ArgumentParser
import CloneSet
import FactStore
import Foundation
import Git
import Landscape
import Pipeline
import Report

/// The option of every command that writes for people.
struct LanguageOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The language of pages and answers: en or zh-Hans.", valueName: "language"),
    transform: Self.language
  )
  var language: Language = .english

  private static func language(_ code: String) throws -> Language {
    guard let language = Language(rawValue: code) else {
      let known = Language.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--language knows \(known), not \(code).")
    }
    return language
  }
}

/// The options of every command that analyses clones.
struct RunOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How many threads work at once (default: the machine's cores).", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("The clock, for repeatable reports: 2024-10-18 or 2024-10-18T12:00:00Z.", valueName: "date")
  )
  var now: String?

  @Option(help: ArgumentHelp("The family file (default: forkscape.yml in the current folder).", valueName: "file"))
  var config: String?

  @Flag(help: "Count references of pull requests as branches.")
  var includePullRequests = false

  @Flag(
    help:
      "All clones were fetched together: each is as of the newest date among them, so that a fork that sleeps is late."
  )
  var fetchedTogether = false

  @Flag(help: "Number people instead of naming them.")
  var anonymise = false

  @Flag(help: "Check the hash of every object that is read.")
  var verify = false

  @Flag(help: "Read everything anew and keep nothing for the next run.")
  var noCache = false

  @Option(help: ArgumentHelp("Where facts are kept for the next run.", valueName: "path"))
  var cache: String?

  @Flag(name: .shortAndLong, help: "Print nothing but problems.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Tell every step on standard error.")
  var verbose = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs a number from 1 up.") }
    if noCache, cache != nil { throw ValidationError("--no-cache and --cache exclude each other.") }
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
  }

  var currentFolder: String { FileManager.default.currentDirectoryPath }

  /// The request for `subject` that the options make.
  func request(_ subject: AnalysisRequest.Subject) throws -> AnalysisRequest {
    if verify { try Libgit2.setVerification(true) }
    var request = AnalysisRequest(
      subject: subject,
      currentFolder: currentFolder,
      now: try clock(),
      version: Forkscape.version
    )
    request.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    request.includePullRequests = includePullRequests
    request.areFetchedTogether = fetchedTogether
    request.anonymise = anonymise
    request.familyFile = try familyFile()
    request.store = store()
    request.ctags = Self.ctags
    return request
  }

  private func clock() throws -> Int64 {
    guard let now else { return Int64(Date().timeIntervalSince1970) }
    guard let instant = Instant(iso8601: now) ?? Instant(iso8601: now + "T23:59:59Z") else {
      throw ValidationError("--now \(now) is no date such as 2024-10-18 or 2024-10-18T12:00:00Z.")
    }
    return instant.seconds
  }

  private func familyFile() throws -> FamilyFile? {
    let path = config ?? "forkscape.yml"
    guard config != nil || FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.usage, "\(path): cannot be read; give a family file with --config")
    }
    do {
      return try FamilyFile(text: String(decoding: data, as: UTF8.self), file: path)
    } catch {
      throw Failure(.usage, error.problems.map(\.description).joined(separator: "\nforkscape: "))
    }
  }

  /// A cache that cannot be had costs time, not the result.
  private func store() -> FactStore? {
    if noCache { return nil }
    let path = cache ?? Self.defaultCache
    do {
      return try FactStore(path: path)
    } catch {
      Terminal.error("forkscape: \(path): the cache is not used: \(error)")
      return nil
    }
  }

  private static var defaultCache: String {
    let environment = ProcessInfo.processInfo.environment
    let folder = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (folder ?? NSHomeDirectory() + "/.cache") + "/forkscape/facts.sqlite"
  }

  /// The first ctags in PATH: Debian's name for universal-ctags beside another one first.
  private static var ctags: String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    return ["ctags-universal", "ctags"].lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs `request`, showing progress.
  func run(_ request: AnalysisRequest) async throws -> Analysis {
    let progress = ProgressLine(isQuiet: quiet, isVerbose: verbose)
    do {
      let analysis = try await Analysis.run(request) { progress.show($0) }
      progress.finish()
      for problem in analysis.problems { Terminal.error("forkscape: \(problem)") }
      return analysis
    } catch let problem as CloneProblem {
      progress.finish()
      throw Failure(.nothing, problem.description)
    } catch let error as GitError {
      progress.finish()
      throw Failure(.nothing, error.description)
    }
  }
}
