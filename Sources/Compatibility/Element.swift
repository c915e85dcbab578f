/// One thing that a surface is made of: a keyword, a production, a constant, a function.
public struct Element: Hashable, Sendable {
  /// What users know it by, unique in its surface.
  public let name: String
  /// What must stay the same for them; empty where the name is all.
  public let signature: String
  /// The signature as its file has it, for people.
  public let text: String

  /// An element; `text` is the signature where it is left out.
  public init(_ name: String, _ signature: String = "", text: String? = nil) {
    self.name = name
    self.signature = signature
    self.text = text ?? signature
  }

  /// As it is shown: the name, with what belongs to it.
  public var shown: String { text.isEmpty ? name : "\(name) = \(text)" }
}

/// What was read from one content.
public enum Extraction: Hashable, Sendable {
  /// What it holds. Order: as in the content; each name once.
  case elements([Element])
  /// It is none of the surface's files.
  case other
  /// It cannot be read: where, from 1 and nil for the whole, and why.
  case failure(line: Int?, reason: String)
}

extension Extraction {
  /// Elements with each name once: what has several signatures has them all, in their order.
  static func merging(_ elements: [Element]) -> Extraction {
    var places: [String: Int] = [:]
    var merged: [Element] = []
    merged.reserveCapacity(elements.count)
    for element in elements {
      guard let place = places[element.name] else {
        places[element.name] = merged.count
        merged.append(element)
        continue
      }
      merged[place] = merged[place].joined(element)
    }
    return .elements(merged)
  }
}

extension Element {
  /// Both signatures, where they differ: in the order of their text, since files have none, or as they stand in one file.
  func joined(_ other: Element, isSorted: Bool = false) -> Element {
    if isSorted, other.signature < signature { return other.joined(self) }
    if signature == other.signature || signature.components(" | ").contains(other.signature[...]) { return self }
    return Element(name, signature + " | " + other.signature, text: text + " | " + other.text)
  }
}

extension String {
  /// The parts between occurrences of `separator`.
  func components(_ separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}

// MARK: For the next run

extension Extraction {
  /// Bytes from which ``init(decoding:)`` makes it again.
  func encoded() -> [UInt8] {
    switch self {
    case .other: return [UInt8(ascii: "o")]
    case .failure(let line, let reason): return Array("f\(line ?? 0)\u{1}\(reason)".utf8)
    case .elements(let elements):
      var bytes = [UInt8(ascii: "e")]
      for element in elements {
        bytes.append(contentsOf: element.name.utf8)
        bytes.append(1)
        bytes.append(contentsOf: element.signature.utf8)
        if element.text != element.signature {
          bytes.append(1)
          bytes.append(contentsOf: element.text.utf8)
        }
        bytes.append(2)
      }
      return bytes
    }
  }

  /// nil where the bytes are nothing that ``encoded()`` writes.
  init?(decoding bytes: [UInt8]) {
    switch bytes.first {
    case UInt8(ascii: "o") where bytes.count == 1: self = .other
    case UInt8(ascii: "f"):
      let parts = bytes.dropFirst().split(separator: 1, maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let line = Int(String(decoding: parts[0], as: UTF8.self)) else { return nil }
      self = .failure(line: line == 0 ? nil : line, reason: String(decoding: parts[1], as: UTF8.self))
    case UInt8(ascii: "e"):
      var elements: [Element] = []
      var start = 1
      var fields: [Range<Int>] = []
      for index in 1..<max(1, bytes.count) where bytes[index] <= 2 {
        fields.append(start..<index)
        start = index + 1
        guard bytes[index] == 2 else { continue }
        guard (2...3).contains(fields.count) else { return nil }
        let texts = fields.map { String(decoding: bytes[$0], as: UTF8.self) }
        elements.append(Element(texts[0], texts[1], text: fields.count == 3 ? texts[2] : nil))
        fields.removeAll(keepingCapacity: true)
      }
      guard start == bytes.count, fields.isEmpty else { return nil }
      self = .elements(elements)
    default: return nil
    }
  }
}
