public import Foundation

/// A random git history that is the same for the same seed everywhere, weighted to what is hard: merges of all kinds
/// (criss-cross, octopus, with edits of their own), picks, reverts, squashes, renames of files and folders, mode
/// changes, symbolic links, odd paths, empty commits, several roots, equal and backward dates.
///
/// Branches: `upstream` and `fork` always; `release`, `topic-N` and `root-N` when chance makes them.
public struct RandomHistory: Sendable, CustomStringConvertible {
  /// What the history was made from.
  public let seed: UInt64
  let commits: [RandomCommit]
  /// Branch names and the commit (index) each points to.
  let tips: [String: Int]

  /// Makes a history of about so many commits (never fewer; a step may add two or three).
  public init(seed: UInt64, commits count: Int = 40) {
    var generator = RandomHistoryGenerator(seed: seed)
    generator.begin()
    while generator.commits.count < count { generator.step() }
    self.seed = seed
    commits = generator.commits
    tips = generator.tips
  }

  /// Names the seed, to make the same history again.
  public var description: String { "RandomHistory(seed: \(seed), commits: \(commits.count))" }

  /// The names of all branches, sorted.
  public var branches: [String] { tips.keys.sorted() }

  /// Writes all branches as one repository; HEAD names `upstream`. The folder must not exist or be empty.
  public func write(to folder: URL, bare: Bool = true) throws {
    try write(
      branches: Dictionary(uniqueKeysWithValues: branches.map { ($0, $0) }),
      head: "upstream",
      to: folder,
      bare: bare
    )
  }

  /// Writes two clones, `upstream` and `fork`, below a folder. Each holds only what its own branches reach. The main
  /// branch of both is `main`; the upstream also has `release`; topics and further roots are the fork's.
  public func writePair(to folder: URL, bare: Bool = false) throws -> (upstream: URL, fork: URL) {
    let upstream = folder.appending(path: "upstream", directoryHint: .isDirectory)
    let fork = folder.appending(path: "fork", directoryHint: .isDirectory)
    var upstreamBranches = ["main": "upstream"]
    var forkBranches = ["main": "fork"]
    for branch in branches where branch != "upstream" && branch != "fork" {
      if branch == "release" { upstreamBranches[branch] = branch } else { forkBranches[branch] = branch }
    }
    try write(branches: upstreamBranches, head: "main", to: upstream, bare: bare)
    try write(branches: forkBranches, head: "main", to: fork, bare: bare)
    return (upstream, fork)
  }

  /// The history as a `git fast-import` stream; `branches` maps the names to write to names of this history.
  public func stream(branches: [String: String]) -> Data {
    let wanted = reachable(from: branches.values.compactMap { tips[$0] })
    var output = ""
    var blobs: [String: Int] = [:]
    for (index, commit) in commits.enumerated() where wanted.contains(index) {
      writeBlobs(of: commit, known: &blobs, to: &output)
      commit.write(index: index, blobs: blobs, to: &output)
    }
    for name in branches.keys.sorted() {
      guard let tip = branches[name].flatMap({ tips[$0] }) else { continue }
      output += "reset refs/heads/\(name)\nfrom :\(tip + 1)\n\n"
    }
    // The branch that commits were written to is not part of the history.
    output += "reset refs/forkscape/import\nfrom \(String(repeating: "0", count: 40))\n\ndone\n"
    return Data(output.utf8)
  }

  private func write(branches: [String: String], head: String, to folder: URL, bare: Bool) throws {
    let store = bare ? folder : folder.appending(path: ".git", directoryHint: .isDirectory)
    // What `git init` would write, without starting it.
    for name in ["objects/info", "objects/pack", "refs/heads", "refs/tags"] {
      try FileManager.default.createDirectory(at: store.appending(path: name), withIntermediateDirectories: true)
    }
    try Data("ref: refs/heads/\(head)\n".utf8).write(to: store.appending(path: "HEAD"))
    let config = "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = \(bare)\n"
    try Data(config.utf8).write(to: store.appending(path: "config"))
    try GitProgram(folder).output(
      "-c",
      "core.logAllRefUpdates=false",
      "-c",
      "fastimport.unpackLimit=0",
      "fast-import",
      "--quiet",
      "--done",
      input: stream(branches: branches)
    )
  }

  private func reachable(from tips: [Int]) -> Set<Int> {
    var seen: Set<Int> = []
    var waiting = tips
    while let index = waiting.popLast() {
      if seen.insert(index).inserted { waiting += commits[index].parents }
    }
    return seen
  }

  private func writeBlobs(of commit: RandomCommit, known: inout [String: Int], to output: inout String) {
    for path in commit.tree.keys.sorted() {
      guard let content = commit.tree[path]?.content, known[content] == nil else { continue }
      let mark = commits.count + known.count + 1
      known[content] = mark
      output += "blob\nmark :\(mark)\ndata \(content.utf8.count)\n\(content)\n"
    }
  }
}

/// A file of a random tree.
struct RandomFile: Sendable, Equatable {
  var mode: String
  var lines: [String]

  var content: String { mode == "120000" ? lines.joined() : lines.map { $0 + "\n" }.joined() }
}

/// Files by path; a path is written as git quotes it, without the quotes: `caf\351.c`.
typealias RandomTree = [String: RandomFile]

/// A commit of a random history. Parents are indices of earlier commits.
struct RandomCommit: Sendable {
  var parents: [Int]
  var tree: RandomTree
  var author: String
  var authorDate: String
  var committerDate: String
  var message: String

  func write(index: Int, blobs: [String: Int], to output: inout String) {
    if parents.isEmpty { output += "reset refs/forkscape/import\n\n" }
    output += "commit refs/forkscape/import\nmark :\(index + 1)\n"
    output += "author \(author) \(authorDate)\ncommitter \(author) \(committerDate)\n"
    output += "data \(message.utf8.count)\n\(message)\n"
    for (position, parent) in parents.enumerated() {
      output += "\(position == 0 ? "from" : "merge") :\(parent + 1)\n"
    }
    output += "deleteall\n"
    for path in tree.keys.sorted() {
      guard let file = tree[path], let mark = blobs[file.content] else { continue }
      output += "M \(file.mode) :\(mark) \"\(path)\"\n"
    }
    output += "\n"
  }
}
