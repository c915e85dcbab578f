import FixtureSupport
import Foundation
import Git
import GitValues
import Testing

/// Patch ids of single commits against `git patch-id --stable`.
///
/// The id is a sum over files. What the program is fed as one text it does not take apart where a file has no hunk (a mode
/// that changed, an empty file that came or went): such a file's header runs into the next file's. git's own id, that of
/// `git cherry`, and libgit2's keep the files apart, and of an empty file they also count the lines `---` and `+++` that
/// git does not print. So here every file is fed alone, an empty one with these lines, and the ids are added up.
@Suite struct PatchOracleTests {
  @Test(arguments: OracleHistory.seeds.filter { $0 % 4 == 0 }) func patchIDs(_ seed: UInt64) throws {
    let history = try OracleHistory(seed: seed)
    let commits = try history.git.output("rev-list", "--no-merges", "--all")
    let patches = try history.git.output("diff-tree", "--stdin", "--root", "-p", input: commits.output)
    let whole = try ids(patches.output, history.git)
    let split = SplitPatches(patches.lines)
    let parts = try ids(Data(split.text.utf8), history.git)
    #expect(split.files.count > 10, "seed \(seed)")

    let repository = try history.repository()
    for hex in commits.lines {
      let commit = try repository.objects.commit(try #require(CommitID(hex: hex)))
      let parent = try commit.parents.first.map { try repository.objects.commit($0).tree }
      let own = try repository.patchID(from: parent, to: commit.tree)
      let files = split.files[hex] ?? []
      let sum = try files.map { try #require(parts[$0.number]) }.reduce(PatchSum()) { $0.adding($1) }
      #expect(own?.description == (files.isEmpty ? nil : sum.hex), "seed \(seed), commit \(hex)")
      if files.allSatisfy(\.hasHunks) {
        #expect(own?.description == whole[hex], "seed \(seed), commit \(hex)")
      }
    }
  }

  /// Patch ids by the commit that the text names.
  private func ids(_ text: Data, _ git: GitProgram) throws -> [String: String] {
    let lines = try git.output("patch-id", "--stable", input: text).lines
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let parts = line.split(separator: " ").map(String.init)
        return (parts[1], parts[0])
      }
    )
  }
}

/// Patches of many commits with every file as a patch of its own, under a number that looks like a commit's id.
private struct SplitPatches {
  struct File {
    let number: String
    var hasHunks = false
  }

  private(set) var files: [String: [File]] = [:]
  private(set) var text = ""
  private var isNew = false
  private var isGone = false
  private var sides = ""

  init(_ lines: [String]) {
    var (commit, count) = ("", 0)
    for line in lines {
      if line.count == 40, CommitID(hex: line) != nil {
        finish(commit)
        commit = line
        continue
      }
      if line.hasPrefix("diff --git ") {
        finish(commit)
        count += 1
        let number = String(repeating: "0", count: 39 - String(count).count) + "\(count)1"
        files[commit, default: []].append(File(number: number))
        text += "commit \(number)\n"
        (isNew, isGone, sides) = (false, false, String(line.dropFirst("diff --git ".count)))
      }
      isNew = isNew || line.hasPrefix("new file mode")
      isGone = isGone || line.hasPrefix("deleted file mode")
      if line.hasPrefix("@@ "), let last = files[commit]?.indices.last { files[commit]?[last].hasHunks = true }
      text += line + "\n"
    }
    finish(commit)
  }

  /// Adds the lines that git does not print of an empty file.
  private mutating func finish(_ commit: String) {
    guard let last = files[commit]?.last, !last.hasHunks, isNew || isGone else { return }
    // Both sides have the same name but for the first letter, so they are of one length.
    let side = sides.prefix(sides.count / 2)
    text += isNew ? "--- /dev/null\n+++ \(sides.suffix(side.count))\n" : "--- \(side)\n+++ /dev/null\n"
    (isNew, isGone) = (false, false)
  }
}

/// Hashes added as numbers of 160 bits, the first byte lowest.
private struct PatchSum {
  private var bytes = [UInt16](repeating: 0, count: 20)

  var hex: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  func adding(_ hex: String) -> PatchSum {
    var sum = self
    var carry: UInt16 = 0
    let digits = Array(hex)
    for index in 0..<20 {
      carry += bytes[index] + (UInt16(String(digits[(2 * index)...(2 * index + 1)]), radix: 16) ?? 0)
      sum.bytes[index] = carry & 255
      carry >>= 8
    }
    return sum
  }
}
