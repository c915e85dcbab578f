import Git
import GitValues

extension PresenceJudge {
  /// Whether the target has little of what stands around a change that it lacks: then the code came later, or was written
  /// anew since, and whether the change applies is for a person to say. Asked after ``answer(_:_:)`` about the same commit.
  ///
  /// The file with most around the change tells, by lines, or by names that its surroundings use and that stand nowhere in
  /// the target's file.
  func lacksSurroundings(of record: CommitRecord, _ paths: [RepoPath]) -> Bool {
    let changed = Self.judged(record, paths).filter { $0.0.old != nil && $0.0.new != nil }
    var told: [(around: Surroundings, here: TextCache.Text)] = []
    for (_, path) in changed {
      guard let place = place(of: path) else { continue }
      // Nothing speaks against a file that is as it was before the change, or that cannot be compared.
      guard let view = views.byPath[path], let here = texts.text(target.files[place]) else { return false }
      told.append((Surroundings(view.old.bytes, view.new.bytes, texts.store), here))
    }
    // Where the target has none of the files, it has none of the code.
    guard let main = told.max(by: { $0.around.names.count < $1.around.names.count }) else { return !changed.isEmpty }
    return lacksLines(main.around, main.here.lines) || lacksNames(main.around, main.here.bytes)
  }

  /// Few of the lines, and no two of them one behind the other. Lines of a word stand everywhere and say nothing.
  private func lacksLines(_ around: Surroundings, _ own: TextLines) -> Bool {
    let telling = around.lines.filter { texts.store.words(of: $0.line).count >= Thresholds.tellingWords }
    guard telling.count >= Thresholds.tellingSurroundings else { return false }
    let found = own.nearest(to: telling.map(\.line)).count { $0 >= Thresholds.foundSurrounding }
    guard Double(found) < Thresholds.fewSurroundings * Double(telling.count) else { return false }
    return !telling.contains { line, last in last != 0 && own.contains(line, after: last) }
  }

  private func lacksNames(_ around: Surroundings, _ own: [UInt8]) -> Bool {
    let absent = around.names.subtracting(Surroundings.names(in: own)).count
    return absent >= Thresholds.unknownNames
      && Double(absent) >= Thresholds.unknownNamesShare * Double(around.names.count)
  }
}

/// What the text before a change has in its places: three lines on each side, and what was removed.
private struct Surroundings {
  /// Each line, and the number of the one before it.
  private(set) var lines: [(line: LineStore.Line, last: UInt64)] = []
  /// Numbers of the names in them: runs of letters, digits and underscores that begin with none of the digits.
  private(set) var names: Set<UInt64> = []

  init(_ old: [UInt8], _ new: [UInt8], _ store: LineStore) {
    var (lines, names): ([(line: LineStore.Line, last: UInt64)], Set<UInt64>) = ([], [])
    var last: UInt64 = 0
    old.withUnsafeBytes { old in
      new.withUnsafeBytes { new in
        // What cannot be compared has no surroundings that tell.
        do throws(GitError) {
          _ = try LineDifference.forEachLine(from: old, to: new) { origin, bytes in
            if origin == .added || lines.count >= ReadingLimit.judgedLines { return }
            Self.forEachName(in: bytes) { names.insert($0) }
            let line = store.line(bytes)
            if store.number(of: line) == 0 { return }
            lines.append((line, last))
            last = store.number(of: line)
          }
        } catch {
          (lines, names) = ([], [])
        }
      }
    }
    (self.lines, self.names) = (lines, names)
  }

  static func names(in text: [UInt8]) -> Set<UInt64> {
    var names: Set<UInt64> = []
    text.withUnsafeBytes { forEachName(in: $0) { names.insert($0) } }
    return names
  }

  /// Names of one or two bytes stand everywhere and are left out.
  private static func forEachName(in bytes: UnsafeRawBufferPointer, _ visit: (UInt64) -> Void) {
    var (value, length): (UInt64, Int) = (0, 0)
    func end() {
      if length > 2 { visit(StableHash.mixed(value)) }
      (value, length) = (0, 0)
    }
    for byte in bytes {
      let isLetter = (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
      if isLetter || (length > 0 && byte &- 0x30 < 10) {
        value = (value ^ UInt64(byte) &+ 0x51_7cc1) &* 0x100_0000_01b3
        length += 1
      } else {
        end()
      }
    }
    end()
  }
}
