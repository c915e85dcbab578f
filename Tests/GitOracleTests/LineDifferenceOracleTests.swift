import FixtureSupport
import Foundation
import Git
import Testing

/// The lines of a diff against those of `git diff`, on long texts in which lines repeat.
@Suite struct LineDifferenceOracleTests {
  @Test(arguments: UInt64(1)..<41) func linesAreGits(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let words = (0..<(40 + random.below(400))).map { "\(String(repeating: "  ", count: $0 % 3))line \($0)" }
    let old = (0..<(200 + random.below(1500))).map { _ in random.pick(words) }
    var new = old
    for edit in 0..<(1 + random.below(6)) {
      let place = random.below(new.count)
      switch random.below(3) {
      case 0: new.insert(contentsOf: old[place % old.count..<min(old.count, place % old.count + 4)], at: place)
      case 1: new.removeSubrange(place..<min(new.count, place + 1 + random.below(3)))
      default: new[place] = "edit \(edit)"
      }
    }
    let end = random.chance(50) ? "\n" : ""
    let texts = [old, new].map { $0.joined(separator: "\n") + end }
    let folder = try TemporaryFolder()
    for (name, text) in zip(["old", "new"], texts) {
      try text.write(toFile: folder.path(name), atomically: true, encoding: .utf8)
    }
    let git = try GitProgram(folder.url).run(["diff", "--no-index", "old", "new"])
    let expected = git.lines.drop { !$0.hasPrefix("@@") }.filter { !$0.hasPrefix("@@") && !$0.hasPrefix("\\") }

    var lines: [String] = []
    let bytes = texts.map { Array($0.utf8) }
    let isText = try bytes[0].withUnsafeBytes { old in
      try bytes[1].withUnsafeBytes { new in
        try LineDifference.forEachLine(from: old, to: new) { origin, line in
          let mark =
            switch origin {
            case .context: " "
            case .added: "+"
            case .removed: "-"
            }
          lines.append(mark + String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines))
        }
      }
    }
    #expect(isText)
    #expect(lines == Array(expected), "seed \(seed)")
  }
}
