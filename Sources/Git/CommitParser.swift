public import GitValues

/// What the commit graph keeps of a commit.
public struct CommitLinks: Hashable, Sendable {
  /// The tree it records.
  public let tree: TreeID
  /// Parents in the commit's own order.
  public let parents: [CommitID]
  /// Seconds since 1970 when the change was written; 0 where it cannot be read.
  public let authorTime: Int64
  /// Seconds since 1970 when the commit was recorded; 0 where it cannot be read.
  public let committerTime: Int64
}

/// Who stands in a commit, and its message, as the object's own bytes: valid only while the object is held.
public struct CommitTexts {
  /// `Name <mail>` of the author; empty where there is none.
  public let author: UnsafeRawBufferPointer
  /// `Name <mail>` of the committer; empty where there is none.
  public let committer: UnsafeRawBufferPointer
  /// The message, in the commit's encoding.
  public let message: UnsafeRawBufferPointer
}

/// Reads the bytes of a commit object as git does: strict about tree and parents, lenient about people and dates.
struct CommitParser {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// nil where the object is no commit that git would accept.
  func links() -> CommitLinks? {
    guard var position = treeEnd, let tree = id(at: 5, of: TreeKind.self) else { return nil }
    guard let parents = parents(&position) else { return nil }
    let author = line("author ", &position)
    let committer = line("committer ", &position)
    return CommitLinks(
      tree: tree,
      parents: parents,
      authorTime: author.map { time(in: $0).seconds } ?? 0,
      committerTime: committer.map { time(in: $0).seconds } ?? 0
    )
  }

  /// nil where the object is no commit that git would accept.
  func commit(id commitID: CommitID) -> Commit? {
    guard var position = treeEnd, let tree = id(at: 5, of: TreeKind.self) else { return nil }
    guard let parents = parents(&position) else { return nil }
    let author = line("author ", &position)
    let committer = line("committer ", &position)
    var encoding: [UInt8]?
    // Further headers, each possibly continued on lines that start with a space, end at an empty line.
    while position < bytes.count, bytes[position] != Self.newline {
      let start = position
      position = lineEnd(from: start) + 1
      if hasPrefix("encoding ", at: start) { encoding = Array(bytes[(start + 9)..<(position - 1)]) }
    }
    let body = Swift.min(position + 1, bytes.count)
    return Commit(
      id: commitID,
      tree: tree,
      parents: parents,
      author: signature(author),
      committer: signature(committer),
      encoding: encoding,
      message: Array(bytes[body...])
    )
  }

  /// Who stands in the commit, and its message; nil where the object is no commit that git would accept.
  func texts() -> CommitTexts? {
    guard var position = treeEnd, parents(&position) != nil else { return nil }
    let author = line("author ", &position)
    let committer = line("committer ", &position)
    while position < bytes.count, bytes[position] != Self.newline { position = lineEnd(from: position) + 1 }
    let body = Swift.min(position + 1, bytes.count)
    return CommitTexts(
      author: person(author),
      committer: person(committer),
      message: UnsafeRawBufferPointer(rebasing: bytes[body...])
    )
  }

  /// A line without its date: up to the last `>`.
  private func person(_ line: Range<Int>?) -> UnsafeRawBufferPointer {
    guard let line else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] != UInt8(ascii: ">") { end -= 1 }
    return UnsafeRawBufferPointer(rebasing: bytes[line.lowerBound..<(end > line.lowerBound ? end : line.upperBound)])
  }

  /// Seconds since 1970 of a tag object's `tagger` line; 0 where it has none that can be read.
  var taggerTime: Int64 {
    var position = 0
    while position < bytes.count, bytes[position] != Self.newline {
      if let line = line("tagger ", &position) { return time(in: line).seconds }
      position = lineEnd(from: position) + 1
    }
    return 0
  }

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  /// The position after `tree <id>\n`; nil where the object does not start so.
  private var treeEnd: Int? {
    bytes.count >= 46 && hasPrefix("tree ", at: 0) && bytes[45] == Self.newline ? 46 : nil
  }

  private func parents(_ position: inout Int) -> [CommitID]? {
    var parents: [CommitID] = []
    while hasPrefix("parent ", at: position) {
      guard position + 48 <= bytes.count, bytes[position + 47] == Self.newline,
        let parent = id(at: position + 7, of: CommitKind.self)
      else { return nil }
      parents.append(parent)
      position += 48
    }
    return parents
  }

  private func id<Kind>(at offset: Int, of kind: Kind.Type) -> ObjectID<Kind>? {
    guard offset + 40 <= bytes.count, let start = bytes.baseAddress else { return nil }
    return ObjectID(hexDigits: (start + offset).assumingMemoryBound(to: UInt8.self))
  }

  private func hasPrefix(_ prefix: StaticString, at position: Int) -> Bool {
    let length = prefix.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    for index in 0..<length where bytes[position + index] != prefix.utf8Start[index] { return false }
    return true
  }

  private func lineEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != Self.newline { end += 1 }
    return end
  }

  /// The rest of the line at `position` if it starts with `prefix`; then `position` moves past it.
  private func line(_ prefix: StaticString, _ position: inout Int) -> Range<Int>? {
    guard hasPrefix(prefix, at: position) else { return nil }
    let start = position + prefix.utf8CodeUnitCount
    let end = lineEnd(from: start)
    position = end + 1
    return start..<end
  }

  /// Seconds and zone after the last `>` of a line; git takes what it cannot read as 0.
  private func time(in line: Range<Int>) -> (seconds: Int64, zone: Int32) {
    var start = line.upperBound
    while start > line.lowerBound, bytes[start - 1] != UInt8(ascii: ">") { start -= 1 }
    if start == line.lowerBound { return (0, 0) }
    var position = start
    let seconds = number(&position, line.upperBound) ?? 0
    let zone = number(&position, line.upperBound) ?? 0
    let hours = zone / 100
    let minutes = Int32(clamping: hours * 60 + zone % 100)
    return (seconds, minutes)
  }

  private func number(_ position: inout Int, _ end: Int) -> Int64? {
    while position < end, bytes[position] == Self.space { position += 1 }
    var isNegative = false
    if position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
      isNegative = bytes[position] == UInt8(ascii: "-")
      position += 1
    }
    var value: Int64 = 0
    var count = 0
    while position < end, bytes[position] >= 0x30, bytes[position] <= 0x39 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowed) = product.addingReportingOverflow(Int64(bytes[position] - 0x30))
      if overflow || overflowed { return nil }
      value = sum
      position += 1
      count += 1
    }
    return count == 0 ? nil : isNegative ? -value : value
  }

  private func signature(_ line: Range<Int>?) -> Signature {
    guard let line else { return Signature(name: [], email: [], time: 0, zoneMinutes: 0) }
    let (seconds, zone) = time(in: line)
    let open = bytes[line].firstIndex(of: UInt8(ascii: "<")) ?? line.upperBound
    let close = bytes[line].lastIndex(of: UInt8(ascii: ">")) ?? line.upperBound
    var nameEnd = open
    while nameEnd > line.lowerBound, bytes[nameEnd - 1] == Self.space { nameEnd -= 1 }
    let email = open < close ? Array(bytes[(open + 1)..<close]) : []
    return Signature(
      name: Array(bytes[line.lowerBound..<nameEnd]),
      email: email,
      time: seconds,
      zoneMinutes: zone
    )
  }
}
