/// The comment at a file's start that speaks of copyright: it says nothing about what the file is for.
enum LicenceComment {
  /// Where the file's own text begins; 0 where no such comment stands there.
  static func end(in bytes: UnsafeRawBufferPointer) -> Int {
    var (place, isInside, isLegal) = (0, false, false)
    for _ in 0..<120 where place < bytes.count {
      let lineEnd = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      let line = Line(bytes: bytes, range: place..<lineEnd)
      if !isInside, !line.isBlank, !starts.contains(where: line.starts) { break }
      if openings.contains(where: line.starts) { isInside = true }
      if closings.contains(where: line.contains) { isInside = false }
      isLegal = isLegal || marks.contains(where: line.contains)
      place = lineEnd + 1
    }
    return isLegal ? min(place, bytes.count) : 0
  }

  private static let openings = texts(["/*", "<!--", "(*"])
  private static let closings = texts(["*/", "-->", "*)"])
  private static let starts = openings + texts(["//", "#", "*", ";", "--", "%", "\"\"\""])
  private static let marks = texts(["copyright", "licen", "spdx"])

  private static func texts(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  /// One line, without the space before it. Letters compare without their case.
  private struct Line {
    private let bytes: Slice<UnsafeRawBufferPointer>

    init(bytes: UnsafeRawBufferPointer, range: Range<Int>) {
      self.bytes = bytes[range].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }
    }

    var isBlank: Bool { bytes.isEmpty }

    func starts(_ text: [UInt8]) -> Bool { bytes.starts(with: text) }

    func contains(_ text: [UInt8]) -> Bool {
      guard bytes.count >= text.count else { return false }
      return (bytes.startIndex...(bytes.endIndex - text.count)).contains { start in
        bytes[start].lowered == text[0]
          && text.indices.allSatisfy { bytes[start + $0].lowered == text[$0] }
      }
    }
  }
}

extension UInt8 {
  /// A Latin capital as its small letter.
  fileprivate var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
