/// How much of one content stands in another, estimated as git estimates it to find renames.
///
/// The content is cut into lines, long ones after 64 bytes; each piece counts by a hash. Source: git's
/// `diffcore-delta.c` of version 2.39, whose figures this gives.
struct ContentFingerprint: Sendable {
  /// Size of the content in bytes.
  let size: Int
  /// Pieces by hash, with the number of bytes that have it. Order: by hash.
  private let pieces: [Piece]

  private struct Piece: Sendable {
    let hash: UInt32
    var bytes: UInt32
  }

  /// The fingerprint of `content`.
  init(_ content: UnsafeRawBufferPointer) {
    size = content.count
    let isText = !content.prefix(8000).contains(0)
    var found: [Piece] = []
    found.reserveCapacity(content.count / 32 + 1)
    var (first, second): (UInt32, UInt32) = (0, 0)
    var length: UInt32 = 0
    for index in content.indices {
      let byte = content[index]
      // The carriage return of a Windows line end does not count in a text.
      if isText, byte == 0x0d, index + 1 < content.count, content[index + 1] == 0x0a { continue }
      let old = first
      first = (first << 7) ^ (second >> 25)
      second = (second << 7) ^ (old >> 25)
      first = first &+ UInt32(byte)
      length += 1
      if length < 64, byte != 0x0a { continue }
      found.append(Piece(hash: (first &+ second &* 0x61) % 107_927, bytes: length))
      (first, second, length) = (0, 0, 0)
    }
    found.sort { $0.hash < $1.hash }
    var pieces: [Piece] = []
    pieces.reserveCapacity(found.count)
    for piece in found {
      if let last = pieces.last, last.hash == piece.hash {
        pieces[pieces.count - 1].bytes += piece.bytes
      } else {
        pieces.append(piece)
      }
    }
    self.pieces = pieces
  }

  /// The largest score: the contents are alike.
  static let perfect = 60_000
  /// The score from which git calls a pair a rename.
  static let renameThreshold = perfect / 2
  /// The score from which git calls a pair a rename because both have the only file of a name.
  static let sameNameThreshold = perfect / 4 * 3

  /// Whether sizes alone rule out a score of `minimum`.
  static func canReach(_ minimum: Int, _ left: Int, _ right: Int) -> Bool {
    let (larger, smaller) = (max(left, right), min(left, right))
    return larger * (perfect - minimum) >= (larger - smaller) * perfect
  }

  /// The score of the pair, from 0 to ``perfect``.
  func score(against other: ContentFingerprint) -> Int {
    guard other.size > 0 else { return 0 }
    var copied = 0
    pieces.withUnsafeBufferPointer { left in
      other.pieces.withUnsafeBufferPointer { right in
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
          if left[i].hash == right[j].hash {
            copied += Int(min(left[i].bytes, right[j].bytes))
            i += 1
            j += 1
          } else if left[i].hash < right[j].hash {
            i += 1
          } else {
            j += 1
          }
        }
      }
    }
    return copied * Self.perfect / max(size, other.size)
  }
}
