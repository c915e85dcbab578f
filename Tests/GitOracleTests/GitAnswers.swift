import FixtureSupport
import Foundation
import GitValues
import Testing

/// What git prints, as values.
extension OracleHistory {
  /// Commits on the left and on the right side, fork against upstream, as git counts a symmetric range.
  func gitCounts(_ options: String...) throws -> [Int] {
    let result = try git.run(["rev-list", "--left-right", "--count"] + options + ["\(fork)...\(upstream)"])
    try #require(result.exitCode == 0)
    return result.text.split(separator: "\t").compactMap { Int($0) }
  }

  /// Ids of the commits that only the fork and only upstream reach, from two whole walks.
  ///
  /// A walk with an excluded tip goes by dates, and a clock that is decades wrong makes git list what is excluded; two
  /// whole walks are always right.
  func gitDifferenceOfSets(_ options: String...) throws -> (ahead: Set<String>, behind: Set<String>) {
    let sides = try [fork, upstream].map { tip in
      Set(try git.run(["rev-list"] + options + ["\(tip)"]).lines)
    }
    return (sides[0].subtracting(sides[1]), sides[1].subtracting(sides[0]))
  }

  func gitMergeBases() throws -> [CommitID] {
    try git.output("merge-base", "--all", "\(fork)", "\(upstream)").lines.compactMap { CommitID(hex: $0) }
  }

  /// Every file of a tree.
  func gitFiles(_ commit: CommitID) throws -> [RepoPath: FileState] {
    var files: [RepoPath: FileState] = [:]
    for record in try git.output("ls-tree", "-r", "-z", "--full-tree", "\(commit)").output.split(separator: 0) {
      let tab = try #require(record.firstIndex(of: UInt8(ascii: "\t")))
      let parts = String(decoding: record[..<tab], as: UTF8.self).split(separator: " ")
      let mode = FileMode(rawValue: try #require(UInt32(parts[0], radix: 8)))
      let blob = try #require(BlobID(hex: parts[2]))
      files[RepoPath(bytes: Array(record[(tab + 1)...]))] = FileState(blob: blob, mode: mode)
    }
    return files
  }

  /// The difference of two trees, renames followed.
  func gitDifference(_ old: CommitID, _ new: CommitID) throws -> GitDifference {
    let output = try git.output("diff", "--raw", "--numstat", "-z", "-M", "--no-abbrev", "\(old)", "\(new)").output
    return try GitDifference(output)
  }
}

/// `git diff --raw --numstat -z -M` of two trees.
struct GitDifference: Hashable {
  /// By old path.
  var renames: [RepoPath: RepoPath] = [:]
  /// Every path that differs, by its new name where it was renamed.
  var changed: Set<RepoPath> = []
  /// Lines by new path; nil for binary files.
  var added = 0
  var removed = 0
  var binaries = 0

  init(_ output: Data) throws {
    var fields = output.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }[...]
    while let field = fields.popFirst() {
      if field.first == UInt8(ascii: ":") {
        let status = try #require(field.split(separator: UInt8(ascii: " ")).last?.first)
        let path = RepoPath(bytes: fields.removeFirst())
        if status == UInt8(ascii: "R") {
          let target = RepoPath(bytes: fields.removeFirst())
          renames[path] = target
          changed.insert(target)
        } else {
          changed.insert(path)
        }
      } else if !field.isEmpty {
        let parts = field.split(separator: UInt8(ascii: "\t"), maxSplits: 2, omittingEmptySubsequences: false)
        if parts[2].isEmpty { fields = fields.dropFirst(2) }
        if parts[0].first == UInt8(ascii: "-") { binaries += 1 }
        added += Int(String(decoding: parts[0], as: UTF8.self)) ?? 0
        removed += Int(String(decoding: parts[1], as: UTF8.self)) ?? 0
      }
    }
  }
}
