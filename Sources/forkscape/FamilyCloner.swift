import Foundation

/// Brings repositories into one folder by the git program; their objects go into one store that all borrow from.
struct FamilyCloner {
  /// A repository to bring.
  struct Member {
    /// What its folder is called: OWNER/NAME or a name.
    let clone: String
    /// Where it comes from.
    let address: String
  }

  /// Why one could not be brought: git's own words.
  struct Problem: Error {
    let text: String
  }

  /// Where the clones go.
  let folder: String

  /// Beside the clones; a search for clones passes over it by its mark.
  private var store: String { folder + "/.objects" }

  /// Fetches what `member` has new into the store and makes its clone show it. What an interrupted run brought is kept.
  ///
  /// - Throws: ``Problem``.
  func bring(_ member: Member, showsProgress: Bool) throws {
    guard Self.isAddress(member.address) else {
      throw Problem(text: "\(member.address) is no address of a repository (https, ssh, git, file or an absolute path)")
    }
    let name = member.clone.replacingOccurrences(of: "/", with: "+")
    guard !name.isEmpty, !name.hasPrefix("."), !name.hasPrefix("-"), !name.contains("\0") else {
      throw Problem(text: "its name cannot be that of a folder")
    }
    try make(store)
    try Data().write(to: URL(fileURLWithPath: store + "/forkscape-store"))
    let space = "refs/members/\(name)"
    try git(
      ["-C", store, "fetch", "--no-tags", "--prune", "--no-write-fetch-head", "--no-auto-maintenance"]
        + [showsProgress ? "--progress" : "--quiet", "--", member.address]
        + ["+refs/heads/*:\(space)/heads/*", "+refs/tags/*:\(space)/tags/*"],
      isShown: showsProgress
    )
    let clone = "\(folder)/\(name)"
    try make(clone)
    try Data("../../.objects/objects\n".utf8).write(to: URL(fileURLWithPath: clone + "/objects/info/alternates"))
    try git(["-C", clone, "config", "remote.origin.url", member.address])
    try copyReferences(from: space, to: clone)
    try setHead(of: clone, member)
  }

  private func make(_ repository: String) throws {
    if FileManager.default.fileExists(atPath: repository + "/HEAD") { return }
    try git(["init", "--quiet", "--bare", "--template=", "--", repository])
    try FileManager.default.createDirectory(atPath: repository + "/objects/info", withIntermediateDirectories: true)
  }

  /// Makes the clone's branches and tags those of the store's space, no more and no fewer.
  private func copyReferences(from space: String, to clone: String) throws {
    func references(_ repository: String, _ prefix: String) throws -> [String: String] {
      let lines = try git(["-C", repository, "for-each-ref", "--format=%(objectname) %(refname)", prefix])
      var found: [String: String] = [:]
      for line in lines.split(separator: "\n") {
        let parts = line.split(separator: " ", maxSplits: 1)
        if parts.count == 2 { found["refs/" + parts[1].dropFirst(prefix.count + 1)] = String(parts[0]) }
      }
      return found
    }
    let wanted = try references(store, space)
    let there = try references(clone, "refs")
    let updates = wanted.sorted { $0.key < $1.key }.map { "update \($0.key) \($0.value)\n" }
    let removals = there.keys.filter { wanted[$0] == nil }.sorted().map { "delete \($0)\n" }
    try git(["-C", clone, "update-ref", "--stdin"], input: (removals + updates).joined())
  }

  /// The branch that the origin calls its own.
  private func setHead(of clone: String, _ member: Member) throws {
    let answer = try git(["ls-remote", "--symref", "--", member.address, "HEAD"])
    for line in answer.split(separator: "\n") where line.hasPrefix("ref: refs/heads/") {
      let branch = line.dropFirst("ref: ".count).prefix { $0 != "\t" }
      try git(["-C", clone, "symbolic-ref", "HEAD", String(branch)])
    }
  }

  private static func isAddress(_ address: String) -> Bool {
    if address.contains("::") || address.hasPrefix("-") { return false }
    return ["https://", "http://", "ssh://", "git://", "file://", "/"].contains { address.hasPrefix($0) }
  }

  /// Runs git without anybody's configuration and without questions; what it printed.
  @discardableResult
  private func git(_ arguments: [String], input: String = "", isShown: Bool = false) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "core.hooksPath=/dev/null", "-c", "protocol.ext.allow=never"] + arguments
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["LC_ALL"] = "C"
    process.environment = environment
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("forkscape-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { ReportWriter.remove(scratch.path) }
    // Files, not pipes: nothing waits for a reader.
    func file(_ name: String, _ text: String = "") throws -> URL {
      let place = scratch.appendingPathComponent(name)
      try Data(text.utf8).write(to: place)
      return place
    }
    let (output, errors) = (try file("out"), try file("errors"))
    process.standardInput = try FileHandle(forReadingFrom: try file("in", input))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = isShown ? FileHandle.standardError : try FileHandle(forWritingTo: errors)
    do { try process.run() } catch { throw Problem(text: "the git program cannot be started: \(error)") }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self).split(whereSeparator: \.isNewline).last
      throw Problem(text: said.map(String.init) ?? "git ended with \(process.terminationStatus)")
    }
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }
}
