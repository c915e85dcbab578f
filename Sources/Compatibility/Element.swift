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

/// Elements by name; what has several signatures has them all.
struct ElementTable {
  private struct Entry {
    var elements: [Element]
    var signatures: Set<String> = []
  }

  private var places: [String: Int] = [:]
  private var entries: [Entry] = []

  /// Between the signatures of one name.
  private static let between = " | "

  mutating func add(_ element: Element) {
    guard let place = places[element.name] else {
      places[element.name] = entries.count
      entries.append(Entry(elements: [element]))
      return
    }
    if entries[place].elements.count == 1, entries[place].elements[0] == element { return }
    // Most names stand once: a set only where they do not. What was joined in one file is taken apart for another.
    if entries[place].signatures.isEmpty {
      entries[place].elements = Self.parts(of: entries[place].elements[0])
      entries[place].signatures = Set(entries[place].elements.map(\.signature))
    }
    for part in Self.parts(of: element) where entries[place].signatures.insert(part.signature).inserted {
      entries[place].elements.append(part)
    }
  }

  private static func parts(of element: Element) -> [Element] {
    let signatures = element.signature.split(separator: between, omittingEmptySubsequences: false)
    let texts = element.text.split(separator: between, omittingEmptySubsequences: false)
    guard signatures.count > 1, signatures.count == texts.count else { return [element] }
    return zip(signatures, texts).map { Element(element.name, String($0), text: String($1)) }
  }

  /// Order: as they were added, and so are the signatures of each; sorted by their text where `isSorted` says so.
  func elements(isSorted: Bool = false) -> [Element] {
    entries.map { entry in
      if entry.elements.count == 1 { return entry.elements[0] }
      let parts =
        isSorted
        ? entry.elements.sorted { $0.signature.utf8.lexicographicallyPrecedes($1.signature.utf8) } : entry.elements
      return Element(
        entry.elements[0].name,
        parts.map(\.signature).joined(separator: Self.between),
        text: parts.map(\.text).joined(separator: Self.between)
      )
    }
  }
}

extension Extraction {
  /// Elements with each name once: what has several signatures has them all, in their order.
  static func merging(_ elements: [Element]) -> Extraction {
    var table = ElementTable()
    for element in elements { table.add(element) }
    return .elements(table.elements())
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
