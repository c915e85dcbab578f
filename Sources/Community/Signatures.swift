import GitValues

/// Who stands in commits, as they wrote it: `Name <mail>`, each once.
///
/// The order is that of the bytes, whatever order they were found in.
public struct Signatures: Sendable {
  /// The number of a signature in its table.
  public typealias Index = Int

  private let bytes: [UInt8]
  private let starts: [Int]

  /// How many there are.
  public var count: Int { starts.count - 1 }

  /// A table of `texts`, which are in order and each once.
  init(sorted texts: [ArraySlice<UInt8>]) {
    var (bytes, starts): ([UInt8], [Int]) = ([], [0])
    starts.reserveCapacity(texts.count + 1)
    for text in texts {
      bytes += text
      starts.append(bytes.count)
    }
    (self.bytes, self.starts) = (bytes, starts)
  }

  /// The name, without surrounding space and quotes.
  public func name(_ index: Index) -> ArraySlice<UInt8> {
    let text = bytes[starts[index]..<starts[index + 1]]
    return Self.trimmed(text[..<(text.firstIndex(of: UInt8(ascii: "<")) ?? text.endIndex)])
  }

  /// The mail address, as written; empty where there is none.
  public func mail(_ index: Index) -> ArraySlice<UInt8> {
    let text = bytes[starts[index]..<starts[index + 1]]
    guard let open = text.firstIndex(of: UInt8(ascii: "<")) else { return text[text.endIndex...] }
    let rest = text[(open + 1)...]
    return Self.trimmed(rest[..<(rest.lastIndex(of: UInt8(ascii: ">")) ?? rest.endIndex)])
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isOuter: (UInt8) -> Bool = { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    guard let first = text.firstIndex(where: { !isOuter($0) }), let last = text.lastIndex(where: { !isOuter($0) })
    else {
      return text[text.endIndex...]
    }
    return text[first...last]
  }
}

/// Numbers byte strings in the order in which they come. One thread at a time.
final class TextTable {
  private(set) var starts: [Int] = [0]
  private(set) var bytes: [UInt8] = []
  /// Open addressing: -1 where free. Its length is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 1 << 10)

  var count: Int { starts.count - 1 }

  subscript(_ index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }

  func intern(_ text: UnsafeRawBufferPointer) -> Int32 {
    if (count + 1) * 2 > slots.count { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(text)) & mask
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if starts[known + 1] - starts[known] == text.count, self[known].elementsEqual(text) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let index = Int32(count)
    slots[slot] = index
    bytes.append(contentsOf: text)
    starts.append(bytes.count)
    return index
  }

  private func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for index in 0..<count {
      var slot = self[index].withUnsafeBytes { Int(truncatingIfNeeded: Self.hash($0)) } & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  /// FNV-1a, mixed at the end so that its low bits can be used.
  static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
    var value = StableHash.of(text)
    value ^= value >> 32
    return value &* 0x9e37_79b9_7f4a_7c15
  }
}
