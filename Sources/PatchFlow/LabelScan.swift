import GitValues

/// Finds in a message what it claims about where the change comes from.
struct LabelScan {
  private(set) var citations: [MessageFacts.Citation] = []
  private(set) var labels: [UInt64] = []
  /// Places of ids, numbers and labels, which are no words of the message. Order: by place; none overlap.
  private(set) var claims: [Range<Int>] = []

  /// Whether a label says that the change is not meant for upstream: "<carry>" and its kin.
  private(set) var isMarkedAsOwn = false

  private let message: [UInt8]

  /// - Parameter message: in lower case.
  init(_ message: [UInt8]) {
    self.message = message
    let subject = message.prefix { $0 != UInt8(ascii: "\n") }
    isMarkedAsOwn = Self.ownSubjects.first(in: subject, isOpen: true) != nil
    var start = 0
    while start < message.count {
      let end = message[start...].firstIndex(of: UInt8(ascii: "\n")) ?? message.count
      scan(start..<end)
      start = end + 1
    }
  }

  private static let ownSubjects = Phrases(["<carry>", "[carry]", "downstream-only", "downstream only"])
  private static let ownLines = ["upstream-status: inappropriate", "forwarded: not-needed"]

  private mutating func scan(_ line: Range<Int>) {
    if Self.ownLines.contains(where: { starts(line, $0) }) { isMarkedAsOwn = true }
    if let label = wholeLineLabel(line) {
      labels.append(label)
      claims.append(line)
      return
    }
    var place = line.lowerBound
    var lastKind: MessageFacts.Citation.Kind?
    var lastEnd = place
    while place < line.upperBound {
      let byte = message[place]
      guard Self.isWord(byte) else {
        if byte == UInt8(ascii: "#"), let number = digits(from: place + 1, in: line) {
          labels.append(Self.number("pr", message[number]))
          claims.append(place..<number.upperBound)
          place = number.upperBound
        } else {
          place += 1
        }
        continue
      }
      var end = place
      while end < line.upperBound, Self.isWord(message[end]) { end += 1 }
      let word = place..<end
      if Self.isID(message[word]) {
        let continues = lastKind != nil && isList(lastEnd..<place)
        let kind = continues ? lastKind : kind(of: word, in: line)
        if let kind { citations.append(.init(kind: kind, digits: Array(message[word]))) }
        (lastKind, lastEnd) = (kind, end)
        claims.append(word)
      } else if Self.isNumber(message[word]), hasSuffix("/pull/", before: place) || hasSuffix("pr ", before: place) {
        labels.append(Self.number("pr", message[word]))
        claims.append(word)
      }
      place = end
    }
  }

  /// Labels that take a line of their own.
  private func wholeLineLabel(_ line: Range<Int>) -> UInt64? {
    for name in ["change-id:", "git-svn-id:", "message-id:", "discussion:"] where starts(line, name) {
      let rest = message[(line.lowerBound + name.utf8.count)..<line.upperBound].filter { !LineWords.isSpace($0) }
      return rest.count < 8 ? nil : Self.number(name == "message-id:" ? "discussion:" : name, rest[...])
    }
    return nil
  }

  private func kind(of word: Range<Int>, in line: Range<Int>) -> MessageFacts.Citation.Kind? {
    if ["reverts commit ", "reverts ", "revert commit ", "reverting commit "].contains(where: { ends(word, $0) }) {
      return .reverted
    }
    let origins = [
      "picked from commit ", "picked from ", "cherry-pick of ", "cherry pick of ", "cherry-pick ", "cherry pick ",
      "cherry-picked ", "cherry-pick commit ", "backport of ", "backport of commit ", "backported from ",
      "backported from commit ", "backport commit ", "backports ", "port of commit ", "ported from commit ",
      "upstream commit ", "upstream-commit: ", "upstream commit: ", "applied-upstream: ", "ytdl-commit-",
      "based on commit ", "from upstream ",
    ]
    if origins.contains(where: { ends(word, $0) }) { return .origin }
    if ends(word, "commit "), starts(word.upperBound..<line.upperBound, " upstream") { return .origin }
    let names = ["origin:", "applied-upstream:", "upstream-status:", "upstream:", "bug-upstream:"]
    if ends(word, "/commit/") || ends(word, "commit;h=") {
      return names.contains { starts(line, $0) } ? .origin : nil
    }
    return nil
  }

  /// Whether `suffix` stands before the word, quotation marks, colons and line ends aside.
  private func ends(_ word: Range<Int>, _ suffix: String) -> Bool {
    if hasSuffix(suffix, before: word.lowerBound) { return true }
    guard suffix.hasSuffix(" ") else { return false }
    // An id may stand at the start of the next line, or in quotation marks.
    var place = word.lowerBound
    while place > 0, " \n`'\"<:(".utf8.contains(message[place - 1]) { place -= 1 }
    return hasSuffix(String(suffix.dropLast()), before: place)
  }

  private func hasSuffix(_ suffix: String, before place: Int) -> Bool {
    let count = suffix.utf8.count
    return place >= count && message[(place - count)..<place].elementsEqual(suffix.utf8)
  }

  private func starts(_ range: Range<Int>, _ prefix: String) -> Bool {
    message[range].starts(with: prefix.utf8)
  }

  private func digits(from place: Int, in line: Range<Int>) -> Range<Int>? {
    var end = place
    while end < line.upperBound, message[end] >= 0x30, message[end] <= 0x39 { end += 1 }
    return end > place && end - place < 9 ? place..<end : nil
  }

  /// Whether only marks of a list stand there.
  private func isList(_ range: Range<Int>) -> Bool {
    let text = message[range].filter { $0 != UInt8(ascii: " ") }
    return text.elementsEqual(",".utf8) || text.elementsEqual("and".utf8) || text.elementsEqual("&".utf8)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7a || byte >= 0x80
  }

  /// Seven to forty hexadecimal digits, a figure among them where they could be a word.
  static func isID(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 7, word.count <= 40 else { return false }
    var hasFigure = false
    for byte in word {
      if byte >= 0x30, byte <= 0x39 { hasFigure = true } else if byte < 0x61 || byte > 0x66 { return false }
    }
    return hasFigure
  }

  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    word.count < 9 && word.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func number(_ kind: String, _ bytes: ArraySlice<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    for byte in kind.utf8 { value = StableHash.mixed(value ^ UInt64(byte) &+ 7) }
    for byte in bytes { value = StableHash.mixed(value ^ UInt64(byte) &+ 1) }
    return value
  }
}
