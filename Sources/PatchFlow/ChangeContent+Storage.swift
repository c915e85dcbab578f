import FactStore
import GitValues

extension ChangeContent {
  /// The kind of fact that a stored content is; what the numbers mean changes with its version.
  static let kind = FactStore.Kind("change content", version: 1)

  /// The content as bytes, to be kept under the commit's id, with the trees it was read from: a commit can be given
  /// another parent.
  func encoded(from parent: TreeID?, to tree: TreeID) -> [UInt8] {
    var words: [UInt32] = []
    words.reserveCapacity(16 + files.count * 7 + lines.count + lineSet.count + wordSet.count)
    Self.append(parent ?? .zero, &words)
    Self.append(tree, &words)
    words += [
      UInt32(files.count), UInt32(lines.count), UInt32(lineSet.count), UInt32(wordSet.count), UInt32(unseenFiles),
    ]
    for file in files {
      words += [file.id, file.inverse].flatMap {
        [UInt32(truncatingIfNeeded: $0 >> 32), UInt32(truncatingIfNeeded: $0)]
      }
      words += [UInt32(file.added.count), UInt32(file.removed.count), UInt32(file.context.count)]
    }
    words += lines
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
    guard words.count == place + counts[0] * 7 + counts[1] + counts[2] + counts[3] else { return nil }
    var start: Int32 = 0
    for _ in 0..<counts[0] {
      let part = words[place..<(place + 7)]
      func long(_ offset: Int) -> UInt64 { UInt64(part[place + offset]) << 32 | UInt64(part[place + offset + 1]) }
      let ends = (4...6).map { Int64(part[place + $0]) }
      guard Int64(start) + ends.reduce(0, +) <= Int64(counts[1]) else { return nil }
      let (one, two) = (start + Int32(ends[0]), start + Int32(ends[0] + ends[1]))
      let three = two + Int32(ends[2])
      files.append(File(id: long(0), inverse: long(2), added: start..<one, removed: one..<two, context: two..<three))
      start = three
      place += 7
    }
    lines = Array(words[place..<(place + counts[1])])
    place += counts[1]
    lineSet = Array(words[place..<(place + counts[2])])
    place += counts[2]
    wordSet = Array(words[place...])
    unseenFiles = counts[4]
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
