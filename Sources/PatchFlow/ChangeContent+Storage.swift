import FactStore
import GitValues

extension ChangeContent {
  /// The kind of fact that a stored content is; what the numbers mean changes with its version.
  static let kind = FactStore.Kind("change content", version: 3)

  /// The content as bytes, to be kept under the commit's id, with the trees it was read from: a commit can be given
  /// another parent.
  func encoded(from parent: TreeID?, to tree: TreeID) -> [UInt8] {
    var words: [UInt32] = []
    words.reserveCapacity(17 + files.count * 4 + lineSet.count + wordSet.count)
    Self.append(parent ?? .zero, &words)
    Self.append(tree, &words)
    words += [
      UInt32(files.count), UInt32(lineSet.count), UInt32(wordSet.count), UInt32(unseenFiles), UInt32(lines),
    ]
    for file in files {
      words += [file.id, file.inverse].flatMap {
        [UInt32(truncatingIfNeeded: $0 >> 32), UInt32(truncatingIfNeeded: $0)]
      }
    }
    words += lineSet
    words += wordSet
    return words.withUnsafeBytes { Array($0) }
  }

  /// What ``encoded(from:to:)`` made of these trees; nil where the bytes are not whole or tell of other trees.
  init?(decoding bytes: [UInt8], from parent: TreeID?, to tree: TreeID) {
    guard bytes.count >= 68, bytes.count % 4 == 0 else { return nil }
    let words = bytes.withUnsafeBytes { bytes in
      [UInt32](unsafeUninitializedCapacity: bytes.count / 4) { target, count in
        UnsafeMutableRawBufferPointer(target).copyMemory(from: bytes)
        count = bytes.count / 4
      }
    }
    var expected: [UInt32] = []
    Self.append(parent ?? .zero, &expected)
    Self.append(tree, &expected)
    guard words.starts(with: expected) else { return nil }
    let counts = words[12..<17].map(Int.init)
    var place = 17
    guard words.count == place + counts[0] * 4 + counts[1] + counts[2] else { return nil }
    func long(_ place: Int) -> UInt64 { UInt64(words[place]) << 32 | UInt64(words[place + 1]) }
    for _ in 0..<counts[0] {
      files.append(File(id: long(place), inverse: long(place + 2)))
      place += 4
    }
    lineSet = Array(words[place..<(place + counts[1])])
    wordSet = Array(words[(place + counts[1])...])
    unseenFiles = counts[3]
    lines = counts[4]
  }

  private static func append(_ tree: TreeID, _ words: inout [UInt32]) {
    for word in [tree.high, tree.middle] {
      words += [UInt32(truncatingIfNeeded: word >> 32), UInt32(truncatingIfNeeded: word)]
    }
    words += [tree.low, 0]
  }
}

extension ObjectID {
  /// The 20 bytes.
  var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
      if let start = buffer.baseAddress { store(to: start) }
      count = 20
    }
  }
}
