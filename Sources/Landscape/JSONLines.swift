import Dispatch
import Foundation
import Synchronization

/// Lists that a report keeps beside the landscape: one JSON object a line, keys in order.
enum JSONLines {
  /// So many lines are encoded in one go by one thread.
  private static let lot = 512

  /// The lines, in the order given.
  static func encoded<Line: Encodable & Sendable>(_ lines: [Line]) throws -> Data {
    let starts = Array(stride(from: 0, to: lines.count, by: lot))
    let encoded = Mutex([Result<Data, any Error>?](repeating: nil, count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { index in
      let result = Result { try piece(lines[starts[index]..<min(starts[index] + lot, lines.count)]) }
      encoded.withLock { $0[index] = result }
    }
    return try encoded.withLock { pieces in
      try pieces.reduce(into: Data()) { data, piece in if let piece { data.append(try piece.get()) } }
    }
  }

  private static func piece(_ lines: ArraySlice<some Encodable>) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var data = Data()
    for line in lines {
      data.append(try encoder.encode(line))
      data.append(UInt8(ascii: "\n"))
    }
    return data
  }

  /// What ``encoded(_:)`` wrote.
  ///
  /// - Throws: `DecodingError` where a line is none.
  static func decoded<Line: Decodable>(_ data: Data) throws -> [Line] {
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(Line.self, from: $0) }
  }
}
