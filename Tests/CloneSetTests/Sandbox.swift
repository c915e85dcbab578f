import CloneSet
import Foundation
import Git
import GitValues
import Testing

/// A temporary folder in which the git program makes little repositories, the same on every machine.
final class Sandbox {
  /// Absolute path, links resolved.
  let path: String
  /// The date of the next commit, in seconds since 1970; each commit moves it on by a day.
  var date: Int64 = 1_700_000_000

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cloneset-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { Issue.record(error) }
  }

  /// Runs git in `folder` of the sandbox; its standard output without the last line break.
  @discardableResult
  func git(_ folder: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", path + "/" + folder] + arguments
    let name = ["NAME": "A U Thor", "EMAIL": "author@example.org", "DATE": "\(date) +0000"]
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path, "LC_ALL": "C",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_TERMINAL_PROMPT": "0",
    ].merging(name.map { ("GIT_AUTHOR_" + $0, $1) }, uniquingKeysWith: { $1 })
      .merging(name.map { ("GIT_COMMITTER_" + $0, $1) }, uniquingKeysWith: { $1 })
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments): \(message)")
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  /// Makes a repository with a work tree and one commit; its branch is `main`.
  @discardableResult
  func repository(_ folder: String, branch: String = "main") throws -> CommitID {
    try makeFolder(folder)
    try git(folder, "init", "-q", "-b", branch)
    return try commit(folder, ["README": folder])
  }

  /// Commits `files` and moves the date on.
  @discardableResult
  func commit(_ folder: String, _ files: [String: String] = [:]) throws -> CommitID {
    for (name, text) in files { try write(folder + "/" + name, text) }
    try git(folder, "add", "-A", "-f", ".")
    try git(folder, "commit", "-q", "--allow-empty", "-m", "commit at \(date)")
    date += 86_400
    return try id(folder, "HEAD")
  }

  /// The commit that git says `revision` is.
  func id(_ folder: String, _ revision: String) throws -> CommitID {
    try #require(CommitID(hex: try git(folder, "rev-parse", revision + "^{commit}")))
  }

  func makeFolder(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: true)
  }

  func write(_ file: String, _ text: String) throws {
    try makeFolder((file as NSString).deletingLastPathComponent)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + file))
  }

  func write(_ file: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + file))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + file)
  }

  /// Takes the loose object away.
  func removeObject(_ folder: String, _ id: CommitID) throws {
    let hex = "\(id)"
    try remove("\(folder)/.git/objects/\(hex.prefix(2))/\(hex.dropFirst(2))")
  }

  func find(_ paths: String..., limit: Int = CloneFinder.folderLimit) -> Discovery {
    CloneFinder(currentFolder: path, folderLimit: limit).find(paths)
  }

  /// Opens the clone at `folder`, with a clock far after every commit.
  func open(_ folder: String, now: Int64 = 4_000_000_000, pullRequests: Bool = false) throws -> OpenedClone {
    let layout = try RepositoryLayout(at: path + "/" + folder)
    let found = FoundClone(path: folder, layout: layout, currentFolder: path)
    return CloneOpener(now: now, includePullRequests: pullRequests).open(found)
  }

  /// The same for a clone that must be ready.
  func clone(_ folder: String, now: Int64 = 4_000_000_000, pullRequests: Bool = false) throws -> Clone {
    let opened = try open(folder, now: now, pullRequests: pullRequests)
    return try #require(opened.clone, "\(opened.problems)")
  }

  /// Why the clone at `folder` is not analysed.
  func reason(_ folder: String) throws -> UnusableClone {
    guard case .notAnalysed(let clone) = try open(folder) else { throw Unexpected() }
    return clone
  }

  struct Unexpected: Error {}
}
