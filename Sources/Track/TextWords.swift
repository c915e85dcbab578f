/// The words of a text, as the words of files are counted: runs of 3 to 24 Latin letters, `camelCase` split, lower case.
public enum TextWords {
  /// Order: as in the text, repeats too.
  public static func of(_ text: String) -> [String] {
    var words: [String] = []
    var run: [UInt8] = []
    func close() {
      if (3...24).contains(run.count) { words.append(String(decoding: run.map { $0 | 0x20 }, as: UTF8.self)) }
      run = []
    }
    let bytes = Array(text.utf8)
    for (place, byte) in bytes.enumerated() {
      guard (byte | 0x20) &- 0x61 < 26 else {
        close()
        continue
      }
      if isUpper(byte), let last = run.last {
        // "HTTPServer": the last capital begins a word where a small letter follows.
        let nextIsLower = place + 1 < bytes.count && bytes[place + 1] &- 0x61 < 26
        if !isUpper(last) || nextIsLower { close() }
      }
      run.append(byte)
    }
    close()
    return words
  }

  /// Whether most letters of `text` are none of the Latin alphabet, so that ``of(_:)`` says little of it.
  static func isInOtherScript(_ text: String) -> Bool {
    var (latin, other) = (0, 0)
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      // Latin with its extensions ends before Greek.
      if scalar.value < 0x370 { latin += 1 } else { other += 1 }
    }
    return other > latin
  }

  /// The word, and its singular or plural.
  public static func forms(of word: String) -> [String] {
    if word.hasSuffix("ies"), word.count > 5 { return [word, word.dropLast(3) + "y"] }
    if word.hasSuffix("s"), !word.hasSuffix("ss") { return [word, String(word.dropLast())] }
    return [word, word.hasSuffix("y") ? word.dropLast() + "ies" : word + "s"]
  }

  /// The word without the endings of English plurals and forms: enough to find "databases" in "database".
  static func stem(_ word: String) -> String {
    if word.hasSuffix("ies"), word.count > 6 { return word.dropLast(3) + "y" }
    for ending in ["ing", "ers", "es", "ed", "er", "s", "e"]
    where word.hasSuffix(ending) && word.count - ending.count >= 4 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// Words that any project uses of itself.
  static let filling: Set<String> = words(
    """
    the and for with from that this your you our its into than then can will has have are was were not but all any more
    most other some such only also very fast simple easy modern new open source free software project program tool
    library application based fork forked drop replacement compatible version written using use used user high low level
    lightweight powerful small large support provide make work run build built official implementation alternative
    community driven well known which while when where what who how why
    """
  )

  /// Words for systems and processors: a fork that adds one runs elsewhere, for the same job.
  static let platforms: Set<String> = words(
    """
    windows window linux unix macos osx mac android ios bsd freebsd openbsd netbsd win port ports arm neon sse aarch avx
    simd cpu gpu cuda powershell posix
    """
  )

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
