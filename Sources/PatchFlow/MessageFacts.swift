import GitValues

/// What a commit says of itself, in the form in which it is compared.
struct MessageFacts: Sendable {
  /// A commit id that the message names, and as what.
  struct Citation: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      /// The commit that this one is a copy of.
      case origin
      /// The commit that this one undoes.
      case reverted
    }

    let kind: Kind
    /// 7 to 40 hexadecimal digits, lower case.
    let digits: [UInt8]
  }

  /// The author's address, or the name where there is none, as a number.
  let author: UInt64
  let authorTime: Int64
  let committerTime: Int64
  /// The first line as text, for people.
  let subject: EncodedText
  /// The first line without labels, numbers and marks, as a number; 0 where nothing is left.
  let subjectKey: UInt64
  /// How many words the first line has, without labels.
  let subjectWords: Int
  /// The words of the message without ids and labels. Order: by number, each once.
  let words: [UInt32]
  let citations: [Citation]
  /// Labels that both copies of a change may carry: Change-Id, git-svn-id, discussions, pull requests. Order: by number,
  /// each once.
  let labels: [UInt64]
  /// What makes it a fix of security or data loss; nil where nothing does.
  let fix: String?
  /// What makes it such a fix if upstream took the pains to make it on several branches, too; nil where nothing does.
  let fixIfBackpatched: String?
  /// Whether a label says that the change is the fork's own and not meant for upstream.
  let isMarkedAsOwn: Bool
}

extension MessageFacts {
  init(_ commit: Commit, _ fixes: FixRules) {
    let lower = commit.message.map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
    let scan = LabelScan(lower)
    let subject = SubjectWords(lower)
    let author = commit.author.email.isEmpty ? commit.author.name : commit.author.email
    self.init(
      author: author.withUnsafeBytes { bytes in Self.number(bytes) },
      authorTime: commit.author.time,
      committerTime: commit.committer.time,
      subject: EncodedText(commit.subject),
      subjectKey: subject.key,
      subjectWords: subject.count,
      words: Self.words(lower, leavingOut: scan.claims),
      citations: scan.citations,
      labels: Array(Set(scan.labels)).sorted(),
      fix: fixes.reason(lower),
      fixIfBackpatched: fixes.reasonIfBackpatched(lower),
      isMarkedAsOwn: scan.isMarkedAsOwn
    )
  }

  /// How far apart the author dates are.
  func seconds(to other: MessageFacts) -> Double { abs(Double(authorTime) - Double(other.authorTime)) }

  private static func number(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var value: UInt64 = 0
    for byte in bytes {
      let lower = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte
      value = StableHash.mixed(value ^ UInt64(lower) &+ 1)
    }
    return value
  }

  /// - Parameter claims: places of the message, in order, whose words are left out.
  private static func words(_ message: [UInt8], leavingOut claims: [Range<Int>]) -> [UInt32] {
    var words: [UInt32] = []
    message.withUnsafeBytes { bytes in
      var start = 0
      for claim in claims + [bytes.count..<bytes.count] {
        if start < claim.lowerBound {
          LineWords.words(UnsafeRawBufferPointer(rebasing: bytes[start..<claim.lowerBound])) { words.append($0) }
        }
        start = max(start, claim.upperBound)
      }
    }
    words.sort()
    var unique: [UInt32] = []
    for word in words where unique.last != word { unique.append(word) }
    return unique
  }
}

/// The first line of a message, freed from what forks put before and after it.
private struct SubjectWords {
  let key: UInt64
  let count: Int

  init(_ message: [UInt8]) {
    let line = message.prefix { $0 != UInt8(ascii: "\n") }
    var start = line.startIndex
    // Labels such as "UPSTREAM:", "[PATCH 1/2]", "BACKPORT: FROMGIT:" stand before the subject.
    while start < line.endIndex {
      let rest = line[start...]
      if rest.first == UInt8(ascii: " ") {
        start += 1
      } else if rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")),
        close - start <= 24, close + 1 < line.endIndex
      {
        start = close + 1
      } else if let label = Self.labels.first(where: { rest.starts(with: $0.utf8) }) {
        start += label.utf8.count
      } else {
        break
      }
    }
    var (value, count): (UInt64, Int) = (0, 0)
    let rest = Array(line[start...])
    var kept = rest
    // "(#123)" at the end is the number of a pull request, another one in each project.
    if let open = rest.lastIndex(of: UInt8(ascii: "(")), rest.last == UInt8(ascii: ")"), open > 0,
      rest[(open + 1)...].first == UInt8(ascii: "#")
    {
      kept = Array(rest[..<open])
    }
    kept.withUnsafeBytes { bytes in
      LineWords.words(bytes) { word in
        value = StableHash.mixed(value &* 31 &+ UInt64(word))
        count += 1
      }
    }
    (self.key, self.count) = (count == 0 ? 0 : value, count)
  }

  private static let labels: [String] = [
    "upstream:", "backport:", "fromgit:", "fromlist:", "fromextgit:", "chromium:", "cherry-pick:", "cherrypick:",
    "partial revert", "cp:", "port:", "sync:",
  ]
}
