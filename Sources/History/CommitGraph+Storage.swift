import GitValues

extension CommitGraph {
  /// The algorithm version of ``encoded()``: another layout has another number.
  public static let storageVersion = 1

  /// The graph as bytes, to be kept for a later run; nil where its history breaks off, since that may heal.
  public func encoded() -> [UInt8]? {
    guard cuts.isEmpty else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 + count * 64 + parentNodes.count * 4)
    func append<Word: FixedWidthInteger>(_ words: [Word]) {
      words.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    append([Int64(count), Int64(parentNodes.count)])
    append(committerTimes)
    append(authorTimes)
    append(parentStarts)
    append(parentNodes)
    append(nodesByID)
    appendIDs(ids, to: &bytes)
    appendIDs(trees, to: &bytes)
    return bytes
  }

  /// The graph that ``encoded()`` made; nil where the bytes are not whole.
  public init?(decoding bytes: [UInt8]) {
    var reader = WordReader(bytes: bytes)
    guard let sizes: [Int64] = reader.words(2), sizes[0] >= 0, sizes[1] >= 0,
      sizes[0] < Int64(Int32.max), sizes[1] < Int64(Int32.max)
    else { return nil }
    let (commits, edges) = (Int(sizes[0]), Int(sizes[1]))
    guard let committerTimes: [Int64] = reader.words(commits), let authorTimes: [Int64] = reader.words(commits),
      let starts: [Int32] = reader.words(commits + 1), let parents: [Int32] = reader.words(edges),
      let byID: [Int32] = reader.words(commits), let ids: [CommitID] = reader.ids(commits),
      let trees: [TreeID] = reader.ids(commits), reader.isAtEnd, starts.last == Int32(edges), starts.first == 0,
      Self.isOrdered(starts, parents), byID.allSatisfy({ $0 >= 0 && $0 < commits })
    else { return nil }
    let parts = GraphParts(
      ids: ids,
      trees: trees,
      committerTimes: committerTimes,
      authorTimes: authorTimes,
      parentStarts: starts,
      parentNodes: parents
    )
    self = parts.graph(nodesByID: byID)
  }

  /// Whether every parent stands before its child, and the lists of parents follow one another.
  private static func isOrdered(_ starts: [Int32], _ parents: [Int32]) -> Bool {
    for node in 0..<(starts.count - 1) {
      guard starts[node] <= starts[node + 1], Int(starts[node + 1]) <= parents.count else { return false }
      for index in Int(starts[node])..<Int(starts[node + 1]) where parents[index] < 0 || parents[index] >= node {
        return false
      }
    }
    return true
  }

  private func appendIDs<Kind>(_ ids: [ObjectID<Kind>], to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(byteCount: 20, alignment: 1) { buffer in
      guard let start = buffer.baseAddress else { return }
      for id in ids {
        id.store(to: start)
        bytes.append(contentsOf: buffer)
      }
    }
  }
}

/// Takes arrays out of stored bytes, one after the other.
private struct WordReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func words<Word: FixedWidthInteger>(_ count: Int) -> [Word]? {
    let length = count * MemoryLayout<Word>.size
    guard position + length <= bytes.count else { return nil }
    defer { position += length }
    return bytes.withUnsafeBytes { bytes in
      [Word](unsafeUninitializedCapacity: count) { target, filled in
        UnsafeMutableRawBufferPointer(target).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[position..<(position + length)])
        )
        filled = count
      }
    }
  }

  mutating func ids<Kind>(_ count: Int) -> [ObjectID<Kind>]? {
    let length = count * 20
    guard position + length <= bytes.count else { return nil }
    defer { position += length }
    return bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return [] }
      return (0..<count).map { ObjectID(bytes: start + position + $0 * 20) }
    }
  }
}
