/// What a person did for a commit besides being in its headers, as its message says.
public enum CreditKind: UInt8, CaseIterable, Sendable {
  /// `Author:`, in projects whose commits name the committer as author.
  case authored
  /// `Co-authored-by:`.
  case coAuthored
  /// `Reviewed-by:`.
  case reviewed
  /// `Acked-by:`.
  case acked
  /// `Signed-off-by:`.
  case signedOff
  /// `Reported-by:`.
  case reported
  /// `Tested-by:`.
  case tested

  /// Keys of message lines, in lower case, spaces read as hyphens.
  static let keys: [(key: StaticString, kind: CreditKind)] = [
    ("author", .authored), ("authors", .authored), ("author(s)", .authored), ("co-authored-by", .coAuthored),
    ("co-author", .coAuthored), ("reviewed-by", .reviewed), ("acked-by", .acked), ("signed-off-by", .signedOff),
    ("reported-by", .reported), ("tested-by", .tested),
  ]
}

/// What else a message says of how a commit came about.
struct CommitMarks: OptionSet, Sendable {
  let rawValue: UInt8

  /// It names a pull or merge request, or a review of Gerrit or Phabricator.
  static let request = CommitMarks(rawValue: 1)
  /// It was converted from Subversion or CVS.
  static let converted = CommitMarks(rawValue: 2)
}

/// Reads the lines of a message that give credit.
enum MessageScan {
  /// Calls `credit` for every person that a line of `message` names, with `Name <mail>` or a name alone.
  ///
  /// Order: as the message has them.
  static func scan(
    _ message: UnsafeRawBufferPointer,
    _ credit: (CreditKind, UnsafeRawBufferPointer) -> Void
  ) -> CommitMarks {
    var marks: CommitMarks = []
    var start = 0
    var isSubject = true
    while start < message.count {
      var end = start
      while end < message.count, message[end] != UInt8(ascii: "\n") { end += 1 }
      let line = UnsafeRawBufferPointer(rebasing: message[start..<end])
      if isSubject, !line.isEmpty {
        if namesRequest(line) { marks.insert(.request) }
        isSubject = false
      } else {
        marks.formUnion(read(line, credit))
      }
      start = end + 1
    }
    return marks
  }

  private static func read(
    _ line: UnsafeRawBufferPointer,
    _ credit: (CreditKind, UnsafeRawBufferPointer) -> Void
  ) -> CommitMarks {
    // The longest key has 21 bytes: a line without a colon so near is no trailer.
    guard let first = line.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7a,
      let colon = line.prefix(24).firstIndex(of: UInt8(ascii: ":"))
    else { return [] }
    let key = line[..<colon]
    if let kind = CreditKind.keys.first(where: { isKey($0.key, key) })?.kind {
      people(UnsafeRawBufferPointer(rebasing: line[(colon + 1)...])) { credit(kind, $0) }
      return []
    }
    if isKey("git-svn-id", key) || isKey("svn-path", key) || isKey("cvs-revision", key) { return .converted }
    if isKey("change-id", key) || isKey("differential-revision", key) || isKey("reviewed-on", key) { return .request }
    return []
  }

  private static func isKey(_ key: StaticString, _ text: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard key.utf8CodeUnitCount == text.count else { return false }
    for (place, byte) in text.enumerated() {
      let lower = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte == 0x20 ? UInt8(ascii: "-") : byte
      if lower != key.utf8Start[place] { return false }
    }
    return true
  }

  /// A number behind `#` or `!` in the subject: `(#123)`, `Merge pull request #123`, `!45 Fix`.
  private static func namesRequest(_ line: UnsafeRawBufferPointer) -> Bool {
    for place in line.indices where line[place] == UInt8(ascii: "#") || line[place] == UInt8(ascii: "!") {
      guard place + 1 < line.count, line[place + 1] >= 0x30, line[place + 1] <= 0x39 else { continue }
      let before = place == 0 ? UInt8(ascii: " ") : line[place - 1]
      if line[place] == UInt8(ascii: "!") ? place == 0 || before == UInt8(ascii: " ") : before == UInt8(ascii: "(") {
        return true
      }
    }
    return holds(line, "pull request") || holds(line, "merge request")
  }

  private static func holds(_ line: UnsafeRawBufferPointer, _ words: StaticString) -> Bool {
    let length = words.utf8CodeUnitCount
    guard line.count >= length else { return false }
    for start in 0...(line.count - length)
    where (0..<length).allSatisfy({ line[start + $0] == words.utf8Start[$0] }) { return true }
    return false
  }

  /// The persons of a trailer's value: parted by commas, semicolons and `and`, outside of addresses.
  private static func people(_ value: UnsafeRawBufferPointer, _ person: (UnsafeRawBufferPointer) -> Void) {
    var start = 0
    var depth = 0
    for place in 0...value.count {
      if place < value.count {
        if value[place] == UInt8(ascii: "<") || value[place] == UInt8(ascii: "(") { depth += 1 }
        if value[place] == UInt8(ascii: ">") || value[place] == UInt8(ascii: ")") { depth -= 1 }
      }
      let isEnd = place == value.count
      let isComma = !isEnd && depth <= 0 && (value[place] == UInt8(ascii: ",") || value[place] == UInt8(ascii: ";"))
      let isAnd =
        !isEnd && depth <= 0 && place + 5 <= value.count
        && value[place..<(place + 5)].elementsEqual([0x20, 0x61, 0x6e, 0x64, 0x20])
      guard isEnd || isComma || isAnd else { continue }
      if place > start, let found = cleaned(UnsafeRawBufferPointer(rebasing: value[start..<place])) { person(found) }
      start = isAnd ? place + 4 : place + 1
    }
  }

  /// A person's part without what stands around it; nil where it is none: words that do not look like a name.
  private static func cleaned(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    var (low, high) = (0, text.count)
    // A remark in parentheses behind the name is dropped.
    if let remark = text.firstIndex(of: UInt8(ascii: "(")), remark > 0 { high = remark }
    while low < high, text[low] <= 0x20 { low += 1 }
    while high > low, text[high - 1] <= 0x20 || text[high - 1] == UInt8(ascii: ".") { high -= 1 }
    guard high - low >= 3, high - low <= 200 else { return nil }
    let part = UnsafeRawBufferPointer(rebasing: text[low..<high])
    if part.contains(UInt8(ascii: "<")) { return part }
    // A name alone: two to five words, each beginning with a capital or a letter beyond ASCII, and no address.
    let words = part.split(separator: 0x20)
    guard words.count >= 2, words.count <= 5, !part.contains(UInt8(ascii: "@")), !part.contains(UInt8(ascii: "/")),
      words.allSatisfy({ word in
        guard let first = word.first else { return false }
        return first >= 0x41 && first <= 0x5a || first >= 0x80
          || ["van", "de", "der", "von", "di", "da"].contains {
            $0.utf8.elementsEqual(word)
          }
      })
    else { return nil }
    return part
  }
}
