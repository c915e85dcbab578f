import GitValues

/// Writes values one behind the other; ``FactReader`` reads them in the same order.
struct FactWriter {
  private(set) var bytes: [UInt8] = []

  /// A number from 0 on, seven bits a byte.
  mutating func number(_ number: Int) {
    var rest = UInt64(number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func fraction(_ fraction: Double) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: fraction.bitPattern >> shift))
    }
  }

  mutating func id(_ id: CommitID) { bytes += id.bytes }

  mutating func run(_ run: some Collection<UInt8>) {
    number(run.count)
    bytes += run
  }

  mutating func text(_ text: String) { run(text.utf8) }

  mutating func optional<Value>(_ value: Value?, _ write: (inout FactWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  mutating func list<Value>(_ values: [Value], _ write: (inout FactWriter, Value) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }
}

/// Reads what ``FactWriter`` wrote.
struct FactReader {
  /// The bytes are not what the reader expects.
  struct Broken: Error {}

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  private mutating func byte() throws(Broken) -> UInt8 {
    guard place < bytes.count else { throw Broken() }
    place += 1
    return bytes[place - 1]
  }

  mutating func number() throws(Broken) -> Int {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while true {
      let byte = try byte()
      guard shift < 63 else { throw Broken() }
      value |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    guard let number = Int(exactly: value) else { throw Broken() }
    return number
  }

  mutating func flag() throws(Broken) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw Broken()
    }
  }

  mutating func fraction() throws(Broken) -> Double {
    var pattern: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { pattern |= UInt64(try byte()) << shift }
    return Double(bitPattern: pattern)
  }

  mutating func id() throws(Broken) -> CommitID {
    guard bytes.count - place >= 20 else { throw Broken() }
    defer { place += 20 }
    return bytes.withUnsafeBytes { CommitID(bytes: $0.baseAddress! + place) }
  }

  mutating func run() throws(Broken) -> [UInt8] {
    let count = try number()
    guard count <= bytes.count - place else { throw Broken() }
    defer { place += count }
    return Array(bytes[place..<(place + count)])
  }

  mutating func text() throws(Broken) -> String {
    guard let text = String(validating: try run(), as: UTF8.self) else { throw Broken() }
    return text
  }

  mutating func raw<Value: RawRepresentable>() throws(Broken) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try text()) else { throw Broken() }
    return value
  }

  mutating func optional<Value>(
    _ read: (inout FactReader) throws(Broken) -> Value
  ) throws(Broken) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func list<Value>(_ read: (inout FactReader) throws(Broken) -> Value) throws(Broken) -> [Value] {
    let count = try number()
    // Every value takes a byte at least: no count can ask for more memory than the bytes take.
    guard count <= bytes.count - place else { throw Broken() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}
